/** Actions of the page itself: its settings and its tour. */
import { always } from '../action.ts';
import type { Action } from '../action.ts';
import { isSettingsOpen, isTourOpen } from '../../state/settings.ts';

export const PAGE_ACTIONS = {
  settings: { id: 'settings', keys: [','], group: 'Page', isEnabled: always, perform: () => isSettingsOpen.set(true) },
  tour: {
    id: 'tour',
    keys: [],
    group: 'Page',
    isEnabled: ({ store }) => store.state().nodes.size > 0,
    perform: () => isTourOpen.set(true),
  },
} as const satisfies Record<string, Action>;
