/**
 * The terms by which a text is found. They are stored in a node's property `terms` and looked up
 * by `engine.searchText`. Both sides are built here, so the analyzers of the engines do not affect the result.
 *
 * A term is a letter for its kind, followed by ASCII letters and digits:
 *
 * | kind | what | looked up for |
 * |---|---|---|
 * | `e` | hash of a whole short text | an exact name or alias, however common its words |
 * | `w` | whole word | words |
 * | `p` | first 1, 2, 3, 4 and 6 characters of a longer word | words still being typed |
 * | `d` | a word of 4 to 8 characters, and that word less each one character | typing errors (Garbe's symmetric delete, 2012) |
 * | `t` | trigrams of words of 7 characters and more | typing errors |
 * | `c` | character and pair of characters of scripts without spaces | any part of such a text |
 *
 * Characters outside ASCII become two or three base-36 digits. That can be ambiguous, which
 * is harmless: terms only select candidates, which are compared in full afterwards.
 */
import { isTurnOver, nextTurn } from '../base/turns.ts';
import { type FoldedWord, foldWords } from './fold-text.ts';

/** `grams`: for names and sentences that people type from memory. `words`: for long texts, whole words only. */
export type TermDepth = 'grams' | 'words';

const PREFIX_LENGTHS = [1, 2, 3, 4, 6] as const;
const [MIN_DELETE, MAX_DELETE] = [4, 8] as const;
const MIN_TRIGRAM = 7;
/** Texts of more words are sentences. Single first characters and slips in words of 4 characters do not distinguish them. */
const MAX_NAME_WORDS = 6;
/** Longer "words" are not words. Their beginning is enough to find them. */
const MAX_CHARACTERS = 32;
const ASCII_WORD = /^[a-z0-9]*$/;

/**
 * The value of the property `terms` for a node that any of `texts` must find.
 *
 * @returns Distinct terms separated by spaces; empty when there is no letter or digit in `texts`.
 */
export function indexTerms(texts: readonly string[], depth: TermDepth): string {
  const terms = new Set<string>();
  for (const text of texts) addTerms(terms, text, depth);
  return [...terms].join(' ');
}

/** {@link indexTerms} in turns, for many texts. */
export async function indexTermsInTurns(texts: readonly string[], depth: TermDepth): Promise<string> {
  const terms = new Set<string>();
  for (const text of texts) {
    if (isTurnOver()) await nextTurn();
    addTerms(terms, text, depth);
  }
  return [...terms].join(' ');
}

function addTerms(terms: Set<string>, text: string, depth: TermDepth): void {
  const words = foldWords(text);
  const isName = words.length <= MAX_NAME_WORDS;
  if (depth === 'grams' && isName && words.length > 0) terms.add(wholeTextTerm(words));
  words.forEach((word, at) => addWordTerms(terms, word, { depth, isName, isFirst: at === 0 }));
}

function addWordTerms(
  terms: Set<string>,
  word: FoldedWord,
  how: { depth: TermDepth; isName: boolean; isFirst: boolean },
): void {
  const characters = charactersOf(word);
  const { length, cut } = characters;
  if (word.unspaced) {
    addPairs(terms, characters, { single: true });
    return;
  }
  terms.add(`w${cut(0, length)}`);
  if (how.depth === 'words') return;
  for (const prefix of PREFIX_LENGTHS) {
    if (prefix < length && (prefix > 1 || how.isName || how.isFirst)) terms.add(`p${cut(0, prefix)}`);
  }
  if (how.isName || (length > MIN_DELETE && length < MIN_TRIGRAM)) addDeletes(terms, characters);
  addTrigrams(terms, characters);
}

/**
 * What to look up for a query: whole words and beginnings of words, nothing for typing errors.
 *
 * In a query as long as a sentence, only the last word can be incomplete. If it has long words, its short words find
 * too much to be worth the time.
 *
 * @returns Distinct terms; empty when there is no letter or digit in `text`.
 */
export function queryTerms(text: string, depth: TermDepth): string[] {
  const terms = new Set<string>();
  const words = foldWords(text);
  const isName = words.length <= MAX_NAME_WORDS;
  if (depth === 'grams' && isName && words.length > 0) terms.add(wholeTextTerm(words));
  const wanted = isName ? words : worthLookingUp(words);
  wanted.forEach((word, at) => {
    const characters = charactersOf(word);
    const { length, cut } = characters;
    if (word.unspaced) {
      addPairs(terms, characters, { single: length === 1 });
      return;
    }
    terms.add(`w${cut(0, length)}`);
    const longest = PREFIX_LENGTHS.findLast((prefix) => prefix <= length);
    if (depth === 'words' || longest === undefined) return;
    if (isName || at === wanted.length - 1) terms.add(`p${cut(0, longest)}`);
  });
  return [...terms];
}

/** The longest words in their order, and the last one. */
function worthLookingUp(words: readonly FoldedWord[]): readonly FoldedWord[] {
  const lengths = words.map(({ folded }) => folded.length).toSorted((a, b) => b - a);
  const least = lengths[MAX_NAME_WORDS - 1] ?? 0;
  return words.filter(({ folded, unspaced }, at) => unspaced || folded.length >= least || at === words.length - 1);
}

/** What to look up for a query that may have typing errors, in texts of depth `grams`. */
export function slipTerms(text: string): string[] {
  const terms = new Set<string>();
  const words = foldWords(text);
  for (const word of words.length <= MAX_NAME_WORDS ? words : worthLookingUp(words)) {
    const characters = charactersOf(word);
    if (word.unspaced) {
      addPairs(terms, characters, { single: true });
      continue;
    }
    addDeletes(terms, characters);
    addTrigrams(terms, characters);
  }
  return [...terms];
}

function addDeletes(terms: Set<string>, { length, cut }: Characters): void {
  if (length < MIN_DELETE || length > MAX_DELETE) return;
  terms.add(`d${cut(0, length)}`);
  for (let skipped = 0; skipped < length; skipped++) {
    terms.add(`d${cut(0, skipped)}${cut(skipped + 1, length)}`);
  }
}

function addTrigrams(terms: Set<string>, { length, cut }: Characters): void {
  if (length < MIN_TRIGRAM) return;
  for (let at = 0; at + 3 <= length; at++) terms.add(`t${cut(at, at + 3)}`);
}

function addPairs(terms: Set<string>, { length, cut }: Characters, { single }: { single: boolean }): void {
  for (let at = 0; at < length; at++) {
    if (single) terms.add(`c${cut(at, at + 1)}`);
    if (at + 2 <= length) terms.add(`c${cut(at, at + 2)}`);
  }
}

/** The characters of a folded word, each as the ASCII that stands for it; `cut` gives those of a range. */
interface Characters {
  readonly length: number;
  readonly cut: (from: number, to: number) => string;
}

function charactersOf({ folded, unspaced }: FoldedWord): Characters {
  if (ASCII_WORD.test(folded)) {
    const length = Math.min(folded.length, MAX_CHARACTERS);
    return { length, cut: (from, to) => folded.slice(from, to) };
  }
  const characters = Array.from(folded, asciiOf);
  const length = unspaced ? characters.length : Math.min(characters.length, MAX_CHARACTERS);
  return { length, cut: (from, to) => characters.slice(from, to).join('') };
}

function asciiOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  return code < 36 ** 2 ? code.toString(36).padStart(2, '0') : (code % 36 ** 3).toString(36).padStart(3, '0');
}

function wholeTextTerm(words: readonly FoldedWord[]): string {
  return `e${hashOf(words.map((word) => word.folded).join(' ')).toString(36)}`;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
