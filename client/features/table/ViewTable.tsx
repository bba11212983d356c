import { useDeferredValue, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useExplorer, useExplorerState } from '../../ui/explorer-context.ts';
import { select } from '../../state/reducers.ts';
import type { TableName } from '../../state/explorer-state.ts';
import { useDebounced } from '../../ui/use-debounced.ts';
import { COLUMN_WORDS, TABLE } from '../../words/messages/table.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { arrangeRows } from './arrange-rows.ts';
import type { Column } from './columns.ts';
import { sortRows } from './table-state.ts';
import { TableGrid } from './TableGrid.tsx';
import type { TableGridProps } from './TableGrid.tsx';
import { TableTools } from './TableTools.tsx';

interface ViewTableProps<Item> extends Pick<
  TableGridProps<Item>,
  'keyOf' | 'targetOf' | 'dimmed' | 'onOpen' | 'onExpand' | 'onMenu' | 'onNearEnd' | 'total'
> {
  readonly name: TableName;
  readonly columns: readonly Column<Item>[];
  readonly rows: readonly Item[];
  /** Not all rows are fetched, so they keep their order. */
  readonly isUnsorted?: boolean;
  readonly note?: ReactNode;
}

/** One table with its tools. Filter text, sort order and columns of the state are applied here. */
export function ViewTable<Item>({
  name,
  columns,
  rows,
  isUnsorted = false,
  note,
  total,
  ...grid
}: ViewTableProps<Item>) {
  const t = useMessages(TABLE);
  const { store } = useExplorer();
  const look = useExplorerState(({ table }) => table.looks[name]);
  const text = useExplorerState(({ table }) => table.text);
  const selection = useExplorerState((state) => state.selection);
  const wanted = useDeferredValue(text);
  const sort = isUnsorted ? undefined : look.sort;
  const arranged = useMemo(() => arrangeRows(rows, { columns, text: wanted, sort }), [rows, columns, wanted, sort]);
  const shownColumns = useMemo(() => columns.filter(({ id }) => !look.without.includes(id)), [columns, look.without]);
  useSpokenArrangement({ name, columns, shown: arranged.length, all: rows.length });
  const isFiltered = wanted.trim() !== '';
  return (
    <>
      <TableTools columns={columns} without={look.without} text={text} />
      {arranged.length === 0 ? (
        <p className="table-nothing" role="status">
          {isFiltered ? t('noMatch', { text: wanted.trim() }) : t(name === 'statements' ? 'noStatements' : 'noRows')}
        </p>
      ) : (
        <TableGrid
          {...grid}
          label={t('gridLabel', { table: t(name) })}
          columns={shownColumns}
          rows={arranged}
          look={look}
          selection={selection}
          {...(!isFiltered && total !== undefined && { total })}
          onSort={(column) => store.patch((state) => sortRows(state, column))}
          onSelect={(ids, how) => store.step((state) => select(state, ids, how))}
        />
      )}
      <p className="table-foot">
        <span className="count">
          {isFiltered
            ? t('rowsOf', { shown: arranged.length, all: rows.length })
            : t('rows', { count: total ?? rows.length })}
        </span>
        {note}
      </p>
    </>
  );
}

/** Announces the result of filtering and sorting to screen readers, once it no longer changes. */
function useSpokenArrangement({
  name,
  columns,
  shown,
  all,
}: {
  readonly name: TableName;
  readonly columns: readonly Pick<Column<never>, 'id' | 'label' | 'heading'>[];
  readonly shown: number;
  readonly all: number;
}): void {
  const t = useMessages(TABLE);
  const { notices } = useExplorer();
  const sort = useExplorerState(({ table }) => table.looks[name].sort);
  const text = useExplorerState(({ table }) => table.text);
  const words = useMessages(COLUMN_WORDS);
  // Announced only for typed text: changes of the graph announce their own rows.
  const outcome = useDebounced(text === '' ? '' : t('rowsOf', { shown, all }), 400);
  useEffect(() => {
    if (outcome !== '') notices.announcement.set(outcome);
  }, [outcome, notices]);
  useEffect(() => {
    const column = columns.find(({ id }) => id === sort?.column);
    if (column === undefined) return;
    const heading = column.heading ?? words(column.label);
    notices.announcement.set(t(sort?.isDescending === true ? 'sortedDown' : 'sortedUp', { column: heading }));
  }, [sort, columns, notices, t, words]);
}
