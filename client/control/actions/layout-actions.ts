/** One action for each layout, which menu, keys and command palette share. */
import type { LayoutName } from '../../graph/layout/layout-names.ts';
import { isOnGraph } from '../action.ts';
import type { Action } from '../action.ts';

/** Lays out all visible nodes. */
const layOut = (name: LayoutName) =>
  ({
    group: 'View',
    isEnabled: isOnGraph,
    perform: ({ arranger }) => void arranger.arrange(name),
  }) as const satisfies Partial<Action>;

export const LAYOUT_ACTIONS = {
  layoutDispute: { id: 'layoutDispute', keys: ['1'], ...layOut('dispute') },
  layoutForce: { id: 'layoutForce', keys: ['2'], ...layOut('force') },
  layoutConcentric: { id: 'layoutConcentric', keys: ['3'], ...layOut('concentric') },
  layoutDate: { id: 'layoutDate', keys: ['4'], ...layOut('date') },
  layoutGrid: { id: 'layoutGrid', keys: ['5'], ...layOut('grid') },
} as const satisfies Record<string, Action>;

/** The action of each layout. */
export const LAYOUT_ACTION_OF = {
  dispute: LAYOUT_ACTIONS.layoutDispute,
  force: LAYOUT_ACTIONS.layoutForce,
  concentric: LAYOUT_ACTIONS.layoutConcentric,
  date: LAYOUT_ACTIONS.layoutDate,
  grid: LAYOUT_ACTIONS.layoutGrid,
} as const satisfies Readonly<Record<LayoutName, Action>>;
