/** The type of an action, and its context. */
import type { GraphController } from '../graph/scene/scene.ts';
import type { Arranger } from './arrange.ts';
import type { Commands } from './commands.ts';
import { hasPanel } from '../state/explorer-state.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import type { VisibleGraph } from '../state/visible-graph.ts';
import type { ActionId } from '../words/action-label.ts';
import type { Views } from '../links/views.ts';

export interface ActionContext {
  readonly store: ExplorerStore;
  readonly commands: Commands;
  readonly arranger: Arranger;
  /** What is on the screen. */
  readonly visible: () => VisibleGraph;
  /** Links and saved views. */
  readonly views: Views;
  /** Undefined until the canvas is mounted. */
  readonly graph: () => GraphController | undefined;
  readonly goToSearch: () => void;
  readonly showHelp: () => void;
  readonly showPalette: () => void;
  /** Opens the field that searches in the view. */
  readonly findInView: () => void;
  /** Opens the menu of the selection, or of the canvas. */
  readonly openMenu: () => void;
  /** Goes to the next (1) or previous (-1) quotation of the open document; undefined while no document is open. */
  readonly turnQuotation: () => ((by: 1 | -1) => void) | undefined;
  /** Fetches the start view again and shows it. */
  readonly resetView: () => void;
}

export interface Action {
  /** Its label is in client/words/messages/actions.ts under the same id. */
  readonly id: ActionId;
  /** In the notation of `keyMatches`; the first is displayed. */
  readonly keys: readonly string[];
  readonly group: 'Find' | 'View' | 'Selection' | 'Page';
  readonly isEnabled: (context: ActionContext) => boolean;
  readonly perform: (context: ActionContext) => void;
}

export const always = (): boolean => true;

/** Whether the graph screen is open and not empty. */
export function isOnGraph({ store, graph }: ActionContext): boolean {
  return store.state().screen === 'graph' && graph() !== undefined && store.state().nodes.size > 0;
}

/** Whether the graph or the table is open: on other screens keys must not change what the user does not see. */
export function isOnView({ store }: ActionContext): boolean {
  return hasPanel(store.state().screen);
}

/** The selected nodes, in the order of selection. */
export function selectedNodes({ store }: ActionContext): readonly string[] {
  const { selection, nodes } = store.state();
  return [...selection].filter((id) => nodes.has(id));
}
