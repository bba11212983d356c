/** Converts one row of the flat CSV to the records that it describes. */
import type { FileAttributes } from '../../contract/attributes.ts';
import { entriesOf, isMissingMark, unguarded } from '../../contract/csv-cells.ts';
import {
  type Actor,
  type Claim,
  type CsvRow,
  type Document,
  MAX_ALIASES,
  MAX_NAME,
  MAX_PRINCIPALS,
  MAX_TOPICS,
  type Statement,
} from '../../contract/native.ts';
import type { NamedIds } from '../records/derived-ids.ts';
import { shown } from '../records/faults.ts';
import { attributeColumn, type RowAttributes } from './csv-attributes.ts';
import { isCsvColumn, REQUIRED_COLUMNS, type CsvColumn } from './csv-columns.ts';

/** A document of a row; which of several rows gives the title is known when all are read. */
export type CsvDocument = Omit<Document, 'title'> & { readonly title?: string };

/** What one row says about one actor, claim or document, and the columns that say it. */
export type CsvPart =
  | { readonly section: 'actors'; readonly record: Actor; readonly columns: ReadonlyMap<string, CsvColumn> }
  | { readonly section: 'claims'; readonly record: Claim }
  | { readonly section: 'documents'; readonly record: CsvDocument };

export interface CsvRecords {
  readonly parts: readonly CsvPart[];
  readonly statement: Statement;
}

/** Cells whose white space matters: they are compared with the text of a document, or JSON keeps it, too. */
const VERBATIM: ReadonlySet<CsvColumn> = new Set([
  'quotation',
  'quotation_prefix',
  'quotation_suffix',
  'document_text',
  'note',
  'actor_description',
  'claim_scope',
]);

/** Cells with several names. */
const LISTS: ReadonlySet<string> = new Set<CsvColumn>(['aliases', 'speaks_for', 'reporter', 'topics']);
const REQUIRED: ReadonlySet<string> = new Set(REQUIRED_COLUMNS);

export interface FilledCells {
  /** The filled cells by column, trimmed. */
  readonly row: Readonly<Record<string, string>>;
  /** Columns whose cell has a mark for a missing value, such as `NA`, as the whole cell or as one of its names. */
  readonly missing: readonly { readonly column: string; readonly mark: string }[];
}

/** The cells of a row. `columns` are those of the header. Marks for missing values are read as empty, but not where a cell is required. */
export function filledCells(columns: readonly string[], cells: readonly string[]): FilledCells {
  const row: Record<string, string> = {};
  const missing: { column: string; mark: string }[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    const trimmed = cell.trim();
    if (trimmed === '') continue;
    const mark = isMissingMark(trimmed)
      ? trimmed
      : LISTS.has(column) || attributeColumn(column) !== undefined
        ? entriesOf(trimmed).find(isMissingMark)
        : undefined;
    if (mark !== undefined) missing.push({ column, mark });
    if (mark !== trimmed || REQUIRED.has(column))
      row[column] = unguarded(isCsvColumn(column) && VERBATIM.has(column) ? cell : trimmed);
  }
  return { row, missing };
}

/** Names between semicolons, without marks for missing values. */
function names(cell: string | undefined): readonly string[] {
  if (cell === undefined) return [];
  return entriesOf(cell)
    .filter((entry) => !isMissingMark(entry))
    .map(unguarded);
}

/** How names become ids, and the attributes of the row. */
export interface RowContext {
  readonly named: NamedIds;
  readonly attributes: RowAttributes;
}

/** Everything that a valid row describes. Actors without an id get one from their names. */
export function recordsOfRow(row: CsvRow, context: RowContext): CsvRecords {
  const { named, attributes } = context;
  const speaker = row.actor_id ?? named.actor(row.actor);
  const claim = row.claim_id ?? named.claim(row.claim);
  const reporters = referred(row.reporter, row.reporter_ids, { column: 'reporter', named });
  const { document, publisher } = documentOf(row, context);
  const parts: CsvPart[] = [
    ...actorParts({ ...row, actor_id: speaker }, context),
    ...reporters.parts,
    { section: 'claims', record: claimOf(row, claim, attributes.claims) },
    ...publisher,
  ];
  if (document?.part !== undefined) parts.push({ section: 'documents', record: document.part });
  const statement = statementOf(row, { speaker, claim, document: document?.id, reporters: reporters.ids });
  return { parts, statement };
}

