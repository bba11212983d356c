import { useMemo } from 'react';
import type { GraphNode, StatementView } from '../../../server/contract/explorer.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorerState, useVisibleGraph } from '../../ui/explorer-context.ts';
import { PanelOutline } from '../../ui/PanelOutline.tsx';
import { needsFacets, passesStatement } from '../../state/pass-filters.ts';
import type { Filters } from '../../state/filters.ts';
import { TABLE } from '../../words/messages/table.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { STATEMENT_COLUMNS } from './columns.ts';
import { useRowCommands } from './use-row-commands.ts';
import { useViewStatements } from './use-view-statements.ts';
import type { ViewStatements } from './use-view-statements.ts';
import { ViewTable } from './ViewTable.tsx';

const idOf = ({ id }: StatementView) => id;
/** The edge of a statement; a neutral statement has no edge and belongs to its claim. */
const targetOf = ({ actor, stance, claim }: StatementView) =>
  stance === 'neutral' ? claim.id : `${actor.id} ${stance} ${claim.id}`;
const NO_NODES: ReadonlyMap<string, GraphNode> = new Map();
const NEWEST_FIRST = { column: 'date', isDescending: true } as const;

/** Whether the statement itself passes the filters on statements. */
function passesFilters({ date, modality, document, reportedBy }: StatementView, filters: Filters): boolean {
  const isFirstHand = reportedBy.length === 0;
  return passesStatement({ date, modality, publisher: document?.publisher, isFirstHand }, filters);
}

/** The statements of the shown edges, and the neutral statements between the shown nodes, newest first; without those that the filters leave out. They are fetched on scrolling, or all at once when they are sorted or filtered. */
export function StatementsTable() {
  const t = useMessages(TABLE);
  const { dimmed, nodes, edges } = useVisibleGraph();
  const asksForStance = useExplorerState(({ filters }) => filters.stances.length > 0);
  const text = useExplorerState(({ table }) => table.text);
  const sort = useExplorerState(({ table }) => table.looks.statements.sort);
  const filters = useExplorerState((state) => state.filters);
  // The filters leave out single statements of an edge: their number is known when all are there.
  const isFiltered = needsFacets(filters);
  const isArranged =
    isFiltered ||
    text.trim() !== '' ||
    !(sort === undefined || (sort.column === NEWEST_FIRST.column && sort.isDescending));
  const list = useViewStatements(
    { nodes: asksForStance ? NO_NODES : nodes, edges },
    { isShown: true, wantsAll: isArranged },
  );
  const { openEdge, openStatement, menuOf } = useRowCommands();
  const rows = useMemo(
    () => (isFiltered ? list.statements.filter((one) => passesFilters(one, filters)) : list.statements),
    [list.statements, filters, isFiltered],
  );
  const isWaiting = isArranged && !list.isComplete && list.error === null;
  if (list.error !== null && list.statements.length === 0) {
    return <ErrorBar what={t('failed')} because={problemText(list.error)} onRetry={list.retry} />;
  }
  if (list.isPending)
    return (
      <div className="table-waiting">
        <PanelOutline />
      </div>
    );
  return (
    <ViewTable
      name="statements"
      columns={STATEMENT_COLUMNS}
      rows={rows}
      total={isFiltered ? rows.length : list.total}
      keyOf={idOf}
      targetOf={targetOf}
      dimmed={dimmed}
      isUnsorted={isWaiting}
      onOpen={openStatement}
      onExpand={(row) => openEdge(targetOf(row))}
      onMenu={(row, at) => menuOf({ kind: row.stance === 'neutral' ? 'node' : 'edge', id: targetOf(row), at })}
      onNearEnd={list.more}
      note={<StatementsNote list={list} isWaiting={isWaiting} />}
    />
  );
}

/** How many of the statements are fetched, and the state of the others. */
function StatementsNote({ list, isWaiting }: { readonly list: ViewStatements; readonly isWaiting: boolean }) {
  const t = useMessages(TABLE);
  const {
    total,
    isCapped,
    isComplete,
    error,
    statements: { length: shown },
  } = list;
  if (error !== null) return <ErrorBar what={t('failedMore')} because={problemText(error)} onRetry={list.more} />;
  if (isCapped) return <span>{t('capped', { shown, all: total })}</span>;
  if (isWaiting) return <span>{t('fetchingAll', { shown, all: total })}</span>;
  return isComplete ? null : <span>{t('fetchedOf', { shown, all: total })}</span>;
}
