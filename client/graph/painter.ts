/**
 * Draws in Cytoscape's place where it is too slow: while the camera moves over a large drawing, when much
 * is seen from afar, and as long as Cytoscape has not all elements. Cytoscape keeps elements and gestures;
 * only its drawing and its hit-testing wait. What is painted here looks as it would there.
 */
import type { Core, SingularElementArgument } from 'cytoscape';
import { hitsAt } from './hit-test.ts';
import { inkOf } from './ink.ts';
import type { Ink } from './ink.ts';
import { detailAt, namedFromAfar } from './level-of-detail.ts';
import type { Detail } from './level-of-detail.ts';
import { TYPE_SIZES } from './node-geometry.ts';
import { SANS, SERIF } from './style.ts';
import { paintEdges } from './paint-edges.ts';
import { paintNodes } from './paint-nodes.ts';
import { createSprites } from './sprites.ts';
import type { Stage } from './stage.ts';

/** Smaller drawings are Cytoscape's alone: it keeps up with the camera there. */
export const LEAST_PAINTED = 200;
/** Larger ones are the painter's alone: styling so many elements takes Cytoscape longer than anybody waits. */
const MOST_NATIVE = 600;
/** Dashes and heads of more lines than this wait until the camera rests. */
const MOST_FINE_LINES = 300;
const REST_MS = 160;

/** What is used of Cytoscape's own renderer. */
interface NativeRenderer {
  requestedFrame?: boolean;
  redraw(options?: unknown): void;
  render(options?: { readonly forcedContext?: unknown }): void;
  flushRenderedStyleQueue(): void;
  findNearestElements(x: number, y: number, isInteractiveOnly: boolean, isTouch: boolean): SingularElementArgument[];
}

export interface PainterOptions {
  readonly cy: Core;
  readonly container: HTMLElement;
  readonly pixelRatio: number;
  readonly stage: Pick<Stage, 'now' | 'counts' | 'isBehind'>;
  /** Before Cytoscape draws again: its classes must fit the zoom. */
  readonly onNative: () => void;
}

export interface Painter {
  /** Whether Cytoscape's own drawing is hidden just now. */
  isPainting(): boolean;
  /** Whether the camera moves just now. */
  isMoving(): boolean;
  /** The camera has moved. */
  moved(): void;
  /** Elements, places or looks have changed; marks alone are seen near only. */
  changed(what: 'all' | 'marks'): void;
  /** Cytoscape has all elements: it may draw them. */
  caughtUp(): void;
  destroy(): void;
}

const quoted = (families: string): string => families.split(', ').map((family) => (family.includes(' ') ? `"${family}"` : family)).join(', ');
const FONTS = { sans: quoted(SANS), serif: quoted(SERIF) } as const;

/** The 2D canvas over Cytoscape's own. */
class CanvasPainter implements Painter {
  readonly #options: PainterOptions;
  readonly #canvas = document.createElement('canvas');
  readonly #renderer: NativeRenderer;
  readonly #native: (options?: unknown) => void;
  readonly #sprites = createSprites(() => this.#repaint());
  #ink: Ink | undefined;
  #frame: number | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isMoving = false;
  #moves = 0;
  readonly #widths = new Map<string, number>();
  #isHidden = true;
  /** Cytoscape has not drawn what it was asked to. */
  #isOwed = false;
  #detail: Detail = 'near';
  #named: { readonly zoom: number; readonly ids: ReadonlySet<string> } = { zoom: 0, ids: new Set() };

