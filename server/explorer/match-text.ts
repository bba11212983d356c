/** How well a text matches a query, and which of its characters match. Pure, so the result is the same on every engine. */
import { type FoldedWord, originalSpan } from '../store/fold-text.ts';
import { editDistance } from './edit-distance.ts';

/** From best to worst. */
export const MATCH_SORTS = ['exact', 'prefix', 'wordPrefix', 'allWords', 'slips', 'partial'] as const;
export type MatchSort = (typeof MATCH_SORTS)[number];

export type Span = [start: number, end: number];

export interface TextMatch {
  readonly sort: MatchSort;
  /** Orders matches of one rank: typing errors, or characters of the query that were not found. Less is better. */
  readonly penalty: number;
  /** UTF-16 spans of the text, in order, not overlapping, none empty. */
  readonly hits: Span[];
}

export interface FoldedText {
  readonly text: string;
  readonly words: readonly FoldedWord[];
}

/** Compares the words of a query with a text; undefined when less than half of the characters of the query are found. */
export function matchText(query: readonly FoldedWord[], text: FoldedText): TextMatch | undefined {
  if (query.length === 0 || text.words.length === 0) return undefined;
  return phraseMatch(query, text) ?? wordsMatch(query, text);
}

/** The whole query; its last word may still be incomplete. */
function phraseMatch(query: readonly FoldedWord[], { text, words }: FoldedText): TextMatch | undefined {
  for (let first = 0; first + query.length <= words.length; first++) {
    const places = query.map((wanted, at) =>
      phrasePlace(wanted, words[first + at], { isFirst: at === 0, isLast: at === query.length - 1 }),
    );
    if (!places.every((place) => place !== undefined)) continue;
    const hits = places.map((place): Span => originalSpan(text, place.word, place.from, place.to));
    const startsText = first === 0 && places[0]?.from === 0;
    const isWhole = startsText && query.length === words.length && places.at(-1)?.to === words.at(-1)?.folded.length;
    return { sort: isWhole ? 'exact' : startsText ? 'prefix' : 'wordPrefix', penalty: 0, hits: joined(hits) };
  }
  return undefined;
}

interface Place {
  readonly word: FoldedWord;
  readonly from: number;
  readonly to: number;
}

function phrasePlace(
  wanted: FoldedWord,
  word: FoldedWord | undefined,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): Place | undefined {
  if (word === undefined) return undefined;
  const from =
    isFirst && word.unspaced ? word.folded.indexOf(wanted.folded) : word.folded.startsWith(wanted.folded) ? 0 : -1;
  const to = from + wanted.folded.length;
  if (from < 0 || (!isLast && to !== word.folded.length)) return undefined;
  return { word, from, to };
}

interface WordMatch extends Place {
  readonly slips: number;
  /** The number of characters of the query that it matches. */
  readonly characters: number;
}

/** The query's words one by one, in any order. */
function wordsMatch(query: readonly FoldedWord[], { text, words }: FoldedText): TextMatch | undefined {
  const found = query.flatMap(
    (wanted) => beginning(wanted, words) ?? slip(wanted, words) ?? fragment(wanted, words) ?? [],
  );
  const wantedCharacters = query.reduce((sum, { folded }) => sum + folded.length, 0);
  const missing = wantedCharacters - found.reduce((sum, { characters }) => sum + characters, 0);
  if (missing * 2 > wantedCharacters) return undefined;
  const hits = joined(found.map((place) => originalSpan(text, place.word, place.from, place.to)));
  if (missing > 0) return { sort: 'partial', penalty: missing, hits };
  const slips = found.reduce((sum, one) => sum + one.slips, 0);
  return { sort: slips > 0 ? 'slips' : 'allWords', penalty: slips, hits };
}

function beginning({ folded }: FoldedWord, words: readonly FoldedWord[]): WordMatch | undefined {
  const word =
    words.find((one) => one.folded === folded) ??
    words.find((one) => (one.unspaced ? one.folded.includes(folded) : one.folded.startsWith(folded)));
  if (!word) return undefined;
  const from = word.unspaced ? word.folded.indexOf(folded) : 0;
  return { word, from, to: from + folded.length, slips: 0, characters: folded.length };
}

/** A word with typing errors: one in 4 to 7 characters, two in 8 or more. */
function slip({ folded, unspaced }: FoldedWord, words: readonly FoldedWord[]): WordMatch | undefined {
  if (unspaced || folded.length < 4) return undefined;
  const max = folded.length < 8 ? 1 : 2;
  let best: WordMatch | undefined;
  const compared = new Set<string>();
  for (const word of words) {
    if (Math.abs(word.folded.length - folded.length) > max || compared.has(word.folded)) continue;
    compared.add(word.folded);
    const slips = word.unspaced ? undefined : editDistance(folded, word.folded, max);
    if (slips === undefined || (best && best.slips <= slips)) continue;
    best = { word, from: 0, to: word.folded.length, slips, characters: folded.length };
  }
  return best;
}

/** In a script without spaces, a query can contain more than the word of the text: the longest word inside it counts. */
function fragment({ folded, unspaced }: FoldedWord, words: readonly FoldedWord[]): WordMatch | undefined {
  if (!unspaced) return undefined;
  const inside = words.filter((one) => one.unspaced && one.folded.length > 1 && folded.includes(one.folded));
  const [word] = inside.toSorted((a, b) => b.folded.length - a.folded.length);
  return word && { word, from: 0, to: word.folded.length, slips: 0, characters: word.folded.length };
}

function joined(spans: readonly Span[]): Span[] {
  const hits: Span[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = hits.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else hits.push([start, end]);
  }
  return hits;
}