type ActorCells = Pick<CsvRow, 'actor' | 'actor_id' | 'actor_kind' | 'aliases' | 'actor_description' | PrincipalCells>;
type PrincipalCells = 'speaks_for' | 'speaks_for_ids';

/** What the cells of an actor describe: the actor, then those that it speaks for. */
export function actorParts(row: ActorCells, { named, attributes }: RowContext): readonly CsvPart[] {
  const principals = referred(row.speaks_for, row.speaks_for_ids, { column: 'speaks_for', named });
  const aliases = names(row.aliases);
  const actor: Actor = {
    id: row.actor_id ?? named.actor(row.actor),
    name: row.actor,
    ...(row.actor_kind !== undefined && { kind: row.actor_kind }),
    ...(aliases.length > 0 && { aliases: [...aliases] }),
    ...(row.actor_description !== undefined && { description: row.actor_description }),
    ...(principals.ids.length > 0 && { speaksFor: principals.ids }),
    ...(attributes.actors && { attributes: attributes.actors }),
  };
  return [{ section: 'actors', record: actor, columns: new Map() }, ...principals.parts];
}

/** What the cells of a claim describe. */
export function claimParts(row: ClaimCells, { named, attributes }: RowContext): readonly CsvPart[] {
  return [{ section: 'claims', record: claimOf(row, row.claim_id ?? named.claim(row.claim), attributes.claims) }];
}

/** What the cells of a document describe: its publisher, then the document. */
export function documentParts(row: DocumentCells, context: RowContext): readonly CsvPart[] {
  const { document, publisher } = documentOf(row, context);
  return document?.part === undefined ? publisher : [...publisher, { section: 'documents', record: document.part }];
}

interface Referred {
  readonly ids: string[];
  readonly parts: readonly CsvPart[];
}

/** Actors that a cell names, by the ids of the cell beside it if it is filled. An id without a name refers to an actor that another row describes. */
function referred(
  cell: string | undefined,
  idCell: string | undefined,
  { column, named }: { readonly column: CsvColumn; readonly named: NamedIds },
): Referred {
  if (idCell === undefined) {
    const own = names(cell);
    return {
      ids: own.map((name) => named.actor(name)),
      parts: own.map((name) => actorNamed(named.actor(name), name, column)),
    };
  }
  const ids = entriesOf(idCell).map(unguarded);
  const own = entriesOf(cell ?? '');
  const parts = own.flatMap((entry, index) => {
    const id = ids[index];
    return id === undefined || isMissingMark(entry) ? [] : [actorNamed(id, unguarded(entry), column)];
  });
  return { ids, parts };
}

type ClaimCells = Pick<CsvRow, 'claim' | 'claim_id' | 'topic' | 'topics' | 'claim_scope'>;

function claimOf(row: ClaimCells, id: string, attributes: FileAttributes | undefined): Claim {
  const topics = names(row.topics);
  return {
    id,
    text: row.claim,
    ...(row.topic !== undefined && { topic: row.topic }),
    ...(topics.length > 0 && { topics: [...topics] }),
    ...(row.claim_scope !== undefined && { scope: row.claim_scope }),
    ...(attributes && { attributes }),
  };
}

function actorNamed(id: string, name: string, column: CsvColumn): CsvPart {
  const columns = new Map([
    ['id', column],
    ['name', column],
  ]);
  return { section: 'actors', record: { id, name }, columns };
}

type DocumentCells = Pick<
  CsvRow,
  | 'document_id'
  | 'document_title'
  | 'document_url'
  | 'document_date'
  | 'language'
  | 'document_text'
  | 'publisher'
  | 'publisher_id'
>;

interface DocumentOfRow {
  /** `part` is absent when the row only gives its id. */
  readonly document?: { readonly id: string; readonly part?: CsvDocument };
  readonly publisher: readonly CsvPart[];
}

