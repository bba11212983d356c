/** Writes the batches of an import so that each is applied exactly once, even if the connection is lost. */
import { setTimeout as delay } from 'node:timers/promises';
import { EngineError, type GraphEngine, type Queryable } from '../../engine/engine.ts';
import { importStanding, setImport } from '../../store/imports.ts';
import { type LeaseHolder, holdLease } from '../../store/lease.ts';

/** How long an import waits for a lost database before it fails, in milliseconds. */
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
 * Numbers the batches of one import and stores the number of the last one on the import, in the same
 * transaction. A batch whose acknowledgement was lost is recognised and not written again.
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

  /** Runs one batch in its own transaction. Rejects with the signal's reason when the import is cancelled. */
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
 * Retries idempotent work while the database cannot be reached, for at most `patience`.
 *
 * @throws Any other error of the work, the last EngineError `engine-unavailable`, or the signal's reason.
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
