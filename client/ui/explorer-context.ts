/** Provides the explorer of the page to every component. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { GraphController, MenuTarget } from '../graph/scene/scene.ts';
import type { Viewport } from '../graph/scene/geometry.ts';
import type { Appearance } from '../control/appearance.ts';
import type { CanvasCovers } from '../control/canvas-covers.ts';
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
  /** The nodes and edges that pass the filters; undefined when nothing is filtered. */
  readonly passing: ValueStore<Passing | undefined>;
  /** The visible graph: the same value until it changes. */
  readonly visible: () => VisibleGraph;
  readonly arranger: Arranger;
  readonly canvas: CanvasSync;
  /** What floats over the canvas. */
  readonly covers: CanvasCovers;
  readonly appearance: Pick<ValueStore<Appearance>, 'value' | 'subscribe'>;
  /** Links and saved views. */
  readonly views: Views;
  /** The canvas; undefined until it is mounted. */
  readonly graph: ValueStore<GraphController | undefined>;
  /** The viewport, undefined until the camera first moves; updated at most once per frame. */
  readonly viewport: ValueStore<Viewport | undefined>;
  readonly actions: ActionContext;
  /** The target of the open context menu. */
  readonly menu: ValueStore<MenuTarget | undefined>;
  /** Goes to the next or previous quotation; the open document sets it. */
  readonly quotationTurn: ValueStore<((by: 1 | -1) => void) | undefined>;
  /** Call it when the server's content has changed: everything visible is fetched again. */
  readonly contentChanged: () => void;
}

export const ExplorerContext = createContext<Explorer | undefined>(undefined);

/** @throws Error outside of `ExplorerContext`. */
export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === undefined) throw new Error('useExplorer needs an ExplorerContext around the component.');
  return explorer;
}

/** A part of the explorer's state; `pick` must return an existing part, not a new object. */
export function useExplorerState<T>(pick: (state: ExplorerState) => T): T {
  const { store } = useExplorer();
  return useSyncExternalStore(store.subscribe, () => pick(store.state()));
}

/** The visible graph, for every component that shows, counts or lists it. */
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
