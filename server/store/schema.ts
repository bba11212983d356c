/** Checks the owner and version of the database before anything is written. */
import type { GraphEngine, Queryable } from '../engine/engine.ts';
import { cypher, schemaStatements } from './cypher.ts';
import { integerOr } from './values.ts';

/** Incremented when older versions can no longer read what this version writes. */
export const SCHEMA_VERSION = 2;

/** The database contains data that Gainsay did not write. */
export class DatabaseForeignError extends Error {
  readonly code = 'database-foreign';
  constructor() {
    super(
      'This database contains other data. Use an empty database, or add --adopt to keep the data and let Gainsay write beside it.',
    );
    this.name = 'DatabaseForeignError';
  }
}

/** The database was written by a later version of Gainsay. */
export class DatabaseNewerError extends Error {
  readonly code = 'database-newer';
  constructor(version: number) {
    super(
      `This database was written by a newer version of Gainsay (its schema has version ${version}, this program supports ${SCHEMA_VERSION}). Update Gainsay.`,
    );
    this.name = 'DatabaseNewerError';
  }
}

/** Whether the database holds no node at all, or nothing but Gainsay's own mark. */
export async function isEmptyDatabase(engine: GraphEngine): Promise<boolean> {
  return engine.read(async (q) => !(await holdsNodes(q)));
}

/**
 * Prepares the database: constraints, indexes and the mark of ownership. Can be repeated.
 *
 * @param adopt Whether a database that contains other data may be used.
 * @param isReturning Whether this process has prepared it before. Then only its mark is checked, because a cold
 *   server that has just restarted needs seconds for its schema, while requests wait.
 * @throws DatabaseForeignError, DatabaseNewerError, before anything is written; EngineError.
 */
export async function prepareDatabase(
  engine: GraphEngine,
  { adopt, isReturning = false }: { readonly adopt: boolean; readonly isReturning?: boolean },
): Promise<void> {
  if (isReturning && (await engine.read(markedVersion)) === SCHEMA_VERSION) return;
  const { version, isForeign } = await engine.read(async (q) => ({
    version: await markedVersion(q),
    isForeign: await holdsNodes(q),
  }));
  if (version === undefined && isForeign && !adopt) throw new DatabaseForeignError();
  if (version !== undefined && version > SCHEMA_VERSION) throw new DatabaseNewerError(version);
  for (const statement of schemaStatements(engine.dialect)) await engine.define(statement);
  await engine.defineTextIndexes();
  if (version === SCHEMA_VERSION) return;
  await engine.write(async (q) => {
    await q.run(cypher('write/gainsay-mark'), { schemaVersion: SCHEMA_VERSION, now: new Date().toISOString() });
  });
}

/** Undefined when the database is not marked as ours. */
async function markedVersion(q: Queryable): Promise<number | undefined> {
  const [row] = await q.run(cypher('read/check-mark'));
  return row && integerOr(row['schemaVersion'], 0);
}

async function holdsNodes(q: Queryable): Promise<boolean> {
  return (await q.run(cypher('read/check-any-node'))).length > 0;
}
