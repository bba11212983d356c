/** A native file as flat CSV: one row for each statement, then one for each thing that the statements do not describe fully. Pure. */
import { guarded, joinedNames } from '../../../server/contract/csv-cells.ts';
import { CsvRow } from '../../../server/contract/native.ts';
import { attributeColumns, type Owned } from './attribute-cells.ts';
import type { Actor, Claim, Document, NativeFile, Statement } from '../../../server/contract/native.ts';

type Column = keyof CsvRow;
type Cells = Readonly<Partial<Record<Column, string | undefined>>>;
interface Row {
  readonly cells: Cells;
  readonly owned: Owned;
}
const COLUMNS = Object.keys(CsvRow.shape) as readonly Column[];
const ALWAYS: ReadonlySet<Column> = new Set(['actor', 'claim', 'stance']);

/** A cell as RFC 4180 defines it. A cell that a spreadsheet would compute, or that stands for nothing, gets a leading apostrophe. */
export function csvCell(text: string): string {
  const safe = guarded(text);
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The records of a file by their ids. */
interface Index {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly documents: ReadonlyMap<string, Document>;
}

function indexOf(file: NativeFile): Index {
  const byId = <T extends { readonly id: string }>(records: readonly T[] = []) =>
    new Map(records.map((record) => [record.id, record]));
  return { actors: byId(file.actors), claims: byId(file.claims), documents: byId(file.documents) };
}

/** Names and ids of several actors. Without all the names, the ids alone: each name needs its id. */
function referred(
  ids: readonly string[] | undefined,
  { actors }: Index,
): readonly [string | undefined, string | undefined] {
  if (ids === undefined || ids.length === 0) return [undefined, undefined];
  const names = ids.flatMap((id) => actors.get(id)?.name ?? []);
  return [names.length === ids.length ? joinedNames(names) : undefined, joinedNames(ids)];
}

function actorCells({ id, name, kind, aliases, speaksFor }: Actor, index: Index): Cells {
  const [principals, principalIds] = referred(speaksFor, index);
  return {
    actor: name,
    actor_id: id,
    actor_kind: kind,
    aliases: joinedNames(aliases ?? []),
    speaks_for: principals,
    speaks_for_ids: principalIds,
  };
}

function claimCells({ id, text, topic, topics }: Claim): Cells {
  return { claim: text, claim_id: id, topic, topics: joinedNames(topics ?? []) };
}

function documentCells({ id, title, url, publisher, publishedAt, language }: Document, { actors }: Index): Cells {
  return {
    document_id: id,
    document_title: title,
    document_url: url,
    document_date: publishedAt,
    publisher: publisher === undefined ? undefined : actors.get(publisher)?.name,
    publisher_id: publisher,
    language,
  };
}

function statementRow(statement: Statement, index: Index): Row {
  const { quotation } = statement;
  const actor = index.actors.get(statement.actor);
  const claim = index.claims.get(statement.claim);
  const document = index.documents.get(statement.document ?? '');
  const [reporters, reporterIds] = referred(statement.reportedBy, index);
  const cells: Cells = {
    ...(actor && actorCells(actor, index)),
    ...(claim && claimCells(claim)),
    ...(document && documentCells(document, index)),
    ...(document === undefined && { document_id: statement.document }),
    stance: statement.stance,
    date: statement.date,
    modality: statement.modality,
    quotation: quotation?.exact,
    quotation_prefix: quotation?.prefix,
    quotation_suffix: quotation?.suffix,
    quotation_start: quotation?.start?.toString(),
    quotation_end: quotation?.end?.toString(),
    reporter: reporters,
    reporter_ids: reporterIds,
    statement_id: statement.id,
    note: statement.note,
  };
  return { cells, owned: { actor: actor?.attributes, claim: claim?.attributes, document: document?.attributes } };
}

/** Whether an actor's name and id are all there is to say. */
function isBare({ kind, aliases = [], description, speaksFor = [], attributes }: Actor): boolean {
  return [kind, description, attributes].every((part) => part === undefined) && aliases.length + speaksFor.length === 0;
}

/** Rows for what the rows of the statements leave out: those who state nothing, and long texts. */
function furtherRows(file: NativeFile, index: Index): readonly Row[] {
  const { actors = [], claims = [], documents = [], statements = [] } = file;
  const speakers = new Set(statements.map(({ actor }) => actor));
  const stated = new Set(statements.map(({ claim }) => claim));
  const cited = new Set(statements.map(({ document }) => document));
  const named = new Set([
    ...statements.flatMap(({ reportedBy = [] }) => reportedBy),
    ...documents.flatMap(({ id, publisher }) => (publisher !== undefined && cited.has(id) ? [publisher] : [])),
    ...actors.flatMap(({ id, speaksFor = [] }) => (speakers.has(id) ? speaksFor : [])),
  ]);
  return [
    ...actors
      .filter((actor) => (speakers.has(actor.id) ? actor.description : !named.has(actor.id) || !isBare(actor)))
      .map((actor) => ({
        cells: { record: 'actor', ...actorCells(actor, index), actor_description: actor.description } as const,
        owned: { actor: actor.attributes },
      })),
    ...claims
      .filter(({ id, scope }) => scope !== undefined || !stated.has(id))
      .map((claim) => ({
        cells: { record: 'claim', ...claimCells(claim), claim_scope: claim.scope } as const,
        owned: { claim: claim.attributes },
      })),
    ...documents
      .filter(({ id, text }) => text !== undefined || !cited.has(id))
      .map((document) => ({
        cells: { record: 'document', ...documentCells(document, index), document_text: document.text } as const,
        owned: { document: document.attributes },
      })),
  ];
}

/**
 * The whole file. Empty columns are left out, except actor, claim and stance. An import of it into an empty database
 * gives the same content as an import of the native file.
 */
export function nativeCsv(file: NativeFile): string {
  const index = indexOf(file);
  const rows = [
    ...(file.statements ?? []).map((statement) => statementRow(statement, index)),
    ...furtherRows(file, index),
  ];
  const columns = COLUMNS.filter(
    (column) => ALWAYS.has(column) || rows.some(({ cells }) => (cells[column] ?? '') !== ''),
  );
  const attributes = attributeColumns(rows.map(({ owned }) => owned));
  const header = [...columns, ...attributes.map(({ name }) => name)];
  const lines = rows.map(({ cells, owned }) => [
    ...columns.map((column) => cells[column] ?? ''),
    ...attributes.map(({ cell }) => cell(owned)),
  ]);
  return `${[header, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
