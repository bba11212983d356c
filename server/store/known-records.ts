/** What validation reads from the database: which ids exist, with their published content. */
import type { GraphEngine, Queryable } from '../engine/engine.ts';
import type { RecordOf, Section } from './records.ts';
import { isEmptyDatabase } from './schema.ts';
import { readHidden } from './imports.ts';
import { readRecords, readTexts } from './stored-content.ts';

type Lookup<S extends Section> = (ids: readonly string[]) => Promise<ReadonlyMap<string, RecordOf[S]>>;

/** Published records by id. Documents come without their text, which {@link documentText} gives. */
export interface StoredRecords {
  readonly isEmpty: boolean;
  readonly actors: Lookup<'actors'>;
  readonly claims: Lookup<'claims'>;
  readonly documents: Lookup<'documents'>;
  readonly statements: Lookup<'statements'>;
  documentText(id: string): Promise<string | undefined>;
}

/** Looks records up in the current database. An empty database is not queried again. */
export async function openKnownRecords(engine: GraphEngine): Promise<StoredRecords> {
  const isEmpty = await isEmptyDatabase(engine);
  const lookup =
    <S extends Section>(section: S): Lookup<S> =>
    async (ids) => {
      if (isEmpty || ids.length === 0) return new Map();
      const found = await visibly(engine, (q, hidden) => readRecords(q, section, { ids, hidden }));
      return new Map(found.map(({ record }) => [record.id, record]));
    };
  return {
    isEmpty,
    actors: lookup('actors'),
    claims: lookup('claims'),
    documents: lookup('documents'),
    statements: lookup('statements'),
    async documentText(id) {
      if (isEmpty) return undefined;
      return (await visibly(engine, (q, hidden) => readTexts(q, { ids: [id], hidden }))).get(id);
    },
  };
}

function visibly<T>(engine: GraphEngine, work: (q: Queryable, hidden: readonly string[]) => Promise<T>): Promise<T> {
  return engine.read(async (q) => work(q, await readHidden(q)));
}
