/**
 * The k shortest paths between two nodes that visit no node twice, by a search from both ends.
 *
 * Both ends grow a ball, level by level, the cheaper one first (bidirectional search: Pohl 1971). A path
 * of L edges needs balls of depths a and b with a + b = L - 1, and the edges between their outermost
 * levels; among the edges known by then, paths of exactly L edges are walked depth first, guided by the
 * distances to the other end. The search uses only the results of its reads.
 */
import type { Link, Point } from '../store/read-links.ts';

export interface FoundPath {
  readonly nodes: readonly string[];
  /** All edges between each node and the next. */
  readonly edges: readonly string[];
}

export interface PathSearch {
  readonly from: Point;
  readonly to: Point;
  readonly maxHops: number;
  readonly k: number;
  /** All edges of some nodes, or those to some others. */
  readonly read: (from: readonly Point[], within?: readonly Point[]) => Promise<readonly Link[]>;
  /** Whether there is time for another read. */
  readonly hasTime: () => boolean;
}

/** Limits for any graph: edges that are returned, and edges that are only scanned. */
export const MAX_READ = 120_000;
const MAX_SCANNED = 400_000;
/** The number of nodes in one read. */
const BATCH = 2_000;
/** The maximum number of edges that the walks visit. */
const MAX_STEPS = 2_000_000;

/**
 * Shortest first; among paths of one length the one whose first different step has more statements, then leads to a
 * more contested claim, then to a node with more positions, then by ids. `truncated`: there are or may be more of at most `maxHops` edges.
 */
export async function findPaths(
  search: PathSearch,
): Promise<{ readonly paths: FoundPath[]; readonly truncated: boolean }> {
  const { from, to, maxHops, k } = search;
  if (from.id === to.id) return { paths: [{ nodes: [from.id], edges: [] }], truncated: false };
  const graph = new KnownGraph();
  const [near, far] = [new Ball(from), new Ball(to)];
  const budget = { read: MAX_READ, steps: MAX_STEPS, isCut: false };
  const paths: FoundPath[] = [];
  for (let length = 1; length <= maxHops; length++) {
    await connect(search, graph, [near, far], budget);
    for (const path of pathsOfLength({ graph, far, from: from.id, to: to.id, length, budget })) {
      if (paths.length === k) return { paths, truncated: true };
      paths.push(path);
    }
    if (paths.length === k) return { paths, truncated: budget.isCut || length < maxHops };
    if (length < maxHops) await expand(search, graph, near.cost <= far.cost ? near : far, budget);
  }
  return { paths, truncated: budget.isCut };
}

interface Budget {
  read: number;
  steps: number;
  isCut: boolean;
}

/** Everything within some steps of one end. */
class Ball {
  readonly distances = new Map<string, number>();
  /** The nodes at the greatest distance, whose edges have not been read. */
  outer: readonly Point[];
  depth = 0;

  constructor(end: Point) {
    this.distances.set(end.id, 0);
    this.outer = [end];
  }

  /** How many edges the next level has. */
  get cost(): number {
    return costOf(this.outer);
  }

  grow(links: readonly Link[]): void {
    this.depth += 1;
    const next: Point[] = [];
    for (const { to } of links) {
      if (this.distances.has(to.id)) continue;
      this.distances.set(to.id, this.depth);
      next.push(to);
    }
    this.outer = next;
  }
}

/** All edges between two nodes, and the second of them. */
interface Step {
  readonly edges: readonly string[];
  readonly statements: number;
  readonly to: Point | undefined;
}

class KnownGraph {
  readonly #links = new Map<string, Link[]>();
  readonly #points = new Map<string, Point>();

  know(point: Point): void {
    this.#points.set(point.id, point);
  }

  add(link: Link): void {
    this.know(link.to);
    this.#note(link.from, link);
    this.#note(link.to.id, link);
  }

