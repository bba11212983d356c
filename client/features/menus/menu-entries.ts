/** The content of the menus: actions in sections, some of them in a submenu. */
import type { MenuTarget } from '../../graph/scene/scene.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';
import type { Action } from '../../control/actions/action-list.ts';
import { select } from '../../state/reducers.ts';
import type { ExplorerState } from '../../state/explorer-state.ts';

/** An action; `expandBy`: the node's neighbours by relation and kind; `selectBy`: the actions that select. */
export type MenuEntry = Action | 'expandBy' | 'selectBy';
export type MenuSubject = MenuTarget['kind'] | 'selection';

const {
  expand,
  collapse,
  common,
  connect,
  paths,
  hide,
  keepOnly,
  restore,
  pin,
  reveal,
  copyWords,
  selectAll,
  selectNeighbours,
  invert,
  findInView,
  palette,
  fit,
  reset,
  undo,
  redo,
} = ACTIONS;

export const MENU_SECTIONS: Readonly<Record<MenuSubject, readonly (readonly MenuEntry[])[]>> = {
  node: [
    [expand, 'expandBy', collapse, paths],
    [selectNeighbours, invert],
    [hide, keepOnly, pin],
    [reveal, copyWords],
  ],
  selection: [[expand, collapse, common, paths], [selectNeighbours, invert], [hide, keepOnly, pin], [copyWords]],
  edge: [[selectNeighbours, keepOnly], [reveal]],
  canvas: [
    [selectAll, 'selectBy', invert],
    [restore, connect],
    [fit, reset],
    [findInView, palette],
    [undo, redo],
  ],
};

export const SELECT_BY: readonly (readonly Action[])[] = [
  [ACTIONS.selectClaims, ACTIONS.selectContested],
  [
    ACTIONS.selectPersons,
    ACTIONS.selectOrganisations,
    ACTIONS.selectStates,
    ACTIONS.selectMedia,
    ACTIONS.selectGroups,
    ACTIONS.selectUnknown,
  ],
  [ACTIONS.selectAsserts, ACTIONS.selectDenies],
];

/** The subject of a menu: one of several selected items stands for all of them. */
export function menuSubject(
  { kind, id }: Pick<MenuTarget, 'kind' | 'id'>,
  { selection }: Pick<ExplorerState, 'selection'>,
): MenuSubject {
  return id !== undefined && selection.size > 1 && selection.has(id) ? 'selection' : kind;
}

/** Selects the subject of a menu. An open panel shows it; a closed panel stays closed, because the user opened only the menu. */
export function selectForMenu(state: ExplorerState, id: string): ExplorerState {
  if (state.selection.has(id)) return state;
  const selected = select(state, [id], 'replace');
  return state.panel === undefined ? { ...state, selection: selected.selection } : selected;
}
