import { useEffect, useMemo, useRef, useState } from 'react';
import type { Cell } from './grid-moves.ts';

interface GridFocusNeeds<Item> {
  readonly rows: readonly Item[];
  readonly columns: number;
  readonly keyOf: (item: Item) => string;
  /** The id that a row selects. */
  readonly targetOf: (item: Item) => string;
  readonly selection: ReadonlySet<string>;
  /** Scrolls a row into view. */
  readonly show: (row: number, align: 'auto' | 'center') => void;
}

/** The cell with the keyboard focus. It follows its row when rows are added, removed or sorted, and moves to what is selected elsewhere. */
export function useGridFocus<Item>({ rows, columns, keyOf, targetOf, selection, show }: GridFocusNeeds<Item>) {
  const [at, setAt] = useState<Cell & { readonly key: string | undefined }>({ row: 0, column: 0, key: undefined });
  const row = useMemo(() => {
    if (at.row < 0) return -1;
    const item = rows[at.row];
    if (item !== undefined && keyOf(item) === at.key) return at.row;
    const found = at.key === undefined ? -1 : rows.findIndex((one) => keyOf(one) === at.key);
    return found >= 0 ? found : Math.min(at.row, rows.length - 1);
  }, [rows, at, keyOf]);
  const cell: Cell = { row, column: Math.min(at.column, columns - 1) };
  const goTo = (next: Cell) => {
    const item = rows[next.row];
    setAt({ ...next, key: item === undefined ? undefined : keyOf(item) });
  };
  const [followed, setFollowed] = useState<ReadonlySet<string>>();
  const [wish, setWish] = useState<{ readonly row: number; readonly align: 'auto' | 'center' }>();
  if (followed !== selection && rows.length > 0) {
    setFollowed(selection);
    const here = rows[row];
    const isHere = here !== undefined && selection.has(targetOf(here));
    const found = isHere || selection.size === 0 ? -1 : rows.findIndex((one) => selection.has(targetOf(one)));
    if (found >= 0) {
      goTo({ row: found, column: cell.column });
      setWish({ row: found, align: followed === undefined ? 'center' : 'auto' });
    }
  }
  const granted = useRef(wish);
  useEffect(() => {
    if (wish === undefined || granted.current === wish) return;
    granted.current = wish;
    show(wish.row, wish.align);
  });
  return { cell, goTo };
}
