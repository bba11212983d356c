/** Takes the lease and renews it while work runs. */
import { setTimeout as delay } from 'node:timers/promises';
import type { GraphEngine } from '../../engine/engine.ts';
import { LEASE_TERM, type LeaseHolder, releaseLease, takeLease } from '../../store/lease.ts';

/** Milliseconds between checks of a lease that another server holds. */
const LOOK = 500;

export class LeaseRenewer {
  readonly #engine: GraphEngine;
  readonly #holder: LeaseHolder;
  #extension: NodeJS.Timeout | undefined;
  #extending: Promise<void> = Promise.resolve();

  constructor(engine: GraphEngine, holder: LeaseHolder) {
    this.#engine = engine;
    this.#holder = holder;
  }

  /** False when another server holds it. Renews it at intervals until {@link release}. */
  async tryTake(): Promise<boolean> {
    const taken = await takeLease(this.#engine, this.#holder);
    // Validating a large file takes longer than a term. Batches renew the lease themselves.
    if (taken) this.#extension ??= setInterval(() => this.#extend(), LEASE_TERM / 3).unref();
    return taken;
  }

  /** Waits until no other server holds it. Rejects with the signal's reason. */
  async take(signal: AbortSignal): Promise<void> {
    while (!(await this.tryTake())) {
      await delay(LOOK, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  async release(): Promise<void> {
    if (this.#extension === undefined) return;
    clearInterval(this.#extension);
    this.#extension = undefined;
    // Otherwise a renewal in progress would take the lease again.
    await this.#extending;
    await releaseLease(this.#engine, this.#holder);
  }

  #extend(): void {
    this.#extending = takeLease(this.#engine, this.#holder).then(
      () => undefined,
      () => undefined,
    );
  }
}
