/** Actions that select, hide and restore: all by what is shown. */
import type { EdgeStance } from '../../../server/contract/vocabulary.ts';
import { nodeText } from '../../words/names.ts';
import { isOnGraph, isOnView, selectedNodes } from '../action.ts';
import type { Action, ActionContext } from '../action.ts';
import { select } from '../../state/explorer-state.ts';
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

/** Selecting all shown nodes of a kind. */
const ofKind = <const Id extends string>(id: Id, label: string, kind: SelectableKind) =>
  ({
    id,
    label,
    keys: [],
    group: 'Selection',
    isEnabled: isShowing,
    perform: ({ store, visible }: ActionContext) => store.step((state) => selectByKind(state, visible(), kind)),
  }) as const satisfies Action;

/** Selecting all shown edges of a stance. */
const ofStance = <const Id extends string>(id: Id, label: string, stance: EdgeStance) =>
  ({
    id,
    label,
    keys: [],
    group: 'Selection',
    isEnabled: (context: ActionContext) => isOnView(context) && context.visible().edges.size > 0,
    perform: ({ store, visible }: ActionContext) => store.step((state) => selectByStance(state, visible(), stance)),
  }) as const satisfies Action;

export const SELECTING_ACTIONS = {
  hide: {
    id: 'hide',
    label: 'Hide',
    keys: ['H', 'Delete'],
    group: 'Selection',
    isEnabled: hasNodes,
    perform: (context) => context.store.step((state) => hide(state, selectedNodes(context))),
  },
  keepOnly: {
    id: 'keepOnly',
    label: 'Hide everything else',
    keys: ['Shift+H'],
    group: 'Selection',
    isEnabled: hasSelection,
    perform: ({ store }) => store.step((state) => keepOnly(state, state.selection), { kind: 'keepOnly' }),
  },
  restore: {
    id: 'restore',
    label: 'Show what is hidden',
    keys: ['R'],
    group: 'View',
    isEnabled: (context) => isOnView(context) && context.store.state().hidden.size > 0,
    perform: ({ store }) => store.step((state) => restore(state)),
  },
  selectAll: {
    id: 'selectAll',
    label: 'Select all nodes',
    keys: ['A', 'Mod+A'],
    group: 'Selection',
    isEnabled: isShowing,
    perform: ({ store, visible }) => store.step((state) => select(state, [...visible().nodes.keys()], 'replace')),
  },
  selectNeighbours: {
    id: 'selectNeighbours',
    label: 'Select neighbours, too',
    keys: ['N'],
    group: 'Selection',
    isEnabled: hasSelection,
    perform: ({ store, visible }) => store.step((state) => selectNeighbours(state, visible())),
  },
  invert: {
    id: 'invert',
    label: 'Invert the selection',
    keys: ['I'],
    group: 'Selection',
    isEnabled: isShowing,
    perform: ({ store, visible }) => store.step((state) => invertSelection(state, visible())),
  },
  selectClaims: ofKind('selectClaims', 'Select claims', 'claim'),
  selectContested: ofKind('selectContested', 'Select contested claims', 'contested'),
  selectPersons: ofKind('selectPersons', 'Select persons', 'person'),
  selectOrganisations: ofKind('selectOrganisations', 'Select organisations', 'organisation'),
  selectStates: ofKind('selectStates', 'Select states', 'state'),
  selectMedia: ofKind('selectMedia', 'Select media', 'media'),
  selectGroups: ofKind('selectGroups', 'Select groups', 'group'),
  selectUnknown: ofKind('selectUnknown', 'Select actors of unknown kind', 'unknown'),
  selectAsserts: ofStance('selectAsserts', 'Select asserting edges ✓', 'asserts'),
  selectDenies: ofStance('selectDenies', 'Select denying edges ✕', 'denies'),
  copyWords: {
    id: 'copyWords',
    label: 'Copy names and texts',
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
    label: 'Open the menu',
    keys: ['Shift+F10', 'ContextMenu'],
    group: 'Selection',
    isEnabled: isOnGraph,
    perform: (context) => context.openMenu(),
  },
} as const satisfies Record<string, Action>;
