/** What is under a point of what the fast painter has drawn. */
import type { EdgeInk, Ink, NodeInk } from './ink.ts';
import type { Detail } from './level-of-detail.ts';
import { BARS } from './node-images.ts';
import { pointOnBow } from './detours.ts';
import { endOf } from './paint-edges.ts';
import type { Point } from './scene.ts';

export interface HitQuery {
  /** In the drawing's pixels. */
  readonly at: Point;
  readonly zoom: number;
  readonly detail: Detail;
  readonly isTouch: boolean;
}

/** Pixels of the screen around what is meant. */
const NODE_REACH = { mouse: 2, touch: 8 } as const;
const EDGE_REACH = { mouse: 8, touch: 24 } as const;
const CURVE_PARTS = 8;

function isOnNode({ kind, x, y, width, height }: NodeInk, { at, detail }: HitQuery, reach: number): boolean {
  const size = kind === 'claim' && detail !== 'near' ? BARS.far : { width, height };
  return Math.abs(at.x - x) <= size.width / 2 + reach && Math.abs(at.y - y) <= size.height / 2 + reach;
}

function distanceToLine({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}

function distanceToEdge(at: Point, edge: EdgeInk, detail: Detail): number {
  const end = endOf(edge, detail);
  if (edge.bend === 0) return distanceToLine(at, edge.from, end);
  const along = (share: number) => pointOnBow(edge.from, end, { bend: edge.bend, share });
  return Math.min(...Array.from({ length: CURVE_PARTS }, (_, part) => distanceToLine(at, along(part / CURVE_PARTS), along((part + 1) / CURVE_PARTS))));
}

function nearestEdge(edges: readonly EdgeInk[], { at, zoom, detail, isTouch }: HitQuery): EdgeInk | undefined {
  let [nearest, least]: [EdgeInk | undefined, number] = [undefined, Infinity];
  for (const edge of edges) {
    const reach = edge.width / 2 + EDGE_REACH[isTouch ? 'touch' : 'mouse'] / zoom + Math.abs(edge.bend);
    if (at.x < Math.min(edge.from.x, edge.to.x) - reach || at.x > Math.max(edge.from.x, edge.to.x) + reach) continue;
    if (at.y < Math.min(edge.from.y, edge.to.y) - reach || at.y > Math.max(edge.from.y, edge.to.y) + reach) continue;
    const distance = distanceToEdge(at, edge, detail);
    if (distance <= reach - Math.abs(edge.bend) && distance < least) [nearest, least] = [edge, distance];
  }
  return nearest;
}

/** Ids of the node and the edge there, the one that is meant first; of several nodes the one drawn last. */
export function hitsAt({ nodes, edges }: Ink, query: HitQuery): readonly string[] {
  const node = nodes.findLast((one) => isOnNode(one, query, NODE_REACH[query.isTouch ? 'touch' : 'mouse'] / query.zoom));
  const edge = nearestEdge(edges, query);
  return [node?.id, edge?.id].flatMap((id) => id ?? []);
}
