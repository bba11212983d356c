/** Finds a quotation in the text of its document, or says why it cannot be anchored. */
import { runAtOnce } from '../../base/turns.ts';
import type { LocatedQuotation } from '../../contract/explorer.ts';
import type { Quotation } from '../../contract/native.ts';
import { foldQuotation, foldSteps, type FoldedText, type Folding } from './fold-quotation.ts';
import { indexOfWords } from './index-of-words.ts';

/**
 * Locates by W3C Web Annotation's selectors: the given position if the words are there, otherwise the
 * only place with those words, otherwise the only one of several that has the given prefix and suffix
 * around it. Line ends, white space, invisible characters and the Unicode form do not matter; case does. Words that
 * differ only in quotation marks, dashes and ligatures are located as `typography`. Never anchors to other words:
 * the answer then is `not-found` or `ambiguous`, without a position.
 *
 * @param text The document's text; `undefined` when there is none.
 * @returns The quotation; `start` and `end` count the text as stored.
 */
export function locateQuotation(quotation: Quotation, text: string | undefined): LocatedQuotation {
  return runAtOnce(locateSteps(quotation, text));
}

/** {@link locateQuotation} in steps: each of its searches takes up to one pass over the text, and there may be hundreds. */
export function* locateSteps(quotation: Quotation, text: string | undefined): Generator<void, LocatedQuotation> {
  const { start, end, ...selector } = quotation;
  if (text === undefined) return { ...selector, location: 'no-text' };
  const { exact } = selector;
  const given = start === undefined || end === undefined ? undefined : placed(selector, text, { start, end });
  if (given !== undefined) return given;
  const first = indexOfWords(text, exact);
  yield;
  const isOnly = first !== -1 && indexOfWords(text, exact, first + 1) === -1;
  if (isOnly) return { ...selector, start: first, end: first + exact.length, location: 'located' };
  let isAmbiguous = first !== -1;
  for (const folding of ['form', 'typography'] as const) {
    yield;
    const found = yield* findFolded(selector, text, folding);
    if (found === 'ambiguous') isAmbiguous = true;
    else if (found !== undefined) return placed(selector, text, found) ?? { ...selector, location: 'not-found' };
  }
  return { ...selector, location: isAmbiguous ? 'ambiguous' : 'not-found' };
}

/** How words agree with those at a place of the text; undefined when they are others. */
export function agreement(exact: string, words: string): 'located' | 'typography' | undefined {
  if (exact === words) return 'located';
  if (isEqual(exact, words, 'form')) return 'located';
  return isEqual(exact, words, 'typography') ? 'typography' : undefined;
}

function isEqual(a: string, b: string, folding: Folding): boolean {
  const folded = foldQuotation(a, folding).text;
  return folded !== '' && folded === foldQuotation(b, folding).text;
}

type Selector = Pick<Quotation, 'exact' | 'prefix' | 'suffix'>;
interface Place {
  readonly start: number;
  readonly end: number;
}

function placed(selector: Selector, text: string, { start, end }: Place): LocatedQuotation | undefined {
  // Folded, words of a document are rarely longer than this. A position of the whole text is not folded.
  if (end > text.length || end - start > 4 * selector.exact.length + 1_000) return undefined;
  const location = agreement(selector.exact, text.slice(start, end));
  return location && { ...selector, start, end, location };
}

/** The text that was folded last, because the quotations of a document follow each other. */
const latest: Record<Folding, { text: string; folded: FoldedText } | undefined> = {
  form: undefined,
  typography: undefined,
};

function* foldedDocument(text: string, folding: Folding): Generator<void, FoldedText> {
  const kept = latest[folding];
  if (kept?.text === text) return kept.folded;
  const folded = yield* foldSteps(text, folding);
  latest[folding] = { text, folded };
  return folded;
}

/** The only place of the words, or the only one in their context. */
function* findFolded(
  selector: Selector,
  text: string,
  folding: Folding,
): Generator<void, Place | 'ambiguous' | undefined> {
  const exact = foldQuotation(selector.exact, folding).text;
  if (exact === '') return undefined;
  const folded = yield* foldedDocument(text, folding);
  const places = yield* placesOf(folded, exact);
  const [only, other] = places;
  if (only === undefined) return undefined;
  if (other === undefined) return placeOf(folded, only, exact.length);
  const inContext = yield* onlyPlaceInContext(selector, folded, { exact, folding });
  return inContext === undefined ? 'ambiguous' : placeOf(folded, inContext, exact.length);
}

/** The first two places of the words that begin and end with a whole character. */
function* placesOf(folded: FoldedText, words: string): Generator<void, readonly number[]> {
  const places: number[] = [];
  let tries = 0;
  let at = indexOfWords(folded.text, words);
  while (at !== -1 && places.length < 2 && tries < MAX_TRIES) {
    if (isWhole(folded, at) && isWhole(folded, at + words.length)) places.push(at);
    tries += 1;
    yield;
    at = indexOfWords(folded.text, words, at + 1);
  }
  return places;
}

/** Places within a character, such as the letter without its accent, are tried so often. */
const MAX_TRIES = 100;

function isWhole({ starts }: FoldedText, at: number): boolean {
  return starts[at] !== -1;
}

function placeOf({ starts, ends }: FoldedText, at: number, length: number): Place {
  return { start: starts[at] ?? 0, end: ends[at + length - 1] ?? 0 };
}

/**
 * The only occurrence with this prefix and suffix; `undefined` when there is none or more than one. White space
 * between the words and their context is free, and an ellipsis at the outer ends of the context is left out.
 */
function* onlyPlaceInContext(
  { prefix = '', suffix = '' }: Selector,
  folded: FoldedText,
  { exact, folding }: { readonly exact: string; readonly folding: Folding },
): Generator<void, number | undefined> {
  const stripped = { prefix: prefix.replace(LEADING_ELLIPSIS, ''), suffix: suffix.replace(CLOSING_ELLIPSIS, '') };
  for (const context of [{ prefix, suffix }, stripped]) {
    const before = foldQuotation(context.prefix, folding).text;
    const after = foldQuotation(context.suffix, folding).text;
    const place = yield* onlyPlaceBetween(folded, { before, exact, after });
    if (place !== undefined) return place;
  }
  return undefined;
}

const LEADING_ELLIPSIS = /^\s*\[?(?:\.{3}|…)\]?/u;
const CLOSING_ELLIPSIS = /\[?(?:\.{3}|…)\]?\s*$/u;

function* onlyPlaceBetween(
  folded: FoldedText,
  { before, exact, after }: { readonly before: string; readonly exact: string; readonly after: string },
): Generator<void, number | undefined> {
  if (before === '' && after === '') return undefined;
  const found = new Set<number>();
  for (const left of before === '' ? [''] : [before, `${before} `])
    for (const right of after === '' ? [''] : [after, ` ${after}`])
      for (const place of yield* placesOf(folded, left + exact + right)) found.add(place + left.length);
  const [only, other] = found;
  return other === undefined ? only : undefined;
}
