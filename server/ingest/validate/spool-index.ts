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

/**
 * A set of ids, each with a number (its entry, from 0 in order of insertion), its row,
 * flags, and the hash of its content. Ids are compared by a hash of 64 bits: among ten million, two collide with
 * a probability of 3 in a million.
 */
export class IdTable {
  #slots = new Int32Array(1024).fill(-1);
  #high = new Uint32Array(512);
  #low = new Uint32Array(512);
  rows = new Uint32Array(512);
  flags = new Uint8Array(512);
  contentHigh = new Uint32Array(512);
  contentLow = new Uint32Array(512);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The entry of `id`, or -1. */
  find(id: string): number {
    const [high, low] = hash64(id);
    return this.#slots[this.#slotOf(high, low)] ?? -1;
  }

  /** The entry of `id`. A new id gets a new entry, equal to the previous `size`. */
  insert(id: string): number {
    const [high, low] = hash64(id);
    const slot = this.#slotOf(high, low);
    const found = this.#slots[slot] ?? -1;
    if (found !== -1) return found;
    if (this.#size === this.#high.length) {
      this.#grow();
      return this.insert(id);
    }
    const entry = this.#size;
    this.#size += 1;
    this.#slots[slot] = entry;
    this.#high[entry] = high;
    this.#low[entry] = low;
    return entry;
  }

  has(entry: number, flag: number): boolean {
    return ((this.flags[entry] ?? 0) & flag) !== 0;
  }

  mark(entry: number, flag: number): void {
    this.flags[entry] = (this.flags[entry] ?? 0) | flag;
  }

  setContent(entry: number, [high, low]: readonly [number, number]): void {
    this.contentHigh[entry] = high;
    this.contentLow[entry] = low;
  }

  hasContent(entry: number, [high, low]: readonly [number, number]): boolean {
    return this.contentHigh[entry] === high && this.contentLow[entry] === low;
  }

  /** The slot that holds this hash, or the free slot for it. */
  #slotOf(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    let slot = low & mask;
    for (;;) {
      const entry = this.#slots[slot] ?? -1;
      if (entry === -1 || (this.#low[entry] === low && this.#high[entry] === high)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const capacity = this.#high.length * 2;
    this.#high = grown(this.#high, new Uint32Array(capacity));
    this.#low = grown(this.#low, new Uint32Array(capacity));
    this.rows = grown(this.rows, new Uint32Array(capacity));
    this.flags = grown(this.flags, new Uint8Array(capacity));
    this.contentHigh = grown(this.contentHigh, new Uint32Array(capacity));
    this.contentLow = grown(this.contentLow, new Uint32Array(capacity));
    this.#slots = new Int32Array(capacity * 2).fill(-1);
    for (let entry = 0; entry < this.#size; entry += 1) {
      this.#slots[this.#slotOf(this.#high[entry] ?? 0, this.#low[entry] ?? 0)] = entry;
    }
  }
}

function grown<T extends Uint32Array | Uint8Array | Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** A list of numbers that grows in a typed array. Unset entries are 0. */
export class NumberColumn {
  #values: Float64Array | Int32Array | Uint8Array;
  #type: new (length: number) => Float64Array | Int32Array | Uint8Array;

  constructor(type: new (length: number) => Float64Array | Int32Array | Uint8Array) {
    this.#type = type;
    this.#values = new type(1024);
  }

  get(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const larger = new this.#type(Math.max(this.#values.length * 2, index + 1));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[index] = value;
  }
}
