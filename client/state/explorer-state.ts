/**
 * What the explorer shows, as one immutable value, and the pure steps from one to the next.
 * Whatever a link, a saved view or an undo must bring back is in here, and nothing else.
 */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import type { Point } from '../graph/graph-controller.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];
export const SCREENS = ['graph', 'import'] as const;
export type Screen = (typeof SCREENS)[number];

/** What the side panel is open on. A document remembers what led to it, for the way back. */
export type EvidencePanel =
  | { readonly kind: 'overview' }
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'edge'; readonly id: string };
export type DocumentPanel = {
  readonly kind: 'document';
  readonly id: string;
  readonly statement: string | undefined;
  readonly from: EvidencePanel | undefined;
};
export type Panel = EvidencePanel | DocumentPanel;

export interface ExplorerState {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Every edge joins two of the nodes. */
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Every node has one; model coordinates, in pixels at zoom 1. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly pinned: ReadonlySet<string>;
  /** Ids of nodes and edges that are shown. */
  readonly selection: ReadonlySet<string>;
  readonly panel: Panel | undefined;
  readonly screen: Screen;
  readonly theme: ThemeChoice;
}

/** Nodes with their edges, and where the nodes stand. */
export interface PlacedGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
}

export const EMPTY_STATE: ExplorerState = {
  nodes: new Map(),
  edges: new Map(),
  positions: new Map(),
  pinned: new Set(),
  selection: new Set(),
  panel: undefined,
  screen: 'graph',
  theme: 'system',
};

/** Replaces what is shown. Pinned nodes that are in the new graph stay pinned and where they are. */
export function showGraph(state: ExplorerState, graph: PlacedGraph): ExplorerState {
  const nodes = byId(graph.nodes);
  const pinned = kept(state.pinned, (id) => nodes.has(id));
  const positions = new Map([...graph.positions].filter(([id]) => nodes.has(id)));
  for (const id of pinned) {
    const at = state.positions.get(id);
    if (at !== undefined) positions.set(id, at);
  }
  return withoutLooseEnds({ ...state, nodes, edges: byId(graph.edges), positions, pinned });
}

/** Adds to what is shown. What is there keeps its place; its content becomes the newer one. */
export function addGraph(state: ExplorerState, graph: PlacedGraph): ExplorerState {
  return withoutLooseEnds({
    ...state,
    nodes: new Map([...state.nodes, ...byId(graph.nodes)]),
    edges: new Map([...state.edges, ...byId(graph.edges)]),
    positions: new Map([...graph.positions, ...state.positions]),
  });
}

/** Takes over newer content of what is shown; what exists no longer goes. Nothing moves. */
export function refreshGraph(state: ExplorerState, graph: Omit<PlacedGraph, 'positions'>): ExplorerState {
  const fresh = byId(graph.nodes);
  const nodes = new Map([...state.nodes.keys()].flatMap((id) => {
    const node = fresh.get(id);
    return node === undefined ? [] : [[id, node] as const];
  }));
  return withoutLooseEnds({ ...state, nodes, edges: byId(graph.edges) });
}

/**
 * Selects. One thing selected opens its panel; nothing selected turns an open one to the overview; several leave it as it is.
 * Ids that are not shown are left out.
 */
export function select(state: ExplorerState, ids: readonly string[], how: 'replace' | 'toggle'): ExplorerState {
  const known = ids.filter((id) => state.nodes.has(id) || state.edges.has(id));
  const selection = how === 'replace' ? new Set(known) : toggled(state.selection, known);
  return { ...state, selection, panel: panelOf(state, selection) };
}

function panelOf(state: ExplorerState, selection: ReadonlySet<string>): Panel | undefined {
  const [only, ...others] = selection;
  if (only === undefined) return state.panel && { kind: 'overview' };
  if (others.length > 0) return state.panel;
  return { kind: state.nodes.has(only) ? 'node' : 'edge', id: only };
}

/** Moves nodes that are shown. */
export function moveNodes(state: ExplorerState, moved: ReadonlyMap<string, Point>): ExplorerState {
  const known = [...moved].filter(([id]) => state.nodes.has(id));
  if (known.length === 0) return state;
  return { ...state, positions: new Map([...state.positions, ...known]) };
}

/** Pins the nodes, or unpins them if all are pinned. Pinned nodes survive every layout. */
export function togglePins(state: ExplorerState, ids: readonly string[]): ExplorerState {
  const nodes = ids.filter((id) => state.nodes.has(id));
  if (nodes.length === 0) return state;
  const areAllPinned = nodes.every((id) => state.pinned.has(id));
  const pinned = areAllPinned ? kept(state.pinned, (id) => !nodes.includes(id)) : new Set([...state.pinned, ...nodes]);
  return { ...state, pinned };
}

/** Opens a document, at a statement's quotation if one is given. */
export function openDocument(state: ExplorerState, id: string, statement?: string): ExplorerState {
  const from = state.panel?.kind === 'document' ? state.panel.from : state.panel;
  return { ...state, panel: { kind: 'document', id, statement, from } };
}

/** From a document back to what led to it; from anything else, closed. */
export function leavePanel(state: ExplorerState): ExplorerState {
  const back = state.panel?.kind === 'document' ? state.panel.from : undefined;
  return { ...state, panel: back };
}

/** Opens the overview. */
export function openOverview(state: ExplorerState): ExplorerState {
  return { ...state, panel: { kind: 'overview' } };
}

/** Closes the panel; the selection stays. */
export function closePanel(state: ExplorerState): ExplorerState {
  return state.panel === undefined ? state : { ...state, panel: undefined };
}

export function showScreen(state: ExplorerState, screen: Screen): ExplorerState {
  return state.screen === screen ? state : { ...state, screen };
}

export function chooseTheme(state: ExplorerState, theme: ThemeChoice): ExplorerState {
  return { ...state, theme };
}

/** Restores the rules of {@link ExplorerState}: no edge, place, pin, selection or panel of what is not shown. */
function withoutLooseEnds(state: ExplorerState): ExplorerState {
  const { nodes } = state;
  const edges = new Map([...state.edges].filter(([, edge]) => nodes.has(edge.source) && nodes.has(edge.target)));
  const isShown = (id: string) => nodes.has(id) || edges.has(id);
  const { panel } = state;
  const isOpen = panel === undefined || panel.kind === 'overview' || panel.kind === 'document' || isShown(panel.id);
  return {
    ...state,
    edges,
    positions: new Map([...state.positions].filter(([id]) => nodes.has(id))),
    pinned: kept(state.pinned, (id) => nodes.has(id)),
    selection: kept(state.selection, isShown),
    panel: isOpen ? panel : { kind: 'overview' },
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function kept(ids: ReadonlySet<string>, isKept: (id: string) => boolean): ReadonlySet<string> {
  return new Set([...ids].filter(isKept));
}

function toggled(ids: ReadonlySet<string>, changed: readonly string[]): ReadonlySet<string> {
  return new Set([...kept(ids, (id) => !changed.includes(id)), ...changed.filter((id) => !ids.has(id))]);
}
