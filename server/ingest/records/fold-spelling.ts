/** What makes two spellings one name, and which of several spellings is shown. Pure. */

const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;
const JOINER = /[\u200c\u200d]/u;
const TAG = /[\u{e0020}-\u{e007f}]/gu;
const MONGOLIAN_SELECTOR = /[\u180b-\u180f]/gu;
const MONGOLIAN = /\p{scx=Mong}$/u;
const BLACK_FLAG = '\u{1f3f4}';
/** Signs of Indic scripts, Khmer and Myanmar that a joiner before or after them changes. */
const VIRAMA = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u1039\u103a\u17d2]/u;
/** Scripts whose letters join: a non-joiner between two of them changes how the word is written. */
const CURSIVE = /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Phag}\p{scx=Adlm}\p{scx=Rohg}]/u;
const BEFORE_EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;

/** Before NFKC, which turns some of them into a space and a mark, or into two characters. */
const SPACING_APOSTROPHES = /[`\u00b4\u0384\u1fbd\u1fbf\u1ffd\u1ffe]/gu;
const DOUBLE_PRIMES = /[\u2033\u2036]/gu;
const APOSTROPHES =
  /[\u2018-\u201b\u2032\u2035\u2039\u203a\u02b9\u02bb-\u02bd\u02c8\ua78c\u275b\u275c\u275f\u300c\u300d\u05f3]/gu;
const QUOTATION_MARKS =
  /[\u201c-\u201f\u00ab\u00bb\u02ba\u02dd\u05f4\u275d\u275e\u2760\u276e\u276f\u300e\u300f\u301d-\u301f\u{1f676}-\u{1f678}]/gu;
const DASHES = /[\p{Dash_Punctuation}\u02d7\u2043\u2212\u2796]/gu;
const CLOSING_STOP = /(?<!\.) ?[.\u3002\u0964\u06d4\u1362\u17d4\u104b](['")\]]*)$/u;

/**
 * A spelling without differences of case, width, ligatures, white space, quotation marks, apostrophes, dashes and
 * characters that nobody sees. Equal results are one name.
 *
 * - Diacritics and vowel marks are kept: “Müller” is not “Muller”, and in many scripts other marks make other words.
 * - Single and double quotation marks are one, except a double mark after a digit, which may stand for inches.
 * - White space around a dash has no meaning, but a hyphen is not a space: “well-known” is not “well known”.
 * - Joiners are kept where they change a word: between letters of Arabic and other joining scripts, beside a virama,
 *   and within an emoji. Everywhere else they are left out.
 *
 * @param text Of limited length. Steps: a small multiple of it.
 */
export function foldSpelling(text: string): string {
  const visible = withoutIgnorable(text).replace(SPACING_APOSTROPHES, "'").replace(DOUBLE_PRIMES, '"');
  const folded = visible
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u0085]+/gu, ' ')
    .trim()
    .replace(QUOTATION_MARKS, '"')
    .replace(/(?<!\p{Nd})"/gu, "'")
    .replace(APOSTROPHES, "'")
    .replace(/'{2,}/g, "'")
    .replace(DASHES, '-')
    .replace(/ ?-(?: ?-)* ?/g, '-');
  return folded === '' ? formerFold(text) : folded;
}

/** One character with its marks, without differences of quotation marks, apostrophes, dashes, width and ligatures. Case is kept. */
export function foldMarks(character: string): string {
  return character
    .replace(SPACING_APOSTROPHES, "'")
    .replace(DOUBLE_PRIMES, '"')
    .normalize('NFKD')
    .replace(QUOTATION_MARKS, "'")
    .replace(/"/g, "'")
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-');
}

/** As {@link foldSpelling}, without a closing full stop. An ellipsis stays. */
export function foldClaim(text: string): string {
  const folded = foldSpelling(text);
  return folded.replace(CLOSING_STOP, '$1') || folded;
}

/** How earlier versions folded a spelling. Ids in their databases are derived from it. Do not change it. */
export function formerFold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/**
 * Which of two spellings is shown: the one with fewer characters that nobody sees, then the first in order of code
 * units. A total order, so the order of rows and imports does not matter.
 */
export function preferredSpelling(a: string, b: string): string {
  const [hidden, otherHidden] = [ignorableIn(a), ignorableIn(b)];
  if (hidden !== otherHidden) return hidden < otherHidden ? a : b;
  return a <= b ? a : b;
}

function ignorableIn(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(IGNORABLE)) count += run.length;
  return count;
}

/** Without characters that draw nothing, except those that change what is drawn beside them. */
function withoutIgnorable(text: string): string {
  return text.replace(IGNORABLE, (run: string, at: number) => {
    const before = characterBefore(text, at);
    const next = text.codePointAt(at + run.length);
    const after = next === undefined ? '' : String.fromCodePoint(next);
    if (before === BLACK_FLAG) return run.match(TAG)?.join('') ?? '';
    if (MONGOLIAN.test(before)) return run.match(MONGOLIAN_SELECTOR)?.join('') ?? '';
    const joiner = JOINER.exec(run)?.[0] ?? '';
    return joiner !== '' && isJoined(before, after) ? joiner : '';
  });
}

function isJoined(before: string, after: string): boolean {
  if (VIRAMA.test(before) || VIRAMA.test(after)) return true;
  if (CURSIVE.test(before) && CURSIVE.test(after)) return true;
  return BEFORE_EMOJI.test(before) && EMOJI.test(after);
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return '';
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff && at > 1;
  return text.slice(isLow ? at - 2 : at - 1, at);
}
