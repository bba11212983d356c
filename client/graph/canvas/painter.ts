/**
 * Draws instead of Cytoscape where Cytoscape is too slow: while the camera moves over a large drawing, at the far levels of
 * a large drawing, and until Cytoscape has all elements. Cytoscape keeps the elements and handles gestures; only its
 * drawing and hit test are suspended. Both take the look of elements from scene/node-look.ts and scene/edge-look.ts.
 *
 * While the camera moves, each frame is painted at once with less detail. When it rests, a picture is painted in slices on
 * an invisible canvas and shown when it is complete.
 */
import type { Core, SingularElementArgument } from 'cytoscape';
import { BackCanvas } from '../paint/back-canvas.ts';
import { hitsAt } from '../paint/hit-test.ts';
import { InkedScene } from './inked-scene.ts';
import { detailAt } from '../scene/level-of-detail.ts';
import { nativeRenderer } from './native-renderer.ts';
import type { NativeRenderer } from './native-renderer.ts';
import type { Point } from '../scene/geometry.ts';
import { startSlices } from '../../base/slices.ts';
import type { Slices } from '../../base/slices.ts';
import { createSprites } from '../paint/sprites.ts';
import type { ShownScene } from './shown-scene.ts';

/** Cytoscape draws smaller drawings alone: it is fast enough. */
export const MIN_PAINTED = 200;
/** The painter draws larger drawings alone: Cytoscape takes too long to style so many elements. */
const MAX_NATIVE = 600;
const REST_MS = 160;

export interface PainterOptions {
  readonly cy: Core;
  readonly container: HTMLElement;
  readonly pixelRatio: number;
  readonly shown: Pick<ShownScene, 'state' | 'sketch' | 'source' | 'counts' | 'isBehind'>;
  /** Called before Cytoscape draws again: its classes must match the zoom. */
  readonly onNative: () => void;
}

export interface Painter {
  /** Whether the painter draws instead of Cytoscape now. */
  isPainting(): boolean;
  /** Whether the camera moves now. */
  isMoving(): boolean;
  /** Whether a picture is being painted. */
  isBusy(): boolean;
  /** The camera has moved. */
  moved(): void;
  /** Elements, positions or looks have changed; `marks` are visible near only. */
  changed(what: 'all' | 'marks'): void;
  /** Cytoscape has all elements and may draw them. */
  caughtUp(): void;
  /** Finishes the picture at once, for a caller that asks where elements are drawn. */
  catchUp(): void;
  destroy(): void;
}

/** The 2D canvas over Cytoscape's own. */
class CanvasPainter implements Painter {
  readonly #options: PainterOptions;
  readonly #canvas = document.createElement('canvas');
  readonly #back = new BackCanvas();
  readonly #native: NativeRenderer;
  readonly #scene: InkedScene;
  /** The work on the next picture. */
  #work: Slices | undefined;
  /** The scene has changed since the work began. */
  #isRepaintWanted = false;
  #frame: number | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isMoving = false;
  #moves = 0;
  #isHidden = true;
  /** Neither Cytoscape nor the painter has drawn anything yet. */
  #isBlank = true;
  /** Cytoscape has requested a frame and has not drawn it. */
  #isDrawPending = false;

