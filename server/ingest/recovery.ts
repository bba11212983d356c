/** Recovery: what a crash or a lost database has left is finished, at start and as soon as the database answers again. */
import type { ImportLogger } from './create-import-service.ts';
import type { JobDependencies } from './import-job.ts';
import { persistently } from './batch-writer.ts';
import type { LeaseKeeper } from './lease-keeper.ts';
import { sweepUnfinished } from './sweep.ts';

/** Between attempts while the database is away, in milliseconds. */
const PAUSE = 2_000;

export interface RecoveryDependencies extends JobDependencies {
  readonly lease: LeaseKeeper;
  readonly logger: ImportLogger | undefined;
  /** Waits for what runs now. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export class Recovery {
  readonly #deps: RecoveryDependencies;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(deps: RecoveryDependencies) {
    this.#deps = deps;
  }

  /** Sweeps once, unless another server is loading: it sees to its own. */
  async run(): Promise<void> {
    const { lease, inTurn } = this.#deps;
    await inTurn(async () => {
      if (!(await lease.tryTake())) return;
      try {
        await this.#sweep();
      } finally {
        await lease.release();
      }
    });
  }

  /** Before an import or undo: takes the lease and sweeps, so that nothing invisible of others is in the way. */
  async takeTurn(signal: AbortSignal): Promise<void> {
    const { lease, patience } = this.#deps;
    await persistently({ signal, patience }, () => lease.take(signal));
    await this.#sweep(signal);
  }

  /** Tries until it has succeeded. */
  schedule(): void {
    if (this.#timer !== undefined || this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isStopped) return;
      this.run().then(
        () => this.#deps.logger?.info({}, 'what an interrupted import left has been removed'),
        () => this.schedule(),
      );
    }, PAUSE).unref();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #sweep(signal?: AbortSignal): Promise<void> {
    const { engine, holder, now, patience } = this.#deps;
    await sweepUnfinished({ engine, holder, patience, signal, now: () => new Date(now()).toISOString() });
  }
}
