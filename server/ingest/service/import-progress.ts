/** Progress of an import: rows, their rate, and the remaining time. */
import type { ImportProgress } from '../../contract/imports.ts';

/** A phase of known size in any unit. Rows are counted as well, because users think in rows. */
export class PhaseProgress {
  readonly #startedAt: number;
  readonly #now: () => number;
  #rows = 0;
  #share = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#startedAt = now();
  }

  /** @param share The part of the phase that is done, from 0 to 1. */
  advance({ rows, share }: { readonly rows: number; readonly share: number }): void {
    this.#rows = rows;
    this.#share = Math.min(1, Math.max(0, share));
  }

  view(): ImportProgress {
    const seconds = (this.#now() - this.#startedAt) / 1000;
    const share = this.#share;
    return {
      rows: this.#rows,
      share,
      rowsPerSecond: seconds > 0 ? Math.round(this.#rows / seconds) : 0,
      ...(share > 0 && { secondsLeft: Math.round((seconds * (1 - share)) / share) }),
    };
  }
}
