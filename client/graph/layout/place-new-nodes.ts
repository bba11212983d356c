/** Finds positions for new nodes in a drawing in which no other node may move. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { boundingBox, boxAt, isCrossedBy } from '../scene/geometry.ts';
import { extent, needsCompactCards } from '../scene/node-geometry.ts';
import type { Box, Point } from '../scene/geometry.ts';
import { BoxGrid, SpatialGrid } from '../scene/spatial-grid.ts';

export interface Placing {
  /** All nodes, with and without a position. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  /** The expanded node: new nodes are placed near it if it is a neighbour, or if they have no neighbour. */
  readonly near?: string;
}

const MARGIN = 18;
/** Lines are long, so their cells are larger than those of nodes. */
const LINE_CELL = 400;
const FIRST_RING = 250;
const RING = 84;
const MAX_RINGS = 40;
/** Number of further rings that are searched after the first one with a free place, for a better one. */
const FURTHER_RINGS = 3;
const DIRECTIONS = 24;
/** Cost of a line through another node, in pixels. */
const CROSSED = 260;
/** Maximum cost of the wrong side, in pixels. */
const WRONG_SIDE = 300;

interface Board {
  /** Occupied boxes; each new node adds one. */
  readonly boxes: BoxGrid;
  readonly bodies: SpatialGrid<{ readonly id: string; readonly box: Box }>;
  /** The box that all nodes cover. */
  all: Box | undefined;
  readonly at: Map<string, Point>;
  readonly edgesOf: ReadonlyMap<string, readonly GraphEdge[]>;
  /** Lines with positions of both ends. */
  readonly lines: SpatialGrid<{ readonly from: Point; readonly to: Point }>;
  readonly isCompact: boolean;
  readonly near: string | undefined;
}

function boardOf({ nodes, edges, positions, near }: Placing): Board {
  const isCompact = needsCompactCards(nodes, positions);
  const edgesOf = new Map<string, GraphEdge[]>(nodes.map((node) => [node.id, []]));
  for (const edge of edges) for (const end of [edge.source, edge.target]) edgesOf.get(end)?.push(edge);
  const board: Board = {
    boxes: new BoxGrid(),
    bodies: new SpatialGrid(),
    all: undefined,
    at: new Map(),
    edgesOf,
    lines: new SpatialGrid(LINE_CELL),
    isCompact,
    near,
  };
  for (const node of nodes) {
    const point = positions.get(node.id);
    if (point) take(node, point, board);
  }
  const joined = new Set<string>();
  for (const { source, target } of edges) {
    const [from, to, pair] = [
      board.at.get(source),
      board.at.get(target),
      source < target ? `${source} ${target}` : `${target} ${source}`,
    ];
    if (from && to && from !== to && !joined.has(pair)) board.lines.addLine(from, to, { from, to });
    joined.add(pair);
  }
  return board;
}

/** Occupies the place and adds the lines to all placed neighbours. */
function put(node: GraphNode, from: Point, board: Board): void {
  take(node, from, board);
  for (const id of placedNeighbours(node.id, board)) {
    const to = board.at.get(id);
    if (to && id !== node.id) board.lines.addLine(from, to, { from, to });
  }
}

function take(node: GraphNode, from: Point, board: Board): void {
  board.at.set(node.id, from);
  const box = boxAt(extent(node, board.isCompact), from);
  board.boxes.add(box);
  board.bodies.addBox(box, { id: node.id, box });
  board.all = boundingBox(board.all ? [board.all, box] : [box]);
}

const otherEnd = (edge: GraphEdge, id: string): string => (edge.source === id ? edge.target : edge.source);

function placedNeighbours(id: string, board: Board): string[] {
  const ids = (board.edgesOf.get(id) ?? []).map((edge) => otherEnd(edge, id)).filter((end) => board.at.has(end));
  return [...new Set(ids)].sort();
}

/** −1 for left, 1 for right: actors that assert are left of their claims, those that deny right of them. */
function wantedSide(node: GraphNode, board: Board): number {
  let side = 0;
  for (const edge of board.edgesOf.get(node.id) ?? []) {
    if (edge.type === 'position') side += edge.stance === 'asserts' ? -1 : 1;
  }
  return Math.sign(node.type === 'actor' ? side : -side);
}

/** Yields places around the anchor, ring by ring. The rings are flat, because flat lines to cards are easier to follow. */
function ringPoints(anchor: Point, ring: number): Point[] {
  const radius = FIRST_RING + ring * RING;
  return Array.from({ length: DIRECTIONS }, (_, index) => {
    const angle = (index / DIRECTIONS) * 2 * Math.PI;
    return {
      x: Math.round(anchor.x + radius * Math.cos(angle)),
      y: Math.round(anchor.y + radius * 0.8 * Math.sin(angle)),
    };
  });
}

