/** Keeps an answer for as long as the data stays the same. */
import type { Snapshot } from '../store/read-state.ts';

/** Answers by `build` once a data version. A failure is not kept. */
export class VersionCache<T> {
  readonly #build: (snapshot: Snapshot) => Promise<T>;
  #kept: { readonly dataVersion: number; readonly answer: T } | undefined;

  constructor(build: (snapshot: Snapshot) => Promise<T>) {
    this.#build = build;
  }

  /**
   * What is hidden may change while the version stays: imports that are still being staged are hidden,
   * and those that are visible raise it. So the version alone decides.
   */
  async get(snapshot: Snapshot): Promise<T> {
    if (this.#kept?.dataVersion === snapshot.dataVersion) return this.#kept.answer;
    const answer = await this.#build(snapshot);
    this.#kept = { dataVersion: snapshot.dataVersion, answer };
    return answer;
  }
}
