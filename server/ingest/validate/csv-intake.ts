/**
 * CSV rows describe the same actors, claims and documents over and over. Each different description
 * is kept once; when all rows are read, those of one id are united.
 */
import { Actor, Claim, CsvRow, Document, Statement } from '../../contract/native.ts';
import { foldSpelling } from '../records/derived-ids.ts';
import { shown } from '../records/faults.ts';
import { REQUIRED_COLUMNS } from '../formats/csv-columns.ts';
import {
  crowdedCells,
  danglingCells,
  headerFaults,
  recordsOfRow,
  rowOfCells,
  UNNAMED,
  type CsvPart,
} from '../formats/csv-records.ts';
import type { CsvHeader } from '../formats/split-csv.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord, Section } from '../../store/records.ts';
import { FLAG, hash64, IdTable } from './spool-index.ts';
import type { SpoolFile, SpoolFolder } from './spool.ts';
import type { Intake } from './intake.ts';
import { normaliseActor, normaliseClaim, normaliseDocument, normaliseStatement } from './normalise.ts';
import { checkShape, type ShapeFault } from './shape.ts';
import { recordFault, type FileState } from './state.ts';

const ENTITY_SECTIONS = ['actors', 'claims', 'documents'] as const;
type EntitySection = (typeof ENTITY_SECTIONS)[number];
type EntityRecord = ActorRecord | ClaimRecord | DocumentRecord;

/** Stands for a title that another row may give. No file can hold it: a title is trimmed. */
const NO_TITLE = ' ';

export class CsvIntake {
  readonly #state: FileState;
  readonly #intake: Intake;
  readonly #folder: SpoolFolder;
  /** By hash of the whole description. */
  readonly #seen = new IdTable();

  constructor(state: FileState, intake: Intake, folder: SpoolFolder) {
    this.#state = state;
    this.#intake = intake;
    this.#folder = folder;
  }

  /** Whether the rows can be read under this header; says what is wrong otherwise. */
  acceptHeader({ columns, row }: CsvHeader): boolean {
    const faults = headerFaults(columns, REQUIRED_COLUMNS);
    for (const fault of faults) this.#state.faults.add({ row, ...fault });
    return faults.length === 0;
  }

