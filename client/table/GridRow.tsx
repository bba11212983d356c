import { TABLE } from '../words/messages/table.ts';
import { useMessages } from '../words/use-messages.ts';
import type { Column } from './columns.ts';
import { cellClass } from './GridHeader.tsx';

interface GridRowProps<Item> {
  readonly item: Item;
  readonly index: number;
  /** Pixels below the header. */
  readonly top: number;
  readonly columns: readonly Column<Item>[];
  readonly isSelected: boolean;
  readonly isDimmed: boolean;
  readonly active: number | undefined;
  readonly cellId: (column: number) => string;
  readonly onPress: (row: number, column: number, event: React.MouseEvent) => void;
  readonly onExpand: () => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
}

/** One row: the first column names it. */
export function GridRow<Item>({ item, index, top, columns, isSelected, isDimmed, active, cellId, onPress, onExpand, onMenu }: GridRowProps<Item>) {
  const t = useMessages(TABLE);
  return (
    <div
      className={isDimmed ? 'grid-row is-dimmed' : 'grid-row'} role="row" aria-rowindex={index + 2} aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }} onDoubleClick={onExpand}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      {columns.map((column, at) => {
        const text = column.text(item);
        const stance = column.stance?.(item);
        return (
          <div
            key={column.id} id={cellId(at)} role={at === 0 ? 'rowheader' : 'gridcell'} aria-colindex={at + 1} title={text.length > 24 ? text : undefined}
            className={`${cellClass({ ...column, isActive: active === at })}${stance === undefined ? '' : ` is-${stance}`}`}
            onClick={(event) => onPress(index, at, event)}
          >
            <span dir="auto">{text}</span>
            {at === 0 && isDimmed && <span className="visually-hidden">, {t('outsideFilter')}</span>}
          </div>
        );
      })}
    </div>
  );
}
