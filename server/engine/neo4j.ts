/** The engine on a Neo4j server, over Bolt. */
import {
  type Driver,
  type ManagedTransaction,
  type Session,
  auth,
  bookmarkManager,
  driver as createDriver,
  int,
  isRetryableError,
} from 'neo4j-driver';
import {
  EngineError,
  TEXT_LABELS,
  type EngineHealth,
  type GraphEngine,
  type Parameters,
  type Queryable,
  type Row,
  type TextHit,
  type TextLabel,
  type TextQuery,
} from './engine.ts';
import { GuardedTransaction, brokenBy } from './guarded-transaction.ts';
import { translateNeo4jError } from './neo4j-errors.ts';
import { checkTextQuery } from './text-query.ts';
import { decodeRow, encodeIntegers } from './values.ts';
import { WorkGate } from './work-gate.ts';

export interface Neo4jOptions {
  /** `bolt://`, `neo4j://`, or one of these with `+s`. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** `neo4j` when absent. */
  readonly database?: string;
}

/** In milliseconds: long enough for a busy server, short enough for a user who waits for an answer. */
const LIMITS = {
  connectionTimeout: 5_000,
  connectionAcquisitionTimeout: 5_000,
  // The driver waits 1, 2, 4 … s between attempts and checks this limit only before it waits: up to 3.6 s in total.
  maxTransactionRetryTime: 2_000,
  maxConnectionPoolSize: 20,
} as const;

/** Seconds after which index population counts as failed. */
const INDEX_WAIT = 600;

/** The number of additional hits that a text search reads beyond `limit`, to order hits of the same score by id. */
const TIE_FACTOR = 8;

/**
 * Makes an engine on a Neo4j server. Connects only when it is used, so that an absent server is
 * an `engine-unavailable` of each call, and calls succeed again as soon as it is back.
 *
 * @throws EngineError `engine-unavailable` when the address is not one of Neo4j.
 */
export async function openNeo4j({ uri, user, password, database = 'neo4j' }: Neo4jOptions): Promise<GraphEngine> {
  try {
    const driver = createDriver(uri, auth.basic(user, password), {
      ...LIMITS,
      telemetryDisabled: true,
      useBigInt: true,
      userAgent: 'gainsay',
    });
    return new Neo4jEngine(driver, database);
  } catch (error) {
    throw new EngineError(
      'engine-unavailable',
      'The address of Neo4j (NEO4J_URI) cannot be used. Write it like neo4j://localhost:7687.',
      error,
    );
  }
}

class Neo4jEngine implements GraphEngine {
  readonly dialect = 'neo4j';
  readonly #driver: Driver;
  readonly #database: string;
  /** Passes the bookmark of each write on to later work: a replica that lags behind then waits for it. */
  readonly #bookmarks = bookmarkManager();
  readonly #gate = new WorkGate();

  constructor(driver: Driver, database: string) {
    this.#driver = driver;
    this.#database = database;
  }

  read<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    return this.#gate.enter(() =>
      this.#inSession('READ', (session) => session.executeRead((tx) => transact(tx, work))),
    );
  }

  write<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    return this.#gate.enterAlone(() =>
      this.#inSession('WRITE', (session) => session.executeWrite((tx) => transact(tx, work))),
    );
  }

  define(cypher: string): Promise<void> {
    return this.#gate.enterAlone(() =>
      this.#inSession('WRITE', async (session) => {
        await session.run(cypher);
      }),
    );
  }

  defineTextIndexes(): Promise<void> {
    return this.#gate.enterAlone(() =>
      this.#inSession('WRITE', async (session) => {
        for (const label of TEXT_LABELS) await session.run(textIndexStatement(label));
        await session.run('CALL db.awaitIndexes($seconds)', { seconds: int(INDEX_WAIT) });
      }),
    );
  }

  /** Deletions are cheap for its text indexes. */
  withoutTextIndex<T>(_label: TextLabel, work: () => Promise<T>): Promise<T> {
    return work();
  }

  searchText(query: TextQuery): Promise<readonly TextHit[]> {
    return this.#gate.enter(async () => {
      checkTextQuery(query);
      const { label, terms, limit } = query;
      if (terms.length === 0 || limit === 0) return [];
      const parameters = { index: textIndexName(label), text: terms.join(' '), candidates: limit * TIE_FACTOR, limit };
      const rows = await this.#inSession('READ', (session) =>
        session.executeRead((tx) => execute(tx, SEARCH, parameters)),
      );
      return rows.flatMap(({ id, score }) =>
        typeof id === 'string' && typeof score === 'number' ? [{ id, score }] : [],
      );
    });
  }

  health(): Promise<EngineHealth> {
    return this.#gate.enter(() =>
      this.#inSession('READ', async (session) => {
        const { summary } = await session.run('RETURN 1 AS one');
        return { name: 'Neo4j', version: (summary.server.agent ?? '').replace(/^Neo4j\//, '') };
      }),
    );
  }

  close(): Promise<void> {
    return this.#gate.close(() => this.#driver.close());
  }

  async #inSession<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#driver.session({
      database: this.#database,
      defaultAccessMode: mode,
      bookmarkManager: this.#bookmarks,
    });
    try {
      return await work(session);
    } catch (error) {
      throw translateNeo4jError(error);
    } finally {
      await session.close().catch(() => undefined);
    }
  }
}

const SEARCH = `
CALL db.index.fulltext.queryNodes($index, $text, {limit: $candidates}) YIELD node, score
RETURN node.id AS id, score ORDER BY score DESC, id LIMIT $limit`;

function textIndexName(label: TextLabel): string {
  return `gainsay_text_${label.toLowerCase()}`;
}

/** The analyzer splits only at white space and keeps every word unchanged; the commit updates the index. */
function textIndexStatement(label: TextLabel): string {
  return `CREATE FULLTEXT INDEX ${textIndexName(label)} IF NOT EXISTS FOR (n:${label}) ON EACH [n.terms]
OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`;
}

/** One attempt at the work of a managed transaction. An error that may not occur again is thrown as the error of the driver, which then retries. */
async function transact<T>(tx: ManagedTransaction, work: (q: Queryable) => Promise<T>): Promise<T> {
  const guard = new GuardedTransaction((cypher, parameters) =>
    execute(tx, cypher, parameters).catch((error: unknown) => {
      throw translateNeo4jError(error);
    }),
  );
  const outcome = await work(guard).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  const failure = await guard.end();
  if (failure && isRetryableError(failure.cause)) throw failure.cause;
  if ('error' in outcome) throw outcome.error;
  if (failure) throw brokenBy(failure);
  return outcome.value;
}

async function execute(tx: ManagedTransaction, cypher: string, parameters: Parameters): Promise<readonly Row[]> {
  const { records } = await tx.run(cypher, encodeIntegers(parameters, int));
  return records.map((record) => decodeRow(record.toObject()));
}
