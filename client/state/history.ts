/** Undo and redo over immutable values: a step costs a reference. */

/** The oldest steps are forgotten beyond this many. */
export const HISTORY_LIMIT = 200;

export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** Puts a new present; `isStep` says whether undo returns to the old one. A present that is the same changes nothing. */
export function putPresent<T>(history: History<T>, present: T, isStep: boolean): History<T> {
  if (present === history.present) return history;
  if (!isStep) return { ...history, present };
  return { past: [...history.past, history.present].slice(-HISTORY_LIMIT), present, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
