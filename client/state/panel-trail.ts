/** The panel's own back and forward: every panel that is left for another can be gone back to. */
import type { ExplorerState, Panel } from './explorer-state.ts';

/** The oldest are forgotten beyond this many. */
export const TRAIL_LIMIT = 50;

/**
 * Opens a panel, or closes it with `undefined`. What was open can be gone back to; only another quotation of the
 * same document takes its place.
 */
export function withPanel(state: ExplorerState, panel: Panel | undefined): ExplorerState {
  const { panel: left } = state;
  if (isSamePanel(left, panel)) return state;
  const isTurned = left?.kind === 'document' && panel?.kind === 'document' && left.id === panel.id;
  if (left === undefined || isTurned) return { ...state, panel };
  return { ...state, panel, panelBack: [...state.panelBack, left].slice(-TRAIL_LIMIT), panelForward: [] };
}

/** Opens the panel that was open before this one. */
export function goBackInPanel(state: ExplorerState): ExplorerState {
  const panel = state.panelBack.at(-1);
  if (panel === undefined) return state;
  const panelForward = state.panel === undefined ? state.panelForward : [...state.panelForward, state.panel];
  return { ...state, panel, panelBack: state.panelBack.slice(0, -1), panelForward };
}

/** Opens the panel that back led away from. */
export function goForwardInPanel(state: ExplorerState): ExplorerState {
  const panel = state.panelForward.at(-1);
  if (panel === undefined) return state;
  const panelBack = state.panel === undefined ? state.panelBack : [...state.panelBack, state.panel];
  return { ...state, panel, panelBack, panelForward: state.panelForward.slice(0, -1) };
}

/** Whether two panels show the same. */
export function isSamePanel(a: Panel | undefined, b: Panel | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
