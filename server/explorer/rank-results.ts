/** The order of search results. */
import { isTurnOver, nextTurn } from '../base/turns.ts';
import type { SearchKind } from '../contract/explorer.ts';
import { type FoldedWord, foldWords } from '../store/fold-text.ts';
import { type MatchSort, type TextMatch, matchText } from './match-text.ts';

/** A possible result of a query. */
export interface Candidate {
  readonly kind: SearchKind;
  readonly id: string;
  /** What is shown. */
  readonly text: string;
  /** Other names. */
  readonly aliases: readonly string[];
  /** The following order candidates of one rank: more is more telling. */
  readonly statements: number;
  /** Of a claim, the actors on its smaller side; of an actor, its claims. */
  readonly breadth: number;
  /** The latest date, or an empty text. */
  readonly day: string;
}

export interface RankedCandidate {
  readonly candidate: Candidate;
  readonly match: TextMatch;
  /** The alias that matched; absent when the text itself matched. */
  readonly alias?: string;
  readonly rank: number;
}

/** An exact name or alias is best; then a match nearer to the beginning of the name is better. */
const NAME_RANKS: Readonly<Record<MatchSort, number>> = {
  exact: 0,
  prefix: 2,
  wordPrefix: 3,
  allWords: 5,
  slips: 6,
  partial: 7,
};
const ALIAS_RANKS: Readonly<Record<MatchSort, number>> = {
  exact: 1,
  prefix: 4,
  wordPrefix: 4,
  allWords: 5,
  slips: 6,
  partial: 7,
};
/** In running text, a match at the first word is not better than others. */
const SENTENCE_RANKS: Readonly<Record<MatchSort, number>> = {
  exact: 3,
  prefix: 3,
  wordPrefix: 3,
  allWords: 5,
  slips: 6,
  partial: 7,
};
/** Results of this rank or better contain the whole query as it was spelt. */
export const LAST_STRONG_RANK = 5;
const FIRST_LOOSE_RANK = 6;
const KIND_ORDER: Readonly<Record<SearchKind, number>> = { actor: 0, claim: 1, document: 2, quotation: 3 };

/**
 * The candidates that match, best first; a total order: ties by statements, breadth and date, then id. Takes turns,
 * because hundreds of actors may have hundreds of long aliases each.
 *
 * @param isWanted Whether a caller still waits. If not, the rest is left out.
 */
export async function rankCandidates(
  query: readonly FoldedWord[],
  candidates: readonly Candidate[],
  isWanted: () => boolean = () => true,
): Promise<RankedCandidate[]> {
  const ranked: RankedCandidate[] = [];
  let isGone = false;
  const pause = async (): Promise<void> => {
    await nextTurn();
    isGone = !isWanted();
  };
  for (const candidate of candidates) {
    if (isGone) break;
    const one = await rankedCandidate(query, candidate, pause);
    if (one !== undefined) ranked.push(one);
  }
  return ranked.toSorted(byRank);
}

async function rankedCandidate(
  query: readonly FoldedWord[],
  candidate: Candidate,
  pause: () => Promise<void>,
): Promise<RankedCandidate | undefined> {
  const { kind, text, aliases } = candidate;
  const isSentence = kind === 'quotation' || kind === 'document';
  const ranked: RankedCandidate[] = [];
  if (isTurnOver()) await pause();
  const own = matchText(query, { text, words: foldWords(text) });
  if (own) ranked.push({ candidate, match: own, rank: (isSentence ? SENTENCE_RANKS : NAME_RANKS)[own.sort] });
  for (const alias of aliases) {
    if (isTurnOver()) await pause();
    const match = matchText(query, { text: alias, words: foldWords(alias) });
    if (match) ranked.push({ candidate, match, alias, rank: ALIAS_RANKS[match.sort] });
  }
  // A stable sort: the name before its aliases, and the aliases in their original order.
  return ranked.toSorted((a, b) => a.rank - b.rank || a.match.penalty - b.match.penalty)[0];
}

function byRank(a: RankedCandidate, b: RankedCandidate): number {
  return (
    a.rank - b.rank ||
    (a.rank >= FIRST_LOOSE_RANK ? a.match.penalty - b.match.penalty : 0) ||
    KIND_ORDER[a.candidate.kind] - KIND_ORDER[b.candidate.kind] ||
    b.candidate.statements - a.candidate.statements ||
    b.candidate.breadth - a.candidate.breadth ||
    (a.candidate.day === b.candidate.day ? 0 : a.candidate.day < b.candidate.day ? 1 : -1) ||
    (a.candidate.id < b.candidate.id ? -1 : 1)
  );
}
