/**
 * Ids for what a CSV file names without an id. Earlier versions distinguished more spellings, so a database may have
 * a name under an id that this version would not derive. Such ids are looked up and kept.
 */
import {
  actorId,
  claimId,
  documentId,
  possibleActorIds,
  possibleClaimIds,
  possibleDocumentIds,
  type DocumentKeys,
  type NamedIds,
} from '../records/derived-ids.ts';
import { KNOWN_BATCH, type KnownRecords } from '../records/validated-file.ts';
import { FLAG, IdTable } from './spool-index.ts';

type NamedSection = 'actors' | 'claims' | 'documents';
const NAMED_SECTIONS: readonly NamedSection[] = ['actors', 'claims', 'documents'];

/** The id in the database if it is there, otherwise the derived one. An id that was not looked up is remembered for {@link lookUp}. */
export class KnownIds implements NamedIds {
  readonly #known: KnownRecords;
  /** The ids that were looked up, each once. */
  readonly #answers = { actors: new IdTable(), claims: new IdTable(), documents: new IdTable() };
  readonly #open = { actors: new Set<string>(), claims: new Set<string>(), documents: new Set<string>() };

  constructor(known: KnownRecords) {
    this.#known = known;
  }

  actor(name: string): string {
    return this.#find('actors', possibleActorIds(name)) ?? actorId(name);
  }

  claim(text: string): string {
    return this.#find('claims', possibleClaimIds(text)) ?? claimId(text);
  }

  document(document: DocumentKeys): string {
    return this.#find('documents', possibleDocumentIds(document)) ?? documentId(document);
  }

  /** Asks the database for the ids that were needed since the last call. @returns Whether there were any. */
  async lookUp(): Promise<boolean> {
    let isAsked = false;
    for (const section of NAMED_SECTIONS) {
      const ids = [...this.#open[section]];
      this.#open[section].clear();
      for (let from = 0; from < ids.length; from += KNOWN_BATCH) {
        isAsked = true;
        const some = ids.slice(from, from + KNOWN_BATCH);
        const found: ReadonlyMap<string, unknown> = await this.#known[section](some);
        const answers = this.#answers[section];
        for (const id of some) {
          const entry = answers.insert(id);
          if (found.has(id)) answers.mark(entry, FLAG.isKnown);
        }
      }
    }
    return isAsked;
  }

  #find(section: NamedSection, ids: readonly string[]): string | undefined {
    // The only possible id needs no answer.
    if (ids.length < 2) return ids[0];
    const answers = this.#answers[section];
    for (const id of ids) {
      const entry = answers.find(id);
      if (entry === -1) this.#open[section].add(id);
      else if (answers.has(entry, FLAG.isKnown)) return id;
    }
    return undefined;
  }
}
