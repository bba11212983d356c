/**
 * The port: the operations that Gainsay needs from a graph engine. Two adapters implement it; the shared
 * suite in test/engine defines their behaviour.
 */

/** A parameter or a result of a query: plain JSON. An integer stays an integer. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Parameters = { readonly [name: string]: Value };
export type Row = { readonly [column: string]: Value };

export interface CypherStatement {
  readonly cypher: string;
  readonly parameters: Parameters;
}

export interface Queryable {
  /** Runs one Cypher statement and returns all its rows: limit every result with LIMIT. */
  run(cypher: string, parameters?: Parameters): Promise<readonly Row[]>;
  /**
   * Runs statements in no particular order: the next ones are sent while the engine works on the first.
   *
   * @returns The rows of each, in the order given.
   */
  runAll(statements: readonly CypherStatement[]): Promise<readonly (readonly Row[])[]>;
}

export interface EngineHealth {
  readonly name: string;
  readonly version: string;
}

/** A hit of the text index: the `id` property of the node, and a score that is used only for sorting. */
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

/** A constraint or an index that exists in the database. */
export interface SchemaEntry {
  readonly kind: 'constraint' | 'index';
  readonly name: string;
  /** As the database names it: UNIQUENESS, RANGE, FULLTEXT … */
  readonly type: string;
  readonly labels: readonly string[];
  readonly properties: readonly string[];
  /** Of an index that belongs to a constraint: the name of that. */
  readonly ofConstraint?: string | undefined;
  readonly state?: string | undefined;
  readonly analyzer?: string | undefined;
}

export interface GraphEngine {
  /** Runs reads that see committed data. The callback may be run again after a lost connection. */
  read<T>(work: (q: Queryable) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction, one writer at a time. Commits when it resolves; rolls everything
   * back when it rejects **or when any of its statements failed**, even if the callback caught that error.
   * The callback may run again (lost connection, transient error), also after a commit whose
   * acknowledgement was lost: write with MERGE on an id.
   */
  write<T>(work: (q: Queryable) => Promise<T>): Promise<T>;
  /** Runs a schema statement (constraint, index) outside a transaction; must be idempotent itself. */
  define(cypher: string): Promise<void>;
  /** What is defined in a database in which others may define, too; nothing if it is this process's alone. */
  definitions(): Promise<readonly SchemaEntry[]>;
  /** Makes the text indexes of {@link TEXT_LABELS} where they are missing, and waits until they answer. */
  defineTextIndexes(): Promise<void>;
  /**
   * Runs work that deletes very many nodes of one label, not nested. An engine whose text index makes deletions
   * slow works without the index in the meantime: searches still work, but slowly and with rougher scores. The index
   * exists again when the promise settles; after a crash, {@link defineTextIndexes} creates it.
   */
  withoutTextIndex<T>(label: TextLabel, work: () => Promise<T>): Promise<T>;
  /** Best hits first, ties by id. Committed data only. */
  searchText(query: TextQuery): Promise<readonly TextHit[]>;
  /** The folder in cypher/schema for this engine. */
  readonly dialect: 'neo4j' | 'embedded';
  /** Whether other processes can have the same database open now. */
  readonly isShared: boolean;
  /** Resolves when the engine answers; rejects with {@link EngineError} `engine-unavailable` otherwise. */
  health(): Promise<EngineHealth>;
  /**
   * Closes without waiting for another server: work that is still running rejects with `engine-closed`, and what it had
   * not committed is rolled back. Does nothing more than {@link close} for an engine in this process, which never hangs.
   */
  abandon(): void;
  /** Waits for running work, then releases everything. Afterwards every call rejects with `engine-closed`. */
  close(): Promise<void>;
}

export const ENGINE_ERROR_CODES = [
  'engine-unavailable', // the database cannot be reached; try again later
  'engine-closed', // this engine was closed
  'engine-locked', // another process holds the database
  'engine-denied', // wrong user or password, or rights missing
  'engine-storage', // disk full, read-only, not writable
  'engine-removed', // the files of the open database were deleted, moved or replaced
  'engine-damaged', // the database file cannot be read
  'query-invalid', // the Cypher text or its parameters are wrong: a defect of ours
  'constraint-violated',
  'transaction-failed', // a statement failed, everything was rolled back
] as const;
export type EngineErrorCode = (typeof ENGINE_ERROR_CODES)[number];

/** Every error that an engine throws. `cause` is the error of the driver. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  constructor(code: EngineErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EngineError';
    this.code = code;
  }
}
