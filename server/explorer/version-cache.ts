/** Caches an answer until the data changes. */
import type { Snapshot } from '../store/read-state.ts';

/** Calls `build` once for each data version. A failure is not cached. */
export class VersionCache<T> {
  readonly #build: (snapshot: Snapshot) => Promise<T>;
  #kept: { readonly dataVersion: number; readonly answer: T } | undefined;

  constructor(build: (snapshot: Snapshot) => Promise<T>) {
    this.#build = build;
  }

  /**
   * The set of hidden imports may change without the version: imports that are being staged are hidden,
   * and an import that becomes visible raises the version. So the version alone decides.
   */
  async get(snapshot: Snapshot): Promise<T> {
    if (this.#kept?.dataVersion === snapshot.dataVersion) return this.#kept.answer;
    const answer = await this.#build(snapshot);
    this.#kept = { dataVersion: snapshot.dataVersion, answer };
    return answer;
  }
}
