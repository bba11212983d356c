/** Opening the panel, and its own back and forward. The browser's keys for back and forward keep their meaning. */
import type { Action } from '../action.ts';
import { goBackInPanel, goForwardInPanel } from '../../state/panel-trail.ts';
import { hasPanel } from '../../state/explorer-state.ts';
import { reopenPanel } from '../../state/reducers.ts';

export const PANEL_ACTIONS = {
  openPanel: {
    id: 'openPanel',
    keys: ['O'],
    group: 'Selection',
    isEnabled: ({ store }) => hasPanel(store.state().screen) && store.state().panel === undefined,
    perform: ({ store }) => store.step(reopenPanel),
  },
  panelBack: {
    id: 'panelBack',
    keys: ['B'],
    group: 'Selection',
    isEnabled: ({ store }) => hasPanel(store.state().screen) && store.state().panelBack.length > 0,
    perform: ({ store }) => store.step(goBackInPanel),
  },
  panelForward: {
    id: 'panelForward',
    keys: ['Shift+B'],
    group: 'Selection',
    isEnabled: ({ store }) => hasPanel(store.state().screen) && store.state().panelForward.length > 0,
    perform: ({ store }) => store.step(goForwardInPanel),
  },
} as const satisfies Record<string, Action>;
