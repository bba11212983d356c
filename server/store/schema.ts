/** Checks the owner and version of the database before anything is written. */
import type { GraphEngine, Queryable } from '../engine/engine.ts';
import { cypher, schemaStatements } from './cypher.ts';
import { DatabaseObstacleError, obstaclesAmong, repeatedIdsOf } from './schema-obstacles.ts';
import { integerOr, texts } from './values.ts';

/** Incremented when older versions can no longer read what this version writes. */
export const SCHEMA_VERSION = 2;

/** The database contains data that Gainsay did not write. */
export class DatabaseForeignError extends Error {
  readonly code = 'database-foreign';
  /** @param labels Of one of the nodes. */
  constructor(labels: readonly string[]) {
    const such = labels.length === 0 ? 'a node without a label' : `a node with the label ${labels.join(' and ')}`;
    super(
      `This database contains other data, for example ${such}. Use an empty database, or add --adopt to keep the data and let Gainsay write beside it.`,
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
  return engine.read(async (q) => (await anyNode(q)) === undefined);
}

/**
 * Prepares the database: constraints, indexes and the mark of ownership. Can be repeated.
 *
 * @param adopt Whether a database that contains other data may be used.
 * @param isReturning Whether this process has prepared it before. Then only its mark is checked, because a cold
 *   server that has just restarted needs seconds for its schema, while requests wait.
 * @throws DatabaseForeignError, DatabaseNewerError, DatabaseObstacleError, before any content is written; EngineError.
 */
export async function prepareDatabase(
  engine: GraphEngine,
  { adopt, isReturning = false }: { readonly adopt: boolean; readonly isReturning?: boolean },
): Promise<void> {
  if (isReturning && (await engine.read(markedVersion)) === SCHEMA_VERSION) return;
  const { version, foreign } = await engine.read(async (q) => ({
    version: await markedVersion(q),
    foreign: await anyNode(q),
  }));
  if (version === undefined && foreign !== undefined && !adopt) throw new DatabaseForeignError(foreign);
  if (version !== undefined && version > SCHEMA_VERSION) throw new DatabaseNewerError(version);
  const obstacles = obstaclesAmong(await engine.definitions(), engine.dialect);
  if (obstacles.length > 0) throw new DatabaseObstacleError(obstacles);
  const statements = schemaStatements(engine.dialect);
  if (version === undefined && foreign !== undefined) await refuseRepeatedIds(engine, statements);
  for (const statement of statements) await defineOrExplain(engine, statement);
  await engine.defineTextIndexes();
  if (version === SCHEMA_VERSION) return;
  await engine.write(async (q) => {
    await q.run(cypher('write/gainsay-mark'), { schemaVersion: SCHEMA_VERSION, now: new Date().toISOString() });
  });
}

/** Undefined when the database is not marked as ours. */
async function markedVersion(q: Queryable): Promise<number | undefined> {
  const row = (await q.run(cypher('read/check-mark'))).find(({ id }) => id === 'gainsay');
  return row && integerOr(row['schemaVersion'], 0);
}

/** The labels of some node that is not the mark of ownership; undefined when there is none. */
async function anyNode(q: Queryable): Promise<readonly string[] | undefined> {
  const [row] = await q.run(cypher('read/check-any-node'));
  return row && texts(row, 'labels');
}

/** @throws DatabaseObstacleError before any constraint is made. One engine would make it and keep the double ids. */
async function refuseRepeatedIds(engine: GraphEngine, statements: readonly string[]): Promise<void> {
  const repeated: string[] = [];
  for (const statement of statements) repeated.push(...(await repeatedIdsOf(engine, statement)));
  if (repeated.length > 0) throw new DatabaseObstacleError(repeated);
}

async function defineOrExplain(engine: GraphEngine, statement: string): Promise<void> {
  try {
    await engine.define(statement);
  } catch (error) {
    const repeated = await repeatedIdsOf(engine, statement).catch(() => []);
    throw repeated.length > 0 ? new DatabaseObstacleError(repeated, error) : error;
  }
}
