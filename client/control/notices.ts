/** The notices of the page: announcements for screen readers, and problems and results on the canvas. */
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';

/** What failed, why, and how to retry. */
export interface CanvasProblem {
  readonly what: string;
  readonly because: string;
  readonly retry: () => void;
}

export interface Outcome {
  readonly words: string;
}

export interface Notices {
  /** Setting the same text again announces it again. */
  readonly announcement: ValueStore<string>;
  readonly problem: ValueStore<CanvasProblem | undefined>;
  /** A short line beside the counts, such as the result of an expansion; each new object restarts its display time. */
  readonly outcome: ValueStore<Outcome | undefined>;
}

export function createNotices(): Notices {
  return {
    announcement: createAnnouncement(),
    problem: createValueStore<CanvasProblem | undefined>(undefined),
    outcome: createValueStore<Outcome | undefined>(undefined),
  };
}

/** Screen readers read only changed text: a repeated text gets an invisible trailing space. */
function createAnnouncement(): ValueStore<string> {
  const store = createValueStore('');
  return { ...store, set: (words) => store.set(words !== '' && words === store.value() ? `${words}\u00a0` : words) };
}
