/** Actions that save and share the view. */
import type { Action, ActionContext } from '../action.ts';

const hasNodes = ({ store }: ActionContext) => store.state().nodes.size > 0;

export const VIEW_ACTIONS = {
  saveView: {
    id: 'saveView',
    keys: ['Mod+S'],
    group: 'View',
    isEnabled: hasNodes,
    perform: ({ views }) => views.isSaving.set(true),
  },
  copyLink: {
    id: 'copyLink',
    keys: ['L'],
    group: 'View',
    isEnabled: hasNodes,
    perform: ({ views }) => void views.copyLink(),
  },
} as const satisfies Record<string, Action>;
