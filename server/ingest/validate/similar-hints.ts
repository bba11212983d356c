/** Warnings for actors and claims of a file that are similar but not one. They stay apart: only a person can decide. */
import { isTurnOver, nextTurn } from '../../base/turns.ts';
import type { Section } from '../../store/records.ts';
import { shown } from '../records/faults.ts';
import { SimilarTexts, type SimilarText } from '../records/similar-texts.ts';
import type { UnlocatedRecordOf } from './normalise.ts';
import { FLAG } from './spool-index.ts';
import { recordFault, rowName, type FileState } from './state.ts';

/** More hints of one kind do not help: the names of such a file follow a pattern. */
export const MAX_HINTS = 100;

interface Checked {
  readonly record: UnlocatedRecordOf[Section];
  readonly row: number;
  readonly entry: number;
}

export class SimilarHints {
  readonly #state: FileState;
  readonly #names = new SimilarTexts('names');
  readonly #claims = new SimilarTexts('claims');
  readonly #hints = { actors: 0, claims: 0 };

  constructor(state: FileState) {
    this.#state = state;
  }

  /** Compares the records of a batch, which were looked up in the database, with the earlier ones. */
  async add(section: Section, batch: readonly Checked[], signal: AbortSignal | undefined): Promise<void> {
    if (section !== 'actors' && section !== 'claims') return;
    for (const { record, row, entry } of batch) {
      if (this.#hints[section] >= MAX_HINTS) return;
      if (isTurnOver()) await nextTurn(signal);
      const isNew = !this.#state.tables[section].has(entry, FLAG.isKnown);
      if ('name' in record) this.#addHint(section, record.name, row, this.#names.add(record.name, row, isNew));
      else if ('text' in record && !('title' in record))
        this.#addHint(section, record.text, row, this.#claims.add(record.text, row, isNew));
    }
  }

  #addHint(section: 'actors' | 'claims', text: string, row: number, similar: SimilarText | undefined): void {
    if (similar === undefined) return;
    this.#hints[section] += 1;
    const [kind, field] = section === 'actors' ? (['actor', 'name'] as const) : (['claim', 'text'] as const);
    const place = rowName(this.#state, section, similar.row);
    const reason = `${shown(text)} is similar to ${shown(similar.text)} in ${place}. They are kept as two. If they are one ${kind}, write both in the same way, or give both the same id.`;
    this.#state.warnings.add(recordFault(this.#state, { section, row, field }, { code: `similar-${kind}`, reason }));
  }
}
