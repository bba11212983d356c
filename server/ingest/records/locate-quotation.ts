/** Finds a quotation in the text of its document, or says why it cannot be anchored. */
import type { LocatedQuotation } from '../../contract/explorer.ts';
import type { Quotation } from '../../contract/native.ts';
import { indexOfWords } from './index-of-words.ts';

/**
 * Locates by W3C Web Annotation's selectors: the given position if the words are there, otherwise the
 * only place with those words, otherwise the only one of several that has the given prefix and suffix
 * around it. White space and case must match exactly. Never anchors to similar words: the answer then
 * is `not-found` or `ambiguous`, without a position.
 *
 * @param text The document's text; `undefined` when there is none.
 * @returns The quotation; `located` means `text.slice(start, end) === exact`.
 */
export function locateQuotation(quotation: Quotation, text: string | undefined): LocatedQuotation {
  const { start, end, ...selector } = quotation;
  if (text === undefined) return { ...selector, location: 'no-text' };
  const { exact } = selector;
  if (start !== undefined && end === start + exact.length && text.startsWith(exact, start)) {
    return { ...selector, start, end, location: 'located' };
  }
  const first = indexOfWords(text, exact);
  if (first === -1) return { ...selector, location: 'not-found' };
  const place = indexOfWords(text, exact, first + 1) === -1 ? first : onlyPlaceInContext(selector, text);
  if (place === undefined) return { ...selector, location: 'ambiguous' };
  return { ...selector, start: place, end: place + exact.length, location: 'located' };
}

type Selector = Pick<Quotation, 'exact' | 'prefix' | 'suffix'>;

/** The only occurrence with this prefix and suffix; `undefined` when there is none or more than one. */
function onlyPlaceInContext({ exact, prefix = '', suffix = '' }: Selector, text: string): number | undefined {
  if (prefix === '' && suffix === '') return undefined;
  const context = prefix + exact + suffix;
  const first = indexOfWords(text, context);
  if (first === -1 || indexOfWords(text, context, first + 1) !== -1) return undefined;
  return first + prefix.length;
}
