/**
 * Turns of the event loop for long work. Each piece of work asks {@link isTurnOver} in its loops, and awaits
 * {@link nextTurn} when it is. Of all the work that waits, one piece runs in each turn: many slices that
 * became due together would otherwise run one after another, and block the loop as one.
 */

/** How long the work of one turn may take, in milliseconds. A step between two questions comes on top. */
const TURN = 15;

let startedAt = 0;
let isMarked = false;
const waiting: (() => void)[] = [];

/** Whether work has run so long in this turn that others must have theirs. */
export function isTurnOver(): boolean {
  if (isMarked) return performance.now() - startedAt > TURN;
  mark();
  return false;
}

/**
 * Resolves in a later turn, after input, output and timers have had theirs.
 *
 * @throws The signal's reason when it is aborted by then.
 */
export async function nextTurn(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(resume);
  });
  signal?.throwIfAborted();
}

/** Lets one piece of work continue, and the next one in the next turn. */
function resume(): void {
  mark();
  const [first] = waiting;
  first?.();
  // The work continues in a microtask, which runs before the next callback.
  waiting.shift();
  if (waiting.length > 0) setImmediate(resume);
}

function mark(): void {
  startedAt = performance.now();
  if (isMarked) return;
  isMarked = true;
  setImmediate(() => (isMarked = false));
}

/** `items.map(change)` in as many turns as it takes. */
export async function mapInTurns<T, U>(
  items: readonly T[],
  change: (item: T) => U | Promise<U>,
  signal?: AbortSignal,
): Promise<U[]> {
  const changed: U[] = [];
  for (const item of items) {
    if (isTurnOver()) await nextTurn(signal);
    const result = change(item);
    changed.push(result instanceof Promise ? await result : result);
  }
  return changed;
}

/** Runs all steps in as many turns as it takes. @returns What the generator returns. */
export async function runInTurns<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (isTurnOver()) await nextTurn(signal);
  }
}

/** Runs all steps in this turn: for short work. @returns What the generator returns. */
export function runAtOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
