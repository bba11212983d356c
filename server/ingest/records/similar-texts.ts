/**
 * Finds names and claims that are similar but not one: hints for a person, who decides. Each text is compared with
 * the few earlier ones that share a key with it, so the work is linear in the number of texts.
 *
 * The keys of “one letter off” are the text without each of its letters in turn (Mor and Fraenkel, 1982).
 */
import { byCodeUnits } from '../../store/values.ts';
import { foldClaim, foldSpelling } from './fold-spelling.ts';

/** No more texts than this are compared, so that memory is bounded. */
const MAX_COMPARED = 50_000;
/** Longer texts have no keys of single letters or words. */
const MAX_PARTS = 120;
/** “Iran” and “Iraq” are one letter off, too: shorter names are not compared by letters. */
const MIN_LETTERS = 5;
const MIN_WORDS = 3;

export interface SimilarText {
  readonly text: string;
  readonly row: number;
}

interface Entry extends SimilarText {
  readonly isNew: boolean;
  readonly parts: readonly string[];
}

/** What a text is compared by. */
interface Form {
  /** Letters or words: two texts are similar when one of them differs. */
  readonly parts: readonly string[];
  /** Two texts with the same key are similar. */
  readonly keys: readonly string[];
  /** Two texts are similar when one has a key here that the other has in `answers`. */
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}

/** The names of actors, or the texts of claims, of one file. */
export class SimilarTexts {
  readonly #formOf: (text: string) => Form;
  readonly #entries: Entry[] = [];
  /** By the hash of a key: the first entry with it. */
  readonly #byKey = new Map<number, number>();

  constructor(kind: 'names' | 'claims') {
    this.#formOf = kind === 'names' ? nameForm : claimForm;
  }

  /** Remembers a text. @returns An earlier text that is similar, if one of the two is new. */
  add(text: string, row: number, isNew: boolean): SimilarText | undefined {
    if (this.#entries.length >= MAX_COMPARED) return undefined;
    const form = this.#formOf(text);
    const entry: Entry = { text, row, isNew, parts: form.parts };
    const at = this.#entries.push(entry) - 1;
    return this.#sharing(form, entry, at) ?? this.#near(form, entry, at);
  }

  #sharing({ keys, questions, answers }: Form, entry: Entry, at: number): SimilarText | undefined {
    let similar: SimilarText | undefined;
    for (const key of keys) similar ??= this.#other(this.#take(hashOf(key), at), entry);
    for (const key of questions) similar ??= this.#other(this.#find(hashOf(key)), entry);
    for (const key of answers) this.#take(hashOf(key), at);
    return similar;
  }

  #near({ parts }: Form, entry: Entry, at: number): SimilarText | undefined {
    let similar: SimilarText | undefined;
    for (const key of deletionKeys(parts)) {
      const other = this.#take(key, at);
      if (similar !== undefined || other === undefined || !isNear(parts, other.parts)) continue;
      similar = this.#other(other, entry);
    }
    return similar;
  }

  #other(other: Entry | undefined, { isNew }: Entry): SimilarText | undefined {
    return other !== undefined && (isNew || other.isNew) ? other : undefined;
  }

  #find(key: number): Entry | undefined {
    return this.#entries[this.#byKey.get(key) ?? -1];
  }

  /** The earlier entry with the key. Without one, the key is kept for `at`. */
  #take(key: number, at: number): Entry | undefined {
    const found = this.#byKey.get(key);
    if (found === undefined) this.#byKey.set(key, at);
    return found === undefined || found === at ? undefined : this.#entries[found];
  }
}

function nameForm(name: string): Form {
  const words = wordsOf(foldSpelling(name));
  const letters = [...words.join(' ')];
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const keys = [`joined ${words.join('')}`];
  if (words.length > 1) keys.push(`sorted ${words.toSorted(byCodeUnits).join(' ')}`);
  const initial = `${[...first][0] ?? ''} ${last}`;
  const isShort = [...first].length === 1;
  const isPerson = words.length > 1 && [...last].length > 1;
  return {
    parts: letters.length < MIN_LETTERS ? [] : letters,
    keys,
    questions: isPerson ? [`${isShort ? 'full' : 'short'} ${initial}`] : [],
    answers: isPerson ? [`${isShort ? 'short' : 'full'} ${initial}`] : [],
  };
}

function claimForm(text: string): Form {
  const words = wordsOf(foldClaim(text));
  const letters = [...words.join(' ')];
  return {
    parts: words.length >= MIN_WORDS ? words : letters.length < MIN_LETTERS ? [] : letters,
    keys: [`joined ${words.join('')}`],
    questions: [],
    answers: [],
  };
}

/** Words without marks of any kind: dots, hyphens, diacritics. */
function wordsOf(folded: string): readonly string[] {
  if (/^[a-z0-9 ]*$/.test(folded)) return folded.split(' ');
  return folded
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}']+/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

/** Hashes of the parts without one of them, and of all. Texts with other numbers in them have other keys. */
function deletionKeys(parts: readonly string[]): readonly number[] {
  if (parts.length === 0 || parts.length > MAX_PARTS) return [];
  const numbers = NUMBER.test(parts.join('')) ? hashOf(parts.filter((part) => NUMBER.test(part)).join(' ')) : 0;
  const hashes = parts.map(hashOf);
  const powers = [1];
  const ends = [0];
  for (let n = 1; n <= parts.length; n += 1) {
    powers.push(Math.imul(powers[n - 1] ?? 0, BASE));
    ends.push((Math.imul(hashes[parts.length - n] ?? 0, powers[n - 1] ?? 0) + (ends[n - 1] ?? 0)) | 0);
  }
  // `ends[n]` is the hash of the last n parts; a beginning is shifted by as many powers as parts follow it.
  const keys = [(numbers + (ends[parts.length] ?? 0)) | 0];
  let beginning = 0;
  for (const [at, hash] of hashes.entries()) {
    const rest = parts.length - at - 1;
    keys.push((numbers + Math.imul(beginning, powers[rest] ?? 0) + (ends[rest] ?? 0)) | 0);
    beginning = (Math.imul(beginning, BASE) + hash) | 0;
  }
  return keys;
}

/** Whether the parts differ in one: replaced, left out, or swapped with the next. Numbers must be the same. */
function isNear(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after += 1;
  const [left, right] = [a.slice(before, a.length - after), b.slice(before, b.length - after)];
  if ([...left, ...right].some((part) => NUMBER.test(part))) return false;
  // An initial is a word of one letter: “A. Smith” is not “B. Smith”.
  const isWord = a.includes(' ') && isBoundary(a, before - 1) && isBoundary(a, a.length - after);
  if (isWord && left.length === 1 && right.length === 1) return false;
  const isSwapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwapped || (left.length <= 1 && right.length <= 1);
}

function isBoundary(letters: readonly string[], at: number): boolean {
  return letters[at] === undefined || letters[at] === ' ';
}

const NUMBER = /\p{N}/u;
const BASE = 0x01000193;
/** Different in each process, so that nobody can construct a file whose keys collide. */
const SEED = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

/** Based on FNV-1a with a final mixing. */
function hashOf(text: string): number {
  let hash = SEED;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), BASE);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
