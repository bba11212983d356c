/** Hit test: the node and the edge at a point of what the painter has drawn. */
import type { EdgeInk, Ink, NodeInk } from './ink.ts';
import type { Detail } from '../scene/level-of-detail.ts';
import { BARS } from '../scene/node-look.ts';
import { linePoints } from '../routing/line-path.ts';
import { endOf } from './paint-edges.ts';
import type { Point } from '../scene/geometry.ts';

export interface HitQuery {
  /** In model pixels. */
  readonly at: Point;
  readonly zoom: number;
  readonly detail: Detail;
  readonly isTouch: boolean;
}

/** Tolerance around a node or an edge, in pixels of the screen. */
const NODE_REACH = { mouse: 2, touch: 8 } as const;
const EDGE_REACH = { mouse: 8, touch: 24 } as const;

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
  const points = linePoints(edge.from, endOf(edge, detail), edge);
  return Math.min(...points.slice(1).map((point, index) => distanceToLine(at, points[index] ?? point, point)));
}

function isNearBox({ x, y }: Point, { from, to, via = [] }: EdgeInk, reach: number): boolean {
  const isWithin = (axis: 'x' | 'y', value: number) => {
    const places = [from[axis], to[axis], ...via.map((point) => point[axis])];
    return value >= Math.min(...places) - reach && value <= Math.max(...places) + reach;
  };
  return isWithin('x', x) && isWithin('y', y);
}

function nearestEdge(edges: readonly EdgeInk[], { at, zoom, detail, isTouch }: HitQuery): EdgeInk | undefined {
  let [nearest, least]: [EdgeInk | undefined, number] = [undefined, Infinity];
  for (const edge of edges) {
    const reach = edge.width / 2 + EDGE_REACH[isTouch ? 'touch' : 'mouse'] / zoom;
    if (!isNearBox(at, edge, reach + Math.abs(edge.bend))) continue;
    const distance = distanceToEdge(at, edge, detail);
    if (distance <= reach && distance < least) [nearest, least] = [edge, distance];
  }
  return nearest;
}

/** Returns the ids of the node and the edge at the point, the node first; of several nodes the one drawn last. */
export function hitsAt({ nodes, edges }: Ink, query: HitQuery): readonly string[] {
  const node = nodes.findLast((one) =>
    isOnNode(one, query, NODE_REACH[query.isTouch ? 'touch' : 'mouse'] / query.zoom),
  );
  const edge = nearestEdge(edges, query);
  return [node?.id, edge?.id].flatMap((id) => id ?? []);
}
