/**
 * Cells of the flat CSV: how a text is written so that a spreadsheet does not compute it and the
 * import reads it as it was. The import and the export use the same functions.
 */

/** What programs write for a missing value: R, pandas, Excel, SQL, Stata, and dashes. `Na` and `Nan` are names. */
const MISSING =
  /^(?:NA|na|N\/A|n\/a|#N\/A|#n\/a|<NA>|<na>|N\.A\.|n\.a\.|NULL|Null|null|#NULL!|NaN|NAN|nan|None|NONE|none|\\N|-{1,3}|[–—−]|\.)$/;
/** A spreadsheet reads cells that begin like this as formulas, and runs them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Whether a trimmed cell stands for a missing value. */
export function isMissingMark(cell: string): boolean {
  return cell.length <= 6 && MISSING.test(cell);
}

/** Whether a text, written as it is, would be computed, or read as something else. */
function needsGuard(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return FORMULA.test(bare) || isMissingMark(bare.trim()) || (bare !== '' && bare.trim() === '');
}

/**
 * The text with one apostrophe before it if a spreadsheet would compute it, or if it would be read as
 * empty. Apostrophes before such a text are kept, so that {@link unguarded} gives exactly the text.
 */
export function guarded(text: string): string {
  return needsGuard(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link guarded} away, and no other: `'twas` stays. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell) ? cell.slice(1) : cell;
}

/** Several names in one cell. A semicolon or a backslash within a name gets a backslash. */
export function joinedNames(names: readonly string[]): string {
  return names.map((name) => guarded(name).replace(/[\\;]/g, '\\$&')).join('; ');
}

/** The trimmed entries of a cell between semicolons, still guarded; empty ones are left out. A backslash before a semicolon or a backslash makes it part of the name. */
export function entriesOf(cell: string): readonly string[] {
  const entries: string[] = [];
  let entry = '';
  for (let at = 0; at < cell.length; at += 1) {
    const next = cell[at + 1];
    if (cell[at] === '\\' && (next === ';' || next === '\\')) {
      entry += next;
      at += 1;
    } else if (cell[at] === ';') {
      entries.push(entry);
      entry = '';
    } else {
      entry += cell[at];
    }
  }
  entries.push(entry);
  return entries.map((one) => one.trim()).filter((one) => one !== '');
}
