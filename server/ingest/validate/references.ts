/** Looks up references: first in the file itself, then in batches in the database. */
import type { Section } from '../../store/records.ts';
import { shown } from '../records/faults.ts';
import { KNOWN_BATCH, type KnownRecords } from '../records/validated-file.ts';
import { FLAG, IdTable } from './spool-index.ts';
import { recordFault, type FileState } from './state.ts';

export type ReferredSection = 'actors' | 'claims' | 'documents';

interface OpenReference {
  readonly section: ReferredSection;
  readonly id: string;
  readonly at: { readonly section: Section; readonly row: number; readonly field: string };
}

/**
 * References of one batch of records. {@link need} collects them; {@link lookUp} queries the
 * database for those that are not in the file, and adds a fault for each unknown one.
 */
export class References {
  readonly #state: FileState;
  readonly #known: KnownRecords;
  /** Answers of the database, so that each id is queried once. */
  readonly #answers: Readonly<Record<ReferredSection, IdTable>> = {
    actors: new IdTable(),
    claims: new IdTable(),
    documents: new IdTable(),
  };
  #open: OpenReference[] = [];

  constructor(state: FileState, known: KnownRecords) {
    this.#state = state;
    this.#known = known;
  }

  /** @returns The entry in the file's table, or -1 when the file does not have it. */
  need(section: ReferredSection, id: string, at: OpenReference['at']): number {
    const table = this.#state.tables[section];
    const entry = table.find(id);
    if (
      entry !== -1 &&
      (table.has(entry, FLAG.isFaulty) ||
        section === 'documents' ||
        table.has(entry, FLAG.isClaim) === (section === 'claims'))
    )
      return entry;
    const answers = this.#answers[section];
    const answer = answers.find(id);
    if (answer === -1 || !answers.has(answer, FLAG.isKnown)) this.#open.push({ section, id, at });
    return -1;
  }

  /** Whether the database has this document, which the file only refers to, with a text. */
  hasKnownText(documentId: string): boolean {
    const entry = this.#answers.documents.find(documentId);
    return entry !== -1 && this.#answers.documents.has(entry, FLAG.hasKnownText);
  }

  async lookUp(): Promise<void> {
    const open = this.#open;
    this.#open = [];
    if (open.length === 0) return;
    for (const section of ['actors', 'claims', 'documents'] as const) {
      const ids = new Set(open.filter((reference) => reference.section === section).map(({ id }) => id));
      await this.#query(
        section,
        [...ids].filter((id) => this.#answers[section].find(id) === -1),
      );
    }
    for (const { section, id, at } of open) {
      const answers = this.#answers[section];
      if (!answers.has(answers.find(id), FLAG.isKnown)) this.#addUnknown(section, id, at);
    }
  }

  async #query(section: ReferredSection, ids: readonly string[]): Promise<void> {
    const answers = this.#answers[section];
    const spool = this.#state.referred[section];
    for (let from = 0; from < ids.length; from += KNOWN_BATCH) {
      const some = ids.slice(from, from + KNOWN_BATCH);
      const found = await this.#known[section](some);
      for (const id of some) {
        const entry = answers.insert(id);
        const record = found.get(id);
        if (record === undefined) continue;
        answers.mark(entry, 'sha256' in record ? FLAG.isKnown | FLAG.hasKnownText : FLAG.isKnown);
        spool.append(0, JSON.stringify(id));
      }
      if (spool.isFull) await spool.writeBehind();
    }
  }

  #addUnknown(section: ReferredSection, id: string, at: OpenReference['at']): void {
    const kind = section.slice(0, -1);
    const table = this.#state.tables[section];
    const entry = table.find(id);
    const reason =
      entry === -1
        ? `There is no ${kind} ${shown(id)} in the file or in the database. Correct the id, or add the ${kind}.`
        : `${shown(id)} is ${section === 'actors' ? 'a claim' : 'an actor'}, and this must be ${section === 'actors' ? 'an actor' : 'a claim'}. Correct the id.`;
    this.#state.faults.add(recordFault(this.#state, at, { code: 'unknown-id', reason }));
  }
}
