/** Pure functions from one state of the explorer to the next. */
import type { Point } from '../graph/scene/geometry.ts';
import { hasPanel } from './explorer-state.ts';
import type { ExplorerState, Panel, PlacedGraph, Screen, ThemeChoice } from './explorer-state.ts';
import { kept, pruneDangling } from './prune-dangling.ts';
import { withPanel } from './panel-trail.ts';

/** Replaces the graph. Pinned nodes that are in the new graph stay pinned and keep their positions. */
export function showGraph(state: ExplorerState, graph: PlacedGraph): ExplorerState {
  const nodes = byId(graph.nodes);
  const pinned = kept(state.pinned, (id) => nodes.has(id));
  const positions = new Map([...graph.positions].filter(([id]) => nodes.has(id)));
  for (const id of pinned) {
    const at = state.positions.get(id);
    if (at !== undefined) positions.set(id, at);
  }
  return pruneDangling({ ...state, nodes, edges: byId(graph.edges), positions, pinned });
}

/**
 * Adds nodes and edges. Existing ones keep their positions and get the newer content.
 *
 * @param by The node whose expansion added the new nodes.
 */
export function addGraph(state: ExplorerState, graph: PlacedGraph, by?: string): ExplorerState {
  const added = by === undefined ? [] : graph.nodes.filter(({ id }) => id !== by && !state.nodes.has(id));
  return pruneDangling({
    ...state,
    ...(by !== undefined &&
      added.length > 0 && { broughtBy: new Map([...state.broughtBy, ...added.map(({ id }) => [id, by] as const)]) }),
    nodes: new Map([...state.nodes, ...byId(graph.nodes)]),
    edges: new Map([...state.edges, ...byId(graph.edges)]),
    // In the same order as the nodes.
    positions: new Map([...state.positions, ...[...graph.positions].filter(([id]) => !state.positions.has(id))]),
  });
}

/** Updates the content of the graph and removes what no longer exists. Positions do not change. */
export function refreshGraph(state: ExplorerState, graph: Omit<PlacedGraph, 'positions'>): ExplorerState {
  const fresh = byId(graph.nodes);
  const nodes = new Map(
    [...state.nodes.keys()].flatMap((id) => {
      const node = fresh.get(id);
      return node === undefined ? [] : [[id, node] as const];
    }),
  );
  return pruneDangling({ ...state, nodes, edges: byId(graph.edges) });
}

/**
 * Selects nodes and edges; ids that are not visible are ignored. A single one opens its panel. Otherwise an open
 * panel changes to the overview (nothing selected) or to the panel of the selection (several).
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

/** Sets the positions of nodes; unknown ids are ignored. */
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

/** Opens a document, at the quotation of `statement` if given. */
export function openDocument(state: ExplorerState, id: string, statement?: string): ExplorerState {
  const from = state.panel?.kind === 'document' ? state.panel.from : state.panel;
  return withPanel(state, { kind: 'document', id, statement, from });
}

/** Returns from a document to the panel that it was opened from; closes any other panel. */
export function leavePanel(state: ExplorerState): ExplorerState {
  const back = state.panel?.kind === 'document' ? state.panel.from : undefined;
  return withPanel(state, back);
}

/** Opens the history of an actor's position on a claim. */
export function openHistory(state: ExplorerState, actor: string, claim: string): ExplorerState {
  return withPanel(state, { kind: 'history', actor, claim });
}

/** Opens a closed panel on the selection, or on the overview if nothing is selected. */
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

/** Shows a screen that has the panel: the table if it is open, otherwise the graph. */
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
