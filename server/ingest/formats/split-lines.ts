/** Splits a JSONL file into lines. */
import { RowBytes, type RawRow } from './raw-row.ts';

const NEW_LINE = 0x0a;
const EMPTY = Buffer.alloc(0);

/** Takes chunks of bytes and returns lines without their ends. Blank lines are counted and left out. */
export class LineSplitter {
  readonly #open = new RowBytes();
  #line = 0;

  push(chunk: Buffer): RawRow[] {
    const rows: RawRow[] = [];
    let from = 0;
    for (;;) {
      const to = chunk.indexOf(NEW_LINE, from);
      if (to === -1) break;
      this.#finish(chunk.subarray(from, to), rows);
      from = to + 1;
    }
    if (from < chunk.length) this.#open.add(chunk.subarray(from));
    return rows;
  }

  /** The last line, when no line end follows it. */
  end(): RawRow[] {
    const rows: RawRow[] = [];
    if (this.#open.length > 0) this.#finish(EMPTY, rows);
    return rows;
  }

  #finish(last: Buffer, rows: RawRow[]): void {
    this.#line += 1;
    if (last.length === 0 && this.#open.length === 0) return;
    const row = this.#open.finish(last, this.#line);
    if (row.text === undefined || !isBlank(row.text)) rows.push(row);
  }
}

function isBlank(line: string): boolean {
  return line.length < 1_000 && line.trim() === '';
}
