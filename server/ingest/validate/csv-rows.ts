/**
 * First pass over a CSV file: from its rows to the records that they describe. Rows describe the same
 * actors, claims and documents over and over; each different description is given to the intake once.
 */
import { isTurnOver, nextTurn } from '../../base/turns.ts';
import { CsvActorRow, CsvClaimRow, CsvDocumentRow, CsvRow } from '../../contract/native.ts';
import { attributesOfRow, misplacedAttributes, type RowAttributes } from '../formats/csv-attributes.ts';
import { REQUIRED_COLUMNS } from '../formats/csv-columns.ts';
import { headerFaults, headlessFault, UNNAMED } from '../formats/csv-header.ts';
import {
  actorParts,
  claimParts,
  crowdedCells,
  danglingCells,
  documentParts,
  filledCells,
  recordsOfRow,
  unpairedCells,
  type CsvPart,
  type CsvRecords,
  type FilledCells,
} from '../formats/csv-records.ts';
import type { RawRow } from '../formats/raw-row.ts';
import type { CsvHeader } from '../formats/split-csv.ts';
import { DERIVED_IDS, type NamedIds } from '../records/derived-ids.ts';
import { shown } from '../records/faults.ts';
import type { Intake } from './intake.ts';
import type { KnownIds } from './known-ids.ts';
import { plainRow } from './plain-forms.ts';
import { checkShape, type Shaped } from './shape.ts';
import { IdTable } from './spool-index.ts';
import type { FileState } from './state.ts';

/** A placeholder for a title that another row may give. Trimmed, it is empty. */
const NO_TITLE = ' ';

/** Ids that a faulty row gives: other rows may refer to them. */
const ID_COLUMNS = [
  ['actor_id', 'actors'],
  ['claim_id', 'claims'],
  ['document_id', 'documents'],
  ['statement_id', 'statements'],
] as const;
interface CheckedRow {
  readonly row: number;
  readonly recordsOf: (ids: NamedIds) => Partial<CsvRecords>;
}

interface ShapedRow<T> {
  readonly cells: Readonly<Record<string, unknown>>;
  readonly attributes: RowAttributes;
  readonly checked: Shaped<T>;
}

export class CsvRows {
  readonly #state: FileState;
  readonly #intake: Intake;
  /** By hash of the whole description. */
  readonly #seen = new IdTable();
  readonly #ids: KnownIds | undefined;
  /** Rows that wait for ids of the database. */
  #waiting: CheckedRow[] = [];

  /** @param ids Absent when the database is empty: then every id is derived. */
  constructor(state: FileState, intake: Intake, ids: KnownIds | undefined) {
    this.#state = state;
    this.#intake = intake;
    this.#ids = ids;
  }

  /** Whether rows with this header can be read. Adds faults if not. `labels` are its names as the file writes them. */
  acceptHeader(header: CsvHeader, labels: readonly string[]): boolean {
    const nothing = headlessFault(header.columns, labels);
    const faults =
      nothing === undefined ? headerFaults({ columns: header.columns, labels }, REQUIRED_COLUMNS) : [nothing];
    for (const fault of faults) this.#state.faults.add({ row: header.row, ...fault });
    return faults.length === 0;
  }

  /** Reports a row with a cell that contains what looks like whole rows. @returns Whether the row can be taken nevertheless. */
  acceptSwallowing({ row, swallowedFrom }: RawRow, isWhole: boolean): boolean {
    const what = `The quoted cell that opens in line ${swallowedFrom} contains what looks like whole rows of the file.`;
    if (!isWhole) {
      const reason = `${what} Its quote is not closed there. Close it, or double a quote that belongs to the text.`;
      this.#state.faults.add({ row, code: 'bad-csv', reason });
      return false;
    }
    const reason = `${what} It was loaded as one cell. If its quote was not meant, close it or double it.`;
    this.#state.warnings.add({ row, code: 'open-quote', reason });
    return true;
  }