interface Seat {
  readonly node: GraphNode;
  readonly anchor: Point;
  readonly neighbours: readonly string[];
  readonly side: number;
}

/** Returns the cost of a place: long lines, lines through other nodes and the wrong side. */
function cost(point: Point, seat: Seat, board: Board): number {
  const ends = seat.neighbours.flatMap((id) => board.at.get(id) ?? []);
  const own = boxAt(extent(seat.node, board.isCompact), point);
  const length =
    ends.reduce((sum, end) => sum + Math.hypot(end.x - point.x, end.y - point.y), 0) / Math.max(1, ends.length);
  const away = Math.hypot(point.x - seat.anchor.x, point.y - seat.anchor.y);
  const turn = (1 - (seat.side * (point.x - seat.anchor.x)) / Math.max(1, away)) / 2;
  let crossed = 0;
  const neighbours = new Set(seat.neighbours);
  for (const end of ends) {
    for (const { id, box } of board.bodies.nearLine(point, end))
      if (!neighbours.has(id) && isCrossedBy(box, point, end)) crossed += 1.4;
  }
  for (const { from, to } of board.lines.nearBox(own)) if (isCrossedBy(own, from, to)) crossed += 1;
  return length + crossed * CROSSED + (seat.side === 0 ? 0 : turn * WRONG_SIDE);
}

function freePlace(seat: Seat, board: Board): Point {
  const own = extent(seat.node, board.isCompact);
  let best: { readonly point: Point; readonly cost: number } | undefined;
  let lastRing = MAX_RINGS;
  for (let ring = 0; ring <= lastRing; ring += 1) {
    for (const point of ringPoints(seat.anchor, ring)) {
      if (!board.boxes.isFree(boxAt(own, point), MARGIN)) continue;
      const price = cost(point, seat, board);
      if (!best || price < best.cost) best = { point, cost: price };
      lastRing = Math.min(lastRing, ring + FURTHER_RINGS);
    }
  }
  return best?.point ?? below(own, board);
}

/** A place below everything else, which is always free. */
function below(own: Box, { all }: Board): Point {
  return all
    ? { x: Math.round((all.left + all.right) / 2), y: Math.ceil(all.bottom + MARGIN + 40 - own.top) }
    : { x: 0, y: 0 };
}

function seatOf(node: GraphNode, board: Board): Seat | undefined {
  const neighbours = placedNeighbours(node.id, board);
  const isNear = board.near !== undefined && neighbours.includes(board.near);
  const anchorId = isNear ? board.near : neighbours[0];
  const anchor = anchorId === undefined ? undefined : board.at.get(anchorId);
  return anchor && { node, anchor, neighbours, side: wantedSide(node, board) };
}

/** Returns the next node to place: the one with most placed neighbours, then by id. */
function next(waiting: readonly GraphNode[], board: Board): GraphNode | undefined {
  const seated = waiting.map((node) => ({ node, neighbours: placedNeighbours(node.id, board).length }));
  seated.sort((a, b) => b.neighbours - a.neighbours || (a.node.id < b.node.id ? -1 : 1));
  return seated[0]?.node;
}

/**
 * Returns positions of the nodes without one only: each near a placed neighbour, on the side of its stance, with few lines
 * through other nodes. No node covers another node or a label.
 */
export function placeNewNodes(placing: Placing): Map<string, Point> {
  const board = boardOf(placing);
  const placed = new Map<string, Point>();
  let waiting = placing.nodes.filter((node) => !placing.positions.has(node.id));
  for (let node = next(waiting, board); node !== undefined; node = next(waiting, board)) {
    const seat = seatOf(node, board);
    const near = board.near === undefined ? undefined : board.at.get(board.near);
    const point = seat
      ? freePlace(seat, board)
      : near
        ? freePlace({ node, anchor: near, neighbours: [], side: 0 }, board)
        : below(extent(node, board.isCompact), board);
    const { id } = node;
    placed.set(id, point);
    put(node, point, board);
    waiting = waiting.filter((other) => other.id !== id);
  }
  return placed;
}

/** Returns positions of all nodes of a scene: the given one, else the previous one, else one beside a neighbour. */
export function completedPositions(scene: Placing, before: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> {
  if (scene.nodes.every(({ id }) => scene.positions.has(id))) return scene.positions;
  const positions = new Map<string, Point>();
  for (const { id } of scene.nodes) {
    const at = scene.positions.get(id) ?? before.get(id);
    if (at) positions.set(id, at);
  }
  if (positions.size === scene.nodes.length) return positions;
  return new Map([...positions, ...placeNewNodes({ ...scene, positions })]);
}
