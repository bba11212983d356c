/** Finds a name by some of its characters in their order, as in a list of commands. */
import type { Span } from '../../words/marked-text.ts';

export interface FuzzyMatch {
  /** Lower is better. */
  readonly cost: number;
  /** The matching characters, as [start, end) of the text. */
  readonly spans: readonly Span[];
}

const BEGINNING = 0;
const WORD_START = 1;
const INSIDE = 4;
/** The cost of a character that does not follow the previous one directly. */
const GAP = 3;

/**
 * Matches all characters of `typed` in their order in `text`, in any case; `undefined` when not all of them are
 * there. Starts of words and consecutive characters cost least. The best match is found by comparing all matches,
 * which is fast because names of commands are short.
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

/** A partial match; `at` is the position of its last character. */
interface Reading {
  readonly cost: number;
  readonly at: number;
  readonly before: Reading | undefined;
}

/** One entry for each UTF-16 unit, so that positions are those of the text. */
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
