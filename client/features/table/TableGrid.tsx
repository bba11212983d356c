import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useRef } from 'react';
import type { TableLook } from '../../state/explorer-state.ts';
import type { Column } from './columns.ts';
import { cellAfter, rowsBetween } from './grid-moves.ts';
import type { Cell } from './grid-moves.ts';
import { GridHeader } from './GridHeader.tsx';
import { cellOf, GridRow } from './GridRow.tsx';
import { useGridFocus } from './use-grid-focus.ts';
import { MEDIA_QUERIES } from '../../base/breakpoints.ts';

/** Rows are taller on a touch screen. */
const ROW_HEIGHT = matchMedia(MEDIA_QUERIES.coarsePointer).matches ? 44 : 36;
const rowHeight = () => ROW_HEIGHT;
const OVERSCAN = 10;
/** How many rows before the end of the list more rows are fetched. */
const NEAR_END = 100;

export interface TableGridProps<Item> {
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  readonly rows: readonly Item[];
  /** The number of all rows, when not all are fetched yet. */
  readonly total?: number;
  readonly keyOf: (item: Item) => string;
  /** The node or edge that a row selects. */
  readonly targetOf: (item: Item) => string;
  readonly look: TableLook;
  readonly selection: ReadonlySet<string>;
  readonly dimmed: ReadonlySet<string>;
  readonly onSort: (column: string) => void;
  readonly onSelect: (ids: readonly string[], how: 'replace' | 'toggle') => void;
  /** Enter: shows the row's item in the panel. */
  readonly onOpen: (item: Item) => void;
  /** A double click. */
  readonly onExpand: (item: Item) => void;
  readonly onMenu: (item: Item, at: { readonly x: number; readonly y: number }) => void;
  readonly onNearEnd?: () => void;
}

/**
 * Rows as an ARIA grid with one tab stop. Only the visible rows are in the document, and the row with the
 * keyboard focus.
 */
