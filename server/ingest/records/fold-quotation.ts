/**
 * Folds texts for finding words in them. Each unit of the folded text knows its place in the text as stored. Linear,
 * because texts have up to two million characters.
 */
import { runAtOnce } from '../../base/turns.ts';
import { foldMarks } from './fold-spelling.ts';

/** `form`: line ends, white space, invisible characters, Unicode form. `typography`: also quotation marks, dashes, ligatures. */
export type Folding = 'form' | 'typography';

export interface FoldedText {
  readonly text: string;
  /** By unit: where its character begins in the text; -1 within a character. */
  readonly starts: Int32Array;
  /** By unit: where its character ends in the text. */
  readonly ends: Int32Array;
}

const SPACE = /[\s\u0085]/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const MARK = /\p{M}/u;
const IS_SPACE = 1;
const IS_IGNORED = 2;
const IS_MARK = 3;
const IS_OTHER = 4;
/** The class of each unit, filled in when it is first needed. */
const classes = new Uint8Array(0x10000);
/** More marks on one character are compared as they are: sorting them takes quadratic time. */
const MAX_MARKS = 30;

function classOf(unit: number): number {
  const known = classes[unit] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  const found = IGNORABLE.test(character)
    ? IS_IGNORED
    : SPACE.test(character)
      ? IS_SPACE
      : MARK.test(character)
        ? IS_MARK
        : IS_OTHER;
  classes[unit] = found;
  return found;
}

const FORMS: Readonly<Record<Folding, (character: string) => string>> = {
  form: (character) => character.normalize('NFD'),
  typography: foldMarks,
};
const forms: Readonly<Record<Folding, Map<string, string>>> = { form: new Map(), typography: new Map() };

/** The folded form of one character with its marks. The usual ones are remembered. */
function formOf(character: string, folding: Folding): string {
  const known = forms[folding].get(character);
  if (known !== undefined) return known;
  const form = FORMS[folding](character);
  if (forms[folding].size < 20_000) forms[folding].set(character, form);
  return form;
}

/** The folded text, without white space at its ends. For words; the text of a document takes {@link foldSteps}. */
export function foldQuotation(text: string, folding: Folding): FoldedText {
  return runAtOnce(foldSteps(text, folding));
}

/** How many characters a step folds: some milliseconds. */
const STEP = 50_000;

/** {@link foldQuotation} in steps. */
export function* foldSteps(text: string, folding: Folding): Generator<void, FoldedText> {
  let units = new Uint16Array(text.length + 64);
  let starts = new Int32Array(text.length + 64);
  let ends = new Int32Array(text.length + 64);
  let size = 0;
  const add = (form: string, start: number, end: number): void => {
    if (size + form.length > units.length) {
      const larger = new Uint16Array(units.length * 2 + form.length);
      larger.set(units);
      units = larger;
      starts = grown(starts, form.length);
      ends = grown(ends, form.length);
    }
    for (let at = 0; at < form.length; at += 1) {
      units[size] = form.charCodeAt(at);
      starts[size] = at === 0 ? start : -1;
      ends[size] = end;
      size += 1;
    }
  };
  let spaceAt = -1;
  let at = 0;
  let nextStep = STEP;
  while (at < text.length) {
    if (at >= nextStep) {
      nextStep = at + STEP;
      yield;
    }
    const start = at;
    const kind = classOf(text.charCodeAt(at));
    at += 1;
    if (kind === IS_IGNORED) continue;
    if (kind === IS_SPACE) {
      if (spaceAt === -1) spaceAt = start;
      continue;
    }
    if (spaceAt !== -1 && size > 0) add(' ', spaceAt, start);
    spaceAt = -1;
    let end = at;
    let marks = 0;
    while (at < text.length && marks < MAX_MARKS) {
      const next = classOf(text.charCodeAt(at));
      if (next !== IS_MARK && next !== IS_IGNORED) break;
      at += 1;
      if (next === IS_MARK) end = at;
      marks += 1;
    }
    if (end === start + 1 && text.charCodeAt(start) < 0x80 && folding === 'form') add(text[start] ?? '', start, end);
    else add(formOf(withoutIgnored(text, start, end), folding), start, end);
  }
  const folded = Buffer.from(units.buffer, 0, size * 2).toString('utf16le');
  return { text: folded, starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

function withoutIgnored(text: string, start: number, end: number): string {
  if (end === start + 1) return text[start] ?? '';
  let character = '';
  for (let at = start; at < end; at += 1) if (classOf(text.charCodeAt(at)) !== IS_IGNORED) character += text[at];
  return character;
}

function grown(from: Int32Array, more: number): Int32Array<ArrayBuffer> {
  const into = new Int32Array(from.length * 2 + more);
  into.set(from);
  return into;
}
