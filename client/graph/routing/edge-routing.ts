/** Routes of lines: their ports, the bends that separate lines between the same nodes, and the positions of their marks. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { bodySize, extent, isCompactScene } from '../scene/node-geometry.ts';
import { boxAt, isCrossedBy } from '../scene/geometry.ts';
import type { Box, Point } from '../scene/geometry.ts';
import type { TypeSize } from '../scene/node-geometry.ts';
import { grouped, portsOfAll } from './card-ports.ts';
import type { Plan, Detours } from './card-ports.ts';
import { detoursAround } from './gap-routing.ts';
import type { StraightLine } from './gap-routing.ts';
import { linePoints, pathLength, pointAlong } from './line-path.ts';
import type { LineShape } from './line-path.ts';
import { finished } from '../../base/slices.ts';
import { BoxGrid, SpatialGrid } from '../scene/spatial-grid.ts';

export interface Route extends LineShape {
  /** Where the line ends, relative to the centre of its target; absent: where it meets the outline. */
  readonly port?: Point;
  /** Distance of the mark from the start of the line. */
  readonly markAt: number;
}

export interface Routing {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  /** Width of the mark of an edge, in pixels; 0 for none. */
  readonly markWidth: (edge: GraphEdge) => number;
  readonly type?: TypeSize;
  readonly isCompact?: boolean;
}

const BEND = 15;
const MARK_HEIGHT = 15;
const MARK_PLACES = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78] as const;
/** With more edges, marks may cover lines and lines have no detours: the search would take longer than a frame. */
const MAX_CAREFUL_EDGES = 400;

const STRETCH_CELL = 60;

/** Bends of lines between the same two nodes, as for both stances of one actor on one claim: the line with the higher port curves upwards. */
function bends(edges: readonly GraphEdge[], ports: ReadonlyMap<string, Point>, plan: Plan): Map<string, number> {
  const found = new Map<string, number>();
  for (const group of grouped(edges, (edge) =>
    edge.source < edge.target ? `${edge.source} ${edge.target}` : `${edge.target} ${edge.source}`,
  ).values()) {
    if (group.length < 2) continue;
    const height = (edge: GraphEdge) => ports.get(edge.id)?.y ?? 0;
    const ordered = [...group].sort((a, b) => height(a) - height(b) || (a.id < b.id ? -1 : 1));
    ordered.forEach((edge, index) => {
      const [from, to] = [plan.positions.get(edge.source), plan.positions.get(edge.target)];
      // A positive bend is to the left of the direction of the line on the screen.
      const direction = from && to && from.x <= to.x ? -1 : 1;
      found.set(edge.id, direction * (index - (group.length - 1) / 2) * 2 * BEND);
    });
  }
  return found;
}

interface Line extends StraightLine, LineShape {
  readonly width: number;
  /** The drawn line as points. */
  readonly points: readonly Point[];
}

function straightLines(plan: Plan, ports: ReadonlyMap<string, Point>, detours: Detours): StraightLine[] {
  return plan.edges.flatMap((edge) => {
    const [middle, target, source] = [
      plan.positions.get(edge.source),
      plan.positions.get(edge.target),
      plan.byId.get(edge.source),
    ];
    if (!middle || !target || !source) return [];
    const port = ports.get(edge.id) ?? { x: 0, y: 0 };
    const to = { x: target.x + port.x, y: target.y + port.y };
    const next = detours.get(edge.id)?.[0] ?? to;
    const length = Math.hypot(next.x - middle.x, next.y - middle.y) || 1;
    const reach = Math.min(length / 2, bodySize(source, plan.isCompact, plan.type).height / 2);
    const from = {
      x: middle.x + ((next.x - middle.x) * reach) / length,
      y: middle.y + ((next.y - middle.y) * reach) / length,
    };
    return [{ id: edge.id, source: edge.source, target: edge.target, from, to }];
  });
}

function linesOf(
  plan: Plan,
  ports: ReadonlyMap<string, Point>,
  { bend: parted, detours }: { readonly bend: ReadonlyMap<string, number>; readonly detours: Detours },
): Line[] {
  const byId = new Map(plan.edges.map((edge) => [edge.id, edge]));
  return straightLines(plan, ports, detours).flatMap((line) => {
    const [edge, via] = [byId.get(line.id), detours.get(line.id)];
    if (!edge) return [];
    const shape: LineShape = via ? { bend: 0, via } : { bend: parted.get(line.id) ?? 0 };
    return [{ ...line, ...shape, width: plan.markWidth(edge), points: linePoints(line.from, line.to, shape) }];
  });
}

