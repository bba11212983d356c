/** The panel's own back and forward: back returns to each panel that another one replaced. */
import type { ExplorerState, Panel } from './explorer-state.ts';

/** Beyond this number the oldest panels are dropped. */
export const TRAIL_LIMIT = 50;

/**
 * Opens a panel, or closes it with `undefined`. Back returns to the previous panel; another quotation of the same
 * document replaces the current entry instead.
 */
export function withPanel(state: ExplorerState, panel: Panel | undefined): ExplorerState {
  const { panel: left } = state;
  if (isSamePanel(left, panel)) return state;
  const isTurned = left?.kind === 'document' && panel?.kind === 'document' && left.id === panel.id;
  if (left === undefined || isTurned) return { ...state, panel };
  return { ...state, panel, panelBack: [...state.panelBack, left].slice(-TRAIL_LIMIT), panelForward: [] };
}

/** Opens the previous panel. */
export function goBackInPanel(state: ExplorerState): ExplorerState {
  const panel = state.panelBack.at(-1);
  if (panel === undefined) return state;
  const panelForward = state.panel === undefined ? state.panelForward : [...state.panelForward, state.panel];
  return { ...state, panel, panelBack: state.panelBack.slice(0, -1), panelForward };
}

/** Opens the panel that the last back has left. */
export function goForwardInPanel(state: ExplorerState): ExplorerState {
  const panel = state.panelForward.at(-1);
  if (panel === undefined) return state;
  const panelBack = state.panel === undefined ? state.panelBack : [...state.panelBack, state.panel];
  return { ...state, panel, panelBack, panelForward: state.panelForward.slice(0, -1) };
}

/** Whether two panels show the same content. */
export function isSamePanel(a: Panel | undefined, b: Panel | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
