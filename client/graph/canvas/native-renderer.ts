/** Cytoscape's own renderer, which can be suspended while the painter draws. */
import type { Core, SingularElementArgument } from 'cytoscape';
import type { Point } from '../scene/geometry.ts';

/** The part of Cytoscape's renderer that is used here. */
interface Renderer {
  requestedFrame?: boolean;
  redraw(options?: unknown): void;
  render(options?: { readonly forcedContext?: unknown }): void;
  flushRenderedStyleQueue(): void;
  findNearestElements(x: number, y: number, isInteractiveOnly: boolean, isTouch: boolean): SingularElementArgument[];
}

export interface Suspension {
  /** Whether the renderer is suspended now. */
  readonly isSuspended: () => boolean;
  /** Called when Cytoscape requests a frame while it is suspended. */
  readonly onDrawRequest: () => void;
  /** Returns the elements at a point while it is suspended. */
  readonly hits: (at: Point, isTouch: boolean) => SingularElementArgument[];
}

export interface NativeRenderer {
  /** Draws in the next frame. */
  draw(): void;
  /** Cancels a requested frame: it would style all elements. */
  cancel(): void;
}

/** Returns the renderer of `cy`, changed so that it does not draw, style or hit-test while it is suspended. */
export function nativeRenderer(cy: Core, { isSuspended, onDrawRequest, hits }: Suspension): NativeRenderer {
  const renderer = (cy as unknown as { renderer(): Renderer }).renderer();
  const redraw = renderer.redraw.bind(renderer);
  // Cytoscape requests a frame at every change of an element; the painter needs one only when the scene changes.
  renderer.redraw = (options) => {
    if (isSuspended()) onDrawRequest();
    else redraw(options);
  };
  // A frame may have been requested before the suspension. Pictures have their own canvas and are always drawn.
  const render = renderer.render.bind(renderer);
  renderer.render = (how) => {
    if (how?.forcedContext !== undefined || !isSuspended()) render(how);
  };
  // Cytoscape also styles changed elements between frames.
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