export function TableGrid<Item>(props: TableGridProps<Item>) {
  const { label, columns, rows, total, keyOf, targetOf, look, selection, dimmed, onSort } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const active = useRef(0);
  // A new function would recompute all positions, which is slow for a hundred thousand rows.
  const rowKey = useCallback(
    (index: number) => (rows[index] === undefined ? index : keyOf(rows[index])),
    [rows, keyOf],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: OVERSCAN,
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    getItemKey: rowKey,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) =>
      withActive(active.current, {
        from: Math.max(0, startIndex - overscan),
        to: Math.min(count - 1, endIndex + overscan),
        count,
      }),
    onChange: ({ range }) => {
      if (range !== null && range.endIndex >= rows.length - NEAR_END) props.onNearEnd?.();
    },
  });
  const show = (row: number, align: 'auto' | 'center') => virtual.scrollToIndex(row, { align });
  const { cell, goTo } = useGridFocus({ rows, columns: columns.length, keyOf, targetOf, selection, show });
  active.current = cell.row;
  useFocusOnceShown(scroller);
  const cellId = ({ row, column }: Cell) => `${id}-${row}-${column}`;
  const move = (next: Cell) => {
    goTo(next);
    if (next.row >= 0) show(next.row, 'auto');
    scrollSideways(scroller.current, next.column);
  };
  const onKeyDown = useGridKeys({
    props,
    cell,
    move,
    anchor,
    page: () => Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2,
    boxOf: () => document.getElementById(cellId(cell))?.getBoundingClientRect(),
  });
  const press = (event: React.MouseEvent) => {
    const pressed = cellOf(event);
    const item = pressed && rows[pressed.row];
    if (pressed === undefined || item === undefined) return;
    const { row } = pressed;
    goTo(pressed);
    if (event.shiftKey) props.onSelect(rowsBetween(rows, anchor.current, row).map(targetOf), 'replace');
    else props.onSelect([targetOf(item)], event.ctrlKey || event.metaKey ? 'toggle' : 'replace');
    if (!event.shiftKey) anchor.current = row;
  };
  const openMenu = (event: React.MouseEvent) => {
    const item = rows[cellOf(event)?.row ?? -1];
    if (item === undefined) return;
    event.preventDefault();
    props.onMenu(item, { x: event.clientX, y: event.clientY });
  };
  const expand = (event: React.MouseEvent) => {
    const item = rows[cellOf(event)?.row ?? -1];
    if (item !== undefined) props.onExpand(item);
  };
  const template = columns
    .map(({ width, grow }) => (grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
    .join(' ');
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={(total ?? rows.length) + 1}
      aria-colcount={columns.length}
      aria-activedescendant={cellId(cell)}
      onKeyDown={onKeyDown}
      style={
        {
          '--columns': template,
          '--grid-width': `${width}px`,
          '--row-height': `${ROW_HEIGHT}px`,
        } as React.CSSProperties
      }
    >
      <GridHeader
        columns={columns}
        sort={look.sort}
        active={cell.row < 0 ? cell.column : undefined}
        cellId={(column) => cellId({ row: -1, column })}
        onSort={onSort}
      />
      <div
        className="grid-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
        onClick={press}
        onDoubleClick={expand}
        onContextMenu={openMenu}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = rows[index];
          return (
            item !== undefined && (
              <GridRow
                key={key}
                item={item}
                index={index}
                top={start - ROW_HEIGHT}
                columns={columns}
                isSelected={selection.has(targetOf(item))}
                isDimmed={dimmed.has(targetOf(item))}
                active={index === cell.row ? cell.column : undefined}
                gridId={id}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** Focuses the grid when the table was opened by a key; after a press on a button the focus stays there. */
function useFocusOnceShown(grid: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  }, [grid]);
}

/** The row with the keyboard focus stays in the document, because the grid refers to it as its active descendant. */
function withActive(
  active: number,
  { from, to, count }: { readonly from: number; readonly to: number; readonly count: number },
): number[] {
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  if (active < 0 || active >= count || (active >= from && active <= to)) return rows;
  return active < from ? [active, ...rows] : [...rows, active];
}

function scrollSideways(scroller: HTMLElement | null, column: number): void {
  const header = scroller?.querySelectorAll<HTMLElement>('[role="columnheader"]')[column];
  if (scroller === null || header === undefined) return;
  const right = header.offsetLeft + header.offsetWidth;
  if (header.offsetLeft < scroller.scrollLeft) scroller.scrollLeft = header.offsetLeft;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}

interface GridKeysNeeds<Item> {
  readonly props: TableGridProps<Item>;
  readonly cell: Cell;
  readonly move: (next: Cell) => void;
  /** The first row of a range selection. */
  readonly anchor: React.RefObject<number>;
  readonly page: () => number;
  readonly boxOf: () => DOMRect | undefined;
}

function useGridKeys<Item>({
  props,
  cell,
  move,
  anchor,
  page,
  boxOf,
}: GridKeysNeeds<Item>): (event: React.KeyboardEvent) => void {
  const { rows, columns, targetOf, onSort, onSelect, onOpen, onMenu } = props;
  const act = (event: React.KeyboardEvent): boolean => {
    const isCommand = event.ctrlKey || event.metaKey;
    const item = rows[cell.row];
    const to = cellAfter(
      cell,
      { key: event.key, isCommand },
      { rows: rows.length, columns: columns.length, page: page() },
    );
    if (to !== undefined) {
      move(to);
      if (event.shiftKey && to.row >= 0 && to.row !== cell.row)
        onSelect(rowsBetween(rows, anchor.current, to.row).map(targetOf), 'replace');
      else if (!event.shiftKey && to.row >= 0) anchor.current = to.row;
      return true;
    }
    if (isCommand && event.key.toLowerCase() === 'a') {
      onSelect(rows.map(targetOf), 'replace');
      return true;
    }
    const column = columns[cell.column];
    if (item === undefined) {
      if (column === undefined || (event.key !== 'Enter' && event.key !== ' ')) return false;
      onSort(column.id);
      return true;
    }
    if (event.key === 'Enter' && !isCommand) onOpen(item);
    else if (event.key === ' ') onSelect([targetOf(item)], 'toggle');
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = boxOf();
      if (box !== undefined) onMenu(item, { x: box.left + 16, y: box.bottom });
    } else return false;
    return true;
  };
  return (event) => {
    if (act(event)) event.preventDefault();
  };
}
