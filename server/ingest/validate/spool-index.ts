/** What validation keeps in memory for every id of a file, in typed arrays: about 30 bytes a record. */

/** Bits of {@link IdTable.flags}. */
export const FLAG = {
  /** Among actors and claims, which share one table: this is a claim. */
  isClaim: 1,
  /** The record has a fault. Its id is kept so that references to it are not reported as well. */
  isFaulty: 2,
  /** A document with a text in the file. */
  hasText: 4,
  /** A document without a text in the file, but with one in the database. */
  hasKnownText: 8,
  /** Several rows of a CSV file describe it differently. They are united later. */
  isMany: 16,
  /** The database has it. */
  isKnown: 32,
  /** The database has it, and the file adds to it. */
  isMerged: 64,
  /** Not in the file: a reference that was looked up in the database. */
  isReference: 128,
} as const;

/** Different in each process, so that nobody can construct a file whose ids collide. */
const SEED = crypto.getRandomValues(new Uint32Array(2));

/** A hash of 64 bits as two numbers of 32; not for keeping. Based on the mixing of MurmurHash3. */
export function hash64(text: string): readonly [number, number] {
  let a = (SEED[0] ?? 0) ^ text.length;
  let b = SEED[1] ?? 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
    a ^= a >>> 15;
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [a >>> 0, b >>> 0];
}

type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** The numbers of a page of {@link NumberColumn}: a power of two. */
const PAGE_BITS = 14;
const PAGE = 2 ** PAGE_BITS;

/** A list of numbers in typed arrays. Unset entries are 0. It grows by a page, and never copies what it has. */
export class NumberColumn {
  readonly #pages: (Numbers | undefined)[] = [];
  readonly #type: new (length: number) => Numbers;

  constructor(type: new (length: number) => Numbers) {
    this.#type = type;
  }

  get(index: number): number {
    return this.#pages[index >> PAGE_BITS]?.[index & (PAGE - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    const page = (this.#pages[index >> PAGE_BITS] ??= new this.#type(PAGE));
    page[index & (PAGE - 1)] = value;
  }
}

/** The slots of a table are in so many parts. Each grows by itself, so that no insertion takes long. */
const PARTS = 64;

/**
 * A set of ids, each with a number (its entry, from 0 in order of insertion), its row,
 * flags, and the hash of its content. Ids are compared by a hash of 64 bits: among ten million, two collide with
 * a probability of 3 in a million.
 */
export class IdTable {
  readonly #parts = Array.from({ length: PARTS }, () => ({ slots: new Int32Array(16).fill(-1), size: 0 }));
  readonly #high = new NumberColumn(Uint32Array);
  readonly #low = new NumberColumn(Uint32Array);
  readonly #rows = new NumberColumn(Uint32Array);
  readonly #flags = new NumberColumn(Uint8Array);
  readonly #contentHigh = new NumberColumn(Uint32Array);
  readonly #contentLow = new NumberColumn(Uint32Array);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The entry of `id`, or -1. */
  find(id: string): number {
    const [high, low] = hash64(id);
    const { slots } = this.#partOf(low);
    return slots[this.#slotOf(slots, high, low)] ?? -1;
  }

  /** The entry of `id`. A new id gets a new entry, equal to the previous `size`. */
  insert(id: string): number {
    const [high, low] = hash64(id);
    const part = this.#partOf(low);
    const slot = this.#slotOf(part.slots, high, low);
    const found = part.slots[slot] ?? -1;
    if (found !== -1) return found;
    const entry = this.#size;
    this.#size += 1;
    this.#high.set(entry, high);
    this.#low.set(entry, low);
    part.slots[slot] = entry;
    part.size += 1;
    if (part.size * 2 > part.slots.length) part.slots = this.#grown(part.slots);
    return entry;
  }

  /** The row of an entry, 0 if it was not set. */
  row(entry: number): number {
    return this.#rows.get(entry);
  }

  setRow(entry: number, row: number): void {
    this.#rows.set(entry, row);
  }

  has(entry: number, flag: number): boolean {
    return (this.#flags.get(entry) & flag) !== 0;
  }

  mark(entry: number, flag: number): void {
    this.#flags.set(entry, this.#flags.get(entry) | flag);
  }

  setContent(entry: number, [high, low]: readonly [number, number]): void {
    this.#contentHigh.set(entry, high);
    this.#contentLow.set(entry, low);
  }

  hasContent(entry: number, [high, low]: readonly [number, number]): boolean {
    return this.#contentHigh.get(entry) === high && this.#contentLow.get(entry) === low;
  }

  #partOf(low: number): { slots: Int32Array; size: number } {
    const part = this.#parts[low % PARTS];
    if (part === undefined) throw new RangeError(`no part for ${low}`);
    return part;
  }

  /** The slot that holds this hash, or the free slot for it. */
  #slotOf(slots: Int32Array, high: number, low: number): number {
    const mask = slots.length - 1;
    let slot = Math.floor(low / PARTS) & mask;
    for (;;) {
      const entry = slots[slot] ?? -1;
      if (entry === -1 || (this.#low.get(entry) === low && this.#high.get(entry) === high)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grown(slots: Int32Array): Int32Array {
    const larger = new Int32Array(slots.length * 2).fill(-1);
    for (const entry of slots) {
      if (entry !== -1) larger[this.#slotOf(larger, this.#high.get(entry), this.#low.get(entry))] = entry;
    }
    return larger;
  }
}
