/** The statements behind the edges of a view. */
import type { StatementPage } from '../contract/explorer.ts';
import type { EdgeFacets } from '../contract/paths.ts';
import { MODALITIES } from '../contract/vocabulary.ts';
import { readFacets } from '../store/read-facets.ts';
import { readNeutralPositions } from '../store/read-neutral.ts';
import { readActors, readNodes } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { readStatementTotal } from '../store/read-statements.ts';
import type { EdgeStatementQuery } from './queries.ts';
import { pageOfStatements } from './statements.ts';
import { requireAll, requirePositions } from './unknown-id.ts';

/** The maximum number of statements for the filters of the page. */
export const MAX_FACETS = 50_000;

/**
 * A page of the statements behind some edges, newest first, undated last.
 *
 * @throws CursorError
 * @throws UnknownIdError if an edge has no statement, or a node of `neutralAmong` does not exist. Only the first page
 *   is checked.
 */
export async function edgeStatementPage(
  snapshot: Snapshot,
  { edges, neutralAmong = [], cursor, limit }: EdgeStatementQuery,
): Promise<StatementPage> {
  const among = await readNodes(snapshot, [...new Set(neutralAmong)]);
  const neutral = among.length === 0 ? [] : await readNeutralPositions(snapshot, among);
  if (cursor === undefined) {
    const ids = among.map(({ id }) => id);
    requireAll('node', neutralAmong, ids);
    await requirePositions(snapshot, [...new Set(edges)]);
  }
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

/**
 * The statements behind some edges as columns, in the order of the edges, then of the dates.
 *
 * @throws UnknownIdError
 */
export async function edgeFacets(snapshot: Snapshot, edges: readonly string[]): Promise<EdgeFacets> {
  const places = new Map<string, number>();
  edges.forEach((edge, at) => void (places.has(edge) || places.set(edge, at)));
  const found = await readFacets(snapshot, [...places.keys()], MAX_FACETS + 1);
  const truncated = found.length > MAX_FACETS;
  if (truncated) await requirePositions(snapshot, [...places.keys()]);
  else requireAll('position', edges, new Set(found.map(({ position }) => position)));
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
