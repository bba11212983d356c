/**
 * The notices of the page: announcements for screen readers, and problems and results on the canvas. What stays on
 * the screen is held as messages, which are worded where they are shown. An announcement is held as text, because it
 * is spoken once: a change of the language must not repeat it.
 */
import { message } from '../words/define-messages.ts';
import type { Message } from '../words/define-messages.ts';
import { PROBLEMS } from '../words/messages/problems.ts';
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';

/** What failed, why, and how to retry. */
export interface CanvasProblem {
  readonly what: Message;
  readonly because: Message | Error;
  readonly retry: () => void;
}

export interface Notices {
  /** Setting the same text again announces it again. */
  readonly announcement: ValueStore<string>;
  readonly problem: ValueStore<CanvasProblem | undefined>;
  /** A short line beside the counts, such as the result of an expansion; each new object restarts its display time. */
  readonly outcome: ValueStore<Message | undefined>;
}

export function createNotices(): Notices {
  return {
    announcement: createAnnouncement(),
    problem: createValueStore<CanvasProblem | undefined>(undefined),
    outcome: createValueStore<Message | undefined>(undefined),
  };
}

/** A thrown value as the reason of a problem. */
export function reasonOf(thrown: unknown): Message | Error {
  return thrown instanceof Error ? thrown : message(PROBLEMS, 'unknown');
}

/** Screen readers read only changed text: a repeated text gets an invisible trailing space. */
function createAnnouncement(): ValueStore<string> {
  const store = createValueStore('');
  return { ...store, set: (words) => store.set(words !== '' && words === store.value() ? `${words}\u00a0` : words) };
}
