/** Writing an import's batches so that each is applied exactly once, whatever happens to the connection. */
import { setTimeout as delay } from 'node:timers/promises';
import { EngineError, type GraphEngine, type Queryable } from '../../engine/engine.ts';
import { importStanding, setImport } from '../../store/imports.ts';
import { type LeaseHolder, holdLease } from '../../store/lease.ts';

/** How long a lost database is waited for before an import is given up, in milliseconds. */
export const PATIENCE = 30_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 2_000;

export interface WritingContext {
  readonly engine: GraphEngine;
  readonly holder: LeaseHolder;
  readonly importId: string;
  /** Aborted when the import is cancelled. */
  readonly signal?: AbortSignal | undefined;
  readonly patience?: number | undefined;
}

/**
 * Numbers the batches of one import and keeps the number of the last one with it, in the same
 * transaction: a batch whose acknowledgement was lost is found to be there and not written again.
 */
export class BatchWriter {
  readonly #context: WritingContext;
  #batch = 0;

  constructor(context: WritingContext) {
    this.#context = context;
  }

  get importId(): string {
    return this.#context.importId;
  }

  /** Runs one batch in a transaction of its own. Rejects with the signal's reason when the import is cancelled. */
  async write(work: (q: Queryable) => Promise<void>): Promise<void> {
    const batch = (this.#batch += 1);
    const { engine, holder, importId } = this.#context;
    await persistently(this.#context, () =>
      engine.write(async (q) => {
        await holdLease(q, holder);
        const standing = await importStanding(q, importId);
        if (standing && standing.batch >= batch) return;
        await work(q);
        await setImport(q, importId, { batch });
      }),
    );
  }
}

/**
 * Repeats work that may be repeated while the database cannot be reached, for as long as `patience`.
 *
 * @throws What the work throws otherwise, the last EngineError `engine-unavailable`, or the signal's reason.
 */
export async function persistently<T>(
  context: Pick<WritingContext, 'signal' | 'patience'>,
  work: () => Promise<T>,
): Promise<T> {
  const { signal, patience = PATIENCE } = context;
  const giveUpAt = Date.now() + patience;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error) || Date.now() + pause > giveUpAt) throw error;
    }
    await delay(pause, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}

export function isUnavailable(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'engine-unavailable';
}