  /** Grouped late: the walks visit few of the nodes that are read. */
  stepsFrom(id: string): ReadonlyMap<string, Step> {
    const steps = new Map<string, Step>();
    for (const link of this.#links.get(id) ?? []) {
      const other = link.from === id ? link.to.id : link.from;
      const known = steps.get(other);
      if (known === undefined)
        steps.set(other, { edges: [link.edge], statements: link.statements, to: this.#points.get(other) });
      else if (!known.edges.includes(link.edge)) {
        steps.set(other, {
          ...known,
          edges: [...known.edges, link.edge].toSorted(),
          statements: known.statements + link.statements,
        });
      }
    }
    return steps;
  }

  #note(id: string, link: Link): void {
    const links = this.#links.get(id);
    if (links === undefined) this.#links.set(id, [link]);
    else links.push(link);
  }
}

/** Reads the edges of a ball's outermost level. */
async function expand({ read, hasTime }: PathSearch, graph: KnownGraph, ball: Ball, budget: Budget): Promise<void> {
  const points = affordable(ball.outer, budget.read, budget);
  budget.read -= costOf(points);
  ball.grow(await readAll({ read, hasTime }, graph, { points, budget }));
}

/** Reads the edges between the outermost levels of both balls. */
async function connect(
  { read, hasTime }: PathSearch,
  graph: KnownGraph,
  [near, far]: readonly [Ball, Ball],
  budget: Budget,
): Promise<void> {
  const [start, target] = near.cost <= far.cost ? [near, far] : [far, near];
  if (start.outer.length === 0 || target.outer.length === 0) return;
  await readAll({ read, hasTime }, graph, {
    points: affordable(start.outer, MAX_SCANNED, budget),
    within: target.outer,
    budget,
  });
}

async function readAll(
  { read, hasTime }: Pick<PathSearch, 'read' | 'hasTime'>,
  graph: KnownGraph,
  {
    points,
    within,
    budget,
  }: { readonly points: readonly Point[]; readonly within?: readonly Point[]; readonly budget: Budget },
): Promise<Link[]> {
  const found: Link[] = [];
  for (const point of points) graph.know(point);
  for (let at = 0; at < points.length; at += BATCH) {
    if (!hasTime()) {
      budget.isCut = true;
      break;
    }
    for (const link of await read(points.slice(at, at + BATCH), within)) {
      graph.add(link);
      found.push(link);
    }
  }
  return found;
}

/** The points with the fewest edges, up to `max` edges in total. If points are left out, `isCut` is set. */
export function affordable(points: readonly Point[], max: number, budget: { isCut: boolean }): readonly Point[] {
  if (costOf(points) <= max) return points;
  budget.isCut = true;
  const sorted = points.toSorted((a, b) => a.degree - b.degree || (a.id < b.id ? -1 : 1));
  let sum = 0;
  return sorted.filter(({ degree }) => (sum += degree + 1) <= max);
}

function costOf(points: readonly Point[]): number {
  return points.reduce((sum, { degree }) => sum + degree + 1, 0);
}

interface Walk {
  readonly graph: KnownGraph;
  readonly far: Ball;
  readonly from: string;
  readonly to: string;
  readonly length: number;
  readonly budget: Budget;
}

/** The paths of exactly `length` edges, in their order. */
function* pathsOfLength(walk: Walk): Generator<FoundPath> {
  yield* continued(walk, [walk.from], []);
}

function* continued(walk: Walk, nodes: readonly string[], edges: readonly string[]): Generator<FoundPath> {
  const left = walk.length - nodes.length;
  for (const [id, step] of nextSteps(walk, nodes, left)) {
    const [longer, more] = [
      [...nodes, id],
      [...edges, ...step.edges],
    ];
    if (left === 0) yield { nodes: longer, edges: more };
    else yield* continued(walk, longer, more);
  }
}

/** The steps from the last node from which the end can be reached with `left` edges. */
function nextSteps(
  { graph, far, to, budget }: Walk,
  nodes: readonly string[],
  left: number,
): (readonly [string, Step])[] {
  const steps = graph.stepsFrom(nodes.at(-1) ?? '');
  budget.steps -= steps.size;
  if (budget.steps < 0) {
    budget.isCut = true;
    return [];
  }
  if (left === 0) {
    const last = steps.get(to);
    return last === undefined ? [] : [[to, last]];
  }
  return [...steps]
    .filter(([id]) => id !== to && !nodes.includes(id) && (far.distances.get(id) ?? far.depth + 1) <= left)
    .toSorted(([a, x], [b, y]) => y.statements - x.statements || byTelling(x.to, y.to) || (a < b ? -1 : 1));
}

/** The more contested claim first, then the node with more positions. */
function byTelling(a: Point | undefined, b: Point | undefined): number {
  return (b?.contention ?? 0) - (a?.contention ?? 0) || (b?.degree ?? 0) - (a?.degree ?? 0);
}
