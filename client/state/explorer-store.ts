/** Holds the explorer's state and its history; everything else reads it and hands it reducers. */
import { KEPT_BY_UNDO } from './explorer-state.ts';
import type { ExplorerState } from './explorer-state.ts';
import { putPresent, redo, startHistory, undo } from './history.ts';
import type { History } from './history.ts';

export interface ExplorerStore {
  state(): ExplorerState;
  canUndo(): boolean;
  canRedo(): boolean;
  subscribe(listener: () => void): () => void;
  /** Applies a reducer as a step that undo takes back. */
  step(reduce: (state: ExplorerState) => ExplorerState): void;
  /** Applies a reducer that undo does not know: screens, themes, fresher content. */
  patch(reduce: (state: ExplorerState) => ExplorerState): void;
  undo(): void;
  redo(): void;
  /** Forgets all steps: what came before exists no longer. */
  forgetSteps(): void;
}

/** A store that starts from `initial`. Undo and redo leave the parts {@link KEPT_BY_UNDO} as they are. */
export function createExplorerStore(initial: ExplorerState): ExplorerStore {
  let history: History<ExplorerState> = startHistory(initial);
  const listeners = new Set<() => void>();
  const put = (next: History<ExplorerState>) => {
    if (next === history) return;
    history = next;
    for (const listener of listeners) listener();
  };
  const travel = (go: (from: History<ExplorerState>) => History<ExplorerState>) => {
    const now = history.present;
    const there = go(history);
    if (there !== history) put({ ...there, present: { ...there.present, ...keptOf(now) } });
  };
  return {
    state: () => history.present,
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    step: (reduce) => put(putPresent(history, reduce(history.present), true)),
    patch: (reduce) => put(putPresent(history, reduce(history.present), false)),
    undo: () => travel(undo),
    redo: () => travel(redo),
    forgetSteps: () => put(startHistory(history.present)),
  };
}

function keptOf(state: ExplorerState): Partial<ExplorerState> {
  return Object.fromEntries(KEPT_BY_UNDO.map((part) => [part, state[part]]));
}
