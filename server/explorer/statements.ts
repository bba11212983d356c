/** Lists of statements: the evidence behind an edge, a claim, an actor, a document. */
import type { Counts, DocumentView, StatementPage } from '../contract/explorer.ts';
import { readDocument, readDocumentStatementIds } from '../store/read-documents.ts';
import { readActors, readClaims } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import {
  type StatementFilter,
  type StatementKey,
  readStatementKeys,
  readStatementTotal,
  readStatements,
} from '../store/read-statements.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { StatementQuery } from './queries.ts';
import { requireNamed } from './unknown-id.ts';

/** A document with more statements than this says that it is truncated. */
export const MAX_DOCUMENT_STATEMENTS = 1_000;

/**
 * A page of statements, newest first, undated last.
 *
 * `from` and `to` leave out statements that are certainly outside, and those without a date: 2022 may be September
 * 2022 and is kept when `from` is 2022-09.
 *
 * @param counts Numbers of everything, for when nothing filters.
 * @throws CursorError
 * @throws UnknownIdError
 */
export async function statementPage(
  snapshot: Snapshot,
  query: StatementQuery,
  counts: () => Promise<Counts>,
): Promise<StatementPage> {
  const { cursor, limit, ...filter } = query;
  const list = ['statements', filter.actor, filter.claim, filter.stance, filter.document, filter.from, filter.to];
  const total = () => totalOf(snapshot, filter, counts);
  const page = await pageOfStatements(snapshot, { list, filter, cursor, limit, total });
  if (page.total === 0) await requireNamed(snapshot, filter);
  return page;
}

/**
 * A page of the statements that match a filter, newest first, undated last.
 *
 * @param page.list The list that the cursors belong to.
 * @param page.total Counts all statements; called only when the page does not show the number.
 * @throws CursorError
 */
export async function pageOfStatements(
  snapshot: Snapshot,
  page: {
    readonly list: readonly unknown[];
    readonly filter: StatementFilter;
    readonly cursor: string | undefined;
    readonly limit: number;
    readonly total: () => Promise<number>;
  },
): Promise<StatementPage> {
  const { list, filter, cursor, limit } = page;
  const after = cursor === undefined ? undefined : readKey(list, cursor);
  const keys = await readStatementKeys(snapshot, filter, { after, limit: limit + 1 });
  const shown = keys.slice(0, limit);
  const isLast = keys.length <= limit;
  const last = shown.at(-1);
  return {
    statements: await readStatements(
      snapshot,
      shown.map(({ id }) => id),
    ),
    total: isLast && after === undefined ? shown.length : await page.total(),
    truncated: !isLast,
    ...(!isLast && last && { next: writeCursor(list, [last.day, last.evidence, last.id]) }),
  };
}

/** Uses the counters where possible, so that the statements of a hub are not counted for each page. */
async function totalOf(snapshot: Snapshot, filter: StatementFilter, counts: () => Promise<Counts>): Promise<number> {
  const [only, another] = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (only === undefined) return (await counts()).statements;
  if (another === undefined && filter.claim !== undefined)
    return (await readClaims(snapshot, [filter.claim]))[0]?.statements ?? 0;
  if (another === undefined && filter.actor !== undefined)
    return (await readActors(snapshot, [filter.actor]))[0]?.statements ?? 0;
  return readStatementTotal(snapshot, filter);
}

function readKey(list: readonly unknown[], cursor: string): StatementKey {
  const [day, evidence, id] = readCursor(list, cursor, ['string', 'number', 'string']);
  return { day: String(day), evidence: Number(evidence), id: String(id) };
}

/**
 * A document with its text and its statements in the order of their quotations; those not located come last.
 *
 * @param asked A statement that is added if it is in the document, but not among the first. It comes last.
 * @returns undefined if there is no such document, or no such statement in it.
 */
export async function documentView(snapshot: Snapshot, id: string, asked?: string): Promise<DocumentView | undefined> {
  const document = await readDocument(snapshot, id);
  if (!document) return undefined;
  const ids = await readDocumentStatementIds(snapshot, id, MAX_DOCUMENT_STATEMENTS + 1);
  const truncated = ids.length > MAX_DOCUMENT_STATEMENTS;
  const first = ids.slice(0, MAX_DOCUMENT_STATEMENTS);
  const further = asked === undefined || first.includes(asked) ? [] : await readStatements(snapshot, [asked]);
  if (further.some((statement) => statement.document?.id !== id)) return undefined;
  if (asked !== undefined && further.length === 0 && !first.includes(asked)) return undefined;
  return {
    document,
    statements: [...(await readStatements(snapshot, first)), ...further],
    total: truncated ? await readStatementTotal(snapshot, { document: id }) : ids.length,
    truncated,
  };
}
