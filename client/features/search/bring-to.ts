import type { GraphController } from '../../graph/scene/scene.ts';
import type { Point } from '../../graph/scene/geometry.ts';

/** Below this zoom a card is not readable, so the camera also zooms in. */
const READABLE = 0.55;
const NEAR = 0.85;

/** Highlights the node or edge and moves the camera to it; zooms in, too, if it is too small to read. */
export function bringTo(
  id: string,
  { controller, at }: { readonly controller: GraphController | undefined; readonly at: Point | undefined },
): void {
  if (controller === undefined) return;
  controller.focus(id);
  if (controller.viewport().zoom >= READABLE || at === undefined) {
    controller.reveal(id);
    return;
  }
  const { width, height } = controller.size();
  controller.setViewport({ zoom: NEAR, pan: { x: width / 2 - NEAR * at.x, y: height / 2 - NEAR * at.y } });
  // A panel or a sheet may cover the centre.
  controller.reveal(id);
}
