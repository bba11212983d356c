import { ArrowDown, ArrowUp } from 'lucide-react';
import { COLUMN_WORDS } from '../../words/messages/table.ts';
import { useMessages } from '../../ui/use-messages.ts';
import type { Column } from './columns.ts';

interface GridHeaderProps<Item> {
  readonly columns: readonly Column<Item>[];
  readonly sort: { readonly column: string; readonly isDescending: boolean } | undefined;
  /** The column with the keyboard focus, if it is in the header. */
  readonly active: number | undefined;
  readonly cellId: (column: number) => string;
  readonly onSort: (column: string) => void;
}

/** The header row: a click or Enter sorts by a column. */
export function GridHeader<Item>({ columns, sort, active, cellId, onSort }: GridHeaderProps<Item>) {
  const t = useMessages(COLUMN_WORDS);
  return (
    <div className="grid-head" role="rowgroup">
      <div className="grid-row" role="row" aria-rowindex={1}>
        {columns.map(({ id, label, heading, isNumber }, index) => {
          const order = sort?.column !== id ? undefined : sort.isDescending ? 'descending' : 'ascending';
          return (
            <div
              key={id}
              id={cellId(index)}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={order ?? 'none'}
              className={cellClass({ isNumber, isActive: active === index })}
              onClick={() => onSort(id)}
            >
              <span dir="auto">{heading ?? t(label)}</span>
              {order === 'ascending' && <ArrowUp aria-hidden="true" />}
              {order === 'descending' && <ArrowDown aria-hidden="true" />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The classes of a cell. */
export function cellClass({
  isNumber,
  isSerif,
  isActive,
}: {
  isNumber?: boolean | undefined;
  isSerif?: boolean | undefined;
  isActive: boolean;
}): string {
  return ['grid-cell', isNumber === true && 'is-number', isSerif === true && 'is-serif', isActive && 'is-active']
    .filter(Boolean)
    .join(' ');
}
