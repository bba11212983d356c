/** The canvas as the page sees it: mount it once, then render scenes. */
import type { GraphController, GraphHandlers } from './scene.ts';

export type { GraphController, GraphHandlers, Insets, MenuTarget, Point, Scene, Viewport } from './scene.ts';

/** Mounts the canvas in `container` (positioned, with a size). */
export async function mountGraph(container: HTMLElement, handlers: GraphHandlers): Promise<GraphController> {
  throw new Error(`Not drawn yet: ${container.tagName} ${typeof handlers}`);
}
