/** Where each line meets its card, how lines of the same two ends part, and where on the line its mark stands. */
import type { GraphEdge, GraphNode, PositionEdge } from '../../server/contract/explorer.ts';
import { bodySize, boxAt, extent, isCrossedBy, usesCompactCards } from './node-geometry.ts';
import type { Box, TypeSize } from './node-geometry.ts';
import { detours, pointOnBow } from './detours.ts';
import type { StraightLine } from './detours.ts';
import type { Point } from './scene.ts';
import { BoxGrid } from './spatial-grid.ts';

export interface Route {
  /** Where the line ends, from the middle of its target; absent: wherever it meets the outline. */
  readonly port?: Point;
  /** How far the middle of the line is pushed sideways, in pixels. */
  readonly bend: number;
  /** Distance of the mark from the begin of the line. */
  readonly markAt: number;
}

export interface Routing {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  /** Width of the mark of an edge, in pixels; 0 for none. */
  readonly markWidth: (edge: GraphEdge) => number;
  readonly type?: TypeSize;
}

/** A line this near to being above or below a card meets its upper or lower edge. */
const SIDE_ENTRY = 12;
const MOST_PORT_STEP = 13;
const BEND = 15;
const MARK_HEIGHT = 15;
const MARK_PLACES = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78] as const;
/** Above this, marks do not make way for lines: looking would take longer than a frame. */
const MOST_CAREFUL_EDGES = 260;

interface Plan extends Routing {
  readonly byId: ReadonlyMap<string, GraphNode>;
  readonly isCompact: boolean;
}

type Side = 'left' | 'right' | 'top' | 'bottom';

function sideOf(from: Point, card: Point, half: Point): Side {
  if (from.x < card.x - half.x - SIDE_ENTRY) return 'left';
  if (from.x > card.x + half.x + SIDE_ENTRY) return 'right';
  return from.y < card.y ? 'top' : 'bottom';
}

/** Ports of all lines into one card: on the side that each comes from, in the order in which they come. */
function portsOf(claim: GraphNode, edges: readonly PositionEdge[], plan: Plan): Map<string, Point> {
  const card = plan.positions.get(claim.id);
  const ports = new Map<string, Point>();
  if (!card) return ports;
  const body = bodySize(claim, plan.isCompact, plan.type);
  const half = { x: body.width / 2, y: body.height / 2 };
  const sides = new Map<Side, { id: string; along: number }[]>();
  for (const edge of edges) {
    const from = plan.positions.get(edge.source);
    if (!from) continue;
    const side = sideOf(from, card, half);
    const [dx, dy] = [from.x - card.x, from.y - card.y];
    const along = side === 'left' || side === 'right' ? dy / (Math.abs(dx) - half.x + 40) : dx / (Math.abs(dy) + 1);
    sides.set(side, [...(sides.get(side) ?? []), { id: edge.id, along }]);
  }
  for (const [side, lines] of sides) {
    lines.sort((a, b) => a.along - b.along || (a.id < b.id ? -1 : 1));
    const room = side === 'left' || side === 'right' ? body.height - (plan.isCompact ? 14 : 26) : body.width - 60;
    const step = lines.length < 2 ? 0 : Math.min(side === 'top' || side === 'bottom' ? 30 : MOST_PORT_STEP, room / (lines.length - 1));
    lines.forEach(({ id }, index) => {
      const offset = (index - (lines.length - 1) / 2) * step;
      ports.set(id, portAt(side, offset, half));
    });
  }
  return ports;
}

