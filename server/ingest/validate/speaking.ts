/** Who speaks for whom in the file and in the database together. Either may be without a cycle, and both have one. */
import { isTurnOver, nextTurn } from '../../base/turns.ts';
import { shown } from '../records/faults.ts';
import { KNOWN_BATCH, type KnownRecords } from '../records/validated-file.ts';
import { SpeakingGraph } from './cycles.ts';
import type { IdTable } from './spool-index.ts';

/** Actors are numbered by their entries in the table of the file; those of the database follow. */
export class Speaking {
  readonly #table: IdTable;
  readonly #known: Pick<KnownRecords, 'actors'>;
  readonly #graph = new SpeakingGraph();
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  #firstSpeaker = -1;

  constructor(table: IdTable, known: Pick<KnownRecords, 'actors'>) {
    this.#table = table;
    this.#known = known;
  }

  /** An actor of the file that speaks for another. */
  get firstSpeaker(): number {
    return this.#firstSpeaker;
  }

  /** The file says that the actor speaks for `id`. */
  add(entry: number, id: string): void {
    if (this.#firstSpeaker === -1) this.#firstSpeaker = entry;
    this.#graph.add(entry, this.#numberOf(id));
  }

  /** The database says that an actor of the file speaks for these. */
  addKnown(entry: number, ids: readonly string[]): void {
    for (const id of ids) this.#graph.add(entry, this.#numberOf(id));
  }

  /** Adds what the database says of the actors that can be reached. Without new relations there can be no new cycle. */
  async followKnown(signal: AbortSignal | undefined): Promise<void> {
    if (this.#firstSpeaker === -1) return;
    for (let from = 0; from < this.#ids.length;) {
      signal?.throwIfAborted();
      const batch = this.#ids.slice(from, from + KNOWN_BATCH);
      from += batch.length;
      // What they speak for is added to the ids, and followed in its turn.
      const actors = await this.#known.actors(batch);
      for (const { id, speaksFor } of actors.values()) {
        if (isTurnOver()) await nextTurn(signal);
        for (const principal of speaksFor) this.#graph.add(this.#numberOf(id), this.#numberOf(principal));
      }
    }
  }

  cycles(signal: AbortSignal | undefined): AsyncGenerator<readonly number[]> {
    return this.#graph.cycles(this.#table.size + this.#ids.length, signal);
  }

  /** How a message names an actor that only the database has. */
  knownName(number: number): string | undefined {
    const id = this.#ids[number - this.#table.size];
    return id === undefined ? undefined : `${shown(id)} in the database`;
  }

  #numberOf(id: string): number {
    const entry = this.#table.find(id);
    if (entry !== -1) return entry;
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#table.size + this.#ids.push(id) - 1;
      this.#numbers.set(id, number);
    }
    return number;
  }
}