/** The row's document, what the row says about it, and its publisher. */
function documentOf(row: DocumentCells, { named, attributes }: RowContext): DocumentOfRow {
  const { document_id: given, document_title: title, document_url: url, document_date: publishedAt, language } = row;
  const publisherId = row.publisher_id ?? (row.publisher === undefined ? undefined : named.actor(row.publisher));
  const publisher =
    publisherId === undefined || row.publisher === undefined
      ? []
      : [actorNamed(publisherId, row.publisher, 'publisher')];
  const said = {
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(publisherId !== undefined && { publisher: publisherId }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    ...(row.document_text !== undefined && { text: row.document_text }),
    ...(attributes.documents && { attributes: attributes.documents }),
  };
  if (given === undefined && title === undefined && url === undefined) return { publisher };
  const id = given ?? named.document(said);
  return { publisher, document: Object.keys(said).length === 0 ? { id } : { id, part: { id, ...said } } };
}

function statementOf(
  row: CsvRow,
  ids: {
    readonly speaker: string;
    readonly claim: string;
    readonly document: string | undefined;
    readonly reporters: string[];
  },
): Statement {
  return {
    ...(row.statement_id !== undefined && { id: row.statement_id }),
    actor: ids.speaker,
    claim: ids.claim,
    stance: row.stance,
    ...(row.date !== undefined && { date: row.date }),
    ...(row.modality !== undefined && { modality: row.modality }),
    ...(ids.document !== undefined && { document: ids.document }),
    ...(row.quotation !== undefined && {
      quotation: {
        exact: row.quotation,
        ...(row.quotation_prefix !== undefined && { prefix: row.quotation_prefix }),
        ...(row.quotation_suffix !== undefined && { suffix: row.quotation_suffix }),
        ...(row.quotation_start !== undefined && { start: Number(row.quotation_start) }),
        ...(row.quotation_end !== undefined && { end: Number(row.quotation_end) }),
      },
    }),
    ...(ids.reporters.length > 0 && { reportedBy: ids.reporters }),
    ...(row.note !== undefined && { note: row.note }),
  };
}

/** How many names a cell may contain: as many as the record allows. */
export const MAX_NAMES = {
  aliases: MAX_ALIASES,
  speaks_for: MAX_PRINCIPALS,
  topics: MAX_TOPICS,
  reporter: 20,
} as const;

export interface CellFault {
  readonly field: CsvColumn;
  readonly code: string;
  readonly reason: string;
}

/** Cells with more or longer names than a record may have. Checked first: each name would be normalised, and create an actor. */
export function crowdedCells(row: Partial<CsvRow>): readonly CellFault[] {
  return (['aliases', 'speaks_for', 'topics', 'reporter'] as const).flatMap((field) => {
    const entries = entriesOf(row[field] ?? '');
    if (entries.length > MAX_NAMES[field]) {
      return [
        { field, code: 'too-long', reason: `The cell contains more than ${MAX_NAMES[field]} names. Remove some.` },
      ];
    }
    const long = entries.find((name) => name.length > MAX_NAME);
    if (long === undefined) return [];
    const reason = `The name ${shown(long)} has more than ${MAX_NAME} characters. Shorten it.`;
    return [{ field, code: 'too-long', reason }];
  });
}

/** Cells that describe a document and do not identify it. */
const DESCRIBING = ['document_date', 'publisher', 'publisher_id', 'language', 'document_text'] as const;

/** Cells of ids that have not one id for each name. */
export function unpairedCells(row: Partial<CsvRow>): readonly CellFault[] {
  return (
    [
      ['reporter', 'reporter_ids'],
      ['speaks_for', 'speaks_for_ids'],
    ] as const
  ).flatMap(([column, field]) => {
    const [ids, own] = [row[field], row[column]].map((cell) => entriesOf(cell ?? '').length);
    if (row[field] === undefined || row[column] === undefined || ids === own) return [];
    const reason = `The cell has ${ids} ids, and ${column} has ${own} names. Write one id for each name, in the same order.`;
    return [{ field, code: 'bad-value', reason }];
  });
}

/** Cells that need another cell, which is empty. */
export function danglingCells(row: Partial<CsvRow>, attributes: RowAttributes = {}): readonly CellFault[] {
  const faults: CellFault[] = [];
  const hasDocument =
    row.document_id !== undefined || row.document_title !== undefined || row.document_url !== undefined;
  const isDescribed = attributes.documents !== undefined || DESCRIBING.some((column) => row[column] !== undefined);
  if (!hasDocument && isDescribed) {
    faults.push({
      field: 'document_title',
      code: 'missing',
      reason: 'The row describes a document without a title or an address. Fill in document_title or document_url.',
    });
  }
  if (
    row.quotation === undefined &&
    (row.quotation_prefix ?? row.quotation_suffix ?? row.quotation_start ?? row.quotation_end) !== undefined
  ) {
    faults.push({
      field: 'quotation',
      code: 'missing',
      reason: 'The row has the context of a quotation, but not its words. Fill in the column quotation.',
    });
  }
  return faults;
}
