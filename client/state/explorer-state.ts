/**
 * What the explorer shows, as one immutable value, and the pure steps from one to the next.
 * Whatever a link, a saved view or an undo must bring back is in here, and nothing else.
 */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import type { EdgeStance } from '../../server/contract/vocabulary.ts';
import type { CameraView } from '../graph/scene/camera-view.ts';
import type { Point } from '../graph/scene/geometry.ts';
import type { LayoutName } from '../graph/layout/layout-names.ts';
import type { StyleRule } from '../graph/scene/style-rules.ts';
import { NO_FILTERS } from './filters.ts';
import type { Filters } from './filters.ts';
import { kept, withoutLooseEnds } from './prune-dangling.ts';
import { withPanel } from './panel-trail.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof THEMES)[number];
export const SCREENS = ['graph', 'table', 'views', 'import'] as const;
export type Screen = (typeof SCREENS)[number];
export const TABLES = ['nodes', 'edges', 'statements'] as const;
export type TableName = (typeof TABLES)[number];

/** What the side panel is open on. A document remembers what led to it, for the way back. */
export type EvidencePanel =
  | { readonly kind: 'overview' }
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'edge'; readonly id: string };
export type DocumentPanel = {
  readonly kind: 'document';
  readonly id: string;
  readonly statement: string | undefined;
  readonly from: Exclude<Panel, DocumentPanel> | undefined;
};
/** What was looked for with the paths panel. */
export type PathsPanel = {
  readonly kind: 'paths';
  readonly from: string;
  readonly to: string;
  readonly stances: readonly EdgeStance[];
};
export type Panel =
  | EvidencePanel
  | DocumentPanel
  | PathsPanel
  /** Of everything selected at once. */
  | { readonly kind: 'selection' }
  /** How an actor's position on a claim went. */
  | { readonly kind: 'history'; readonly actor: string; readonly claim: string };

/** One table of the twin of the canvas. Column names are the table's own. */
export interface TableLook {
  readonly sort: { readonly column: string; readonly isDescending: boolean } | undefined;
  /** Columns that are not shown. */
  readonly without: readonly string[];
}
export interface TableState {
  readonly shown: TableName;
  /** Words that rows must hold. */
  readonly text: string;
  readonly looks: Readonly<Record<TableName, TableLook>>;
}

export interface ExplorerState {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Every edge joins two of the nodes. */
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Every node has one; model coordinates, in pixels at zoom 1. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly pinned: ReadonlySet<string>;
  /** Ids of nodes and edges that are shown. */
  readonly selection: ReadonlySet<string>;
  /** Nodes that the user has hidden; they keep their places. What is shown says `visibleGraph`. */
  readonly hidden: ReadonlySet<string>;
  /** For a node that an expansion brought: the node that was expanded. */
  readonly broughtBy: ReadonlyMap<string, string>;
  readonly filters: Filters;
  readonly styleRules: readonly StyleRule[];
  /** The layout that was applied last. */
  readonly layout: LayoutName;
  /** Nodes and edges that are pointed out, such as those of a path. */
  readonly highlight: ReadonlySet<string>;
  readonly panel: Panel | undefined;
  /** Panels that back and forward lead to, the nearest last. */
  readonly panelBack: readonly Panel[];
  readonly panelForward: readonly Panel[];

  // What undo leaves alone: see KEPT_BY_UNDO.
  /** What the camera saw when it last came to rest; the canvas itself knows where it is now. */
  readonly camera: CameraView | undefined;
  /** What stands in the search field. */
  readonly query: string;
  readonly table: TableState;
  readonly screen: Screen;
  readonly theme: ThemeChoice;
}

/** Parts of the state that are changed by `patch`: undo and redo leave them as they are. */
export const KEPT_BY_UNDO = [
  'camera',
  'query',
  'table',
  'screen',
  'theme',
] as const satisfies readonly (keyof ExplorerState)[];

/** Nodes with their edges, and where the nodes stand. */
export interface PlacedGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
}