  acceptRow(row: number, columns: readonly string[], cells: readonly string[]): void {
    // Spreadsheets write every cell that was once used: empty rows and columns without a name.
    if (cells.every((cell) => cell.trim() === '')) return;
    if (cells.length !== columns.length) {
      this.#state.faults.add({
        row,
        code: 'bad-csv',
        reason: `The row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header ${columns.length}. Put cells that contain the delimiter in double quotes.`,
      });
      return;
    }
    const { row: filled, missing } = filledCells(columns, cells);
    const { [UNNAMED]: stray, ...named } = filled;
    if (stray !== undefined) {
      this.#state.faults.add({
        row,
        code: 'bad-csv',
        reason: `The cell ${shown(stray)} is in a column without a name. Name the column in the header, or clear the cell.`,
      });
      return;
    }
    if (this.#refuseMissing(row, missing)) return;
    const { cells: own, attributes, faults } = attributesOfRow(named);
    for (const fault of faults) this.#state.faults.add({ row, ...fault });
    if (faults.length > 0) {
      this.#refuseIds(row, own);
      return;
    }
    this.#acceptCells(row, plainRow(own), attributes);
  }

  /** Takes the filled cells of a row, by what it describes. */
  #acceptCells(row: number, cells: Readonly<Record<string, unknown>>, attributes: RowAttributes): void {
    switch (cells['record']) {
      case 'actor':
        return this.#acceptChecked(
          row,
          { cells, attributes, checked: checkShape(CsvActorRow, cells) },
          (value, named) => ({ parts: actorParts(value, { named, attributes }) }),
        );
      case 'claim':
        return this.#acceptChecked(
          row,
          { cells, attributes, checked: checkShape(CsvClaimRow, cells) },
          (value, named) => ({ parts: claimParts(value, { named, attributes }) }),
        );
      case 'document':
        return this.#acceptChecked(
          row,
          { cells, attributes, checked: checkShape(CsvDocumentRow, cells) },
          (value, named) => ({ parts: documentParts(value, { named, attributes }) }),
        );
      default:
        return this.#acceptChecked(row, { cells, attributes, checked: checkShape(CsvRow, cells) }, (value, named) =>
          recordsOfRow(value, { named, attributes }),
        );
    }
  }

  #acceptChecked<T extends Partial<CsvRow>>(
    row: number,
    { cells, attributes, checked }: ShapedRow<T>,
    recordsOf: (value: T, ids: NamedIds) => Partial<CsvRecords>,
  ): void {
    const faults = checked.faults ?? [
      ...crowdedCells(checked.value),
      ...unpairedCells(checked.value),
      ...misplacedAttributes(checked.value.record, attributes),
    ];
    const dangling = checked.faults === undefined ? danglingCells(checked.value, attributes) : [];
    for (const fault of [...faults, ...dangling]) this.#state.faults.add({ row, ...fault });
    if (faults.length > 0 || checked.faults !== undefined) {
      this.#refuseIds(row, cells);
      return;
    }
    const { value } = checked;
    const accepted = { row, recordsOf: (ids: NamedIds) => recordsOf(value, ids) };
    if (this.#ids === undefined) this.#accept(accepted, DERIVED_IDS);
    else this.#waiting.push(accepted);
  }

  /** Gives the intake the rows that waited for ids of the database. Call it after each chunk of the file. */
  async settle(signal: AbortSignal | undefined): Promise<void> {
    const ids = this.#ids;
    const waiting = this.#waiting;
    this.#waiting = [];
    if (ids === undefined || waiting.length === 0) return;
    // The id of a document depends on that of its publisher, so a second round may need further ids.
    do {
      for (const { recordsOf } of waiting) {
        recordsOf(ids);
        if (isTurnOver()) await nextTurn(signal);
      }
    } while (await ids.lookUp());
    for (const row of waiting) {
      this.#accept(row, ids);
      if (isTurnOver()) await nextTurn(signal);
    }
  }

  #accept({ row, recordsOf }: CheckedRow, ids: NamedIds): void {
    const { parts = [], statement } = recordsOf(ids);
    for (const part of parts) this.#acceptPart(row, part);
    if (statement !== undefined) this.#intake.accept({ section: 'statements', row, value: statement });
  }

  /** Counts marks for missing values. Adds a fault for each in a required column. @returns Whether there was one. */
  #refuseMissing(row: number, missing: FilledCells['missing']): boolean {
    let isRefused = false;
    for (const { column, mark } of missing) {
      if (REQUIRED_COLUMNS.some((required) => required === column)) {
        const reason = `${shown(mark)} stands for a missing value, and this column needs one. Fill it in. If it is the text itself, write an apostrophe before it: '${mark}.`;
        this.#state.faults.add({ row, field: column, code: 'missing', reason });
        isRefused = true;
        continue;
      }
      const marks = this.#state.missingMarks;
      const known = marks.get(column);
      if (known === undefined) marks.set(column, { row, mark, cells: 1 });
      else known.cells += 1;
    }
    return isRefused;
  }

  /** Reports the cells that were read as empty. Call it once, after the last row. */
  end(): void {
    for (const [field, { row, mark, cells }] of this.#state.missingMarks) {
      const others = cells === 1 ? 'This cell contains' : `${cells} cells of this column contain`;
      const reason = `${others} a mark for a missing value, such as ${shown(mark)} in line ${row}. It was read as empty. If it is the text itself, write an apostrophe before it: '${mark}.`;
      this.#state.warnings.add({ row, field, code: 'missing-value', reason });
    }
  }

  #refuseIds(row: number, cells: Readonly<Record<string, unknown>>): void {
    for (const [column, section] of ID_COLUMNS) this.#intake.refuse(section, row, cells[column]);
  }

  #acceptPart(row: number, part: CsvPart): void {
    const { section } = part;
    const before = this.#seen.size;
    this.#seen.insert(section[0] + JSON.stringify(part.record));
    if (this.#seen.size === before) return;
    const value = section === 'documents' ? { title: NO_TITLE, ...part.record } : part.record;
    this.#intake.accept({ section, row, value, ...(part.section === 'actors' && { columns: part.columns }) });
  }
}
