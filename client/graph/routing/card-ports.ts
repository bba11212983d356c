/** Ports: the points where lines meet cards. A line ends on the side that it comes from; the ports of a side are sorted by where their lines come from. */
import type { GraphEdge, GraphNode, PositionEdge } from '../../../server/contract/explorer.ts';
import { bodySize, CARD } from '../scene/node-geometry.ts';
import type { TypeSize } from '../scene/node-geometry.ts';
import type { Point } from '../scene/geometry.ts';

/** The input of routing, sorted, so that the result does not depend on the order of the input. */
export interface Plan {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly byId: ReadonlyMap<string, GraphNode>;
  readonly isCompact: boolean;
  /** Width of the mark of an edge, in pixels; 0 for none. */
  readonly markWidth: (edge: GraphEdge) => number;
  readonly type?: TypeSize;
}

/** The corners of lines that go around cards. */
export type Detours = ReadonlyMap<string, readonly Point[]>;

/** A line whose start is within this distance of the width of a card meets its upper or lower edge. */
const SIDE_ENTRY = 12;
const MAX_PORT_STEP = 13;

type Side = 'left' | 'right' | 'top' | 'bottom';

function sideOf(from: Point, card: Point, half: Point): Side {
  if (from.x < card.x - half.x - SIDE_ENTRY) return 'left';
  if (from.x > card.x + half.x + SIDE_ENTRY) return 'right';
  return from.y < card.y ? 'top' : 'bottom';
}

/** Returns the ports of all lines into one card, by the id of the line. */
function portsOf(
  claim: GraphNode,
  edges: readonly PositionEdge[],
  { plan, detours }: { readonly plan: Plan; readonly detours: Detours },
): Map<string, Point> {
  const card = plan.positions.get(claim.id);
  const ports = new Map<string, Point>();
  if (!card) return ports;
  const body = bodySize(claim, plan.isCompact, plan.type);
  const half = { x: body.width / 2, y: body.height / 2 };
  const sides = new Map<Side, { id: string; along: number }[]>();
  for (const edge of edges) {
    const from = detours.get(edge.id)?.at(-1) ?? plan.positions.get(edge.source);
    if (!from) continue;
    const side = sideOf(from, card, half);
    const [dx, dy] = [from.x - card.x, from.y - card.y];
    const along = side === 'left' || side === 'right' ? dy / (Math.abs(dx) - half.x + 40) : dx / (Math.abs(dy) + 1);
    sides.set(side, [...(sides.get(side) ?? []), { id: edge.id, along }]);
  }
  for (const [side, lines] of sides) {
    lines.sort((a, b) => a.along - b.along || (a.id < b.id ? -1 : 1));
    const room = side === 'left' || side === 'right' ? body.height - (plan.isCompact ? 14 : 26) : body.width - 60;
    const step =
      lines.length < 2
        ? 0
        : Math.min(side === 'top' || side === 'bottom' ? 30 : MAX_PORT_STEP, room / (lines.length - 1));
    lines.forEach(({ id }, index) => {
      const offset = (index - (lines.length - 1) / 2) * step;
      ports.set(id, portAt(side, offset, half));
    });
  }
  return ports;
}

function portAt(side: Side, offset: number, half: Point): Point {
  switch (side) {
    case 'left':
      return { x: -half.x - 1, y: offset };
    case 'right':
      return { x: half.x + 1, y: offset };
    case 'top':
      return { x: offset, y: -half.y - 1 };
    case 'bottom':
      return { x: offset, y: half.y + 1 };
    default:
      return side satisfies never;
  }
}

/** Whether a port is on the left or right side of a card, for any height and type size. */
export function isSidePort({ x }: Point): boolean {
  return Math.abs(x) > CARD.width / 2;
}

/** Groups items by a key; groups keep the order of the items. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Returns the ports of all positions, relative to the centre of their cards. A line with a detour comes from its last corner. */
export function portsOfAll(edges: readonly PositionEdge[], plan: Plan, detours: Detours): Map<string, Point> {
  const ports = new Map<string, Point>();
  for (const [target, group] of grouped(edges, (edge) => edge.target)) {
    const claim = plan.byId.get(target);
    if (claim) for (const [id, port] of portsOf(claim, group, { plan, detours })) ports.set(id, port);
  }
  return ports;
}
