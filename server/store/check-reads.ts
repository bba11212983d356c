/** Reads of the consistency check, page by page. */
import { contentionOf } from '../contract/contention.ts';
import type { Queryable, Row, Value } from '../engine/engine.ts';
import { type StoredContribution, LABELS } from './contributions.ts';
import { cypher } from './cypher.ts';
import type { Section } from './records.ts';
import { byCodeUnits, integerOr, integerOrAbsent, text, textOrAbsent } from './values.ts';

/** `hidden` are the imports that are being loaded or undone. Readers do not see their content. */
export interface CheckPage {
  readonly ids: readonly string[];
  readonly hidden: readonly string[];
}

/** Counters by name; dates and numbers alike. */
export type Counters = Readonly<Record<string, string | number | undefined>>;

export interface CountedNode {
  readonly id: string;
  readonly importId: string;
  readonly stored: Counters;
  readonly counted: Counters;
}

export async function countedClaims(q: Queryable, page: CheckPage): Promise<readonly CountedNode[]> {
  const rows = await q.run(cypher('read/check-claims'), { ids: page.ids });
  const statements = await byId(q, 'read/check-claims-statements', page);
  const asserters = await byId(q, 'read/check-claims-asserters', page);
  const deniers = await byId(q, 'read/check-claims-deniers', page);
  return rows.map((row) => {
    const id = text(row, 'id');
    const sides = { asserters: counterOf(asserters, id, 'asserters'), deniers: counterOf(deniers, id, 'deniers') };
    const counted = {
      ...sides,
      statements: counterOf(statements, id, 'statements'),
      ...countersOf(statements.get(id) ?? {}, ['firstDate', 'lastDate']),
      contention: contentionOf(sides),
    };
    return countedNode(row, counted);
  });
}

export async function countedActors(q: Queryable, page: CheckPage): Promise<readonly CountedNode[]> {
  const rows = await q.run(cypher('read/check-actors'), { ids: page.ids });
  const statements = await byId(q, 'read/check-actors-statements', page);
  const asserts = await byId(q, 'read/check-actors-asserts', page);
  const denies = await byId(q, 'read/check-actors-denies', page);
  return rows.map((row) => {
    const id = text(row, 'id');
    const counted = {
      statements: counterOf(statements, id, 'statements'),
      asserts: counterOf(asserts, id, 'asserts'),
      denies: counterOf(denies, id, 'denies'),
    };
    return countedNode(row, counted);
  });
}

/** The rows of a query by id. Ids without a result have no row, because an OPTIONAL MATCH makes the embedded engine scan. */
async function byId(q: Queryable, name: string, { ids, hidden }: CheckPage): Promise<ReadonlyMap<string, Row>> {
  return new Map((await q.run(cypher(name), { ids, hidden })).map((row) => [text(row, 'id'), row]));
}

function counterOf(rows: ReadonlyMap<string, Row>, id: string, name: string): number {
  return integerOr(rows.get(id)?.[name], 0);
}

function countedNode(row: Row, counted: Counters): CountedNode {
  return {
    id: text(row, 'id'),
    importId: text(row, 'importId'),
    stored: countersOf(row, Object.keys(counted)),
    counted,
  };
}

function countersOf(row: Row, names: readonly string[]): Counters {
  return Object.fromEntries(names.map((name) => [name, textOrAbsent(row, name) ?? integerOrAbsent(row, name)]));
}

/** The edge of a position, as stored or as expected. */
export interface Position {
  /** `<actor id> <stance> <claim id>`, from the ends of the edge. */
  readonly key: string;
  readonly counters: Counters;
}

const RANKED = ['stated', 'reported', 'hedged'] as const;

/** The edges as they are stored. The property `id` is among the counters. */
export async function storedPositions(q: Queryable, page: CheckPage): Promise<readonly Position[]> {
  const positions: Position[] = [];
  for (const stance of ['asserts', 'denies'] as const) {
    for (const row of await q.run(cypher(`read/check-${stance}`), { ...page })) {
      const key = `${text(row, 'actor')} ${stance} ${text(row, 'claim')}`;
      positions.push({
        key,
        counters: {
          id: textOrAbsent(row, 'positionId'),
          ...countersOf(row, ['statements', 'firstDate', 'lastDate', 'modality', 'importId']),
        },
      });
    }
  }
  return positions;
}

/** The edges as the statements require them. */
export async function countedPositions(q: Queryable, page: CheckPage): Promise<readonly Position[]> {
  return (await q.run(cypher('read/check-positions'), { ...page })).map((row) => {
    const key = `${text(row, 'actor')} ${text(row, 'stance')} ${text(row, 'claim')}`;
    const modality = RANKED[integerOr(row['weakness'], 2)];
    return {
      key,
      counters: { id: key, ...countersOf(row, ['statements', 'firstDate', 'lastDate', 'importId']), modality },
    };
  });
}

