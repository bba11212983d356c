/** Hands the one explorer of the page to every component. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { GraphController, MenuTarget } from '../graph/scene/scene.ts';
import type { Viewport } from '../graph/scene/geometry.ts';
import type { Appearance } from '../control/appearance.ts';
import type { CanvasSync } from '../control/canvas-sync.ts';
import type { Action, ActionContext } from '../control/actions/action-list.ts';
import type { Arranger } from '../control/arrange.ts';
import type { Commands } from '../control/commands.ts';
import type { ExplorerState } from '../state/explorer-state.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import type { Passing } from '../state/filters.ts';
import type { Notices } from '../control/notices.ts';
import type { ValueStore } from '../base/value-store.ts';
import type { VisibleGraph } from '../state/visible-graph.ts';
import type { Views } from '../links/views.ts';

export interface Explorer {
  readonly store: ExplorerStore;
  readonly commands: Commands;
  readonly notices: Notices;
  /** What passes the filters, once that is known; nothing is filtered before. */
  readonly passing: ValueStore<Passing | undefined>;
  /** What is on the screen now: the same value until it changes. */
  readonly visible: () => VisibleGraph;
  readonly arranger: Arranger;
  readonly canvas: CanvasSync;
  readonly appearance: Pick<ValueStore<Appearance>, 'value' | 'subscribe'>;
  /** Links and saved views. */
  readonly views: Views;
  /** The canvas, once it is mounted. */
  readonly graph: ValueStore<GraphController | undefined>;
  /** Where the camera stands, once it has moved; at most once a frame. */
  readonly viewport: ValueStore<Viewport | undefined>;
  readonly actions: ActionContext;
  /** What the context menu is open on. */
  readonly menu: ValueStore<MenuTarget | undefined>;
  /** Set by the open document: goes to its next or previous quotation. */
  readonly quotationTurn: ValueStore<((by: 1 | -1) => void) | undefined>;
  /** What the server holds has changed: everything that is shown is asked for anew. */
  readonly contentChanged: () => void;
}

export const ExplorerContext = createContext<Explorer | undefined>(undefined);

/** @throws Error outside of the page. */
export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === undefined) throw new Error('This component stands outside of the page.');
  return explorer;
}

/** A part of the explorer's state; `pick` gives a part as it is, never a new object. */
export function useExplorerState<T>(pick: (state: ExplorerState) => T): T {
  const { store } = useExplorer();
  return useSyncExternalStore(store.subscribe, () => pick(store.state()));
}

/** What is on the screen: everything that shows, counts or lists the graph reads it from here. */
export function useVisibleGraph(): VisibleGraph {
  const { store, passing, visible } = useExplorer();
  useValue(passing);
  return useSyncExternalStore(store.subscribe, visible);
}

export function useValue<T>(store: Pick<ValueStore<T>, 'value' | 'subscribe'>): T {
  return useSyncExternalStore(store.subscribe, store.value);
}

/** Whether an action can be performed now. */
export function useIsEnabled(action: Action): boolean {
  const { store, graph, actions } = useExplorer();
  useValue(graph);
  return useSyncExternalStore(store.subscribe, () => action.isEnabled(actions));
}
