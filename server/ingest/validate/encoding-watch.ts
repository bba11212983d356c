/** Tells a file in another encoding from a file with some damaged rows. */
import { MAX_FAULTS, type FaultCollector, type RowFault } from '../records/faults.ts';
import { BAD_ENCODING, type RawRow } from '../formats/raw-row.ts';

/**
 * Holds the faults of rows that are not UTF-8 until it is known what they mean. If no row of the file has a character
 * of UTF-8 outside ASCII, the whole file is in another encoding: then that is one fault, and the rows are none.
 */
export class EncodingWatch {
  readonly #faults: FaultCollector;
  #held: RowFault[] = [];
  #count = 0;
  #hasUtf8 = false;
  /** Beyond those that a report can show. */
  #uncollected = 0;

  constructor(faults: FaultCollector) {
    this.#faults = faults;
  }

  /** Looks at a row. @returns Whether it is not UTF-8, so that nothing else is to be said about it. */
  isBad(raw: RawRow, place: Omit<RowFault, 'code' | 'reason'>): boolean {
    if (raw.problem?.code !== BAD_ENCODING.code) {
      // A character outside ASCII has more bytes than UTF-16 units.
      if (raw.text !== undefined && raw.bytes !== undefined && raw.bytes > raw.text.length) this.#hasUtf8 = true;
      return false;
    }
    this.#count += 1;
    const fault = { ...place, ...raw.problem };
    if (this.#hasUtf8 && this.#held.length >= MAX_FAULTS) this.#faults.add(fault);
    else if (this.#held.length < MAX_FAULTS) this.#held.push(fault);
    else this.#uncollected += 1;
    return true;
  }

  /** Reports what was held. Call it once, after the last row that can be read. */
  end(): void {
    const [first] = this.#held;
    if (this.#count >= 2 && !this.#hasUtf8 && first !== undefined) {
      const where = `${first.section === undefined ? 'line' : `${first.section},`} ${first.row ?? ''}`.trim();
      const reason = `The file is not in UTF-8: ${this.#count} rows contain bytes of another encoding, such as Windows-1252. The first is ${where}. Save the file as UTF-8.`;
      this.#faults.add({ code: BAD_ENCODING.code, reason });
      return;
    }
    for (const fault of this.#held) this.#faults.add(fault);
    // A report shows the first only, but counts all.
    const last = this.#held.at(-1);
    if (last !== undefined) for (let rest = this.#uncollected; rest > 0; rest -= 1) this.#faults.add(last);
  }
}
