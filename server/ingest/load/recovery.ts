/** Recovery: finishes what a crash or a lost database left, at start and as soon as the database answers again. */
import type { GraphEngine } from '../../engine/engine.ts';
import type { LeaseHolder } from '../../store/lease.ts';
import { persistently } from './batch-writer.ts';
import type { LeaseRenewer } from './lease-renewer.ts';
import { sweepUnfinished } from './sweep.ts';

/** Milliseconds between attempts. */
const PAUSE = 2_000;

export interface RecoveryDependencies {
  readonly engine: GraphEngine;
  readonly holder: LeaseHolder;
  readonly now: () => number;
  readonly patience: number | undefined;
  readonly lease: LeaseRenewer;
  /** Runs the work after everything that is queued. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export class Recovery {
  readonly #deps: RecoveryDependencies;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(deps: RecoveryDependencies) {
    this.#deps = deps;
  }

  /** Sweeps, unless another server is loading. That server sweeps its own imports; this one tries again in case it has died. */
  async run(): Promise<void> {
    if (!(await this.#sweepInTurn())) this.schedule();
  }

  /** Before an import or undo: takes the lease and sweeps, so that no invisible content of other imports remains. */
  async takeTurn(signal: AbortSignal): Promise<void> {
    const { lease, patience } = this.#deps;
    await persistently({ signal, patience }, () => lease.take(signal));
    await this.#sweep(signal);
  }

  /** Retries until it succeeds. Used when the database is unreachable or another server holds the lease. */
  schedule(): void {
    if (this.#timer !== undefined || this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isStopped) return;
      this.run().catch(() => this.schedule());
    }, PAUSE).unref();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #sweepInTurn(): Promise<boolean> {
    const { lease, inTurn } = this.#deps;
    return inTurn(async () => {
      if (!(await lease.tryTake())) return false;
      try {
        await this.#sweep();
        return true;
      } finally {
        await lease.release();
      }
    });
  }

  async #sweep(signal?: AbortSignal): Promise<void> {
    const { engine, holder, now, patience } = this.#deps;
    await sweepUnfinished({ engine, holder, patience, signal, now: () => new Date(now()).toISOString() });
  }
}