  constructor(options: PainterOptions) {
    this.#options = options;
    const { container, cy, pixelRatio, shown } = options;
    this.#scene = new InkedScene({
      cy,
      pixelRatio,
      shown,
      sprites: createSprites(() => {
        if (this.isPainting()) this.#repaint();
      }),
    });
    this.#canvas.className = 'painter';
    this.#canvas.hidden = true;
    container.append(this.#canvas);
    this.#native = nativeRenderer(cy, {
      isSuspended: () => this.isPainting(),
      onDrawRequest: () => {
        this.#isDrawPending = true;
      },
      hits: (at, isTouch) => this.#hits(at, isTouch),
    });
    // Otherwise the old picture would be stretched until the next one is complete.
    cy.on('resize', () => {
      if (this.isPainting() && !this.#isHidden) this.moved();
    });
  }

  isPainting(): boolean {
    const { cy, shown } = this.#options;
    if (shown.isBehind()) return true;
    const { nodes, edges } = shown.counts();
    if (nodes + edges < MIN_PAINTED) return false;
    return (
      this.#isMoving ||
      nodes + edges > MAX_NATIVE ||
      shown.state().hovered !== undefined ||
      detailAt(cy.zoom(), this.#scene.detail()) !== 'near'
    );
  }

  isMoving(): boolean {
    return this.#isMoving;
  }

  isBusy(): boolean {
    return this.#work !== undefined;
  }

  moved(): void {
    this.#isMoving = true;
    this.#moves += 1;
    this.#restLater();
    if (this.isPainting()) this.#repaint();
  }

  changed(what: 'all' | 'marks'): void {
    this.#scene.change();
    if (!this.isPainting()) {
      // Cytoscape draws the change.
      this.#isBlank = false;
      this.caughtUp();
    } else if (what === 'all' || this.#scene.detail() === 'near') this.#repaint();
  }

  caughtUp(): void {
    if ((this.#isDrawPending || !this.#isHidden) && !this.isPainting()) this.#handOver();
  }

  catchUp(): void {
    while (this.#work) this.#work.finish();
  }

  destroy(): void {
    clearTimeout(this.#rest);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#work?.stop();
    this.#canvas.remove();
  }

  #hits(at: Point, isTouch: boolean): SingularElementArgument[] {
    const { cy } = this.#options;
    // Hits refer to what is visible, even if the scene has just changed.
    return hitsAt(this.#scene.ink(), { at, zoom: cy.zoom(), detail: this.#scene.detail(), isTouch }).flatMap((id) =>
      cy.getElementById(id).toArray(),
    );
  }

  #restLater(): void {
    clearTimeout(this.#rest);
    const before = this.#moves;
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      // On a slow machine a frame can take longer than REST_MS: the camera rests after two frames without a move.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (this.#moves === before && this.#rest === undefined) this.#rested();
        }),
      );
    }, REST_MS);
  }

  #rested(): void {
    this.#isMoving = false;
    if (this.#options.cy.destroyed()) return;
    if (this.isPainting()) this.#repaint();
    else this.#handOver();
  }

  #handOver(): void {
    this.#isDrawPending = false;
    this.#isBlank = false;
    this.#work?.stop();
    this.#work = undefined;
    this.#options.onNative();
    this.#native.draw();
    // Cytoscape draws in the next frame; until then the painter's canvas stays visible.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (this.isPainting()) return;
        this.#canvas.hidden = true;
        this.#isHidden = true;
      }),
    );
  }

  #repaint(): void {
    this.#native.cancel();
    this.#isDrawPending = true;
    if (this.#isMoving || this.#isBlank) this.#paintInFrame();
    if (!this.#isMoving || this.#scene.isStale()) this.#begin();
  }

  #paintInFrame(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      const { cy, pixelRatio } = this.#options;
      if (cy.destroyed() || !this.isPainting()) return;
      const [width, height] = [Math.round(cy.width() * pixelRatio), Math.round(cy.height() * pixelRatio)];
      if (this.#canvas.width !== width) this.#canvas.width = width;
      if (this.#canvas.height !== height) this.#canvas.height = height;
      const context = this.#canvas.getContext('2d', { alpha: false });
      if (context) this.#scene.paintFrame(context);
      this.#show();
    });
  }

  /** A picture is completed and shown before the next one starts, so that a dragged node is visible on its way. */
  #begin(): void {
    this.#isRepaintWanted = this.#work !== undefined;
    this.#work ??= startSlices(this.#steps(), {
      around: (work) => {
        try {
          work();
        } catch (cause) {
          this.#work = undefined;
          throw cause;
        }
      },
      isUrgentElsewhere: () => false,
      onDone: () => {
        this.#work = undefined;
        if (this.#isRepaintWanted && this.isPainting()) this.#repaint();
      },
    });
  }

  *#steps(): Generator<undefined, void> {
    yield* this.#scene.refresh();
    if (this.#isMoving) {
      this.#paintInFrame();
      return;
    }
    const { cy, pixelRatio } = this.#options;
    const moves = this.#moves;
    const context = this.#back.sized(Math.round(cy.width() * pixelRatio), Math.round(cy.height() * pixelRatio));
    if (!context) return;
    for (const step of this.#scene.paintPicture(context)) {
      this.#back.flush();
      yield step;
      // The camera moves again, or Cytoscape draws: this picture is obsolete.
      if (this.#moves !== moves || !this.isPainting()) return;
    }
    this.#back.flush();
    this.#back.showOn(this.#canvas);
    this.#show();
  }

  #show(): void {
    this.#isBlank = false;
    if (!this.#isHidden) return;
    this.#isHidden = false;
    this.#canvas.hidden = false;
  }
}

/** Creates a painter over `cy`. It draws only large drawings, while the camera moves or is far. */
export function createPainter(options: PainterOptions): Painter {
  return new CanvasPainter(options);
}
