/** Texts of documents, from the spool or from the database. The most recently used stay in memory. */
import type { DocumentRecord } from '../../store/records.ts';
import type { KnownRecords } from '../records/validated-file.ts';
import { FLAG } from './spool-index.ts';
import type { References } from './references.ts';
import type { FileState } from './state.ts';

const KEPT_CHARACTERS = 8_000_000;

export class DocumentTexts {
  readonly #state: FileState;
  readonly #known: KnownRecords;
  readonly #references: References;
  readonly #kept = new Map<string, string>();
  #characters = 0;

  constructor(state: FileState, known: KnownRecords, references: References) {
    this.#state = state;
    this.#known = known;
    this.#references = references;
  }

  /** Returns the text when it is in memory, undefined when there is none, otherwise a promise of it. */
  of(id: string): string | undefined | Promise<string | undefined> {
    const table = this.#state.tables.documents;
    const entry = table.find(id);
    const isInSpool = entry !== -1 && table.has(entry, FLAG.hasText);
    const isKnown = entry === -1 ? this.#references.hasKnownText(id) : table.has(entry, FLAG.hasKnownText);
    if (!isInSpool && !isKnown) return undefined;
    const kept = this.#kept.get(id);
    if (kept === undefined) return this.#fetch(id, isInSpool ? entry : undefined);
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    return kept;
  }

  async #fetch(id: string, entry: number | undefined): Promise<string | undefined> {
    const text = entry === undefined ? await this.#known.documentText(id) : await this.#fromSpool(entry);
    if (text !== undefined && !this.#kept.has(id)) this.#keep(id, text);
    return text;
  }

  async #fromSpool(entry: number): Promise<string | undefined> {
    const { textOffset, textLength, spools } = this.#state;
    const line = await spools.documents.readLine(textOffset.get(entry), textLength.get(entry));
    return (JSON.parse(line.json) as DocumentRecord).text;
  }

  #keep(id: string, text: string): void {
    this.#kept.set(id, text);
    this.#characters += text.length;
    for (const [oldest, itsText] of this.#kept) {
      if (this.#characters <= KEPT_CHARACTERS || oldest === id) break;
      this.#kept.delete(oldest);
      this.#characters -= itsText.length;
    }
  }
}
