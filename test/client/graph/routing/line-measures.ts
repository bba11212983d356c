/** Measures a layout with its lines: lines behind cards, crossings, area. */
import { linePoints } from '../../../../client/graph/routing/line-path.ts';
import { routeEdges } from '../../../../client/graph/routing/edge-routing.ts';
import { bodySize, extent, usesCompactCards } from '../../../../client/graph/scene/node-geometry.ts';
import { boundingBox, boxAt, isCrossedBy } from '../../../../client/graph/scene/geometry.ts';
import type { Point } from '../../../../client/graph/scene/geometry.ts';
import type { Dispute } from '../disputes.ts';
import { actor, claim, position } from '../disputes.ts';

export interface LineMeasures {
  /** Number of lines that pass behind a card that is not their target. */
  readonly behind: number;
  /** Pairs of crossing lines, except pairs between the same actor and claim. */
  readonly crossings: number;
  /** In square pixels. */
  readonly area: number;
}

interface Drawn {
  readonly source: string;
  readonly target: string;
  readonly points: readonly Point[];
}

function isCrossing(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function isCrossedBetween(a: Drawn, b: Drawn): boolean {
  return a.points
    .slice(1)
    .some((p, i) => b.points.slice(1).some((q, k) => isCrossing(a.points[i] ?? p, p, b.points[k] ?? q, q)));
}

/** Measures the routed lines as they are drawn. */
export function lineMeasures({ nodes, edges }: Dispute, at: ReadonlyMap<string, Point>): LineMeasures {
  const isCompact = usesCompactCards(nodes);
  const routes = routeEdges({ nodes, edges, positions: at, markWidth: (edge) => (edge.type === 'position' ? 14 : 0) });
  const place = (id: string) => at.get(id) ?? { x: NaN, y: NaN };
  const cards = nodes.flatMap((node) => {
    if (node.type === 'actor') return [];
    const { width, height } = bodySize(node, isCompact);
    return [
      {
        id: node.id,
        box: boxAt(
          { left: 1 - width / 2, right: width / 2 - 1, top: 1 - height / 2, bottom: height / 2 - 1 },
          place(node.id),
        ),
      },
    ];
  });
  const lines = edges.map(({ id, source, target }): Drawn => {
    const [route, end] = [routes.get(id) ?? { bend: 0 }, place(target)];
    const port = 'port' in route ? (route.port ?? { x: 0, y: 0 }) : { x: 0, y: 0 };
    return { source, target, points: linePoints(place(source), { x: end.x + port.x, y: end.y + port.y }, route) };
  });
  const isBehind = ({ source, target, points }: Drawn) =>
    cards.some(
      ({ id, box }) =>
        id !== source &&
        id !== target &&
        points.some((point, index) => index > 0 && isCrossedBy(box, points[index - 1] ?? point, point)),
    );
  let crossings = 0;
  lines.forEach((a, index) => {
    for (const b of lines.slice(0, index))
      if ((a.source !== b.source || a.target !== b.target) && isCrossedBetween(a, b)) crossings += 1;
  });
  const box = boundingBox(nodes.map((node) => boxAt(extent(node, isCompact), place(node.id)))) ?? {
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
  };
  return { behind: lines.filter(isBehind).length, crossings, area: (box.right - box.left) * (box.bottom - box.top) };
}

/** Returns a seeded random generator (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Generates a dispute: a few actors have many statements, most have few, and each mostly takes one side. */
export function madeUpDispute({
  actors,
  claims,
  lines,
  seed,
}: {
  readonly actors: number;
  readonly claims: number;
  readonly lines: number;
  readonly seed: number;
}): Dispute {
  const random = randomFrom(seed);
  const pick = (count: number, skew: number) => Math.floor(count * random() ** skew);
  const edges = new Map<string, ReturnType<typeof position>>();
  for (let turn = 0; turn < 40 * lines && edges.size < lines; turn += 1) {
    const [from, to] = [pick(actors, 1.8), pick(claims, 1.3)];
    const isUsual = random() < 0.9;
    const edge = position(`a${from}`, (from % 2 === 0) === isUsual ? 'asserts' : 'denies', `c${to}`);
    edges.set(edge.id, edge);
  }
  const nodes = [
    ...Array.from({ length: actors }, (_, index) => actor(`a${index}`, { name: `Speaker ${index}` })),
    ...Array.from({ length: claims }, (_, index) => claim(`c${index}`)),
  ];
  return { nodes, edges: [...edges.values()] };
}
