/** Simple layouts: rings around the selection, a time axis, rows. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { extent, usesCompactCards } from '../scene/node-geometry.ts';
import type { Box, Point, Size } from '../scene/geometry.ts';
import { separateBoxes } from './separate-boxes.ts';
import { firstDates } from './time-axis.ts';

const SPACE = 26;
const RING = 230;
const CIRCLE = 110;

const byId = (a: GraphNode, b: GraphNode): number => (a.id < b.id ? -1 : 1);

function neighbourIds(edges: readonly GraphEdge[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of edges) {
    for (const [id, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const known = neighbours.get(id);
      if (known) known.push(other);
      else neighbours.set(id, [other]);
    }
  }
  return neighbours;
}

/** Groups nodes by their distance from the nearest of `from`; unreachable nodes are last. */
function rings(nodes: readonly GraphNode[], edges: readonly GraphEdge[], from: readonly GraphNode[]): GraphNode[][] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const neighbours = neighbourIds(edges);
  const seen = new Set(from.map(({ id }) => id));
  const found = [[...from]];
  for (let ring = found[0] ?? []; ring.length > 0;) {
    const next: GraphNode[] = [];
    for (const { id } of ring) {
      for (const other of neighbours.get(id) ?? []) {
        const node = known.get(other);
        if (node && !seen.has(other)) next.push(node);
        seen.add(other);
      }
    }
    if (next.length > 0) found.push(next);
    ring = next;
  }
  const rest = nodes.filter(({ id }) => !seen.has(id));
  return rest.length === 0 ? found : [...found, rest];
}

interface RingPlace {
  readonly radius: number;
  /** Number of concentric circles that a crowded ring is divided into. */
  readonly circles: number;
}

/** Places a ring in the order of the angles of the inner neighbours of its nodes. */
function placeRing(
  ring: readonly GraphNode[],
  { radius, circles }: RingPlace,
  at: Map<string, Point>,
  neighbours: ReadonlyMap<string, readonly string[]>,
): void {
  const angles = ring
    .map((node) => {
      const inner = (neighbours.get(node.id) ?? []).flatMap((id) => at.get(id) ?? []);
      const sum = inner.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
      return { node, angle: Math.atan2(sum.y, sum.x) };
    })
    .sort((a, b) => a.angle - b.angle || byId(a.node, b.node));
  angles.forEach(({ node }, index) => {
    const angle = (index / ring.length) * 2 * Math.PI - Math.PI;
    const distance = radius + (index % circles) * CIRCLE;
    // Rings are wide, because cards are wide.
    at.set(node.id, { x: distance * Math.cos(angle), y: distance * 0.8 * Math.sin(angle) });
  });
}

