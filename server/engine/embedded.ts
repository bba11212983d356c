/** The engine that runs in this process: no server, one file on disk (or memory only). */
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction } from '@grafeo-db/js';
import { isIndexMissing, openingError, queryError } from './embedded-errors.ts';
import { FileGuard } from './file-guard.ts';
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
import { checkTextQuery } from './text-query.ts';
import { decodeRow } from './values.ts';
import { WorkGate } from './work-gate.ts';

export interface EmbeddedOptions {
  /** The database file; its folder is created if it is missing. Absent: in memory. */
  readonly path?: string;
  /** For tests: rows of a query without ORDER BY come in random order. */
  readonly shuffleUnordered?: boolean;
}

/** The write-ahead log is merged into the file at this size, and at regular intervals. */
const CHECKPOINT = { walBytes: 256 * 1024 * 1024, intervalMs: 10 * 60 * 1000 };

type Mode = 'read' | 'write';

interface Statement {
  readonly cypher: string;
  readonly parameters: Parameters;
  readonly mode: Mode;
}

/** The number of additional hits that a text search reads beyond `limit`, to order hits of the same score by id. */
const TIE_FACTOR = 8;

/**
 * Opens the embedded engine.
 *
 * @throws EngineError `engine-locked` when another process (or this one) has the file open,
 *   `engine-damaged` when it is not a readable database, `engine-storage` when it cannot be written.
 */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<GraphEngine> {
  const { path, shuffleUnordered = false } = options;
  if (path !== undefined) prepareFolder(path);
  let db: GrafeoDB;
  try {
    db = grafeo.GrafeoDB.create(path ?? null, { shuffleUnordered });
  } catch (error) {
    throw openingError(path ?? 'in memory', error);
  }
  if (path !== undefined) db.setCheckpointTriggers(CHECKPOINT);
  return new EmbeddedEngine(db, path === undefined ? undefined : new FileGuard(path, [`${path}.wal`]));
}

class EmbeddedEngine implements GraphEngine {
  readonly dialect = 'embedded';
  readonly isShared = false;
  readonly #db: GrafeoDB;
  /** Absent: in memory. */
  readonly #files: FileGuard | undefined;
  readonly #gate = new WorkGate();
  /** Labels whose text index is missing for a while. */
  readonly #suspended = new Set<TextLabel>();

  constructor(db: GrafeoDB, files: FileGuard | undefined) {
    this.#db = db;
    this.#files = files;
  }

