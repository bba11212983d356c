/** Finds free places for returning nodes that would be covered at their old positions. */
import type { GraphNode } from '../../../server/contract/explorer.ts';
import { boundingBox, boxAt } from '../scene/geometry.ts';
import { roomOf, usesCompactCards } from '../scene/node-geometry.ts';
import type { Box, Point } from '../scene/geometry.ts';
import { BoxGrid } from '../scene/spatial-grid.ts';

const MARGIN = 14;
const RING = 40;
const MAX_RINGS = 200;
const DIRECTIONS = 16;

/**
 * Returns places for `nodes` among `others`, which do not move: the current place if it is free, otherwise the nearest free
 * place around it. A node without a position is omitted.
 */
export function stepAside(
  nodes: readonly GraphNode[],
  others: readonly GraphNode[],
  positions: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const isCompact = usesCompactCards([...nodes, ...others]);
  const room = (node: GraphNode) => roomOf(node, isCompact, MARGIN);
  const taken = new BoxGrid();
  const boxes = others.flatMap((node) => {
    const at = positions.get(node.id);
    return at ? [boxAt(room(node), at)] : [];
  });
  for (const box of boxes) taken.add(box);
  const bottom = boundingBox(boxes)?.bottom ?? 0;
  const places = new Map<string, Point>();
  for (const node of nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const from = positions.get(node.id);
    if (from === undefined) continue;
    const own = room(node);
    const at = nearestFree(own, from, taken) ?? { x: from.x, y: bottom + MARGIN - own.top };
    taken.add(boxAt(own, at));
    places.set(node.id, at);
  }
  return places;
}

function nearestFree(own: Box, from: Point, taken: BoxGrid): Point | undefined {
  if (taken.isFree(boxAt(own, from))) return from;
  for (let ring = 1; ring <= MAX_RINGS; ring += 1) {
    for (let direction = 0; direction < DIRECTIONS; direction += 1) {
      const angle = (direction / DIRECTIONS) * 2 * Math.PI;
      const at = {
        x: Math.round(from.x + ring * RING * Math.cos(angle)),
        y: Math.round(from.y + ring * RING * Math.sin(angle)),
      };
      if (taken.isFree(boxAt(own, at), MARGIN)) return at;
    }
  }
  return undefined;
}