/** Places nodes on rings around the selected nodes and the ends of selected edges, or around the node with most edges. */
export function concentricLayout(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  selection: ReadonlySet<string>,
): Map<string, Point> {
  const neighbours = neighbourIds(edges);
  const sorted = [...nodes].sort(byId);
  // A selected edge counts as its two ends.
  const ends = new Set(edges.flatMap(({ id, source, target }) => (selection.has(id) ? [source, target] : [])));
  const chosen = sorted.filter(({ id }) => selection.has(id) || ends.has(id));
  const [first] = [...sorted].sort((a, b) => (neighbours.get(b.id)?.length ?? 0) - (neighbours.get(a.id)?.length ?? 0));
  const centre = chosen.length > 0 ? chosen : first ? [first] : [];
  const isCompact = usesCompactCards(nodes);
  const at = new Map<string, Point>();
  let radius = 0;
  rings(sorted, edges, centre).forEach((ring, index) => {
    const isOne = index === 0 && ring.length === 1;
    if (!isOne) radius += RING;
    const around = ring.reduce((sum, node) => {
      const box = extent(node, isCompact);
      return sum + (box.right - box.left) * 0.75 + SPACE;
    }, 0);
    const circles = isOne ? 1 : Math.max(1, Math.round(Math.sqrt(around / (2 * Math.PI * CIRCLE))));
    if (!isOne) radius = Math.max(radius, around / circles / (2 * Math.PI * 0.9));
    placeRing(ring, { radius: isOne ? 0 : radius, circles }, at, neighbours);
    radius += (circles - 1) * CIRCLE;
  });
  return separateBoxes(nodes, at);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A partial date as a range of days: a year covers all its days. */
function daysOf(date: string): Span | undefined {
  const [year = NaN, month, day] = date.split('-').map(Number);
  // Date.UTC reads years below 100 as years of the twentieth century.
  const at = (y: number, m: number, d: number) => new Date(0).setUTCFullYear(y, m - 1, d) / 86_400_000;
  const from = at(year, month ?? 1, day ?? 1);
  if (!Number.isFinite(from)) return undefined;
  return {
    from,
    to: month === undefined ? at(year + 1, 1, 1) - 1 : day === undefined ? at(year, month + 1, 1) - 1 : from,
  };
}

/** Returns the date of the first dated statement of each node; nodes without one are missing. */
function firstDays(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Map<string, Span> {
  return new Map(
    [...firstDates(nodes, edges)].flatMap(([id, date]) => {
      const days = daysOf(date);
      return days ? [[id, days] as const] : [];
    }),
  );
}

/** Places each node within its span of the axis, in the nearest lane with room. */
function inLanes(
  nodes: readonly GraphNode[],
  spans: ReadonlyMap<string, Span>,
  boxes: ReadonlyMap<string, Box>,
): Map<string, { readonly x: number; readonly lane: number }> {
  const ends: number[] = [];
  const placed = new Map<string, { readonly x: number; readonly lane: number }>();
  const order = (id: string) => spans.get(id) ?? { from: 0, to: 0 };
  const sorted = [...nodes].sort(
    (a, b) => order(a.id).from - order(b.id).from || order(a.id).to - order(b.id).to || byId(a, b),
  );
  for (const node of sorted) {
    const [span, box] = [order(node.id), boxes.get(node.id)];
    if (!box) continue;
    const free = ends.findIndex((end) => end <= span.to + box.left);
    const lane = free === -1 ? ends.length : free;
    const x = Math.max(span.from, (ends[lane] ?? -Infinity) - box.left);
    ends[lane] = x + box.right + SPACE;
    placed.set(node.id, { x, lane });
  }
  return placed;
}

/** Share of the order, not the time, in a position on the axis: most statements come in bursts. */
const ORDER_SHARE = 0.6;

/** Maps spans of time to sections of an axis of this width; nodes without a date are at the right, apart. */
function alongAxis(nodes: readonly GraphNode[], days: ReadonlyMap<string, Span>, width: number): Map<string, Span> {
  const [first, last] = [...days.values()].reduce(
    ([low, high], { from, to }) => [Math.min(low, from), Math.max(high, to)],
    [Infinity, -Infinity],
  );
  const begins = [...days.values()].map(({ from }) => from).sort((a, b) => a - b);
  // The order of dates is kept: both terms only grow with time.
  const at = (day: number) => {
    const earlier = begins.findIndex((begin) => begin >= day);
    const order = (earlier === -1 ? begins.length : earlier) / Math.max(1, begins.length);
    return ((1 - ORDER_SHARE) * (day - first)) / Math.max(1, last - first) + ORDER_SHARE * order;
  };
  return new Map(
    nodes.map(({ id }) => {
      const span = days.get(id);
      return [
        id,
        span ? { from: at(span.from) * width, to: at(span.to) * width } : { from: width + 340, to: width * 1.25 + 340 },
      ];
    }),
  );
}

/**
 * Places nodes along an axis of time, the earliest at the left: actors above, claims below, each at its first dated
 * statement.
 */
export function dateLayout(nodes: readonly GraphNode[], edges: readonly GraphEdge[], canvas: Size): Map<string, Point> {
  const days = firstDays(nodes, edges);
  const isCompact = usesCompactCards(nodes);
  const boxes = new Map(nodes.map((node) => [node.id, extent(node, isCompact)]));
  const area = [...boxes.values()].reduce(
    (sum, box) => sum + (box.right - box.left + SPACE) * (box.bottom - box.top + SPACE),
    0,
  );
  const width = Math.max(600, Math.sqrt(area * (canvas.width / canvas.height)) * 1.6);
  const spans = alongAxis(nodes, days, width);
  const at = new Map<string, Point>();
  for (const [type, direction] of [
    ['actor', -1],
    ['claim', 1],
  ] as const) {
    const side = nodes.filter((node) => node.type === type);
    const height =
      side.reduce((most, { id }) => {
        const box = boxes.get(id);
        return box ? Math.max(most, box.bottom - box.top) : most;
      }, 0) + SPACE;
    for (const [id, { x, lane }] of inLanes(side, spans, boxes))
      at.set(id, { x, y: direction * (110 + lane * height) });
  }
  return separateBoxes(nodes, at);
}

/** Places nodes in rows, in the proportions of the canvas: actors above, claims below, those with most statements first. */
export function gridLayout(nodes: readonly GraphNode[], canvas: Size): Map<string, Point> {
  const isCompact = usesCompactCards(nodes);
  const at = new Map<string, Point>();
  let top = 0;
  const cells = (['actor', 'claim'] as const).map((type) => {
    const members = nodes
      .filter((node) => node.type === type)
      .sort((a, b) => b.statements - a.statements || byId(a, b));
    const boxes = members.map((node) => extent(node, isCompact));
    const size = boxes.reduce(
      (most, box) => ({
        width: Math.max(most.width, box.right - box.left),
        height: Math.max(most.height, box.bottom - box.top),
      }),
      { width: 0, height: 0 },
    );
    return { members, width: size.width + SPACE, height: size.height + SPACE };
  });
  const area = cells.reduce((sum, { members, width, height }) => sum + members.length * width * height, 0);
  const wanted = Math.sqrt(area * (canvas.width / canvas.height));
  for (const { members, width, height } of cells) {
    const columns = Math.max(1, Math.min(members.length, Math.round(wanted / width)));
    members.forEach(({ id }, index) =>
      at.set(id, { x: ((index % columns) - (columns - 1) / 2) * width, y: top + Math.floor(index / columns) * height }),
    );
    if (members.length > 0) top += Math.ceil(members.length / columns) * height + SPACE;
  }
  return at;
}
