/** Keyboard navigation in a grid. Pure. */

/** Row -1 is the header. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** The number of rows of one screen. */
  readonly page: number;
}

/** The relevant parts of a keyboard event. */
export interface GridKey {
  readonly key: string;
  readonly isCommand: boolean;
}

/** The cell that a key moves to, as in the ARIA grid pattern; `undefined` for other keys. */
export function cellAfter(
  { row, column }: Cell,
  { key, isCommand }: GridKey,
  { rows, columns, page }: GridSize,
): Cell | undefined {
  const at = (toRow: number, toColumn: number): Cell => ({
    row: Math.max(-1, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'PageDown':
      return at(row + page, column);
    case 'PageUp':
      return at(Math.max(0, row - page), column);
    case 'Home':
      return isCommand ? at(0, 0) : at(row, 0);
    case 'End':
      return isCommand ? at(rows - 1, columns - 1) : at(row, columns - 1);
    default:
      return undefined;
  }
}

/** The rows from one to another, both included, in order. */
export function rowsBetween<Item>(rows: readonly Item[], from: number, to: number): readonly Item[] {
  return rows.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1);
}
