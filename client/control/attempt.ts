import { ApiProblem } from '../api/api-problem.ts';
import type { Message } from '../words/define-messages.ts';
import type { Notices } from './notices.ts';

/** Runs work that needs the server; a failure is shown on the canvas, with a button to retry. */
export type Attempt = (what: Message, work: () => Promise<void>) => Promise<void>;

/** The attempt rethrows every error that is not an {@link ApiProblem}. */
export function createAttempt(notices: Notices): Attempt {
  const attempt: Attempt = async (what, work) => {
    try {
      await work();
      notices.problem.set(undefined);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      notices.problem.set({ what, because: problem, retry: () => void attempt(what, work) });
    }
  };
  return attempt;
}