  acceptRow(row: number, columns: readonly string[], cells: readonly string[]): void {
    // A spreadsheet writes what was once touched: empty rows, and columns that have no name.
    if (cells.every((cell) => cell.trim() === '')) return;
    if (cells.length !== columns.length) {
      this.#state.faults.add({
        row,
        code: 'bad-csv',
        reason: `The row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header ${columns.length}. Put cells that hold the delimiter in double quotes.`,
      });
      return;
    }
    const { [UNNAMED]: stray, ...named } = rowOfCells(columns, cells);
    if (stray !== undefined) {
      this.#state.faults.add({
        row,
        code: 'bad-csv',
        reason: `The cell ${shown(stray)} stands in a column without a name. Name the column in the header, or empty the cell.`,
      });
      return;
    }
    const checked = checkShape(CsvRow, named);
    if (checked.faults !== undefined) {
      for (const fault of checked.faults) this.#state.faults.add({ row, ...fault });
      return;
    }
    const crowded = crowdedCells(checked.value);
    for (const fault of [...crowded, ...danglingCells(checked.value)]) this.#state.faults.add({ row, ...fault });
    if (crowded.length > 0) return;
    const { parts, statement } = recordsOfRow(checked.value);
    for (const part of parts) this.#acceptPart(row, part);
    const shaped = checkShape(Statement, statement);
    if (shaped.faults !== undefined) this.#addFaults('statements', row, shaped.faults);
    else this.#intake.keep('statements', row, normaliseStatement(shaped.value));
  }

  #acceptPart(row: number, part: CsvPart): void {
    const { section } = part;
    const description = section[0] + JSON.stringify(part.record);
    const before = this.#seen.size;
    this.#seen.insert(description);
    if (this.#seen.size === before) return;
    const record = this.#normalised(row, part);
    const table = this.#state.tables[section];
    if (record === undefined) {
      table.mark(table.insert(part.record.id), FLAG.isFaulty);
      return;
    }
    const known = table.size;
    const entry = table.insert(record.id);
    if (table.size === known) {
      this.#acceptRepeated(section, row, entry, record.id);
    } else {
      table.rows[entry] = row;
      table.setContent(entry, hash64(description));
      if (section === 'claims') table.mark(entry, FLAG.isClaim);
    }
    this.#state.spools[section].append(row, JSON.stringify(record));
  }

  #acceptRepeated(section: EntitySection, row: number, entry: number, id: string): void {
    const table = this.#state.tables[section];
    table.mark(entry, FLAG.isMany);
    if (section === 'documents' || table.has(entry, FLAG.isClaim) === (section === 'claims')) return;
    table.mark(entry, FLAG.isFaulty);
    const reason = `The id ${shown(id)} is already that of ${section === 'claims' ? 'an actor' : 'a claim'} in line ${table.rows[entry] ?? 0}. Actors and claims share their ids: rename one.`;
    this.#state.faults.add(recordFault(this.#state, { section, row, field: 'id' }, { code: 'duplicate-id', reason }));
  }

  #normalised(row: number, part: CsvPart): EntityRecord | undefined {
    switch (part.section) {
      case 'actors': {
        const shaped = checkShape(Actor, part.record);
        if (shaped.faults !== undefined)
          return this.#addFaults(
            'actors',
            row,
            shaped.faults.map((fault) => ({
              ...fault,
              field: part.columns[fault.field ?? ''] ?? fault.field ?? 'actor',
            })),
          );
        const actor = normaliseActor(shaped.value);
        if (!actor.speaksFor.includes(actor.id)) return actor;
        return this.#addFaults('actors', row, [
          {
            field: 'speaksFor',
            code: 'self-reference',
            reason: 'The actor is said to speak for itself. Remove its own name from speaks_for.',
          },
        ]);
      }
      case 'claims': {
        const shaped = checkShape(Claim, part.record);
        return shaped.faults === undefined
          ? normaliseClaim(shaped.value)
          : this.#addFaults('claims', row, shaped.faults);
      }
      case 'documents': {
        const shaped = checkShape(Document, { title: NO_TITLE, ...part.record });
        return shaped.faults === undefined
          ? normaliseDocument(shaped.value)
          : this.#addFaults('documents', row, shaped.faults);
      }
      default:
        return part satisfies never;
    }
  }

  #addFaults(section: Section, row: number, faults: readonly ShapeFault[]): undefined {
    for (const { field, ...fault } of faults) {
      this.#state.faults.add(
        recordFault(this.#state, field === undefined ? { section, row } : { section, row, field }, fault),
      );
    }
  }

  /** Replaces the descriptions in the spool by one record for each id. */
  async settle(): Promise<void> {
    for (const section of ENTITY_SECTIONS) {
      const from = this.#state.spools[section];
      const into = await this.#folder.file(`${section}-united`);
      await from.flush();
      await this.#settleSection(section, from, into);
      this.#state.spools[section] = into;
    }
  }

  async #settleSection(section: EntitySection, from: SpoolFile, into: SpoolFile): Promise<void> {
    const table = this.#state.tables[section];
    const united = new Map<string, United>();
    for await (const lines of from.read()) {
      for (const { row, json } of lines) {
        const record = JSON.parse(json) as EntityRecord;
        if (table.has(table.find(record.id), FLAG.isMany)) this.#unite(section, united, record, row);
        else this.#append(into, section, record, row);
      }
      if (into.isFull) await into.writeBehind();
    }
    for (const { record, row } of united.values()) {
      if (section === 'actors') this.#addFaults('actors', row, checkShape(Actor, record).faults ?? []);
      this.#append(into, section, record, row);
    }
    await into.flush();
  }

  #append(into: SpoolFile, section: EntitySection, record: EntityRecord, row: number): void {
    if (!('title' in record) || record.title !== '') {
      into.append(row, JSON.stringify(record));
    } else if (record.url !== undefined) {
      into.append(row, JSON.stringify({ ...record, title: record.url.slice(0, 1_000) }));
    } else {
      this.#state.faults.add(
        recordFault(
          this.#state,
          { section, row, field: 'title' },
          { code: 'missing', reason: 'No row tells the title of this document. Fill document_title in one of them.' },
        ),
      );
    }
  }

  #unite(section: EntitySection, united: Map<string, United>, record: EntityRecord, row: number): void {
    const former = united.get(record.id);
    if (former === undefined) {
      united.set(record.id, { record, row });
      return;
    }
    const union = uniteDescriptions(section, former.record, record);
    former.record = union.record;
    for (const {
      field,
      values: [kept, other],
    } of union.conflicts) {
      const reason = `It is ${shown(other)} here, but ${shown(kept)} in a row before, beginning with line ${former.row}. Make them alike.`;
      this.#state.faults.add(recordFault(this.#state, { section, row, field }, { code: 'conflicting-rows', reason }));
    }
  }
}

interface United {
  record: EntityRecord;
  readonly row: number;
}

interface Union {
  readonly record: EntityRecord;
  readonly conflicts: readonly { readonly field: string; readonly values: readonly [unknown, unknown] }[];
}

/**
 * Fills what is absent and unites lists. The first spelling of a name stays, others become aliases;
 * claims that only differ in case or spaces are one, in the first spelling.
 */
export function uniteDescriptions(section: EntitySection, first: EntityRecord, next: EntityRecord): Union {
  const united: Record<string, unknown> = { ...first };
  const conflicts: { field: string; values: readonly [unknown, unknown] }[] = [];
  for (const [field, value] of Object.entries(next)) {
    const kept = united[field];
    if (field === 'aliases' || field === 'speaksFor') {
      united[field] = [...(kept as string[]), ...(value as string[])];
    } else if (section === 'actors' && field === 'name') {
      (united['aliases'] as string[]) = [...(united['aliases'] as string[]), value as string];
    } else if (kept === undefined || (field === 'title' && kept === '')) {
      united[field] = value;
    } else if (kept !== value && !(field === 'title' && value === '') && !isSameSpelling(field, kept, value)) {
      conflicts.push({ field, values: [kept, value] });
    }
  }
  const record =
    section === 'actors' ? normaliseActor(united as unknown as Actor) : (united as unknown as EntityRecord);
  return { record, conflicts };
}

function isSameSpelling(field: string, kept: unknown, value: unknown): boolean {
  return (
    (field === 'text' || field === 'title' || field === 'topic') &&
    typeof kept === 'string' &&
    typeof value === 'string' &&
    foldSpelling(kept) === foldSpelling(value)
  );
}
