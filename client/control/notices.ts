/** What the page tells beside its content: words for screen readers, and what went wrong on the canvas. */
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';

/** What happened, what is safe, and a way to try again. */
export interface CanvasProblem {
  readonly what: string;
  readonly because: string;
  readonly retry: () => void;
}

export interface Outcome {
  readonly words: string;
}

export interface Notices {
  /** The same words again are told again. */
  readonly announcement: ValueStore<string>;
  readonly problem: ValueStore<CanvasProblem | undefined>;
  /** A short line beside the counts, such as what an expansion brought; each is shown for its own time. */
  readonly outcome: ValueStore<Outcome | undefined>;
}

export function createNotices(): Notices {
  return {
    announcement: createAnnouncement(),
    problem: createValueStore<CanvasProblem | undefined>(undefined),
    outcome: createValueStore<Outcome | undefined>(undefined),
  };
}

/** A screen reader reads what changes: words that stand there already get a space that nobody sees. */
function createAnnouncement(): ValueStore<string> {
  const store = createValueStore('');
  return { ...store, set: (words) => store.set(words !== '' && words === store.value() ? `${words}\u00a0` : words) };
}
