/** Undo and redo over immutable values: a step costs one reference. */

/** Beyond this number the oldest steps are dropped. */
export const HISTORY_LIMIT = 200;

/** A past or future value, and the name of the step that leads from or to it. */
export interface Left<T, N> {
  readonly value: T;
  readonly name: N;
}

/** `past`: the oldest first, each with the step that follows it. `future`: the next first, each with the step that leads to it. */
export interface History<T, N> {
  readonly past: readonly Left<T, N>[];
  readonly present: T;
  readonly future: readonly Left<T, N>[];
}

export function startHistory<T, N>(present: T): History<T, N> {
  return { past: [], present, future: [] };
}

/** Adds a step that undo takes back. The same present changes nothing. */
export function putStep<T, N>(history: History<T, N>, present: T, name: N): History<T, N> {
  if (present === history.present) return history;
  return { past: [...history.past, { value: history.present, name }].slice(-HISTORY_LIMIT), present, future: [] };
}

/** Replaces the present without a step. */
export function replacePresent<T, N>(history: History<T, N>, present: T): History<T, N> {
  return present === history.present ? history : { ...history, present };
}

export function undo<T, N>(history: History<T, N>): History<T, N> {
  const left = history.past.at(-1);
  if (left === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: left.value,
    future: [{ value: history.present, name: left.name }, ...history.future],
  };
}

export function redo<T, N>(history: History<T, N>): History<T, N> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, { value: history.present, name: next.name }], present: next.value, future };
}

/** Makes `by` redos, or undos if negative; stops at the ends of the history. */
export function travel<T, N>(history: History<T, N>, by: number): History<T, N> {
  let there = history;
  for (let done = 0; done < Math.abs(by); done += 1) there = by < 0 ? undo(there) : redo(there);
  return there;
}

/** Changes every value, past, present and future, for example when the server has newer content. */
export function mapHistory<T, N>({ past, present, future }: History<T, N>, change: (value: T) => T): History<T, N> {
  const changed = ({ value, name }: Left<T, N>) => ({ value: change(value), name });
  return { past: past.map(changed), present: change(present), future: future.map(changed) };
}
