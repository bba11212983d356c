/** Keeps the state consistent: every reference to a node or an edge is to one that exists. */
import type { ExplorerState, Panel } from './explorer-state.ts';

const OVERVIEW = { kind: 'overview' } as const satisfies Panel;

/** Removes edges, positions, pins, selections and panels that refer to missing nodes or edges. */
export function pruneDangling(state: ExplorerState): ExplorerState {
  const { nodes, panel } = state;
  const edges = new Map([...state.edges].filter(([, edge]) => nodes.has(edge.source) && nodes.has(edge.target)));
  const isThere = (id: string) => nodes.has(id) || edges.has(id);
  const isOpen = (one: Panel) => (one.kind === 'node' || one.kind === 'edge' ? isThere(one.id) : true);
  const tied = (one: Panel): Panel =>
    one.kind === 'document' && one.from !== undefined && !isOpen(one.from) ? { ...one, from: OVERVIEW } : one;
  return {
    ...state,
    edges,
    positions: new Map([...state.positions].filter(([id]) => nodes.has(id))),
    pinned: kept(state.pinned, (id) => nodes.has(id)),
    hidden: kept(state.hidden, (id) => nodes.has(id)),
    broughtBy: new Map([...state.broughtBy].filter(([id, by]) => nodes.has(id) && nodes.has(by))),
    selection: kept(state.selection, isThere),
    highlight: kept(state.highlight, isThere),
    panel: panel === undefined ? panel : isOpen(panel) ? tied(panel) : OVERVIEW,
    panelBack: state.panelBack.filter(isOpen).map(tied),
    panelForward: state.panelForward.filter(isOpen).map(tied),
  };
}

/** Filters ids; returns the same set if all are kept. */
export function kept(ids: ReadonlySet<string>, isKept: (id: string) => boolean): ReadonlySet<string> {
  const left = [...ids].filter(isKept);
  return left.length === ids.size ? ids : new Set(left);
}
