import { memo } from 'react';
import { TABLE } from '../../words/messages/table.ts';
import { useMessages } from '../../ui/use-messages.ts';
import type { Column } from './columns.ts';
import { cellClass } from './GridHeader.tsx';

/** Texts from this length on may be cut off in their cells. */
const LONG_TEXT = 24;

interface GridRowProps<Item> {
  readonly item: Item;
  readonly index: number;
  /** Pixels below the header. */
  readonly top: number;
  readonly columns: readonly Column<Item>[];
  readonly isSelected: boolean;
  readonly isDimmed: boolean;
  /** The column with the keyboard focus, if it is in this row. */
  readonly active: number | undefined;
  /** The prefix of the ids of the grid's cells. */
  readonly gridId: string;
}

/**
 * One row, named by its first column. It is rendered again only when its content changes, not on every
 * scroll step. The grid therefore handles its events and reads row and column from the cell.
 */
export const GridRow = memo(Row) as typeof Row;

function Row<Item>({ item, index, top, columns, isSelected, isDimmed, active, gridId }: GridRowProps<Item>) {
  const t = useMessages(TABLE);
  return (
    <div
      className={isDimmed ? 'grid-row is-dimmed' : 'grid-row'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => {
        const text = column.text(item);
        const stance = column.stance?.(item);
        return (
          <div
            key={column.id}
            id={`${gridId}-${index}-${at}`}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            title={text.length > LONG_TEXT ? text : undefined}
            className={`${cellClass({ ...column, isActive: active === at })}${stance === undefined ? '' : ` is-${stance}`}`}
            data-row={index}
            data-column={at}
          >
            <span dir="auto">{text}</span>
            {at === 0 && isDimmed && <span className="visually-hidden">, {t('outsideFilter')}</span>}
          </div>
        );
      })}
    </div>
  );
}

/** The row and column of the cell of an event. */
export function cellOf({
  target,
}: React.SyntheticEvent): { readonly row: number; readonly column: number } | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? undefined : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