/** Returns the detours of lines that would pass behind cards. */
function* detoursOf(plan: Plan, ports: ReadonlyMap<string, Point>): Generator<undefined, Detours> {
  if (plan.edges.length > MAX_CAREFUL_EDGES) return new Map();
  const cards = plan.nodes.flatMap((node) => {
    if (node.type === 'actor') return [];
    const [at, { width, height }] = [plan.positions.get(node.id), bodySize(node, plan.isCompact, plan.type)];
    return at
      ? [{ id: node.id, box: boxAt({ left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 }, at) }]
      : [];
  });
  return yield* detoursAround(
    straightLines(plan, ports, new Map()).filter(({ target }) => plan.byId.get(target)?.type === 'claim'),
    cards,
  );
}

interface Stretch {
  readonly line: Line;
  readonly from: Point;
  readonly to: Point;
}

/** An index of all straight segments of lines. */
function stretchesOf(lines: readonly Line[]): SpatialGrid<Stretch> {
  const grid = new SpatialGrid<Stretch>(STRETCH_CELL);
  for (const line of lines) {
    const points = [line.from, ...(line.via ?? []), line.to];
    points.slice(1).forEach((to, index) => {
      const from = points[index] ?? to;
      grid.addLine(from, to, { line, from, to });
    });
  }
  return grid;
}

/** Returns how many other lines cross a box. */
function linesThrough(box: Box, line: Line, grid: SpatialGrid<Stretch>): number {
  return new Set(
    grid.nearBox(box).flatMap((one) => (one.line !== line && isCrossedBy(box, one.from, one.to) ? [one.line] : [])),
  ).size;
}

function markBox(line: Line, share: number): Box {
  const at = pointAlong(line.points, share);
  return {
    left: at.x - line.width / 2,
    right: at.x + line.width / 2,
    top: at.y - MARK_HEIGHT / 2,
    bottom: at.y + MARK_HEIGHT / 2,
  };
}

/** Returns the position of the mark of each line, as a share of its length: over no node, label or other mark if possible. Yields after each line. */
function* markShares(lines: readonly Line[], plan: Plan): Generator<undefined, Map<string, number>> {
  const [nodes, marks] = [new BoxGrid(), new BoxGrid()];
  for (const node of plan.nodes) {
    const at = plan.positions.get(node.id);
    if (at) nodes.add(boxAt(extent(node, plan.isCompact, plan.type), at));
  }
  const shares = new Map<string, number>();
  const others = stretchesOf(lines.length > MAX_CAREFUL_EDGES ? [] : lines);
  for (const line of lines) {
    yield;
    if (line.width === 0) continue;
    let [best, least] = [0.5, Infinity];
    for (const share of MARK_PLACES) {
      const box = markBox(line, share);
      const cost =
        Math.abs(share - 0.5) * 2 +
        10 * nodes.count(box, 1) +
        7 * marks.count(box, 2) +
        1.5 * linesThrough(box, line, others);
      if (cost < least) [best, least] = [share, cost];
      // No place further from the middle can be better.
      if (least <= Math.abs(share - 0.5) * 2) break;
    }
    shares.set(line.id, best);
    marks.add(markBox(line, best));
  }
  return shares;
}

export interface RoutesBegun {
  /** Routes with ends and bends; all marks are still in the middle. */
  readonly rough: ReadonlyMap<string, Route>;
  /** Places the marks, which takes longest; returns the routes. */
  readonly steps: () => Generator<undefined, Map<string, Route>>;
}

/** Starts the routing of all edges whose ends have positions. Further steps place the marks. */
export function* beginRoutes(routing: Routing): Generator<undefined, RoutesBegun> {
  const nodes = [...routing.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const edges = [...routing.edges].sort((a, b) => (a.id < b.id ? -1 : 1));
  const plan: Plan = {
    ...routing,
    nodes,
    edges,
    byId: new Map(nodes.map((n) => [n.id, n])),
    isCompact: isCompactScene(routing),
  };
  const positionEdges = edges.filter((edge) => edge.type === 'position');
  yield;
  const straight = portsOfAll(positionEdges, plan, new Map());
  yield;
  const detours = yield* detoursOf(plan, straight);
  const ports = detours.size === 0 ? straight : portsOfAll(positionEdges, plan, detours);
  const bend = bends(edges, ports, plan);
  yield;
  const lines = linesOf(plan, ports, { bend, detours });
  yield;
  const routesWith = (shares: ReadonlyMap<string, number>) =>
    new Map(
      lines.map((line): [string, Route] => {
        const [port, { bend: bow, via }] = [ports.get(line.id), line];
        return [
          line.id,
          {
            ...(port ? { port } : {}),
            ...(via ? { via } : {}),
            bend: bow,
            markAt: pathLength(line.points) * (shares.get(line.id) ?? 0.5),
          },
        ];
      }),
    );
  return {
    rough: routesWith(new Map()),
    *steps() {
      return routesWith(yield* markShares(lines, plan));
    },
  };
}

/** Returns the routes of all edges whose ends have positions. Pure; the result does not depend on the order of the input. */
export function routeEdges(routing: Routing): Map<string, Route> {
  return finished(finished(beginRoutes(routing)).steps());
}
