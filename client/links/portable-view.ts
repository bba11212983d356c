/** What a link or a saved view holds of the explorer's state: all but the content, which is fetched anew by its ids. */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import { EMPTY_STATE } from '../state/explorer-state.ts';
import type { ExplorerState } from '../state/explorer-state.ts';
import { pruneDangling } from '../state/prune-dangling.ts';

/** Parts of the state that travel. The nodes are the keys of `positions`; the edges are all that join two of them. */
export const PORTABLE_PARTS = [
  'positions',
  'pinned',
  'hidden',
  'broughtBy',
  'selection',
  'filters',
  'styleRules',
  'layout',
  'highlight',
  'panel',
  'camera',
  'query',
  'table',
  'screen',
] as const satisfies readonly (keyof ExplorerState)[];
export type PortableView = Pick<ExplorerState, (typeof PORTABLE_PARTS)[number]>;

export const EMPTY_VIEW: PortableView = portableView(EMPTY_STATE);

/** The parts of the state that travel. Screens that show nothing of the graph do not: the link leads to the graph. */
export function portableView(state: ExplorerState): PortableView {
  const {
    positions,
    pinned,
    hidden,
    broughtBy,
    selection,
    filters,
    styleRules,
    layout,
    highlight,
    panel,
    camera,
    query,
    table,
  } = state;
  const screen = state.screen === 'table' ? 'table' : 'graph';
  return {
    positions,
    pinned,
    hidden,
    broughtBy,
    selection,
    filters,
    styleRules,
    layout,
    highlight,
    panel,
    camera,
    query,
    table,
    screen,
  };
}

/** Whether both would travel alike. */
export function isSameView(a: PortableView, b: PortableView): boolean {
  return PORTABLE_PARTS.every((part) => a[part] === b[part]);
}

/**
 * Shows a view with the content that was fetched for it. What exists no longer is left out with all that named it.
 * The user's own choices, such as the theme, stay.
 */
export function showView(
  state: ExplorerState,
  view: PortableView,
  graph: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] },
): ExplorerState {
  const found = new Map(graph.nodes.map((node) => [node.id, node]));
  // In the order in which they came to the view.
  const placed = [...view.positions.keys()].flatMap((id) => found.get(id) ?? []);
  return pruneDangling({
    ...state,
    ...view,
    nodes: new Map(placed.map((node) => [node.id, node])),
    edges: new Map(graph.edges.map((edge) => [edge.id, edge])),
    panelBack: [],
    panelForward: [],
  });
}
