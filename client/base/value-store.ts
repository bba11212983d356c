/** The smallest store that React can subscribe to. */
export interface ValueStore<T> {
  value(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
}

/** A store of one immutable value. Setting the same value notifies no listener. */
export function createValueStore<T>(initial: T): ValueStore<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    value: () => current,
    set(next) {
      if (Object.is(next, current)) return;
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
