/** Actions that add neighbours and edges to the view, and remove what expansions added. */
import { isOnView, selectedNodes } from '../action.ts';
import type { Action, ActionContext } from '../action.ts';
import { MAX_TOGETHER } from '../growing.ts';

const hasSome = (context: ActionContext) => isOnView(context) && selectedNodes(context).length > 0;
const hasSeveral = (context: ActionContext) => {
  const { length } = selectedNodes(context);
  return isOnView(context) && length > 1 && length <= MAX_TOGETHER;
};

export const GROWING_ACTIONS = {
  expand: {
    id: 'expand',
    keys: ['E'],
    group: 'Selection',
    isEnabled: hasSome,
    perform: (context) => {
      const [id, ...others] = selectedNodes(context);
      if (id === undefined) return;
      void (others.length === 0 ? context.commands.expand(id) : context.commands.expandAll([id, ...others]));
    },
  },
  collapse: {
    id: 'collapse',
    keys: ['Shift+E'],
    group: 'Selection',
    isEnabled: (context) => {
      const selected = new Set(selectedNodes(context));
      return isOnView(context) && [...context.store.state().broughtBy.values()].some((by) => selected.has(by));
    },
    perform: (context) => context.commands.collapse(selectedNodes(context)),
  },
  common: {
    id: 'common',
    keys: ['C'],
    group: 'Selection',
    isEnabled: hasSeveral,
    perform: (context) => void context.commands.showCommon(selectedNodes(context)),
  },
  connect: {
    id: 'connect',
    keys: [],
    group: 'View',
    isEnabled: (context) => isOnView(context) && context.store.state().nodes.size > 1,
    perform: (context) => void context.commands.connect(),
  },
} as const satisfies Record<string, Action>;
