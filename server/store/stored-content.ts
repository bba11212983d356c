/** Reads records from the database in the form of the files, for exports, validation, merging and undoing. */
import type { Queryable, Row } from '../engine/engine.ts';
import type { LocatedQuotation } from '../contract/explorer.ts';
import type { Modality, Stance } from '../contract/vocabulary.ts';
import { datePrecision } from '../contract/vocabulary.ts';
import { attributesOf } from './attributes.ts';
import { cypher } from './cypher.ts';
import {
  type ActorRecord,
  type ClaimRecord,
  type DocumentRecord,
  type RecordOf,
  type Section,
  type StatementRecord,
  positionId,
} from './records.ts';
import { topicsOf } from './topics.ts';
import { byCodeUnits, integerOrAbsent, present, text, textOrAbsent, texts } from './values.ts';

/** A record and the import that owns it. */
export interface Stored<T> {
  readonly record: T;
  readonly importId: string;
}

interface RecordQuery {
  readonly ids: readonly string[];
  /** Imports whose content does not count. */
  readonly hidden: readonly string[];
}

/** The existing records among the ids, in order of id. Documents come without their text, but with its `sha256`. */
export function readRecords<S extends Section>(
  q: Queryable,
  section: S,
  query: RecordQuery,
): Promise<readonly Stored<RecordOf[S]>[]> {
  return READ[section](q, query);
}

const READ: { readonly [S in Section]: (q: Queryable, query: RecordQuery) => Promise<readonly Stored<RecordOf[S]>[]> } =
  {
    async actors(q, query) {
      const speaksFor = await targets(q, 'read/export-speaks-for', query);
      return stored(await ask(q, 'read/export-actors', query), (row) =>
        actorOf(row, speaksFor.get(text(row, 'id')) ?? []),
      );
    },
    claims: async (q, query) => stored(await ask(q, 'read/export-claims', query), claimOf),
    async documents(q, query) {
      const publishers = await targets(q, 'read/export-publishers', query);
      return stored(await ask(q, 'read/export-documents', query), (row) =>
        documentOf(row, publishers.get(text(row, 'id'))?.[0]),
      );
    },
    statements: readStatements,
  };

/** The texts of the documents that have one, by id. */
export async function readTexts(q: Queryable, query: RecordQuery): Promise<ReadonlyMap<string, string>> {
  const rows = await ask(q, 'read/export-texts', query);
  return new Map(rows.map((row) => [text(row, 'id'), text(row, 'text')]));
}

const ID_QUERIES = {
  actors: 'read/export-actor-ids',
  claims: 'read/export-claim-ids',
  documents: 'read/export-document-ids',
  statements: 'read/export-statement-ids',
} as const;

/** Every id of a section, sorted by code units. Each takes about 100 bytes of memory. */
export async function readIds(q: Queryable, section: Section, hidden: readonly string[]): Promise<string[]> {
  const rows = await q.run(cypher(ID_QUERIES[section]), { hidden });
  return rows.map((row) => text(row, 'id')).sort(byCodeUnits);
}

async function readStatements(q: Queryable, query: RecordQuery): Promise<readonly Stored<StatementRecord>[]> {
  const documents = await targets(q, 'read/export-quoted-in', query);
  const reporters = await targets(q, 'read/export-reporters', query);
  return stored(await ask(q, 'read/export-statements', query), (row) => {
    const id = text(row, 'id');
    return statementOf(row, { document: documents.get(id)?.[0], reportedBy: reporters.get(id) ?? [] });
  });
}

/** The targets of some nodes, in the order of the rows. */
async function targets(
  q: Queryable,
  name: string,
  query: RecordQuery,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const row of await ask(q, name, query)) {
    const [id, target] = [text(row, 'id'), text(row, 'target')];
    const list = found.get(id);
    if (list) list.push(target);
    else found.set(id, [target]);
  }
  return found;
}

async function ask(q: Queryable, name: string, { ids, hidden }: RecordQuery): Promise<readonly Row[]> {
  return ids.length === 0 ? [] : q.run(cypher(name), { ids, hidden });
}

function stored<T>(rows: readonly Row[], recordOf: (row: Row) => T): readonly Stored<T>[] {
  return rows.map((row) => ({ record: recordOf(row), importId: text(row, 'importId') }));
}

function actorOf(row: Row, speaksFor: readonly string[]): ActorRecord {
  return present({
    id: text(row, 'id'),
    name: text(row, 'name'),
    kind: textOrAbsent(row, 'kind') as ActorRecord['kind'] | undefined,
    aliases: texts(row, 'aliases').toSorted(byCodeUnits),
    description: textOrAbsent(row, 'description'),
    speaksFor: speaksFor.toSorted(byCodeUnits),
    attributes: attributesOf(row),
  });
}

function claimOf(row: Row): ClaimRecord {
  return present({
    id: text(row, 'id'),
    text: text(row, 'text'),
    topics: topicsOf(row),
    scope: textOrAbsent(row, 'scope'),
    attributes: attributesOf(row),
  });
}

function documentOf(row: Row, publisher: string | undefined): DocumentRecord {
  return present({
    id: text(row, 'id'),
    title: text(row, 'title'),
    url: textOrAbsent(row, 'url'),
    publisher,
    publishedAt: textOrAbsent(row, 'publishedAt'),
    language: textOrAbsent(row, 'language'),
    attributes: attributesOf(row),
    sha256: textOrAbsent(row, 'sha256'),
  });
}

function statementOf(
  row: Row,
  { document, reportedBy }: { readonly document: string | undefined; readonly reportedBy: readonly string[] },
): StatementRecord {
  const [actor, claim, stance, date] = [
    text(row, 'actor'),
    text(row, 'claim'),
    text(row, 'stance') as Stance,
    textOrAbsent(row, 'date'),
  ];
  return present({
    id: text(row, 'id'),
    positionId: positionId(actor, stance, claim),
    actor,
    claim,
    stance,
    date,
    datePrecision: date === undefined ? undefined : datePrecision(date),
    modality: text(row, 'modality') as Modality,
    document,
    quotation: quotationOf(row),
    reportedBy,
    note: textOrAbsent(row, 'note'),
  });
}

function quotationOf(row: Row): LocatedQuotation | undefined {
  const exact = textOrAbsent(row, 'quoteExact');
  if (exact === undefined) return undefined;
  return present({
    exact,
    prefix: textOrAbsent(row, 'quotePrefix'),
    suffix: textOrAbsent(row, 'quoteSuffix'),
    start: integerOrAbsent(row, 'quoteStart'),
    end: integerOrAbsent(row, 'quoteEnd'),
    location: text(row, 'quoteLocation') as LocatedQuotation['location'],
  });
}
