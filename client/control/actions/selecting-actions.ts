/** Actions that select, hide and restore, among what is visible. */
import type { EdgeStance } from '../../../server/contract/vocabulary.ts';
import type { ActionId } from '../../words/action-label.ts';
import { nodeText } from '../../words/names.ts';
import { isOnGraph, isOnView, selectedNodes } from '../action.ts';
import type { Action, ActionContext } from '../action.ts';
import { select } from '../../state/reducers.ts';
import {
  hide,
  invertSelection,
  keepOnly,
  restore,
  selectByKind,
  selectByStance,
  selectNeighbours,
} from '../../state/hiding.ts';
import type { SelectableKind } from '../../state/hiding.ts';

const hasNodes = (context: ActionContext) => isOnView(context) && selectedNodes(context).length > 0;
const hasSelection = (context: ActionContext) => isOnView(context) && context.store.state().selection.size > 0;
const isShowing = (context: ActionContext) => isOnView(context) && context.visible().nodes.size > 0;

/** Selects all visible nodes of a kind. */
const ofKind = <const Id extends ActionId>(id: Id, kind: SelectableKind) =>
  ({
    id,
    keys: [],
    group: 'Selection',
    isEnabled: isShowing,
    perform: ({ store, visible }: ActionContext) => store.step((state) => selectByKind(state, visible(), kind)),
  }) as const satisfies Action;

/** Selects all visible edges of a stance. */
const ofStance = <const Id extends ActionId>(id: Id, stance: EdgeStance) =>
  ({
    id,
    keys: [],
    group: 'Selection',
    isEnabled: (context: ActionContext) => isOnView(context) && context.visible().edges.size > 0,
    perform: ({ store, visible }: ActionContext) => store.step((state) => selectByStance(state, visible(), stance)),
  }) as const satisfies Action;

export const SELECTING_ACTIONS = {
  hide: {
    id: 'hide',
    keys: ['H', 'Delete'],
    group: 'Selection',
    isEnabled: hasNodes,
    perform: (context) => context.store.step((state) => hide(state, selectedNodes(context))),
  },
  keepOnly: {
    id: 'keepOnly',
    keys: ['Shift+H'],
    group: 'Selection',
    isEnabled: hasSelection,
    perform: ({ store }) => store.step((state) => keepOnly(state, state.selection), { kind: 'keepOnly' }),
  },
  restore: {
    id: 'restore',
    keys: ['R'],
    group: 'View',
    isEnabled: (context) => isOnView(context) && context.store.state().hidden.size > 0,
    perform: ({ store }) => store.step((state) => restore(state)),
  },
  selectAll: {
    id: 'selectAll',
    keys: ['A', 'Mod+A'],
    group: 'Selection',
    isEnabled: isShowing,
    perform: ({ store, visible }) => store.step((state) => select(state, [...visible().nodes.keys()], 'replace')),
  },
  selectNeighbours: {
    id: 'selectNeighbours',
    keys: ['N'],
    group: 'Selection',
    isEnabled: hasSelection,
    perform: ({ store, visible }) => store.step((state) => selectNeighbours(state, visible())),
  },
  invert: {
    id: 'invert',
    keys: ['I'],
    group: 'Selection',
    isEnabled: isShowing,
    perform: ({ store, visible }) => store.step((state) => invertSelection(state, visible())),
  },
  selectClaims: ofKind('selectClaims', 'claim'),
  selectContested: ofKind('selectContested', 'contested'),
  selectPersons: ofKind('selectPersons', 'person'),
  selectOrganisations: ofKind('selectOrganisations', 'organisation'),
  selectStates: ofKind('selectStates', 'state'),
  selectMedia: ofKind('selectMedia', 'media'),
  selectGroups: ofKind('selectGroups', 'group'),
  selectUnknown: ofKind('selectUnknown', 'unknown'),
  selectAsserts: ofStance('selectAsserts', 'asserts'),
  selectDenies: ofStance('selectDenies', 'denies'),
  copyWords: {
    id: 'copyWords',
    keys: [],
    group: 'Selection',
    isEnabled: hasNodes,
    perform: (context) => {
      const { nodes } = context.store.state();
      const words = selectedNodes(context)
        .flatMap((id) => nodes.get(id) ?? [])
        .map(nodeText);
      void navigator.clipboard.writeText(words.join('\n'));
    },
  },
  menu: {
    id: 'menu',
    keys: ['Shift+F10', 'ContextMenu'],
    group: 'Selection',
    isEnabled: isOnGraph,
    perform: (context) => context.openMenu(),
  },
} as const satisfies Record<string, Action>;
