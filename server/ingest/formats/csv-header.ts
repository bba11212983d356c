/** What is wrong with the header of a flat CSV. */
import { shortened } from '../records/faults.ts';
import { attributeColumnProblem } from './csv-attributes.ts';
import { CSV_COLUMNS, isCsvColumn, isKnownColumn, type CsvColumn } from './csv-columns.ts';

/** The name of an unnamed column. Its cells must be empty. */
export const UNNAMED = '';

/** Delimiters that other programs write, and that are named when they are found. */
const OTHER_DELIMITERS = ['|', ':', '^', '~', '\u0001', '\u001f'] as const;

/** A fault of a first line without any known column: it is no header, or its cells are separated by another delimiter. */
export function headlessFault(
  columns: readonly string[],
  labels: readonly string[],
): { readonly code: string; readonly reason: string } | undefined {
  if (columns.some(isCsvColumn)) return undefined;
  const line = labels[0] ?? '';
  const delimiter = OTHER_DELIMITERS.find((one) => line.split(one).some((name) => isCsvColumn(name.trim())));
  if (columns.length === 1 && delimiter !== undefined) {
    const reason = `The cells are separated by “${delimiter}”. Save the file with a comma, a semicolon or a tab between the cells.`;
    return { code: 'bad-csv', reason };
  }
  if (columns.length === 1) return undefined;
  const cells = labels
    .map((label) => `“${shortened(label, 40)}”`)
    .slice(0, 5)
    .join(', ');
  const reason = `The file has no header: its first line has none of the columns, but the cells ${cells}. Write a first line with the names of the columns, such as actor,claim,stance. Columns are: ${CSV_COLUMNS.join(', ')}.`;
  return { code: 'no-header', reason };
}

/** What is wrong with a header: one entry for each wrong column. */
export function headerFaults(
  { columns, labels }: { readonly columns: readonly string[]; readonly labels: readonly string[] },
  required: readonly CsvColumn[],
): readonly { readonly field: string; readonly code: string; readonly reason: string }[] {
  const unknown = columns
    .map((column, index) => ({ column, label: shortened(labels[index] ?? column, 100) }))
    .filter(({ column }) => column !== UNNAMED && !isKnownColumn(column))
    .map(({ column, label }) => ({
      field: label,
      code: 'unknown-field',
      reason:
        attributeColumnProblem(column) ??
        `There is no column “${label}”.${columnMeant(column)} Columns are: ${CSV_COLUMNS.join(', ')}. Others are columns of attributes, such as actor.party, claim.verdict or document.pages.`,
    }));
  const firstAt = new Map(columns.map((column, index) => [column, index] as const).toReversed());
  const repeated = columns
    .filter((column, index) => isKnownColumn(column) && firstAt.get(column) !== index)
    .map((field) => ({ field, code: 'bad-value', reason: `The header has the column “${field}” twice. Remove one.` }));
  const missing = required
    .filter((column) => !columns.includes(column))
    .map((field) => ({ field, code: 'missing', reason: `The column “${field}” is missing. Add it to the header.` }));
  return [...unknown, ...repeated, ...missing];
}

/** A question for a column that is written with other spaces, dashes or dots, such as `Document Title`. */
function columnMeant(column: string): string {
  const letters = lettersOf(column);
  const meant = CSV_COLUMNS.find((one) => lettersOf(one) === letters || `${lettersOf(one)}s` === letters);
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}

function lettersOf(column: string): string {
  return column.replace(/[^a-z]/g, '');
}
