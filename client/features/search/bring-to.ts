import type { GraphController } from '../../graph/scene/scene.ts';
import type { Point } from '../../graph/scene/geometry.ts';

/** Below this zoom a card cannot be read, so that the camera also comes nearer. */
const READABLE = 0.55;
const NEAR = 0.85;

/** Points out what is drawn for `id`, and takes the camera there: nearer, too, if it is too far away to read. */
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
  // A panel or a sheet may cover the middle.
  controller.reveal(id);
}