export interface CheckedStatement {
  readonly id: string;
  readonly importId: string;
  readonly positionId: string;
  readonly stance: string;
  readonly date?: string | undefined;
  readonly datePrecision?: string | undefined;
  readonly quotation?:
    | {
        readonly exact: string;
        readonly location: string;
        readonly start?: number | undefined;
        readonly end?: number | undefined;
      }
    | undefined;
  readonly actors: readonly string[];
  readonly claims: readonly string[];
  readonly documents: readonly string[];
  /** Sorted. */
  readonly orders: readonly number[];
}

export async function checkedStatements(q: Queryable, { ids }: CheckPage): Promise<readonly CheckedStatement[]> {
  const ends = async (name: string): Promise<ReadonlyMap<string, readonly Value[]>> =>
    targets(await q.run(cypher(name), { ids }));
  const actors = await ends('read/check-statements-actors');
  const claims = await ends('read/check-statements-claims');
  const documents = await ends('read/check-statements-documents');
  const orders = await ends('read/check-statements-orders');
  return (await q.run(cypher('read/check-statements'), { ids })).map((row) => {
    const id = text(row, 'id');
    const exact = textOrAbsent(row, 'exact');
    return {
      id,
      importId: text(row, 'importId'),
      positionId: text(row, 'positionId'),
      stance: text(row, 'stance'),
      date: textOrAbsent(row, 'date'),
      datePrecision: textOrAbsent(row, 'datePrecision'),
      quotation:
        exact === undefined
          ? undefined
          : {
              exact,
              location: text(row, 'location'),
              start: integerOrAbsent(row, 'start'),
              end: integerOrAbsent(row, 'stop'),
            },
      actors: (actors.get(id) ?? []).map(String),
      claims: (claims.get(id) ?? []).map(String),
      documents: (documents.get(id) ?? []).map(String),
      orders: (orders.get(id) ?? []).map(Number).toSorted((a, b) => a - b),
    };
  });
}

/** The targets of each node, by the node's id. */
function targets(rows: readonly Row[]): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>();
  for (const row of rows) {
    const id = text(row, 'id');
    const list = found.get(id);
    const target = row['target'] ?? null;
    if (list) list.push(target);
    else found.set(id, [target]);
  }
  return found;
}

export interface CheckedDocument {
  readonly id: string;
  readonly importId: string;
  readonly publishers: number;
}

export async function checkedDocuments(q: Queryable, page: CheckPage): Promise<readonly CheckedDocument[]> {
  const publishers = await byId(q, 'read/check-documents-publishers', page);
  const rows = await q.run(cypher('read/check-documents'), { ids: page.ids });
  return rows.map((row) => ({
    id: text(row, 'id'),
    importId: text(row, 'importId'),
    publishers: counterOf(publishers, text(row, 'id'), 'publishers'),
  }));
}

export interface CheckedSpeaksFor {
  readonly actor: string;
  readonly target: string;
  readonly id: string;
  readonly importId: string;
  /** The import that owns the actor. */
  readonly ownerId: string;
}

export async function checkedSpeaksFor(q: Queryable, { ids }: CheckPage): Promise<readonly CheckedSpeaksFor[]> {
  const rows = await q.run(cypher('read/check-speaks-for'), { ids });
  return rows.map((row) => ({
    actor: text(row, 'actor'),
    target: text(row, 'target'),
    id: text(row, 'id'),
    importId: text(row, 'importId'),
    ownerId: text(row, 'ownerId'),
  }));
}

const ID_QUERIES = {
  actors: 'read/check-actor-ids',
  claims: 'read/check-claim-ids',
  documents: 'read/check-document-ids',
  statements: 'read/check-statement-ids',
} as const;

/** Every id of a section, visible or not, sorted by code units. Nodes without an id come as empty texts. */
export async function allIds(q: Queryable, section: Section): Promise<string[]> {
  return (await q.run(cypher(ID_QUERIES[section]))).map((row) => text(row, 'id')).sort(byCodeUnits);
}

/** All contributions, each with the section of its entity. */
export async function allContributions(
  q: Queryable,
): Promise<readonly (StoredContribution & { readonly section: Section })[]> {
  const sections = new Map(Object.entries(LABELS).map(([section, label]) => [label as string, section as Section]));
  return (await q.run(cypher('read/check-contributions'))).map((row) => {
    const payload = textOrAbsent(row, 'payload');
    return {
      id: text(row, 'id'),
      section: sections.get(text(row, 'label')) ?? 'statements',
      importId: text(row, 'importId'),
      ownerId: text(row, 'ownerId'),
      entityId: text(row, 'entityId'),
      role: text(row, 'role') === 'reference' ? ('reference' as const) : ('given' as const),
      ...(payload !== undefined && { payload }),
    };
  });
}

/** How many marks of ownership there are. A consistent database has one. */
export async function markCount(q: Queryable): Promise<number> {
  return (await q.run(cypher('read/check-mark'))).length;
}

/** Ids of all imports by state. */
export async function importStates(q: Queryable): Promise<ReadonlyMap<string, string>> {
  return new Map((await q.run(cypher('read/check-import-ids'))).map((row) => [text(row, 'id'), text(row, 'state')]));
}
