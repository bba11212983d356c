/** What the page tells beside its content: words for screen readers, and what went wrong on the canvas. */
import { createValueStore } from './value-store.ts';
import type { ValueStore } from './value-store.ts';

/** What happened, what is safe, and a way to try again. */
export interface CanvasProblem {
  readonly what: string;
  readonly because: string;
  readonly retry: () => void;
}

export interface Notices {
  readonly announcement: ValueStore<string>;
  readonly problem: ValueStore<CanvasProblem | undefined>;
  /** A short line beside the counts, such as what an expansion brought. */
  readonly outcome: ValueStore<string | undefined>;
}

export function createNotices(): Notices {
  return {
    announcement: createValueStore(''),
    problem: createValueStore<CanvasProblem | undefined>(undefined),
    outcome: createValueStore<string | undefined>(undefined),
  };
}