  read<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    return this.#gate.enter(() => this.#transact(work, 'read'));
  }

  write<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    // Its snapshots do not see an edge that a parallel transaction has just merged: two edges would remain.
    return this.#gate.enterAlone(() => this.#saving(() => this.#transact(work, 'write')));
  }

  define(cypher: string): Promise<void> {
    return this.#gate.enterAlone(() =>
      this.#saving(async () => {
        await this.#translating(() => this.#db.executeCypher(cypher));
      }),
    );
  }

  definitions(): Promise<readonly SchemaEntry[]> {
    return this.#gate.enter(async () => []);
  }

  defineTextIndexes(): Promise<void> {
    return this.#gate.enterAlone(async () => {
      for (const label of TEXT_LABELS) {
        if (!(await this.#hasTextIndex(label))) await this.#defineTextIndex(label);
      }
    });
  }

  /** To delete a node, the index scans the whole list of each of its words: 20,000 nodes of 20,000 took 8 s, and 0.1 s without the index. */
  async withoutTextIndex<T>(label: TextLabel, work: () => Promise<T>): Promise<T> {
    await this.#gate.enterAlone(() =>
      this.#translating(async () => {
        this.#suspended.add(label);
        await this.#db.dropTextIndex(label, 'terms');
      }),
    );
    try {
      return await work();
    } finally {
      await this.#gate.enterAlone(() => this.#defineTextIndex(label));
    }
  }

  searchText(query: TextQuery): Promise<readonly TextHit[]> {
    return this.#gate.enter(async () => {
      checkTextQuery(query);
      if (query.terms.length === 0 || query.limit === 0) return [];
      return this.#translating(async () => {
        if (this.#suspended.has(query.label)) return this.#scanText(query);
        // The index may be dropped during the query.
        return this.#askTextIndex(query).catch((error: unknown) => {
          if (this.#suspended.has(query.label)) return this.#scanText(query);
          throw error;
        });
      });
    });
  }

  health(): Promise<EngineHealth> {
    return this.#gate.enter(async () => {
      await this.#translating(() => this.#db.executeCypher('RETURN 1 AS one'));
      return { name: 'Embedded (Grafeo)', version: this.#db.version() };
    });
  }

  abandon(): void {
    void this.close().catch(() => undefined);
  }

  close(): Promise<void> {
    // Closing a database whose files are gone would write beside files that may be those of another database.
    return this.#gate.close(async () => {
      this.#files?.check();
      await this.#translating(async () => this.#db.close());
    });
  }

  /** Work is acknowledged only if the files are still there after it. */
  async #saving<T>(work: () => Promise<T>): Promise<T> {
    this.#files?.check();
    const answer = await work();
    this.#files?.check();
    return answer;
  }

  async #transact<T>(work: (q: Queryable) => Promise<T>, mode: Mode): Promise<T> {
    const tx = await this.#translating(async () => this.#db.beginTransaction());
    const guard = new GuardedTransaction((cypher, parameters) => this.#execute(tx, { cypher, parameters, mode }));
    try {
      const answer = await settle(work(guard), guard);
      const failure = await guard.end();
      if (failure) throw brokenBy(failure);
      if (mode === 'write') await this.#translating(async () => tx.commit());
      return answer;
    } finally {
      // A read is rolled back too: it changes nothing, whatever it runs.
      rollBack(tx);
    }
  }

  #execute(tx: Transaction, { cypher, parameters, mode }: Statement): Promise<readonly Row[]> {
    return this.#translating(async () => {
      const result = await tx.executeCypher(cypher, parameters);
      if (mode === 'read' && hasWritten(result)) throw new EngineError('query-invalid', 'A read may not write.');
      return result.toArray().map(decodeRow);
    });
  }

  /** The engine builds it when it opens the file. To create it again would build it twice, which takes seconds for a large graph. */
  async #hasTextIndex(label: TextLabel): Promise<boolean> {
    try {
      await this.#db.textSearch(label, 'terms', 'a', 1);
      return true;
    } catch (error) {
      if (isIndexMissing(error)) return false;
      throw queryError(error);
    }
  }

  async #defineTextIndex(label: TextLabel): Promise<void> {
    await this.#translating(() => this.#db.createTextIndex(label, 'terms', { tokenizer: 'standard' }));
    this.#suspended.delete(label);
  }

  async #askTextIndex({ label, terms, limit }: TextQuery): Promise<readonly TextHit[]> {
    const found = await this.#db.textSearch(label, 'terms', terms.join(' '), limit * TIE_FACTOR);
    const lowest = found[limit - 1]?.[1] ?? Number.NEGATIVE_INFINITY;
    const candidates = found.filter(([, score = lowest]) => score >= lowest);
    return this.#hits(candidates).toSorted(byScore).slice(0, limit);
  }

  /** Without the index: the score is the number of matching words. */
  async #scanText({ label, terms, limit }: TextQuery): Promise<readonly TextHit[]> {
    const words = terms.map((term) => ` ${term} `);
    const rows = (await this.#db.executeCypher(scanStatement(label), { words, limit })).toArray().map(decodeRow);
    return rows
      .flatMap(({ id, score }) => (typeof id === 'string' && typeof score === 'number' ? [{ id, score }] : []))
      .toSorted(byScore);
  }

  /** Reads one property from a view of the last commit: a node would return all its properties, which takes six times as long on this thread. */
  #hits(found: readonly (readonly number[])[]): TextHit[] {
    const view = this.#db.asOf(this.#db.currentEpoch());
    try {
      return found.flatMap(([node, score]) => {
        const id = node === undefined ? undefined : view.getNodeProperty(node, 'id');
        return typeof id === 'string' && score !== undefined ? [{ id, score }] : [];
      });
    } finally {
      view.close();
    }
  }

  async #translating<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw queryError(error);
    }
  }
}

/** The result of the work after its last statement has ended: a transaction cannot end earlier. */
async function settle<T>(work: Promise<T>, guard: GuardedTransaction): Promise<T> {
  try {
    return await work;
  } finally {
    await guard.end();
  }
}

/** Never throws: it also follows a commit, and a commit that failed has ended the transaction itself. */
function rollBack(tx: Transaction): void {
  try {
    if (tx.isActive) tx.rollback();
  } catch {
    // The caller already gets the reason.
  }
}

function hasWritten({ counters }: QueryResult): boolean {
  const { nodesCreated, nodesDeleted, edgesCreated, edgesDeleted, propertiesSet, labelsAdded, labelsRemoved } =
    counters;
  return nodesCreated + nodesDeleted + edgesCreated + edgesDeleted + propertiesSet + labelsAdded + labelsRemoved > 0;
}

function scanStatement(label: TextLabel): string {
  return `MATCH (n:${label}) WHERE n.terms IS NOT NULL
WITH n.id AS id, ' ' + n.terms + ' ' AS terms
WITH id, size([word IN $words WHERE terms CONTAINS word]) AS score WHERE score > 0
RETURN id, score ORDER BY score DESC, id LIMIT $limit`;
}

function byScore(a: TextHit, b: TextHit): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function prepareFolder(path: string): void {
  const folder = dirname(path);
  const probe = join(folder, `.gainsay-writable-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '', { mode: 0o600 });
    rmSync(probe);
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new EngineError(
      'engine-storage',
      `The folder ${folder}, or the database in it, cannot be written to. Give yourself the right to write to both, or name another folder.`,
      error,
    );
  }
}