  constructor(options: PainterOptions) {
    this.#options = options;
    const { container, cy } = options;
    this.#canvas.className = 'painter';
    this.#canvas.hidden = true;
    container.append(this.#canvas);
    this.#renderer = (cy as unknown as { renderer(): NativeRenderer }).renderer();
    this.#native = this.#renderer.redraw.bind(this.#renderer);
    // Cytoscape asks for a frame at every change of an element: what is painted changes with the scene alone.
    this.#renderer.redraw = (native) => {
      if (this.isPainting()) this.#isOwed = true;
      else this.#native(native);
    };
    cy.on('resize', this.#repaint);
    // What was asked for before there was much to draw; pictures have a canvas of their own.
    const render = this.#renderer.render.bind(this.#renderer);
    this.#renderer.render = (how) => {
      if (how?.forcedContext !== undefined || !this.isPainting()) render(how);
    };
    // It styles what has changed while nothing is drawn, too.
    const flush = this.#renderer.flushRenderedStyleQueue.bind(this.#renderer);
    this.#renderer.flushRenderedStyleQueue = () => { if (!this.isPainting()) flush(); };
    const nearest = this.#renderer.findNearestElements.bind(this.#renderer);
    this.#renderer.findNearestElements = (x, y, isInteractiveOnly, isTouch) => (
      this.isPainting() ? this.#hits({ x, y }, isTouch) : nearest(x, y, isInteractiveOnly, isTouch)
    );
  }

  isPainting(): boolean {
    const { cy, stage } = this.#options;
    if (stage.isBehind()) return true;
    const { nodes, edges } = stage.counts();
    if (nodes + edges < LEAST_PAINTED) return false;
    return this.#isMoving || nodes + edges > MOST_NATIVE || stage.now().hovered !== undefined || detailAt(cy.zoom(), this.#detail) !== 'near';
  }

  isMoving(): boolean {
    return this.#isMoving;
  }

  moved(): void {
    this.#isMoving = true;
    this.#moves += 1;
    this.#restLater();
    if (this.isPainting()) this.#repaint();
  }

  changed(what: 'all' | 'marks'): void {
    this.#ink = undefined;
    if (!this.isPainting()) this.caughtUp();
    else if (what === 'all' || this.#detail === 'near') this.#repaint();
  }

  caughtUp(): void {
    if ((this.#isOwed || !this.#isHidden) && !this.isPainting()) this.#handOver();
  }

  destroy(): void {
    clearTimeout(this.#rest);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#canvas.remove();
  }

  #inked(): Ink {
    if (!this.#ink) {
      this.#ink = inkOf(this.#options.stage.now());
      this.#named = { zoom: 0, ids: new Set() };
    }
    return this.#ink;
  }

  #hits(at: { readonly x: number; readonly y: number }, isTouch: boolean): SingularElementArgument[] {
    const { cy } = this.#options;
    return hitsAt(this.#inked(), { at, zoom: cy.zoom(), detail: this.#detail, isTouch }).flatMap((id) => cy.getElementById(id).toArray());
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
    if (this.isPainting()) this.#repaint();
    else this.#handOver();
  }

  #handOver(): void {
    this.#isOwed = false;
    this.#options.onNative();
    this.#native();
    // Cytoscape draws in the next frame: until then the paint stays over it.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (this.isPainting()) return;
      this.#canvas.hidden = true;
      this.#isHidden = true;
    }));
  }

  readonly #repaint = (): void => {
    // A frame that Cytoscape was asked for before would have it style everything.
    this.#renderer.requestedFrame = false;
    this.#isOwed = true;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      if (!this.#options.cy.destroyed() && this.isPainting()) this.#paint();
    });
  };

  #namesAt(zoom: number, detail: Detail): ReadonlySet<string> {
    if (detail === 'near') return new Set();
    if (Math.abs(Math.log(zoom / (this.#named.zoom || 1e-9))) > 0.12) {
      this.#named = { zoom, ids: namedFromAfar({ ...this.#options.stage.now().scene, zoom }) };
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
    const { tokens, scene: { type = 'standard' } } = this.#options.stage.now();
    const sizes = TYPE_SIZES[type];
    const ink = this.#inked();
    const [zoom, pan] = [cy.zoom(), cy.pan()];
    this.#detail = detailAt(zoom, this.#detail);
    const seen = { left: -pan.x / zoom, top: -pan.y / zoom, right: (cy.width() - pan.x) / zoom, bottom: (cy.height() - pan.y) / zoom };
    const isFine = !this.#isMoving || ink.edges.length <= MOST_FINE_LINES;
    const settings = { tokens, zoom, detail: this.#detail, seen, isFine };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = tokens.bg;
    context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(zoom * pixelRatio, 0, 0, zoom * pixelRatio, pan.x * pixelRatio, pan.y * pixelRatio);
    // Pictures that are scaled anew in each frame are what costs most while zooming.
    context.imageSmoothingEnabled = !this.#isMoving;
    paintEdges(context, ink.edges, settings, `600 ${sizes.markFont}px ${FONTS.sans}`);
    paintNodes(context, ink.nodes, { ...settings, sprites: this.#sprites, named: this.#namesAt(zoom, this.#detail), widths: this.#widths, fonts: FONTS, sizes });
    if (!this.#isHidden) return;
    this.#isHidden = false;
    this.#canvas.hidden = false;
  }
}

/** A painter over `cy`, which draws nothing until the drawing is large and the camera moves or is far away. */
export function createPainter(options: PainterOptions): Painter {
  return new CanvasPainter(options);
}
