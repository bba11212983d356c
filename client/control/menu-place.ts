/** Where the context menu opens when a key opens it. */
import type { MenuTarget } from '../graph/scene/scene.ts';
import type { ExplorerState } from '../state/explorer-state.ts';
import type { CanvasSync } from './canvas-sync.ts';

/** The menu of the selection, at its first node or edge inside the canvas; without a selection the menu of the canvas, at its centre. */
export function menuOfSelection(
  { selection, nodes }: Pick<ExplorerState, 'selection' | 'nodes'>,
  { area, controller }: Pick<CanvasSync, 'area' | 'controller'>,
): MenuTarget | undefined {
  const box = area();
  if (box === undefined) return undefined;
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const [first] = selection;
  if (first === undefined) return { kind: 'canvas', at: middle };
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  for (const id of selection) {
    const place = controller.value()?.placeOf(id);
    if (place === undefined) continue;
    const at = { x: place.left + place.width / 2, y: place.top + place.height / 2 };
    if (at.x > box.left && at.x < right && at.y > box.top && at.y < bottom)
      return { kind: nodes.has(id) ? 'node' : 'edge', id, at };
  }
  return { kind: nodes.has(first) ? 'node' : 'edge', id: first, at: middle };
}
