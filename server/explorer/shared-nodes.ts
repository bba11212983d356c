/** What several nodes share: the nodes that at least two of them are connected to, and which sides they take there. */
import { setImmediate } from 'node:timers/promises';
import type { GraphNode } from '../contract/explorer.ts';
import { type Point, readLinks } from '../store/read-links.ts';
import type { Snapshot } from '../store/read-state.ts';
import { affordable } from './find-paths.ts';
import { pointOf } from './paths.ts';

/** The maximum number of edges that are read. With more, the nodes with the most edges are left out. */
const MAX_EDGES_READ = 1_000_000;
/** The number of edges in one read: the rows of a read are converted without a pause. */
const EDGES_A_READ = 20_000;

/** A node that is connected to several of the given nodes. The numbers are places in the list of the given nodes. */
export interface SharedNode {
  readonly point: Point;
  readonly asserts: ReadonlySet<number>;
  readonly denies: ReadonlySet<number>;
  /** All that it is connected to, also by SPEAKS_FOR. */
  readonly joined: ReadonlySet<number>;
  /** The statements behind the connections. */
  readonly statements: number;
}

export interface SharedNodes {
  readonly nodes: readonly SharedNode[];
  /** Nodes were left out, because all of them together have too many edges. */
  readonly isCut: boolean;
}

/** The nodes that at least two of `given` are connected to, in no order. The given nodes are not among them. */
export async function readShared(
  snapshot: Snapshot,
  given: readonly GraphNode[],
  { speaksFor }: { readonly speaksFor: boolean },
): Promise<SharedNodes> {
  const budget = { isCut: false };
  const places = new Map(given.map(({ id }, place) => [id, place]));
  const found = new Map<
    string,
    { point: Point; asserts: Set<number>; denies: Set<number>; joined: Set<number>; statements: number }
  >();
  for (const from of batchesOf(affordable(given.map(pointOf), MAX_EDGES_READ, budget))) {
    for (const link of await readLinks(snapshot, { speaksFor }, { from })) {
      const place = places.get(link.from);
      if (place === undefined || places.has(link.to.id)) continue;
      const known = found.get(link.to.id) ?? {
        point: link.to,
        asserts: new Set(),
        denies: new Set(),
        joined: new Set(),
        statements: 0,
      };
      found.set(link.to.id, known);
      known.joined.add(place);
      known.statements += link.statements;
      if (link.word !== 'speaksFor') known[link.word].add(place);
    }
    await setImmediate();
  }
  return { nodes: [...found.values()].filter(({ joined }) => joined.size > 1), isCut: budget.isCut };
}

/** Consecutive nodes that have at most `EDGES_A_READ` edges together, at least one node each. */
function batchesOf(points: readonly Point[]): Point[][] {
  const batches: Point[][] = [];
  let room = 0;
  for (const point of points) {
    const batch = batches.at(-1);
    room -= point.degree;
    if (batch !== undefined && room >= 0) batch.push(point);
    else {
      batches.push([point]);
      room = EDGES_A_READ - point.degree;
    }
  }
  return batches;
}

/** Whether two different nodes take opposite sides. */
export function isOpposed({ asserts, denies }: Pick<SharedNode, 'asserts' | 'denies'>): boolean {
  return [...asserts].some((one) => denies.size > (denies.has(one) ? 1 : 0));
}

/** Whether at least two different nodes take a side. */
export function hasSides({ asserts, denies }: Pick<SharedNode, 'asserts' | 'denies'>): boolean {
  return asserts.size + [...denies].filter((one) => !asserts.has(one)).length > 1;
}
