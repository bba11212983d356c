/**
 * Folding: what makes two spellings of a word the same for search. Words keep their place in the
 * original text, so that a match found in folded text can be marked in the shown one.
 */

export interface FoldedWord {
  /** Lower case, without marks; compatibility forms (width, ligatures) resolved. Never empty. */
  readonly folded: string;
  /** UTF-16 span of the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Written without spaces between words (Han, Kana, Hangul, Thai …): a word may begin at any place. */
  readonly unspaced: boolean;
}

const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/gi;
const ACRONYM = /(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}\p{M}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;
/** One character with its marks (also those of half-width Kana); conjoining jamo as one piece, because they fold to syllables. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** Accents and vowel points. Not all marks: those of Indic scripts and of Kana distinguish words. */
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/gu;
const NOT_OF_WORDS = /[^\p{L}\p{N}\p{M}]|^\p{M}+/gu;

/** Characters that have no decomposition, or whose forms are written for one another. */
const ALIKE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ə: 'e',
  ς: 'σ',
  ґ: 'г',
  '\u0640': '', // tatweel only stretches
  '\u0671': '\u0627', // alef wasla
  '\u0649': '\u064a', // alef maksura → yeh
  '\u06cc': '\u064a', // Persian yeh
  '\u06a9': '\u0643', // Persian kaf
  '\u0629': '\u0647', // teh marbuta → heh
};
const HAS_ALIKE = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu');

/** Folds a text as a whole: words separated by one space, nothing else. Two texts that fold alike are one name. */
export function foldText(text: string): string {
  return foldWords(text)
    .map((word) => word.folded)
    .join(' ');
}

/**
 * The words of a text in their order, folded.
 *
 * Dotted capitals are one word (`U.S.` is `us`), apostrophes and hyphens separate, and a change
 * between spaced and unspaced scripts ends a word.
 */
export function foldWords(text: string): FoldedWord[] {
  return ASCII.test(text) && !text.includes('.') ? foldAsciiWords(text) : foldAnyWords(text);
}

function foldAsciiWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of text.matchAll(ASCII_WORD)) {
    const start = match.index;
    words.push({ folded: match[0].toLowerCase(), start, end: start + match[0].length, unspaced: false });
  }
  return words;
}

function foldAnyWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of text.matchAll(ACRONYM)) {
    let open: { folded: string; start: number; end: number; unspaced: boolean } | undefined;
    for (const cluster of foldClusters(match[0])) {
      if (cluster.folded === '') {
        if (open) open.end = match.index + cluster.end;
        continue;
      }
      if (open && open.unspaced !== cluster.unspaced) {
        words.push(open);
        open = undefined;
      }
      open ??= { folded: '', start: match.index + cluster.start, end: 0, unspaced: cluster.unspaced };
      open.folded += cluster.folded;
      open.end = match.index + cluster.end;
    }
    if (open) words.push(open);
  }
  return words;
}

interface FoldedCluster {
  readonly folded: string;
  readonly unspaced: boolean;
}

/** Texts repeat their characters, and folding one takes a hundred times as long as looking it up. */
const known = new Map<string, FoldedCluster>();
const [MAX_KNOWN, MAX_KNOWN_CLUSTER] = [10_000, 4];

function foldClusters(text: string): FoldedWord[] {
  const clusters: FoldedWord[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const [cluster] = match;
    const { folded, unspaced } = known.get(cluster) ?? fold(cluster);
    clusters.push({ folded, start: match.index, end: match.index + cluster.length, unspaced });
  }
  return clusters;
}

function fold(cluster: string): FoldedCluster {
  const folded = foldCluster(cluster);
  const result = { folded, unspaced: UNSPACED.test(folded) };
  if (cluster.length > MAX_KNOWN_CLUSTER) return result;
  if (known.size === MAX_KNOWN) known.clear();
  known.set(cluster, result);
  return result;
}

/** Marks of one character that are folded, with the character: no script needs more. Normalising takes quadratic time. */
const MAX_CLUSTER = 64;
const HAS_MARK = /[\p{M}\uff9e\uff9f]/u;

function foldCluster(cluster: string): string {
  const isEndless = cluster.length > MAX_CLUSTER && HAS_MARK.test(cluster);
  return (isEndless ? cluster.slice(0, MAX_CLUSTER) : cluster)
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(HAS_ALIKE, (character) => ALIKE[character] ?? character)
    .normalize('NFC')
    .replace(NOT_OF_WORDS, '');
}

/**
 * The position in the original text of some characters of a folded word.
 *
 * @param from,to UTF-16 offsets into `word.folded`.
 * @returns The smallest span of `text` whose characters fold to them, in whole characters with their marks.
 */
export function originalSpan(text: string, word: FoldedWord, from: number, to: number): [number, number] {
  if (from <= 0 && to >= word.folded.length) return [word.start, word.end];
  let [at, start, end] = [0, word.start, word.end];
  for (const cluster of foldClusters(text.slice(word.start, word.end))) {
    if (cluster.folded !== '' && at <= from) start = word.start + cluster.start;
    at += cluster.folded.length;
    if (at >= to) {
      end = word.start + cluster.end;
      break;
    }
  }
  return [start, end];
}
