/** Paths between two nodes, with everything that the page shows about them. */
import { contentionOf } from '../contract/contention.ts';
import type { GraphNode, StatementView } from '../contract/explorer.ts';
import { STATEMENTS_A_STEP, type PathAnswer } from '../contract/paths.ts';
import { readEdges } from '../store/read-edges.ts';
import { type LinkFilter, type Point, readLinks } from '../store/read-links.ts';
import { readNodes } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { readNewestStatementIds, readStatements } from '../store/read-statements.ts';
import { findPaths } from './find-paths.ts';
import type { PathQuery } from './queries.ts';

/** Milliseconds after which the search starts no further read. The number of reads is limited; this limit is for a slow database. */
const PATIENCE = 8_000;

/** The shortest paths from one node to another; undefined when one of the two does not exist. */
export async function pathsBetween(snapshot: Snapshot, query: PathQuery): Promise<PathAnswer | undefined> {
  const { from, to, maxHops, k, stances, speaksFor } = query;
  const ends = await readNodes(snapshot, [from, to]);
  const [start, end] = [from, to].map((id) => ends.find((node) => node.id === id));
  if (start === undefined || end === undefined) return undefined;
  const [only, another] = [...new Set(stances)];
  const filter: LinkFilter = { speaksFor, ...(only !== undefined && another === undefined && { stance: only }) };
  const until = performance.now() + PATIENCE;
  const { paths, truncated } = await findPaths({
    from: pointOf(start),
    to: pointOf(end),
    maxHops,
    k,
    read: (points, within) => readLinks(snapshot, filter, { from: points, within }),
    hasTime: () => performance.now() < until,
  });
  const nodes = await readNodes(snapshot, [...new Set(paths.flatMap((path) => path.nodes))]);
  const wanted = new Set(paths.flatMap((path) => path.edges));
  const edges = (await readEdges(snapshot, nodes)).edges.filter(({ id }) => wanted.has(id));
  return {
    paths: paths.map((path) => ({ nodes: [...path.nodes], edges: [...path.edges] })),
    nodes,
    edges,
    statements: await newestStatements(
      snapshot,
      edges.filter(({ type }) => type === 'position').map(({ id }) => id),
    ),
    maxHops,
    truncated,
  };
}

/** A node as a search sees it. */
export function pointOf(node: GraphNode): Point {
  const degree = node.type === 'actor' ? node.asserts + node.denies : node.asserters + node.deniers;
  return { id: node.id, type: node.type, degree, contention: node.type === 'claim' ? contentionOf(node) : 0 };
}

async function newestStatements(snapshot: Snapshot, positions: readonly string[]): Promise<StatementView[]> {
  return readStatements(snapshot, await readNewestStatementIds(snapshot, positions, STATEMENTS_A_STEP));
}
