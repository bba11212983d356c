/** The statements behind the edges of a view, and the common neighbours of its nodes. */
import type { StatementPage } from '../contract/explorer.ts';
import type { CommonNeighbours, EdgeFacets } from '../contract/paths.ts';
import { MODALITIES } from '../contract/vocabulary.ts';
import { readEdges } from '../store/read-edges.ts';
import { readFacets } from '../store/read-facets.ts';
import { type Point, readLinks } from '../store/read-links.ts';
import { readNeutralPositions } from '../store/read-neutral.ts';
import { readActors, readNodes } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { readStatementTotal } from '../store/read-statements.ts';
import { affordable } from './find-paths.ts';
import { pointOf } from './paths.ts';
import type { EdgeStatementQuery } from './queries.ts';
import { pageOfStatements } from './statements.ts';

/** The maximum number of statements for the filters of the page. */
export const MAX_FACETS = 50_000;
/** The maximum number of edges that are read to find common neighbours. */
const MAX_COMMON = 200_000;

/**
 * A page of the statements behind some edges, newest first, undated last.
 *
 * @throws CursorError
 */
export async function edgeStatementPage(
  snapshot: Snapshot,
  { edges, neutralAmong = [], cursor, limit }: EdgeStatementQuery,
): Promise<StatementPage> {
  const neutral =
    neutralAmong.length === 0
      ? []
      : await readNeutralPositions(snapshot, await readNodes(snapshot, [...new Set(neutralAmong)]));
  const positions = [...new Set([...edges, ...neutral])].toSorted();
  const filter = { positions };
  return pageOfStatements(snapshot, {
    list: ['edge-statements', ...positions],
    filter,
    cursor,
    limit,
    total: () => readStatementTotal(snapshot, filter),
  });
}

/** The statements behind some edges as columns, in the order of the edges, then of the dates. */
export async function edgeFacets(snapshot: Snapshot, edges: readonly string[]): Promise<EdgeFacets> {
  const places = new Map<string, number>();
  edges.forEach((edge, at) => void (places.has(edge) || places.set(edge, at)));
  const found = await readFacets(snapshot, [...places.keys()], MAX_FACETS + 1);
  const truncated = found.length > MAX_FACETS;
  const rows = found
    .map((row) => ({ ...row, edge: places.get(row.position) ?? 0, date: row.date ?? '' }))
    .toSorted((a, b) => a.edge - b.edge || (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
    .slice(0, MAX_FACETS);
  const publishers = await readActors(snapshot, [...new Set(rows.flatMap(({ publisher }) => publisher ?? []))]);
  const publisherPlaces = new Map(publishers.map(({ id }, at) => [id, at]));
  return {
    edge: rows.map(({ edge }) => edge),
    date: rows.map(({ date }) => date),
    modality: rows.map(({ modality }) => MODALITIES.indexOf(modality)),
    publisher: rows.map(({ publisher }) => publisherPlaces.get(publisher ?? '') ?? -1),
    firstHand: rows.map(({ isReported }) => (isReported ? 0 : 1)),
    publishers: publishers.map(({ id, name, kind }) => ({ id, name, ...(kind && { kind }) })),
    total: truncated ? await readStatementTotal(snapshot, { positions: [...places.keys()] }) : rows.length,
    truncated,
  };
}

/** Nodes joined to at least two of `ids`: those joined to most of them first, then those with most edges. */
export async function commonNeighbours(
  snapshot: Snapshot,
  { ids, limit }: { readonly ids: readonly string[]; readonly limit: number },
): Promise<CommonNeighbours> {
  const asked = await readNodes(snapshot, ids);
  const budget = { isCut: false };
  const from = affordable(asked.map(pointOf), MAX_COMMON, budget);
  const isAsked = new Set(asked.map(({ id }) => id));
  const joined = new Map<string, { readonly point: Point; readonly to: Set<string> }>();
  for (const { from: id, to } of await readLinks(snapshot, { speaksFor: true }, { from })) {
    if (isAsked.has(to.id)) continue;
    const known = joined.get(to.id) ?? { point: to, to: new Set<string>() };
    known.to.add(id);
    joined.set(to.id, known);
  }
  const shared = [...joined.values()]
    .filter(({ to }) => to.size > 1)
    .toSorted((a, b) => b.to.size - a.to.size || b.point.degree - a.point.degree || (a.point.id < b.point.id ? -1 : 1));
  const page = shared.slice(0, limit);
  const nodes = await readNodes(
    snapshot,
    page.map(({ point }) => point.id),
  );
  const { edges, truncated } = await readEdges(snapshot, nodes, asked);
  const counts = new Map(page.map(({ point, to }) => [point.id, to.size]));
  return {
    nodes,
    edges,
    shared: nodes.map(({ id }) => counts.get(id) ?? 0),
    total: shared.length,
    truncated: budget.isCut || truncated || shared.length > page.length,
  };
}
