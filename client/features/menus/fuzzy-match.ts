/** Finding a name by some of its letters in their order, as one types in a list of commands. */
import type { Span } from '../../words/marked-text.ts';

export interface FuzzyMatch {
  /** Lower is better. */
  readonly cost: number;
  /** The letters that matched, as [start, end) of the text. */
  readonly spans: readonly Span[];
}

const BEGINNING = 0;
const WORD_START = 1;
const INSIDE = 4;
/** A letter apart from the one before it. */
const GAP = 3;

/**
 * Matches all letters of `typed` in their order in `text`, whatever their case; `undefined` when they are not
 * all there. Beginnings of words and letters that follow each other cost least, so the best reading is found by
 * looking at all of them: names of commands are short.
 */
export function fuzzyMatch(text: string, typed: string): FuzzyMatch | undefined {
  const [haystack, needle] = [foldedUnits(text), foldedUnits(typed).filter((unit) => unit.trim() !== '')];
  if (needle.length === 0) return { cost: 0, spans: [] };
  let row: (Reading | undefined)[] = haystack.map((unit, at) =>
    unit === needle[0] ? { cost: startCost(haystack, at), at, before: undefined } : undefined,
  );
  for (const wanted of needle.slice(1)) {
    let best: Reading | undefined;
    row = haystack.map((unit, at) => {
      const adjacent = row[at - 1];
      const far = row[at - 2];
      if (far !== undefined && (best === undefined || far.cost < best.cost)) best = far;
      if (unit !== wanted) return undefined;
      const jump =
        best === undefined ? undefined : { cost: best.cost + GAP + startCost(haystack, at), at, before: best };
      const step = adjacent === undefined ? undefined : { cost: adjacent.cost, at, before: adjacent };
      return step !== undefined && (jump === undefined || step.cost <= jump.cost) ? step : jump;
    });
  }
  const ends = row.filter((reading) => reading !== undefined);
  const best = ends.reduce<Reading | undefined>(
    (least, one) => (least === undefined || one.cost < least.cost ? one : least),
    undefined,
  );
  return best && { cost: best.cost + text.length / 1_000, spans: spansOf(best) };
}

/** One way to read the letters so far; `at` is the place of the last. */
interface Reading {
  readonly cost: number;
  readonly at: number;
  readonly before: Reading | undefined;
}

/** One entry for each UTF-16 unit, so that places are those of the text. */
function foldedUnits(text: string): readonly string[] {
  return text.split('').map((unit) => unit.normalize('NFD').charAt(0).toLowerCase());
}

function startCost(units: readonly string[], at: number): number {
  if (at === 0) return BEGINNING;
  return /[\p{L}\p{N}]/u.test(units[at - 1] ?? '') ? INSIDE : WORD_START;
}

function spansOf(end: Reading): readonly Span[] {
  const spans: [number, number][] = [];
  for (let one: Reading | undefined = end; one !== undefined; one = one.before) {
    const next = spans[0];
    if (next !== undefined && next[0] === one.at + 1) next[0] = one.at;
    else spans.unshift([one.at, one.at + 1]);
  }
  return spans;
}
