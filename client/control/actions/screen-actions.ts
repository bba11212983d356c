/** One action for each screen, which rail, keys and command palette share. */
import { always } from '../action.ts';
import type { Action } from '../action.ts';
import { showScreen } from '../../state/reducers.ts';
import type { Screen } from '../../state/explorer-state.ts';

const show = (screen: Screen) =>
  ({
    group: 'Page',
    isEnabled: always,
    perform: ({ store }) => store.patch((state) => showScreen(state, screen)),
  }) as const satisfies Partial<Action>;

export const SCREEN_ACTIONS = {
  showGraph: { id: 'showGraph', keys: ['G'], ...show('graph') },
  showTable: { id: 'showTable', keys: ['T'], ...show('table') },
  showViews: { id: 'showViews', keys: ['V'], ...show('views') },
  showImport: { id: 'showImport', keys: ['Shift+I'], ...show('import') },
} as const satisfies Record<string, Action>;

/** The action of each screen. */
export const SCREEN_ACTION_OF = {
  graph: SCREEN_ACTIONS.showGraph,
  table: SCREEN_ACTIONS.showTable,
  views: SCREEN_ACTIONS.showViews,
  import: SCREEN_ACTIONS.showImport,
} as const satisfies Readonly<Record<Screen, Action>>;
