/** Where a menu opens that was asked for by a key. */
import type { LocateDetail } from '../graph/canvas/locate.ts';
import type { MenuTarget } from '../graph/scene/scene.ts';
import type { Point } from '../graph/scene/geometry.ts';
import type { ExplorerState } from '../state/explorer-state.ts';

/** The event that the canvas answers with where something is drawn: see client/graph/canvas/locate.ts. */
const LOCATE_EVENT = 'gainsay:locate';

/** The menu of what is selected, at the first of it that is on the screen; of the canvas, in its middle, if nothing is. */
export function menuOfSelection({
  selection,
  nodes,
}: Pick<ExplorerState, 'selection' | 'nodes'>): MenuTarget | undefined {
  const canvas = document.querySelector<HTMLElement>('.canvas');
  if (canvas === null) return undefined;
  const box = canvas.getBoundingClientRect();
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const [first] = selection;
  if (first === undefined) return { kind: 'canvas', at: middle };
  for (const id of selection) {
    const at = placeOf(canvas, id);
    if (at !== undefined && at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom)
      return { kind: nodes.has(id) ? 'node' : 'edge', id, at };
  }
  return { kind: nodes.has(first) ? 'node' : 'edge', id: first, at: middle };
}

function placeOf(canvas: HTMLElement, id: string): Point | undefined {
  const detail: LocateDetail = { id };
  canvas.dispatchEvent(new CustomEvent(LOCATE_EVENT, { detail }));
  const { rect } = detail;
  return rect && { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
}