const PLAIN_LOOK: TableLook = { sort: undefined, without: [] };
export const EMPTY_STATE: ExplorerState = {
  nodes: new Map(),
  edges: new Map(),
  positions: new Map(),
  pinned: new Set(),
  selection: new Set(),
  hidden: new Set(),
  broughtBy: new Map(),
  filters: NO_FILTERS,
  styleRules: [],
  layout: 'dispute',
  highlight: new Set(),
  panel: undefined,
  panelBack: [],
  panelForward: [],
  camera: undefined,
  query: '',
  table: { shown: 'nodes', text: '', looks: { nodes: PLAIN_LOOK, edges: PLAIN_LOOK, statements: PLAIN_LOOK } },
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

/**
 * Adds to what is shown. What is there keeps its place; its content becomes the newer one.
 *
 * @param by The node whose expansion brought it, for what is new.
 */
export function addGraph(state: ExplorerState, graph: PlacedGraph, by?: string): ExplorerState {
  const added = by === undefined ? [] : graph.nodes.filter(({ id }) => id !== by && !state.nodes.has(id));
  return withoutLooseEnds({
    ...state,
    ...(by !== undefined &&
      added.length > 0 && { broughtBy: new Map([...state.broughtBy, ...added.map(({ id }) => [id, by] as const)]) }),
    nodes: new Map([...state.nodes, ...byId(graph.nodes)]),
    edges: new Map([...state.edges, ...byId(graph.edges)]),
    // In the order in which they came, as the nodes are.
    positions: new Map([...state.positions, ...[...graph.positions].filter(([id]) => !state.positions.has(id))]),
  });
}

/** Takes over newer content of what is shown; what exists no longer goes. Nothing moves. */
export function refreshGraph(state: ExplorerState, graph: Omit<PlacedGraph, 'positions'>): ExplorerState {
  const fresh = byId(graph.nodes);
  const nodes = new Map(
    [...state.nodes.keys()].flatMap((id) => {
      const node = fresh.get(id);
      return node === undefined ? [] : [[id, node] as const];
    }),
  );
  return withoutLooseEnds({ ...state, nodes, edges: byId(graph.edges) });
}

/**
 * Selects. One thing selected opens its panel; nothing selected turns an open one to the overview, several to that of the selection.
 * Ids that are not shown are left out.
 */
export function select(state: ExplorerState, ids: readonly string[], how: 'replace' | 'toggle'): ExplorerState {
  const known = ids.filter((id) => isSelectable(state, id));
  const wanted = how === 'replace' ? new Set(known) : toggled(state.selection, known);
  const selection = isSameSet(wanted, state.selection) ? state.selection : wanted;
  return withPanel(selection === state.selection ? state : { ...state, selection }, panelOf(state, selection));
}

function isSelectable({ nodes, edges, hidden }: ExplorerState, id: string): boolean {
  const edge = edges.get(id);
  return edge === undefined ? nodes.has(id) && !hidden.has(id) : !hidden.has(edge.source) && !hidden.has(edge.target);
}

function panelOf(state: ExplorerState, selection: ReadonlySet<string>): Panel | undefined {
  const [only, ...others] = selection;
  if (only === undefined) return state.panel?.kind === 'paths' ? state.panel : state.panel && { kind: 'overview' };
  if (others.length > 0) return state.panel?.kind === 'paths' ? state.panel : state.panel && { kind: 'selection' };
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
  return withPanel(state, { kind: 'document', id, statement, from });
}

/** From a document back to what led to it; from anything else, closed. */
export function leavePanel(state: ExplorerState): ExplorerState {
  const back = state.panel?.kind === 'document' ? state.panel.from : undefined;
  return withPanel(state, back);
}

/** Opens how an actor's position on a claim went. */
export function openHistory(state: ExplorerState, actor: string, claim: string): ExplorerState {
  return withPanel(state, { kind: 'history', actor, claim });
}

/** Opens a closed panel: on what is selected, else on the overview. */
export function reopenPanel(state: ExplorerState): ExplorerState {
  return withPanel(state, panelOf({ ...state, panel: { kind: 'overview' } }, state.selection));
}

/** Opens the overview. */
export function openOverview(state: ExplorerState): ExplorerState {
  return withPanel(state, { kind: 'overview' });
}

/** Closes the panel; the selection stays. */
export function closePanel(state: ExplorerState): ExplorerState {
  return withPanel(state, undefined);
}

export function showScreen(state: ExplorerState, screen: Screen): ExplorerState {
  return state.screen === screen ? state : { ...state, screen };
}

/** Whether the panel stands beside a screen. */
export function hasPanel(screen: Screen): boolean {
  return screen === 'graph' || screen === 'table';
}

/** Shows a screen with the panel beside it: the table if it is open, else the graph. */
export function showEvidenceScreen(state: ExplorerState): ExplorerState {
  return hasPanel(state.screen) ? state : showScreen(state, 'graph');
}

export function chooseTheme(state: ExplorerState, theme: ThemeChoice): ExplorerState {
  return { ...state, theme };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

function toggled(ids: ReadonlySet<string>, changed: readonly string[]): ReadonlySet<string> {
  return new Set([...kept(ids, (id) => !changed.includes(id)), ...changed.filter((id) => !ids.has(id))]);
}
