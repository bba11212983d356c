/** Cytoscape's own renderer, put aside for as long as something else draws. */
import type { Core, SingularElementArgument } from 'cytoscape';
import type { Point } from '../scene/geometry.ts';

/** What is used of it. */
interface Renderer {
  requestedFrame?: boolean;
  redraw(options?: unknown): void;
  render(options?: { readonly forcedContext?: unknown }): void;
  flushRenderedStyleQueue(): void;
  findNearestElements(x: number, y: number, isInteractiveOnly: boolean, isTouch: boolean): SingularElementArgument[];
}

export interface Suspension {
  /** Whether it is put aside just now. */
  readonly isSuspended: () => boolean;
  /** It wished to draw meanwhile. */
  readonly onDrawRequest: () => void;
  /** What is at a point, asked meanwhile. */
  readonly hits: (at: Point, isTouch: boolean) => SingularElementArgument[];
}

export interface NativeRenderer {
  /** Draws in the next frame. */
  draw(): void;
  /** Takes back what was asked for before: it would style everything in that frame. */
  cancel(): void;
}

/** The renderer of `cy`, which from now on draws, styles and looks for what is under the pointer only when it is not aside. */
export function nativeRenderer(cy: Core, { isSuspended, onDrawRequest, hits }: Suspension): NativeRenderer {
  const renderer = (cy as unknown as { renderer(): Renderer }).renderer();
  const redraw = renderer.redraw.bind(renderer);
  // Cytoscape asks for a frame at every change of an element: what is painted changes with the scene alone.
  renderer.redraw = (options) => {
    if (isSuspended()) onDrawRequest();
    else redraw(options);
  };
  // What was asked for before there was much to draw; pictures have a canvas of their own.
  const render = renderer.render.bind(renderer);
  renderer.render = (how) => {
    if (how?.forcedContext !== undefined || !isSuspended()) render(how);
  };
  // It styles what has changed while nothing is drawn, too.
  const flush = renderer.flushRenderedStyleQueue.bind(renderer);
  renderer.flushRenderedStyleQueue = () => {
    if (!isSuspended()) flush();
  };
  const nearest = renderer.findNearestElements.bind(renderer);
  renderer.findNearestElements = (x, y, isInteractiveOnly, isTouch) =>
    isSuspended() ? hits({ x, y }, isTouch) : nearest(x, y, isInteractiveOnly, isTouch);
  return {
    draw: () => redraw(),
    cancel() {
      renderer.requestedFrame = false;
    },
  };
}
