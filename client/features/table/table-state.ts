/** Changes of the tables, as pure reducers of the explorer's state. */
import type { ExplorerState, TableLook, TableName } from '../../state/explorer-state.ts';

export function showTable(state: ExplorerState, shown: TableName): ExplorerState {
  return state.table.shown === shown ? state : { ...state, table: { ...state.table, shown } };
}

export function filterRows(state: ExplorerState, text: string): ExplorerState {
  return state.table.text === text ? state : { ...state, table: { ...state.table, text } };
}

/** Sorts the shown table by a column: first ascending, then descending, then unsorted. */
export function sortRows(state: ExplorerState, column: string): ExplorerState {
  const { sort } = state.table.looks[state.table.shown];
  if (sort?.column !== column) return withLook(state, { sort: { column, isDescending: false } });
  return withLook(state, { sort: sort.isDescending ? undefined : { column, isDescending: true } });
}

/** Shows only some columns of the shown table, at least one. */
export function chooseColumns(
  state: ExplorerState,
  all: readonly string[],
  chosen: ReadonlySet<string>,
): ExplorerState {
  const without = all.filter((id) => !chosen.has(id));
  return without.length === all.length ? state : withLook(state, { without });
}

function withLook(state: ExplorerState, change: Partial<TableLook>): ExplorerState {
  const { shown, looks } = state.table;
  return { ...state, table: { ...state.table, looks: { ...looks, [shown]: { ...looks[shown], ...change } } } };
}
