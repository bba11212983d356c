/**
 * First pass over a CSV file: from its rows to the records that they describe. Rows describe the same
 * actors, claims and documents over and over; each different description is given to the intake once.
 */
import { CsvRow } from '../../contract/native.ts';
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
import { shown } from '../records/faults.ts';
import type { Intake } from './intake.ts';
import { checkShape } from './shape.ts';
import { IdTable } from './spool-index.ts';
import type { FileState } from './state.ts';

/** A placeholder for a title that another row may give. Trimmed, it is empty. */
const NO_TITLE = ' ';

export class CsvRows {
  readonly #state: FileState;
  readonly #intake: Intake;
  /** By hash of the whole description. */
  readonly #seen = new IdTable();

  constructor(state: FileState, intake: Intake) {
    this.#state = state;
    this.#intake = intake;
  }

  /** Whether rows with this header can be read. Adds faults if not. */
  acceptHeader({ columns, row }: CsvHeader): boolean {
    const faults = headerFaults(columns, REQUIRED_COLUMNS);
    for (const fault of faults) this.#state.faults.add({ row, ...fault });
    return faults.length === 0;
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
    const { [UNNAMED]: stray, ...named } = rowOfCells(columns, cells);
    if (stray !== undefined) {
      this.#state.faults.add({
        row,
        code: 'bad-csv',
        reason: `The cell ${shown(stray)} is in a column without a name. Name the column in the header, or clear the cell.`,
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
    this.#intake.accept({ section: 'statements', row, value: statement });
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