function portAt(side: Side, offset: number, half: Point): Point {
  switch (side) {
    case 'left': return { x: -half.x - 1, y: offset };
    case 'right': return { x: half.x + 1, y: offset };
    case 'top': return { x: offset, y: -half.y - 1 };
    case 'bottom': return { x: offset, y: half.y + 1 };
    default: return side satisfies never;
  }
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Both stances of one actor on one claim: the line whose port is higher bows upwards. */
function bends(edges: readonly GraphEdge[], ports: ReadonlyMap<string, Point>, plan: Plan): Map<string, number> {
  const found = new Map<string, number>();
  for (const group of grouped(edges, (edge) => (edge.source < edge.target ? `${edge.source} ${edge.target}` : `${edge.target} ${edge.source}`)).values()) {
    if (group.length < 2) continue;
    const height = (edge: GraphEdge) => ports.get(edge.id)?.y ?? 0;
    const ordered = [...group].sort((a, b) => height(a) - height(b) || (a.id < b.id ? -1 : 1));
    ordered.forEach((edge, index) => {
      const [from, to] = [plan.positions.get(edge.source), plan.positions.get(edge.target)];
      // A positive bend goes to the left of the direction of travel as seen on the screen.
      const direction = from && to && from.x <= to.x ? -1 : 1;
      found.set(edge.id, direction * (index - (group.length - 1) / 2) * 2 * BEND);
    });
  }
  return found;
}

interface Line extends StraightLine {
  readonly width: number;
  /** How far its control point is pushed sideways. */
  readonly bend: number;
}

function linesOf(plan: Plan, ports: ReadonlyMap<string, Point>): Line[] {
  return plan.edges.flatMap((edge) => {
    const [from, target, source] = [plan.positions.get(edge.source), plan.positions.get(edge.target), plan.byId.get(edge.source)];
    if (!from || !target || !source) return [];
    const port = ports.get(edge.id) ?? { x: 0, y: 0 };
    const to = { x: target.x + port.x, y: target.y + port.y };
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const reach = Math.min(length / 2, bodySize(source, plan.isCompact, plan.type).height / 2);
    const begin = { x: from.x + ((to.x - from.x) * reach) / length, y: from.y + ((to.y - from.y) * reach) / length };
    return [{ id: edge.id, source: edge.source, target: edge.target, from: begin, to, width: plan.markWidth(edge), bend: 0 }];
  });
}

/** The same lines with their bows: both stances of one actor part, and what would pass behind cards goes around them. */
function bowed(lines: readonly Line[], parted: ReadonlyMap<string, number>, plan: Plan): Line[] {
  const isCareful = lines.length <= MOST_CAREFUL_EDGES;
  const around = isCareful ? detours(lines.filter(({ id, target }) => !parted.has(id) && plan.byId.get(target)?.type === 'claim'), plan.nodes.flatMap((node) => {
    if (node.type === 'actor') return [];
    const [at, { width, height }] = [plan.positions.get(node.id), bodySize(node, plan.isCompact, plan.type)];
    return at ? [{ id: node.id, box: boxAt({ left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 }, at) }] : [];
  })) : new Map<string, number>();
  return lines.map((line) => ({ ...line, bend: parted.get(line.id) ?? around.get(line.id) ?? 0 }));
}

function markBox(line: Line, share: number): Box {
  const at = pointOnBow(line.from, line.to, { bend: line.bend, share });
  return { left: at.x - line.width / 2, right: at.x + line.width / 2, top: at.y - MARK_HEIGHT / 2, bottom: at.y + MARK_HEIGHT / 2 };
}

/** For each line the share of its length at which its mark stands: over no node, label or mark if it can. Yields after each line. */
function* markShares(lines: readonly Line[], plan: Plan): Generator<undefined, Map<string, number>> {
  const [nodes, marks] = [new BoxGrid(), new BoxGrid()];
  for (const node of plan.nodes) {
    const at = plan.positions.get(node.id);
    if (at) nodes.add(boxAt(extent(node, plan.isCompact, plan.type), at));
  }
  const shares = new Map<string, number>();
  const others = lines.length > MOST_CAREFUL_EDGES ? [] : lines;
  for (const line of lines) {
    yield;
    if (line.width === 0) continue;
    let [best, least] = [0.5, Infinity];
    for (const share of MARK_PLACES) {
      const box = markBox(line, share);
      let cost = Math.abs(share - 0.5) * 2 + 10 * nodes.count(box, 1) + 7 * marks.count(box, 2);
      for (const other of others) if (other !== line && isCrossedBy(box, other.from, other.to)) cost += 1.5;
      if (cost < least) [best, least] = [share, cost];
      // Nothing further out can be better than this.
      if (least <= Math.abs(share - 0.5) * 2) break;
    }
    shares.set(line.id, best);
    marks.add(markBox(line, best));
  }
  return shares;
}

function lengthOf({ from, to, bend }: Line): number {
  const straight = Math.hypot(to.x - from.x, to.y - from.y);
  // Of a flat bow that reaches half of its bend.
  return straight + (2 / 3) * (bend * bend) / Math.max(1, straight);
}

export interface RoutesBegun {
  /** Where lines end and how they bow; marks stand in their middle as yet. */
  readonly rough: ReadonlyMap<string, Route>;
  /** Looks for the places of the marks, which takes longest. Gives the routes at its end. */
  readonly steps: () => Generator<undefined, Map<string, Route>>;
}

/** The routes of all edges whose ends have positions, with the marks left to be placed in steps. */
export function beginRoutes(routing: Routing): RoutesBegun {
  const nodes = [...routing.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const edges = [...routing.edges].sort((a, b) => (a.id < b.id ? -1 : 1));
  const plan: Plan = { ...routing, nodes, edges, byId: new Map(nodes.map((n) => [n.id, n])), isCompact: usesCompactCards(nodes) };
  const positionEdges = edges.filter((edge) => edge.type === 'position');
  const ports = new Map<string, Point>();
  for (const [target, group] of grouped(positionEdges, (edge) => edge.target)) {
    const claim = plan.byId.get(target);
    if (claim) for (const [id, port] of portsOf(claim, group, plan)) ports.set(id, port);
  }
  const bend = bends(edges, ports, plan);
  const lines = bowed(linesOf(plan, ports), bend, plan);
  const routesWith = (shares: ReadonlyMap<string, number>) => new Map(lines.map((line): [string, Route] => {
    const length = lengthOf(line);
    const port = ports.get(line.id);
    return [line.id, { ...(port ? { port } : {}), bend: line.bend, markAt: length * (shares.get(line.id) ?? 0.5) }];
  }));
  return {
    rough: routesWith(new Map()),
    *steps() {
      return routesWith(yield* markShares(lines, plan));
    },
  };
}

/** Routes of all edges whose ends have positions. Pure, and the same whatever the order of what is given. */
export function routeEdges(routing: Routing): Map<string, Route> {
  const steps = beginRoutes(routing).steps();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
