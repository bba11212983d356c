/**
 * Finds words in a text in linear time, however the two are made. The native search compares the words again at
 * each place where they nearly match: in a text of one repeated character, that takes minutes.
 */

/** Words up to this length are left to the native search, which compares at most so many characters at a place. */
const SHORT = 16;

/** The first place of `words` at or after `from`, or -1. Steps: a small multiple of the lengths of both. */
export function indexOfWords(text: string, words: string, from = 0): number {
  if (words.length <= SHORT) return text.indexOf(words, from);
  const beginning = words.slice(0, SHORT);
  let budget = text.length - from;
  let at = text.indexOf(beginning, from);
  while (at !== -1 && !text.startsWith(words, at)) {
    budget -= words.length;
    if (budget < 0) return search(text, words, at + 1);
    at = text.indexOf(beginning, at + 1);
  }
  return at;
}

/** Knuth, Morris and Pratt (1977). */
function search(text: string, words: string, from: number): number {
  const units = Uint16Array.from({ length: words.length }, (_, at) => words.charCodeAt(at));
  const borders = bordersOf(units);
  const last = text.length - units.length;
  let matched = 0;
  // Stops where too few characters are left.
  for (let at = from; at - matched <= last; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && units[matched] !== unit) matched = borders[matched - 1] ?? 0;
    if (units[matched] === unit) matched += 1;
    if (matched === units.length) return at + 1 - matched;
  }
  return -1;
}

/** For each beginning of the words: the length of the longest shorter beginning that is also its end. */
function bordersOf(units: Uint16Array): Int32Array {
  const borders = new Int32Array(units.length);
  let matched = 0;
  for (let at = 1; at < units.length; at += 1) {
    while (matched > 0 && units[matched] !== units[at]) matched = borders[matched - 1] ?? 0;
    if (units[matched] === units[at]) matched += 1;
    borders[at] = matched;
  }
  return borders;
}
