/** Actions that find: in the view, between two nodes, and among the actions themselves. */
import { always, isOnGraph, selectedNodes } from '../action.ts';
import type { Action, ActionContext } from '../action.ts';
import { showScreen } from '../../state/reducers.ts';
import type { ExplorerState } from '../../state/explorer-state.ts';
import { withPanel } from '../../state/panel-trail.ts';

export const FINDING_ACTIONS = {
  findInView: {
    id: 'findInView',
    keys: ['F'],
    group: 'Find',
    isEnabled: isOnGraph,
    perform: (context) => context.findInView(),
  },
  paths: {
    id: 'paths',
    keys: ['Shift+P'],
    group: 'Find',
    isEnabled: always,
    perform: (context) => context.store.step((state) => openPaths(state, endsOf(context))),
  },
  palette: {
    id: 'palette',
    keys: ['Mod+/', '>'],
    group: 'Find',
    isEnabled: always,
    perform: (context) => context.showPalette(),
  },
} as const satisfies Record<string, Action>;

/** The ends of the path: the first and the last selected node. */
function endsOf(context: ActionContext): { readonly from: string; readonly to: string } {
  const selected = selectedNodes(context);
  const [from = ''] = selected;
  return { from, to: selected.length > 1 ? (selected.at(-1) ?? '') : '' };
}

/** Opens the paths panel; an unknown end is an empty id. */
export function openPaths(state: ExplorerState, ends: { readonly from: string; readonly to: string }): ExplorerState {
  const isOpen = state.panel?.kind === 'paths' && ends.from === '';
  return isOpen
    ? showScreen(state, 'graph')
    : withPanel(showScreen(state, 'graph'), { kind: 'paths', ...ends, stances: [] });
}
