/** A row as it stands in the file: cut out and decoded, not yet parsed. */
import { isUtf8 } from 'node:buffer';
import type { Section } from '../../store/records.ts';
import { MAX_DEPTH, MAX_TEXT_ROW_BYTES } from './limits.ts';

/** A row that could be cut out, or why not. */
export interface RawRow {
  /** From 1: the line of a JSONL or CSV file, the element of its JSON list. */
  readonly row: number;
  readonly section?: Section;
  readonly text?: string;
  /** Bytes of `text` in the file. */
  readonly bytes?: number;
  readonly problem?: RowProblem;
}

export interface RowProblem {
  readonly code: string;
  readonly reason: string;
}

export const ROW_TOO_LONG: RowProblem = {
  code: 'row-too-long',
  reason: 'The row is longer than 1 MB (a document with its text: 2.5 MB). Shorten it, or split it into several.',
};
export const BAD_ENCODING: RowProblem = {
  code: 'bad-encoding',
  reason: 'The row holds bytes that are not UTF-8. Save the file as UTF-8.',
};
export const TOO_DEEP: RowProblem = {
  code: 'too-deep',
  reason: `The row nests deeper than ${MAX_DEPTH} levels, and no record needs that. Remove what is nested.`,
};

/** Strict UTF-8: `undefined` when a byte is wrong, never a replacement character. */
export function decode(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/**
 * Collects a row that spans chunks, and lets go of its bytes once it has become too long, so that an
 * endless line costs no memory.
 */
export class RowBytes {
  #pieces: Buffer[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length <= MAX_TEXT_ROW_BYTES) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  /** The row that ends with `last`, decoded; afterwards this is empty again. */
  finish(last: Buffer, row: number, section?: Section): RawRow {
    const bytes = this.#length + last.length;
    const place = section === undefined ? { row, bytes } : { row, bytes, section };
    const pieces = this.#pieces;
    const isWhole = this.#length === 0;
    this.#pieces = [];
    this.#length = 0;
    if (bytes > MAX_TEXT_ROW_BYTES) return { ...place, problem: ROW_TOO_LONG };
    const text = decode(isWhole ? last : Buffer.concat([...pieces, last]));
    return text === undefined ? { ...place, problem: BAD_ENCODING } : { ...place, text };
  }
}
