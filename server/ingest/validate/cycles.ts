/** Cycles of actors that speak for each other. */
import { isTurnOver, nextTurn } from '../../base/turns.ts';
import { NumberColumn } from './spool-index.ts';

const SHOWN = 10;
const DONE = -1;
/** Steps between two questions whether other work must have its turn. */
const STRIDE = 4_096;

/** Which actor speaks for which, by entry numbers. In typed arrays, because a file may have millions. */
export class SpeakingGraph {
  readonly #from = new NumberColumn(Int32Array);
  readonly #to = new NumberColumn(Int32Array);
  #edges = 0;

  add(from: number, to: number): void {
    this.#from.set(this.#edges, from);
    this.#to.set(this.#edges, to);
    this.#edges += 1;
  }

  /**
   * The cycles, each as its first {@link SHOWN} entries in order; at least one for each
   * component of the graph that has a cycle. Depth-first without recursion, linear in the edges, even when
   * many cycles share a long path.
   *
   * @param size One more than the largest entry.
   */
  async *cycles(size: number, signal?: AbortSignal): AsyncGenerator<readonly number[]> {
    if (this.#edges === 0) return;
    const { first, targets } = await this.#adjacency(size, signal);
    const next = first.slice(0, size);
    /** The place of an entry on the path, from 1; {@link DONE} afterwards. */
    const place = new Int32Array(size);
    let steps = 0;
    for (let start = 0; start < size; start += 1) {
      if (place[start] !== 0) continue;
      const path = [start];
      place[start] = 1;
      while (path.length > 0) {
        if ((steps += 1) % STRIDE === 0 && isTurnOver()) await nextTurn(signal);
        const at = path.at(-1) ?? 0;
        const edge = next[at] ?? 0;
        if (edge === first[at + 1]) {
          place[at] = DONE;
          path.pop();
          continue;
        }
        next[at] = edge + 1;
        const target = targets[edge] ?? 0;
        const on = place[target] ?? 0;
        if (on > 0) yield path.slice(on - 1, on - 1 + SHOWN);
        if (on !== 0) continue;
        place[target] = path.push(target);
      }
    }
  }

  /** Targets of entry e: `targets[first[e]]` up to `targets[first[e + 1]]`, exclusive. */
  async #adjacency(
    size: number,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly first: Int32Array; readonly targets: Int32Array }> {
    const first = new Int32Array(size + 1);
    for (let edge = 0; edge < this.#edges; edge += 1) {
      if (edge % STRIDE === 0 && isTurnOver()) await nextTurn(signal);
      const after = this.#from.get(edge) + 1;
      first[after] = (first[after] ?? 0) + 1;
    }
    for (let entry = 0; entry < size; entry += 1) first[entry + 1] = (first[entry + 1] ?? 0) + (first[entry] ?? 0);
    const free = first.slice(0, size);
    const targets = new Int32Array(this.#edges);
    for (let edge = 0; edge < this.#edges; edge += 1) {
      if (edge % STRIDE === 0 && isTurnOver()) await nextTurn(signal);
      const from = this.#from.get(edge);
      const slot = free[from] ?? 0;
      targets[slot] = this.#to.get(edge);
      free[from] = slot + 1;
    }
    return { first, targets };
  }
}
