/** The engine on a Neo4j server, over Bolt. */
import {
  type Driver,
  type ManagedTransaction,
  auth,
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
  type SchemaEntry,
  type TextHit,
  type TextLabel,
  type TextQuery,
} from './engine.ts';
import { GuardedTransaction, brokenBy } from './guarded-transaction.ts';
import { translateNeo4jError } from './neo4j-errors.ts';
import { Neo4jSessions, type Operation } from './neo4j-sessions.ts';
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
  // Firewalls forget idle connections without a word. These are shorter than what any of them is set to.
  maxConnectionLifetime: 30_000,
  connectionLivenessCheckTimeout: 5_000,
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
    const open = (): Driver =>
      createDriver(uri, auth.basic(user, password), {
        ...LIMITS,
        telemetryDisabled: true,
        useBigInt: true,
        userAgent: 'gainsay',
      });
    return new Neo4jEngine(new Neo4jSessions(open, { database }));
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
  readonly isShared = true;
  readonly #sessions: Neo4jSessions;
  readonly #gate = new WorkGate();

  constructor(sessions: Neo4jSessions) {
    this.#sessions = sessions;
  }

  read<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    return this.#gate.enter(() =>
      this.#sessions.run('READ', (session, operation) =>
        session.executeRead((tx) => transact(tx, work, operation), metadataOf(operation)),
      ),
    );
  }

  write<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    return this.#gate.enterAlone(() =>
      this.#sessions.run('WRITE', (session, operation) =>
        session.executeWrite((tx) => transact(tx, work, operation), metadataOf(operation)),
      ),
    );
  }

  define(cypher: string): Promise<void> {
    return this.#gate.enterAlone(() =>
      this.#sessions.run('WRITE', async (session, operation) => {
        await session.run(cypher, {}, metadataOf(operation));
      }),
    );
  }

  definitions(): Promise<readonly SchemaEntry[]> {
    return this.#gate.enter(() =>
      this.#sessions.run('READ', async (session, operation) => {
        const rows: SchemaEntry[] = [];
        for (const [kind, statement] of DEFINITIONS) {
          const { records } = await session.run(statement, {}, metadataOf(operation));
          rows.push(...records.map((record) => schemaEntry(kind, decodeRow(record.toObject()))));
        }
        return rows;
      }),
    );
  }

  defineTextIndexes(): Promise<void> {
    return this.#gate.enterAlone(() =>
      this.#sessions.run('WRITE', async (session, operation) => {
        const metadata = metadataOf(operation);
        for (const label of TEXT_LABELS) await session.run(textIndexStatement(label), {}, metadata);
        await session.run('CALL db.awaitIndexes($seconds)', { seconds: int(INDEX_WAIT) }, metadata);
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
      const rows = await this.#sessions.run('READ', (session, operation) =>
        session.executeRead((tx) => execute(tx, SEARCH, parameters), metadataOf(operation)),
      );
      return rows.flatMap(({ id, score }) =>
        typeof id === 'string' && typeof score === 'number' ? [{ id, score }] : [],
      );
    });
  }

  health(): Promise<EngineHealth> {
    return this.#gate.enter(async () => ({
      name: 'Neo4j',
      version: (await this.#sessions.check()).replace(/^Neo4j\//, ''),
    }));
  }

  abandon(): void {
    void this.close().catch(() => undefined);
    this.#sessions.abandon();
  }

  close(): Promise<void> {
    return this.#gate.close(() => this.#sessions.close());
  }
}

/** The server lists the transactions of this work under it. */
function metadataOf({ id }: Operation): { readonly metadata: { readonly gainsay: string } } {
  return { metadata: { gainsay: id } };
}

const DEFINITIONS = [
  [
    'constraint',
    `SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties
RETURN name, type, coalesce(labelsOrTypes, []) AS labels, coalesce(properties, []) AS properties ORDER BY name`,
  ],
  [
    'index',
    `SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint, state, options
RETURN name, type, coalesce(labelsOrTypes, []) AS labels, coalesce(properties, []) AS properties,
       owningConstraint AS ofConstraint, state, options.indexConfig['fulltext.analyzer'] AS analyzer ORDER BY name`,
  ],
] as const;

function schemaEntry(kind: SchemaEntry['kind'], row: Row): SchemaEntry {
  const text = (name: string): string | undefined => (typeof row[name] === 'string' ? row[name] : undefined);
  const list = (name: string): readonly string[] => (Array.isArray(row[name]) ? row[name].map(String) : []);
  return {
    kind,
    name: text('name') ?? '',
    type: text('type') ?? '',
    labels: list('labels'),
    properties: list('properties'),
    ofConstraint: text('ofConstraint'),
    state: text('state'),
    analyzer: text('analyzer'),
  };
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
async function transact<T>(
  tx: ManagedTransaction,
  work: (q: Queryable) => Promise<T>,
  operation: Operation,
): Promise<T> {
  const guard = new GuardedTransaction(async (cypher, parameters) => {
    operation.throwIfAbandoned();
    try {
      return await operation.wait(execute(tx, cypher, parameters));
    } catch (error) {
      throw translateNeo4jError(error);
    }
  });
  const outcome = await operation.pause(() =>
    work(guard).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    ),
  );
  const failure = await guard.end();
  operation.throwIfAbandoned();
  if (failure && isRetryableError(failure.cause)) throw failure.cause;
  if ('error' in outcome) throw outcome.error;
  if (failure) throw brokenBy(failure);
  return outcome.value;
}

async function execute(tx: ManagedTransaction, cypher: string, parameters: Parameters): Promise<readonly Row[]> {
  const { records } = await tx.run(cypher, encodeIntegers(parameters, int));
  return records.map((record) => decodeRow(record.toObject()));
}
