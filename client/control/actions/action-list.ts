/** All actions that buttons, keys and menus perform, as one table that they share. */
import { always, isOnGraph, isOnView, selectedNodes } from '../action.ts';
import type { Action } from '../action.ts';
import { hasPanel, THEMES } from '../../state/explorer-state.ts';
import { chooseTheme, leavePanel, select, showScreen, togglePins } from '../../state/reducers.ts';
import { FINDING_ACTIONS } from './finding-actions.ts';
import { GROWING_ACTIONS } from './growing-actions.ts';
import { highlight } from '../../state/hiding.ts';
import { LAYOUT_ACTIONS } from './layout-actions.ts';
import { MOVING_ACTIONS } from './moving-actions.ts';
import { PANEL_ACTIONS } from './panel-actions.ts';
import { PAGE_ACTIONS } from './page-actions.ts';
import { SCREEN_ACTIONS } from './screen-actions.ts';
import { SELECTING_ACTIONS } from './selecting-actions.ts';
import { VIEW_ACTIONS } from './view-actions.ts';
import { EXPORT_ACTIONS } from './export-actions.ts';

export type { Action, ActionContext } from '../action.ts';

const ZOOM_STEP = 1.25;
export const ACTIONS = {
  search: {
    id: 'search',
    keys: ['/', 'Mod+K'],
    group: 'Find',
    isEnabled: always,
    perform: (context) => context.goToSearch(),
  },
  ...FINDING_ACTIONS,
  undo: {
    id: 'undo',
    keys: ['Mod+Z'],
    group: 'View',
    isEnabled: ({ store }) => store.canUndo(),
    perform: ({ store }) => store.undo(),
  },
  redo: {
    id: 'redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    group: 'View',
    isEnabled: ({ store }) => store.canRedo(),
    perform: ({ store }) => store.redo(),
  },
  ...VIEW_ACTIONS,
  zoomIn: {
    id: 'zoomIn',
    keys: ['+', '='],
    group: 'View',
    isEnabled: isOnGraph,
    perform: ({ graph }) => graph()?.zoomBy(ZOOM_STEP),
  },
  zoomOut: {
    id: 'zoomOut',
    keys: ['-'],
    group: 'View',
    isEnabled: isOnGraph,
    perform: ({ graph }) => graph()?.zoomBy(1 / ZOOM_STEP),
  },
  fit: { id: 'fit', keys: ['0'], group: 'View', isEnabled: isOnGraph, perform: ({ graph }) => graph()?.fit('whole') },
  reset: {
    id: 'reset',
    keys: ['Shift+R'],
    group: 'View',
    isEnabled: ({ graph, store }) => store.state().screen === 'graph' && graph() !== undefined,
    perform: (context) => context.resetView(),
  },
  ...LAYOUT_ACTIONS,
  ...EXPORT_ACTIONS,
  ...GROWING_ACTIONS,
  pin: {
    id: 'pin',
    keys: ['P'],
    group: 'Selection',
    isEnabled: (context) => isOnView(context) && selectedNodes(context).length > 0,
    perform: (context) => context.store.step((state) => togglePins(state, selectedNodes(context))),
  },
  reveal: {
    id: 'reveal',
    keys: ['.'],
    group: 'Selection',
    isEnabled: (context) =>
      isOnView(context) && context.graph() !== undefined && context.store.state().selection.size > 0,
    perform: ({ store, graph }) => {
      const [id] = store.state().selection;
      store.patch((state) => showScreen(state, 'graph'));
      if (id !== undefined) graph()?.reveal(id);
    },
  },
  ...PANEL_ACTIONS,
  ...SELECTING_ACTIONS,
  ...MOVING_ACTIONS,
  previousQuotation: {
    id: 'previousQuotation',
    keys: ['['],
    group: 'Selection',
    isEnabled: ({ turnQuotation }) => turnQuotation() !== undefined,
    perform: ({ turnQuotation }) => turnQuotation()?.(-1),
  },
  nextQuotation: {
    id: 'nextQuotation',
    keys: [']'],
    group: 'Selection',
    isEnabled: ({ turnQuotation }) => turnQuotation() !== undefined,
    perform: ({ turnQuotation }) => turnQuotation()?.(1),
  },
  close: {
    id: 'close',
    keys: ['Escape'],
    group: 'Selection',
    isEnabled: ({ store }) => {
      const { screen, panel, selection, highlight: pointed } = store.state();
      return screen !== 'graph' || panel !== undefined || selection.size > 0 || pointed.size > 0;
    },
    perform: ({ store }) =>
      store.step((state) => {
        if (!hasPanel(state.screen)) return showScreen(state, 'graph');
        if (state.panel !== undefined) return leavePanel(state);
        return highlight(select(state, [], 'replace'), []);
      }),
  },
  ...SCREEN_ACTIONS,
  theme: {
    id: 'theme',
    keys: ['Shift+D'],
    group: 'Page',
    isEnabled: always,
    perform: ({ store }) =>
      store.patch((state) => {
        const next = THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length];
        return chooseTheme(state, next ?? 'system');
      }),
  },
  ...PAGE_ACTIONS,
  help: { id: 'help', keys: ['?'], group: 'Page', isEnabled: always, perform: (context) => context.showHelp() },
} as const satisfies Record<string, Action>;

/** All actions, in the order of the help. */
export const ACTION_LIST: readonly Action[] = Object.values(ACTIONS);
