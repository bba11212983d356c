/** Collects what is wrong with a file: the first thousand faults in the order of its rows, and the total. */
import type { FaultReport, ImportFault } from '../../contract/imports.ts';
import { SECTIONS } from '../../store/records.ts';
import { visibleText } from './visible-text.ts';

export const MAX_FAULTS = 1_000;

/** A fault without the name of the file, which is the same for all. */
export type RowFault = Omit<ImportFault, 'file'>;

/** Faults may come in any order, because each pass over the file finds different ones. */
export class FaultCollector {
  readonly #file: string;
  /** In a JSON file each list has its own row numbers, so faults are ordered by list first. */
  readonly #isBySection: boolean;
  #kept: RowFault[] = [];
  #total = 0;

  constructor(file: string, isBySection: boolean) {
    this.#file = file;
    this.#isBySection = isBySection;
  }

  get total(): number {
    return this.#total;
  }

  add(fault: RowFault): void {
    this.#total += 1;
    this.#kept.push(fault);
    if (this.#kept.length >= 4 * MAX_FAULTS) this.#prune();
  }

  report(): FaultReport {
    this.#prune();
    return { faults: this.#kept.map((fault) => legible({ file: this.#file, ...fault })), total: this.#total };
  }

  #prune(): void {
    this.#kept = this.#kept
      .toSorted((a, b) => this.#rank(a) - this.#rank(b) || (a.row ?? 0) - (b.row ?? 0))
      .slice(0, MAX_FAULTS);
  }

  #rank(fault: RowFault): number {
    if (fault.row === undefined) return -1;
    if (!this.#isBySection) return 0;
    return SECTIONS.findIndex((section) => section === fault.section);
  }
}

/** A fault quotes the file: half of a surrogate pair, which many programs cannot read, and characters that nobody sees. */
function legible({ field, reason, ...fault }: ImportFault): ImportFault {
  return { ...fault, ...(field !== undefined && { field: legibleText(field) }), reason: legibleText(reason) };
}

function legibleText(text: string): string {
  return visibleText(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** A value of the file as a reason shows it: short and in quotes. Nested values are not shown. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return `“${shortened(String(value), 80)}”`;
}

/** At most `length` characters, as a copy. A slice would keep the whole row, up to a megabyte, in memory. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${Buffer.from(text.slice(0, length - 1), 'utf8').toString('utf8')}…`;
}
