import { useId, useMemo, useState } from 'react';
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import { select } from '../state/explorer-state.ts';
import { isContested } from '../state/view-counts.ts';
import { edgeText, nodeSummary, nodeText } from '../words/names.ts';
import { CANVAS } from '../words/messages/canvas.ts';
import { useMessages } from '../words/use-messages.ts';
import { useExplorer, useExplorerState, useValue, useVisibleGraph } from './explorer-context.ts';

interface Row {
  readonly id: string;
  readonly group: typeof GROUPS[number];
  readonly text: string;
  readonly more: string;
}
const GROUPS = ['claims', 'actors', 'edges'] as const;
const PAGE_ROWS = 10;
const MENU_INSET = 16;

/**
 * The canvas as a list, for the keyboard and for screen readers: hidden until it has the focus. Arrow keys
 * move the canvas' own focus along; Enter opens the panel, and expands a node whose panel is open. Keyed by the
 * language: its rows are worded once.
 */
export function GraphList() {
  const { store, graph, commands, menu } = useExplorer();
  const { nodes, edges } = useVisibleGraph();
  const selection = useExplorerState((state) => state.selection);
  const controller = useValue(graph);
  const t = useMessages(CANVAS);
  const rows = useMemo(() => rowsOf(nodes, edges), [nodes, edges]);
  const [activeId, setActiveId] = useState<string>();
  const listId = useId();
  const at = Math.max(0, rows.findIndex(({ id }) => id === activeId));

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
    ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, PageDown: at + PAGE_ROWS, PageUp: at - PAGE_ROWS,
  };
  const openMenu = () => {
    const [row, box] = [rows[at], document.getElementById(`${listId}-${at}`)?.getBoundingClientRect()];
    if (row === undefined || box === undefined) return;
    menu.set({ kind: row.group === 'edges' ? 'edge' : 'node', id: row.id, at: { x: box.left + MENU_INSET, y: box.bottom } });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenu();
      return;
    }
    const to = moves[event.key];
    if (to === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (to === undefined) open();
    else goTo(to);
  };
  return (
    <div
      className="graph-list" role="listbox" tabIndex={0} aria-label={t('list')}
      aria-activedescendant={rows[at] && `${listId}-${at}`}
      onFocus={() => goTo(at)} onBlur={() => controller?.focus(undefined)} onKeyDown={onKeyDown}
    >
      {GROUPS.map((group) => (
        <div key={group} role="group" aria-label={t(group)}>
          <div className="graph-list-heading" aria-hidden="true">{t(group)}</div>
          {rows.map((row, index) => row.group === group && (
            <div
              key={row.id} id={`${listId}-${index}`} role="option" dir="auto" aria-selected={selection.has(row.id)}
              className={index === at ? 'graph-list-row is-active' : 'graph-list-row'} onClick={() => goTo(index)}
              ref={index === at ? scrollNearest : null}
            >
              {row.text}<span className="graph-list-more">{row.more}</span>
            </div>
          ))}
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
  const claims = all.filter((node) => node.type === 'claim').toSorted((a, b) => Number(isContested(b)) - Number(isContested(a)));
  const actors = all.filter((node) => node.type === 'actor');
  return [
    ...claims.map((node): Row => ({ id: node.id, group: 'claims', text: nodeText(node), more: nodeSummary(node) })),
    ...actors.map((node): Row => ({ id: node.id, group: 'actors', text: nodeText(node), more: nodeSummary(node) })),
    ...[...edges.values()].map((edge): Row => ({
      id: edge.id, group: 'edges', text: edgeText(edge, nodes), more: '',
    })),
  ];
}
