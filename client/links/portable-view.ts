/** The part of the explorer's state in a link or a saved view: everything except the content, which is fetched by id. */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import { EMPTY_STATE } from '../state/explorer-state.ts';
import type { ExplorerState } from '../state/explorer-state.ts';
import { pruneDangling } from '../state/prune-dangling.ts';

/** The parts in a portable view. The nodes are the keys of `positions`; the edges are all those between them. */
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

/** The portable view of a state. Screens without the graph are not included: the link opens the graph. */
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

/** Whether all portable parts are identical. */
export function isSameView(a: PortableView, b: PortableView): boolean {
  return PORTABLE_PARTS.every((part) => a[part] === b[part]);
}

/**
 * Shows a view with its fetched content. Nodes that no longer exist are left out with all references to them. The
 * user's own settings, such as the theme, stay.
 */
export function showView(
  state: ExplorerState,
  view: PortableView,
  graph: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] },
): ExplorerState {
  const found = new Map(graph.nodes.map((node) => [node.id, node]));
  // In the order in which they were added to the view.
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
