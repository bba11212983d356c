/** Holds the explorer's state and its history; all other code reads it and changes it by reducers. */
import { KEPT_BY_UNDO } from './explorer-state.ts';
import type { ExplorerState } from './explorer-state.ts';
import { mapHistory, putStep, replacePresent, startHistory, travel } from './history.ts';
import type { History } from './history.ts';
import { stepName } from './step-names.ts';
import type { StepKind, StepName } from './step-names.ts';

type Reduce = (state: ExplorerState) => ExplorerState;

/** The names of all steps in the history, the oldest first; the first `done` of them lead to the present. */
export interface Steps {
  readonly names: readonly StepName[];
  readonly done: number;
}

export interface ExplorerStore {
  state(): ExplorerState;
  canUndo(): boolean;
  canRedo(): boolean;
  subscribe(listener: () => void): () => void;
  /** Applies a reducer as a step that undo takes back. Without `name`, the step is named by what it changes. */
  step(reduce: Reduce, name?: StepName): void;
  /** Applies a reducer without a step in the history: screens, themes, newer content. */
  patch(reduce: Reduce): void;
  undo(): void;
  redo(): void;
  /** The steps; the same object until the history changes. */
  steps(): Steps;
  /** Undoes or redoes until exactly `done` steps are done. */
  travelTo(done: number): void;
  /** Applies a reducer to the present and to every state of the history. */
  revise(reduce: Reduce): void;
  /** The ids of all nodes in the present and in the history. */
  knownNodes(): readonly string[];
  /** All nodes and edges in the present and in the history, so that the name of each step can be worded. */
  known(): Pick<ExplorerState, 'nodes' | 'edges'>;
}

/** A store that starts with `initial`. Undo and redo keep the parts in {@link KEPT_BY_UNDO}, except the camera when a step has moved it. */
export function createExplorerStore(initial: ExplorerState): ExplorerStore {
  let history: History<ExplorerState, StepName> = startHistory(initial);
  let steps: Steps = { names: [], done: 0 };
  const listeners = new Set<() => void>();
  const put = (next: History<ExplorerState, StepName>) => {
    if (next === history) return;
    if (next.past !== history.past || next.future !== history.future) steps = stepsOf(next);
    history = next;
    for (const listener of listeners) listener();
  };
  const go = (by: number) => {
    const now = history.present;
    const there = travel(history, by);
    if (there === history) return;
    const crossed = by < 0 ? history.past.slice(by) : history.future.slice(0, by);
    // A step that moved the camera is undone with its camera, otherwise the drawing could be out of sight.
    const camera = crossed.some(({ name }) => MOVING_CAMERA.has(name.kind)) ? there.present.camera : now.camera;
    put({ ...there, present: { ...there.present, ...keptOf(now), camera } });
  };
  return {
    state: () => history.present,
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    step(reduce, name) {
      const next = reduce(history.present);
      if (isOnlyKept(history.present, next)) put(replacePresent(history, next));
      else put(putStep(history, next, name ?? stepName(history.present, next)));
    },
    patch: (reduce) => put(replacePresent(history, reduce(history.present))),
    undo: () => go(-1),
    redo: () => go(1),
    steps: () => steps,
    travelTo: (done) => go(done - history.past.length),
    revise: (reduce) => put(mapHistory(history, reduce)),
    knownNodes: () => [...knownIn(history, nodesOf).keys()],
    known: () => ({ nodes: knownIn(history, nodesOf), edges: knownIn(history, ({ edges }) => edges) }),
  };
}

function stepsOf({ past, future }: History<ExplorerState, StepName>): Steps {
  return { names: [...past, ...future].map(({ name }) => name), done: past.length };
}

const nodesOf = ({ nodes }: ExplorerState) => nodes;

/** The nodes or edges of all states; most states share the same map. */
function knownIn<T>(
  { past, present, future }: History<ExplorerState, StepName>,
  of: (state: ExplorerState) => ReadonlyMap<string, T>,
): Map<string, T> {
  const all = new Set([present, ...past.map(({ value }) => value), ...future.map(({ value }) => value)].map(of));
  return new Map([...all].flatMap((one) => [...one]));
}

function keptOf(state: ExplorerState): Partial<ExplorerState> {
  return Object.fromEntries(KEPT_BY_UNDO.map((part) => [part, state[part]]));
}

/** Steps that move the camera to show the whole drawing or view. */
const MOVING_CAMERA: ReadonlySet<StepKind> = new Set<StepKind>(['layout', 'reset', 'openView', 'openLink']);

const KEPT: ReadonlySet<string> = new Set(KEPT_BY_UNDO);

/** Whether only parts changed that undo keeps. */
function isOnlyKept(before: ExplorerState, after: ExplorerState): boolean {
  return (Object.keys(after) as (keyof ExplorerState)[]).every(
    (part) => KEPT.has(part) || after[part] === before[part],
  );
}
