import { useId, useMemo, useState } from 'react';
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { byTelling } from '../../../server/contract/telling-order.ts';
import { select } from '../../state/reducers.ts';
import { edgeText, nodeSummary, nodeText } from '../../words/names.ts';
import { CANVAS } from '../../words/messages/canvas.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { useExplorer, useExplorerState, useValue, useVisibleGraph } from '../../ui/explorer-context.ts';

interface Row {
  readonly id: string;
  readonly group: (typeof GROUPS)[number];
}
interface Words {
  readonly text: string;
  readonly more: string;
}
const GROUPS = ['claims', 'actors', 'edges'] as const;
const PAGE_ROWS = 10;
const MENU_INSET = 16;
/** Longer lists render only the rows around the active one: each change would render thousands. */
const MAX_ROWS = 400;
const ROWS_AROUND = 60;

/**
 * The canvas as a list, for keyboard and screen readers: invisible until it has the focus. Arrow keys also move the
 * focus on the canvas; Enter opens the panel, and expands a node whose panel is open. Give it the language as `key`:
 * it caches the texts of its rows.
 */
export function GraphList() {
  const { store, graph, commands, menu } = useExplorer();
  const { nodes, edges } = useVisibleGraph();
  const selection = useExplorerState((state) => state.selection);
  const controller = useValue(graph);
  const t = useMessages(CANVAS);
  const rows = useMemo(() => rowsOf(nodes, edges), [nodes, edges]);
  const wordsOf = useMemo(() => createWords(nodes, edges), [nodes, edges]);
  const [activeId, setActiveId] = useState<string>();
  const listId = useId();
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  );

  const goTo = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setActiveId(row.id);
    controller?.focus(row.id);
    controller?.reveal(row.id);
  };
  const open = () => {
    const row = rows[at];
    if (row === undefined) return;
    const isOpen = selection.size === 1 && selection.has(row.id) && store.state().panel !== undefined;
    if (isOpen && row.group !== 'edges') void commands.expand(row.id);
    else store.step((state) => select({ ...state, panel: state.panel ?? { kind: 'overview' } }, [row.id], 'replace'));
  };
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
  };
  const openMenu = () => {
    const [row, box] = [rows[at], document.getElementById(`${listId}-${at}`)?.getBoundingClientRect()];
    if (row === undefined || box === undefined) return;
    menu.set({
      kind: row.group === 'edges' ? 'edge' : 'node',
      id: row.id,
      at: { x: box.left + MENU_INSET, y: box.bottom },
    });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenu();
      return;
    }
    // With Ctrl or Cmd the arrow keys move nodes, not the focus.
    if (event.ctrlKey || event.metaKey) return;
    const to = moves[event.key];
    if (to === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (to === undefined) open();
    else goTo(to);
  };
  return (
    <div
      className="graph-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-activedescendant={rows[at] && `${listId}-${at}`}
      onFocus={() => goTo(at)}
      onBlur={() => controller?.focus(undefined)}
      onKeyDown={onKeyDown}
    >
      {GROUPS.map((group) => (
        <div key={group} role="group" aria-label={t(group)}>
          <div className="graph-list-heading" aria-hidden="true">
            {t(group)}
          </div>
          {rows.map(
            (row, index) =>
              row.group === group &&
              (rows.length <= MAX_ROWS || Math.abs(index - at) <= ROWS_AROUND) && (
                <div
                  key={row.id}
                  id={`${listId}-${index}`}
                  role="option"
                  dir="auto"
                  aria-selected={selection.has(row.id)}
                  aria-posinset={index + 1}
                  aria-setsize={rows.length}
                  className={index === at ? 'graph-list-row is-active' : 'graph-list-row'}
                  onClick={() => goTo(index)}
                  ref={index === at ? scrollNearest : null}
                >
                  {wordsOf(row.id).text}
                  <span className="graph-list-more">{wordsOf(row.id).more}</span>
                </div>
              ),
          )}
        </div>
      ))}
    </div>
  );
}

function scrollNearest(row: HTMLElement | null): void {
  if (row?.closest('.graph-list')?.matches(':focus')) row.scrollIntoView({ block: 'nearest' });
}

function rowsOf(nodes: ReadonlyMap<string, GraphNode>, edges: ReadonlyMap<string, GraphEdge>): readonly Row[] {
  const all = [...nodes.values()];
  const claims = all.filter((node) => node.type === 'claim').toSorted(byTelling);
  const actors = all.filter((node) => node.type === 'actor').toSorted(byTelling);
  return [
    ...claims.map(({ id }): Row => ({ id, group: 'claims' })),
    ...actors.map(({ id }): Row => ({ id, group: 'actors' })),
    ...[...edges.keys()].map((id): Row => ({ id, group: 'edges' })),
  ];
}

/** The text of each row, computed on first use. */
function createWords(
  nodes: ReadonlyMap<string, GraphNode>,
  edges: ReadonlyMap<string, GraphEdge>,
): (id: string) => Words {
  const known = new Map<string, Words>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const [node, edge] = [nodes.get(id), edges.get(id)];
    const words =
      node !== undefined
        ? { text: nodeText(node), more: nodeSummary(node) }
        : { text: edge === undefined ? '' : edgeText(edge, nodes), more: '' };
    known.set(id, words);
    return words;
  };
}
