/** A row of the file: extracted and decoded, but not parsed. */
import { isUtf8 } from 'node:buffer';
import type { Section } from '../../store/records.ts';
import { MAX_DEPTH, MAX_TEXT_ROW_BYTES } from './limits.ts';

/** A row that was extracted, or the reason why it cannot be read. */
export interface RawRow {
  /** From 1: the line of a JSONL or CSV file, the element of its JSON list. */
  readonly row: number;
  readonly section?: Section;
  readonly text?: string;
  /** Bytes of `text` in the file. */
  readonly bytes?: number;
  readonly problem?: RowProblem;
  /** The line where a quoted cell opens that contains what looks like whole rows: its quote is probably not closed. */
  readonly swallowedFrom?: number;
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
  reason: 'The row contains bytes that are not UTF-8. Save the file as UTF-8.',
};
export const TOO_DEEP: RowProblem = {
  code: 'too-deep',
  reason: `The row is nested deeper than ${MAX_DEPTH} levels. Remove the nested values; no record needs them.`,
};

/** Decodes strict UTF-8: `undefined` for invalid bytes, never a replacement character. */
export function decode(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/**
 * Collects a row that spans chunks. Drops its bytes once the row is too long, so that an
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

  /** Returns the row that ends with `last`, decoded, and empties the buffer. */
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
