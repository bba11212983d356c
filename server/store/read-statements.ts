/** Statements: pages of their ids, and what they say. */
import type { DocumentRef, LocatedQuotation, StatementView } from '../contract/explorer.ts';
import { QUOTATION_LOCATIONS } from '../contract/explorer.ts';
import { ACTOR_KINDS, MODALITIES, STANCES, type Stance } from '../contract/vocabulary.ts';
import type { Parameters, Row } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { documentRef, readPublishers } from './read-documents.ts';
import { actorRef } from './read-nodes.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, optionalCount, optionalText, optionalWord, rowsBy, textOf, wordOf } from './read-values.ts';

export interface StatementFilter {
  readonly actor?: string;
  readonly claim?: string;
  readonly stance?: Stance;
  readonly document?: string;
  readonly from?: string;
  readonly to?: string;
  /** Only of these positions. */
  readonly positions?: readonly string[];
}

/** The key of a statement in a list by date. `day` is empty when it has no date. */
export interface StatementKey {
  readonly day: string;
  /** 2 for a located quotation, 1 for another one, 0 for none. */
  readonly evidence: number;
  readonly id: string;
}

/** As many reporters as a statement can have (contract/native.ts). */
const MAX_REPORTERS = 20;

/** The keys of the statements after `after`, newest first and on one date those with a quotation first, at most `limit`. */
export async function readStatementKeys(
  { q, hidden }: Snapshot,
  filter: StatementFilter,
  page: { readonly after: StatementKey | undefined; readonly limit: number },
): Promise<StatementKey[]> {
  const { after, limit } = page;
  const rows = await q.run(cypher(`read/statements${anchorOf(filter)}`), {
    ...filterParameters(filter),
    hidden,
    limit,
    afterId: after?.id ?? null,
    afterDay: after?.day ?? '',
    afterEvidence: after?.evidence ?? 0,
  });
  return rows.map((row) => ({ day: textOf(row, 'day'), evidence: countOf(row, 'evidence'), id: textOf(row, 'id') }));
}

/** The number of statements that match the filter. Counts all of them. */
export async function readStatementTotal({ q, hidden }: Snapshot, filter: StatementFilter): Promise<number> {
  const [row] = await q.run(cypher(`read/statements${anchorOf(filter)}-total`), {
    ...filterParameters(filter),
    hidden,
  });
  return countOf(row ?? {}, 'total');
}

/** Those of `positions` that have a visible statement. */
export async function readKnownPositions({ q, hidden }: Snapshot, positions: readonly string[]): Promise<string[]> {
  if (positions.length === 0) return [];
  const rows = await q.run(cypher('read/positions-known'), { positions, hidden, limit: positions.length });
  return rows.map((row) => textOf(row, 'position'));
}

/** The maximum number of statements that are read to find the newest of each position. */
const MAX_LOOKED_AT = 20_000;

/** The newest statements of each position, at most `each` of one; newest first over all. */
export async function readNewestStatementIds(
  { q, hidden }: Snapshot,
  positions: readonly string[],
  each: number,
): Promise<string[]> {
  if (positions.length === 0) return [];
  const rows = await q.run(cypher('read/statements-newest'), { positions, hidden, limit: MAX_LOOKED_AT });
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const position = textOf(row, 'position');
    const count = (seen.get(position) ?? 0) + 1;
    seen.set(position, count);
    return count <= each ? [textOf(row, 'id')] : [];
  });
}

/** The query that starts from the most selective part of the filter. */
function anchorOf({
  actor,
  claim,
  document,
  positions,
}: StatementFilter): '' | '-of-positions' | '-in-document' | '-on-claim' | '-of-actor' {
  if (positions !== undefined) return '-of-positions';
  if (document !== undefined) return '-in-document';
  if (actor !== undefined && claim !== undefined) return '-of-positions';
  if (claim !== undefined) return '-on-claim';
  return actor === undefined ? '' : '-of-actor';
}

function filterParameters(filter: StatementFilter): Parameters {
  const { actor, claim, stance, document, from, to } = filter;
  const own = {
    actor: actor ?? null,
    claim: claim ?? null,
    stance: stance ?? null,
    from: from ?? null,
    to: to ?? null,
  };
  const anchor = anchorOf(filter);
  if (anchor === '-in-document' && document !== undefined) return { ...own, document };
  if (anchor !== '-of-positions') return own;
  return {
    ...own,
    positions: filter.positions ?? (stance === undefined ? STANCES : [stance]).map((one) => `${actor} ${one} ${claim}`),
  };
}

/** The content of the visible statements among `ids`, in the order of `ids`. */
export async function readStatements(snapshot: Snapshot, ids: readonly string[]): Promise<StatementView[]> {
  if (ids.length === 0) return [];
  const { q, hidden } = snapshot;
  const rows = await q.run(cypher('read/statements-by-id'), { ids, hidden, limit: ids.length });
  const standsIn = await q.run(cypher('read/statement-documents'), { ids, hidden, limit: ids.length });
  const reported = await q.run(cypher('read/reporters'), { ids, hidden, limit: ids.length * MAX_REPORTERS });
  const publishers = await readPublishers(snapshot, [...new Set(standsIn.map((row) => textOf(row, 'id')))]);
  const documents = new Map(standsIn.map((row) => [textOf(row, 'statement'), documentRef(row, publishers)]));
  const reporters = rowsBy(reported, 'statement');
  const views = new Map(
    rows.map((row) => {
      const id = textOf(row, 'id');
      return [id, statementView(row, { document: documents.get(id), reporters: reporters.get(id) ?? [] })];
    }),
  );
  return ids.flatMap((id) => views.get(id) ?? []);
}

function statementView(
  row: Row,
  { document, reporters }: { document: DocumentRef | undefined; reporters: readonly Row[] },
): StatementView {
  const quotation = locatedQuotation(row);
  return {
    id: textOf(row, 'id'),
    actor: {
      id: textOf(row, 'actorId'),
      name: textOf(row, 'actorName'),
      ...optionalWord(row, { name: 'kind', column: 'actorKind', words: ACTOR_KINDS }),
    },
    claim: { id: textOf(row, 'claimId'), text: textOf(row, 'claimText') },
    stance: wordOf(row, 'stance', STANCES),
    modality: wordOf(row, 'modality', MODALITIES),
    ...optionalText(row, 'date'),
    ...(quotation && { quotation }),
    ...(document && { document }),
    reportedBy: reporters.map(actorRef),
    ...optionalText(row, 'note'),
    importId: textOf(row, 'importId'),
  };
}

function locatedQuotation(row: Row): LocatedQuotation | undefined {
  if (typeof row['quoteExact'] !== 'string') return undefined;
  return {
    exact: row['quoteExact'],
    ...optionalText(row, 'prefix', 'quotePrefix'),
    ...optionalText(row, 'suffix', 'quoteSuffix'),
    ...optionalCount(row, 'start', 'quoteStart'),
    ...optionalCount(row, 'end', 'quoteEnd'),
    location: wordOf(row, 'quoteLocation', QUOTATION_LOCATIONS),
  };
}
