/** Exchanges claims, and actors of one side, while that reduces crossings. An order by rank alone misses these when claims are in several columns. */
import type { Point } from '../scene/geometry.ts';

export interface Tangle {
  /** Positions of claims and actors. */
  readonly claims: readonly Point[];
  readonly actors: readonly Point[];
  /** Actors of one group may be exchanged; actors without a group stay. */
  readonly groups: readonly (number | undefined)[];
  /** Half the width of a card: lines end at its side. */
  readonly half: number;
  /** Lines as pairs of an actor and a claim. */
  readonly lines: readonly { readonly actor: number; readonly claim: number }[];
}

export interface Untangled {
  readonly claims: readonly Point[];
  readonly actors: readonly Point[];
}

/** With more lines than this, the search would take too long and is skipped. */
export const MAX_UNTANGLED = 260;
const ROUNDS = 3;
/** Maximum distance of two exchanged nodes. */
const NEAR = 170;
/** Cost of a column that a line passes, compared to a crossing. */
const PASSED = 0.6;

const NOWHERE: Point = { x: 0, y: 0 };

class Untangling {
  readonly claims: Point[];
  readonly actors: Point[];
  readonly #tangle: Tangle;
  /** Four numbers per line: x and y of its start and of its end. */
  readonly #ends: Float64Array;
  readonly #linesOf: { readonly claims: number[][]; readonly actors: number[][] };

  constructor(tangle: Tangle) {
    this.#tangle = tangle;
    this.claims = [...tangle.claims];
    this.actors = [...tangle.actors];
    this.#linesOf = { claims: tangle.claims.map(() => []), actors: tangle.actors.map(() => []) };
    tangle.lines.forEach(({ actor, claim }, line) => {
      this.#linesOf.claims[claim]?.push(line);
      this.#linesOf.actors[actor]?.push(line);
    });
    this.#ends = new Float64Array(4 * tangle.lines.length);
    tangle.lines.forEach((_, line) => this.#setEnds(line));
  }

  /** Exchanges two nodes of a kind; undoes it if there is no gain. */
  exchange(kind: 'claims' | 'actors', a: number, b: number): boolean {
    const lines = [...(this.#linesOf[kind][a] ?? []), ...(this.#linesOf[kind][b] ?? [])];
    const before = this.#cost(lines);
    this.#swap(kind, [a, b], lines);
    if (this.#cost(lines) < before - 0.01) return true;
    this.#swap(kind, [a, b], lines);
    return false;
  }

  #setEnds(line: number): void {
    const { actor, claim } = this.#tangle.lines[line] ?? { actor: -1, claim: -1 };
    const [from, { x, y }] = [this.actors[actor] ?? NOWHERE, this.claims[claim] ?? NOWHERE];
    this.#ends.set([from.x, from.y, from.x < x ? x - this.#tangle.half : x + this.#tangle.half, y], 4 * line);
  }

  #swap(kind: 'claims' | 'actors', [a, b]: readonly [number, number], lines: readonly number[]): void {
    const places = this[kind];
    [places[a], places[b]] = [places[b] ?? NOWHERE, places[a] ?? NOWHERE];
    for (const line of lines) this.#setEnds(line);
  }

  /** Returns the crossings of these lines with all lines, plus the cost of the columns they pass. */
  #cost(lines: readonly number[]): number {
    let cost = 0;
    for (const line of lines) {
      const at = 4 * line;
      cost +=
        (PASSED * Math.abs((this.#ends[at + 2] ?? 0) - (this.#ends[at] ?? 0))) / (2 * this.#tangle.half) +
        crossingsWith(this.#ends, at);
    }
    return cost;
  }
}

/** Counts the lines that cross the one at `at` in an array of ends; lines from the same point do not cross. */
function crossingsWith(ends: Float64Array, at: number): number {
  const [ax, ay, bx, by] = [ends[at] ?? 0, ends[at + 1] ?? 0, ends[at + 2] ?? 0, ends[at + 3] ?? 0];
  const [top, bottom] = [Math.min(ay, by), Math.max(ay, by)];
  let count = 0;
  for (let other = 0; other < ends.length; other += 4) {
    const cy = ends[other + 1] ?? 0;
    const dy = ends[other + 3] ?? 0;
    if ((cy < top && dy < top) || (cy > bottom && dy > bottom)) continue;
    const cx = ends[other] ?? 0;
    const dx = ends[other + 2] ?? 0;
    if (cx === ax && cy === ay) continue;
    const parts = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) * ((bx - ax) * (dy - ay) - (by - ay) * (dx - ax)) < 0;
    if (parts && ((dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)) * ((dx - cx) * (by - cy) - (dy - cy) * (bx - cx)) < 0)
      count += 1;
  }
  return count;
}

/** Returns a permutation of the positions with fewer crossings. */
export function untangled(tangle: Tangle): Untangled {
  const untangling = new Untangling(tangle);
  for (let isChanged = true, round = 0; isChanged && round < ROUNDS; round += 1) {
    isChanged = false;
    for (const kind of ['claims', 'actors'] as const) {
      const { length } = tangle[kind];
      for (let a = 0; a < length; a += 1) {
        for (let b = 0; b < a; b += 1) {
          const [p, q] = [untangling[kind][a], untangling[kind][b]];
          if (!p || !q || Math.abs(p.y - q.y) > NEAR) continue;
          if (kind === 'actors' && (tangle.groups[a] === undefined || tangle.groups[a] !== tangle.groups[b])) continue;
          if (untangling.exchange(kind, a, b)) isChanged = true;
        }
      }
    }
  }
  return untangling;
}
