/**
 * The port: what the rest of Gainsay asks of a graph engine. Two adapters implement it; the shared
 * suite in test/engine says what they owe.
 */

/** A value that goes into a query or comes out of one: plain JSON. An integer stays an integer. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Parameters = { readonly [name: string]: Value };
export type Row = { readonly [column: string]: Value };

export interface CypherStatement {
  readonly cypher: string;
  readonly parameters: Parameters;
}

export interface Queryable {
  /** Runs one Cypher statement and gives all its rows: bound every result by LIMIT. */
  run(cypher: string, parameters?: Parameters): Promise<readonly Row[]>;
  /**
   * Runs statements in no particular order: while the engine works on one, the next is on its way to it already.
   *
   * @returns The rows of each, in the order given.
   */
  runAll(statements: readonly CypherStatement[]): Promise<readonly (readonly Row[])[]>;
}

export interface EngineHealth {
  readonly name: string;
  readonly version: string;
}

/** A hit of the text index: the `id` property of the node, and a score that only orders. */
export interface TextHit {
  readonly id: string;
  readonly score: number;
}

export interface TextQuery {
  readonly label: TextLabel;
  /** Words of ASCII letters and digits, as stored in the node's `terms`; any of them may match. */
  readonly terms: readonly string[];
  readonly limit: number;
}

/** The labels that have a text index, over their property `terms` (words separated by spaces). */
export const TEXT_LABELS = ['Actor', 'Claim', 'Document', 'Statement'] as const;
export type TextLabel = (typeof TEXT_LABELS)[number];

export interface GraphEngine {
  /** Runs reads that see committed data. The callback may be run again after a lost connection. */
  read<T>(work: (q: Queryable) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction, one writer at a time. Commits when it resolves; rolls everything
   * back when it rejects **or when any statement of it failed**, whatever the callback made of that.
   * The callback may run again (lost connection, transient error), also after a commit whose
   * acknowledgement was lost: write with MERGE on an id.
   */
  write<T>(work: (q: Queryable) => Promise<T>): Promise<T>;
  /** Runs a schema statement (constraint, index) outside a transaction; must be idempotent itself. */
  define(cypher: string): Promise<void>;
  /** Makes the text indexes of {@link TEXT_LABELS} where they are missing, and waits until they answer. */
  defineTextIndexes(): Promise<void>;
  /**
   * Runs work that deletes very many nodes of one label, not nested. An engine to whose text index each deletion is
   * dear goes without it meanwhile: searches are answered all the same, if slowly and scored more roughly. The index
   * is there again when this settles; after a crash, {@link defineTextIndexes} makes it.
   */
  withoutTextIndex<T>(label: TextLabel, work: () => Promise<T>): Promise<T>;
  /** Best hits first, ties by id. Committed data only. */
  searchText(query: TextQuery): Promise<readonly TextHit[]>;
  /** Which folder of cypher/schema is this engine's. */
  readonly dialect: 'neo4j' | 'embedded';
  /** Resolves when the engine answers; rejects with {@link EngineError} `engine-unavailable` otherwise. */
  health(): Promise<EngineHealth>;
  /** Waits for running work, then lets go of everything. Afterwards every call rejects with `engine-closed`. */
  close(): Promise<void>;
}

export const ENGINE_ERROR_CODES = [
  'engine-unavailable', // the database cannot be reached; try again later
  'engine-closed', // this engine was closed
  'engine-locked', // another process holds the database
  'engine-denied', // wrong user or password, or rights missing
  'engine-storage', // disk full, read-only, not writable
  'engine-damaged', // the database file cannot be read
  'query-invalid', // the Cypher text or its parameters are wrong: a defect of ours
  'constraint-violated',
  'transaction-failed', // a statement failed, everything was rolled back
] as const;
export type EngineErrorCode = (typeof ENGINE_ERROR_CODES)[number];

/** Everything an engine throws. `cause` is the driver's own error. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  constructor(code: EngineErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EngineError';
    this.code = code;
  }
}
