/**
 * Draws in Cytoscape's place where it is too slow: while the camera moves over a large drawing, and
 * when much is seen from afar. Cytoscape keeps elements, hit-testing and gestures; only its drawing
 * waits. What is painted here looks as it would there.
 */
import type { Core } from 'cytoscape';
import { inkOf } from './ink.ts';
import type { Ink } from './ink.ts';
import { detailAt, namedFromAfar } from './level-of-detail.ts';
import type { Detail } from './level-of-detail.ts';
import { TYPE_SIZES } from './node-geometry.ts';
import { SANS, SERIF } from './style.ts';
import { paintEdges } from './paint-edges.ts';
import { paintNodes } from './paint-nodes.ts';
import type { Scene } from './scene.ts';
import { createSprites } from './sprites.ts';
import type { Tokens } from './tokens.ts';

/** Smaller drawings are Cytoscape's alone: it keeps up with the camera there. */
export const LEAST_PAINTED = 200;
/** Dashes and heads of more lines than this wait until the camera rests. */
const MOST_FINE_LINES = 300;
const REST_MS = 160;

/** What is used of Cytoscape's own renderer. */
interface NativeRenderer {
  redraw(options?: unknown): void;
  render(options?: { readonly forcedContext?: unknown }): void;
}

export interface PainterOptions {
  readonly cy: Core;
  readonly container: HTMLElement;
  readonly pixelRatio: number;
  /** The scene that is drawn, and the theme's colours. */
  readonly now: () => { readonly scene: Scene; readonly tokens: Tokens };
  /** Before Cytoscape draws again: its classes must fit the zoom. */
  readonly onNative: () => void;
}

export interface Painter {
  /** Whether Cytoscape's own drawing is hidden just now. */
  isPainting(): boolean;
  /** The camera has moved. */
  moved(): void;
  /** Elements, places or looks have changed. */
  changed(): void;
  destroy(): void;
}

const quoted = (families: string): string => families.split(', ').map((family) => (family.includes(' ') ? `"${family}"` : family)).join(', ');
const FONTS = { sans: quoted(SANS), serif: quoted(SERIF) } as const;

/** The 2D canvas over Cytoscape's own. */
class CanvasPainter implements Painter {
  readonly #options: PainterOptions;
  readonly #canvas = document.createElement('canvas');
  readonly #native: (options?: unknown) => void;
  readonly #sprites = createSprites(() => this.#repaint());
  #ink: Ink | undefined;
  #count: number | undefined;
  #frame: number | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isMoving = false;
  #moves = 0;
  readonly #widths = new Map<string, number>();
  #isHidden = true;
  #detail: Detail = 'near';
  #named: { readonly zoom: number; readonly ids: ReadonlySet<string> } = { zoom: 0, ids: new Set() };

  constructor(options: PainterOptions) {
    this.#options = options;
    const { container, cy } = options;
    this.#canvas.className = 'painter';
    this.#canvas.hidden = true;
    container.append(this.#canvas);
    const renderer = (cy as unknown as { renderer(): NativeRenderer }).renderer();
    this.#native = renderer.redraw.bind(renderer);
    renderer.redraw = (native) => {
      if (this.isPainting()) this.#repaint();
      else this.#native(native);
    };
    // What was asked for before there was much to draw; pictures have a canvas of their own.
    const render = renderer.render.bind(renderer);
    renderer.render = (how) => {
      if (how?.forcedContext !== undefined || !this.isPainting()) render(how);
    };
    cy.on('add remove', () => {
      this.#count = undefined;
      // Much that is new is painted first, so that it is seen early.
      this.#isMoving = true;
    });
    cy.on('class data position add remove', this.changed);
  }

  isPainting(): boolean {
    const { cy } = this.#options;
    // Asked for all elements, Cytoscape makes a list of them: not for each of a thousand changes.
    this.#count ??= cy.elements().length;
    if (this.#count < LEAST_PAINTED) return false;
    return this.#isMoving || detailAt(cy.zoom(), this.#detail) !== 'near';
  }

  moved(): void {
    this.#isMoving = true;
    this.#moves += 1;
    this.#restLater();
    if (this.isPainting()) this.#repaint();
  }

  readonly changed = (): void => {
    this.#ink = undefined;
    if (this.#isMoving && this.#rest === undefined) this.#restLater();
    this.#repaint();
  };

  destroy(): void {
    clearTimeout(this.#rest);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#canvas.remove();
  }

  #restLater(): void {
    clearTimeout(this.#rest);
    const before = this.#moves;
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      // On a slow machine a frame takes longer than a rest: the camera rests when frames have gone by without a move.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        if (this.#moves === before && this.#rest === undefined) this.#rested();
      }));
    }, REST_MS);
  }

  #rested(): void {
    this.#isMoving = false;
    if (this.#options.cy.destroyed()) return;
    if (this.isPainting()) {
      this.#repaint();
      return;
    }
    this.#options.onNative();
    this.#native();
    // Cytoscape draws in the next frame: until then the paint stays over it.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (this.isPainting()) return;
      this.#canvas.hidden = true;
      this.#isHidden = true;
    }));
  }

  #repaint(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      if (!this.#options.cy.destroyed() && this.isPainting()) this.#paint();
    });
  }

  #namesAt(zoom: number, detail: Detail): ReadonlySet<string> {
    if (detail === 'near') return new Set();
    if (Math.abs(Math.log(zoom / (this.#named.zoom || 1e-9))) > 0.12) {
      this.#named = { zoom, ids: namedFromAfar({ ...this.#options.now().scene, zoom }) };
    }
    return this.#named.ids;
  }

  #sized(): CanvasRenderingContext2D | null {
    const { cy, pixelRatio } = this.#options;
    const [width, height] = [Math.round(cy.width() * pixelRatio), Math.round(cy.height() * pixelRatio)];
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    return this.#canvas.getContext('2d', { alpha: false });
  }

  #paint(): void {
    const { cy, pixelRatio } = this.#options;
    const context = this.#sized();
    if (!context) return;
    const { tokens, scene: { type = 'standard' } } = this.#options.now();
    const sizes = TYPE_SIZES[type];
    if (!this.#ink) {
      this.#ink = inkOf(cy, sizes);
      this.#named = { zoom: 0, ids: new Set() };
    }
    const [zoom, pan] = [cy.zoom(), cy.pan()];
    this.#detail = detailAt(zoom, this.#detail);
    const seen = { left: -pan.x / zoom, top: -pan.y / zoom, right: (cy.width() - pan.x) / zoom, bottom: (cy.height() - pan.y) / zoom };
    const isFine = !this.#isMoving || this.#ink.edges.length <= MOST_FINE_LINES;
    const settings = { tokens, zoom, detail: this.#detail, seen, isFine };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = tokens.bg;
    context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(zoom * pixelRatio, 0, 0, zoom * pixelRatio, pan.x * pixelRatio, pan.y * pixelRatio);
    // Pictures that are scaled anew in each frame are what costs most while zooming.
    context.imageSmoothingEnabled = !this.#isMoving;
    paintEdges(context, this.#ink.edges, settings, `600 ${sizes.markFont}px ${FONTS.sans}`);
    paintNodes(context, this.#ink.nodes, { ...settings, sprites: this.#sprites, named: this.#namesAt(zoom, this.#detail), widths: this.#widths, fonts: FONTS, sizes });
    if (!this.#isHidden) return;
    this.#isHidden = false;
    this.#canvas.hidden = false;
  }
}

/** A painter over `cy`, which draws nothing until the drawing is large and the camera moves or is far away. */
export function createPainter(options: PainterOptions): Painter {
  return new CanvasPainter(options);
}
