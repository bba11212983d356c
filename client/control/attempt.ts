import { ApiProblem } from '../api/api-problem.ts';
import { problemText } from '../words/problem-text.ts';
import type { Notices } from './notices.ts';

/** Does work that asks the server; what goes wrong there is told on the canvas, with a way to try again. */
export type Attempt = (what: string, work: () => Promise<void>) => Promise<void>;

/** @throws whatever is no {@link ApiProblem}. */
export function createAttempt(notices: Notices): Attempt {
  const attempt: Attempt = async (what, work) => {
    try {
      await work();
      notices.problem.set(undefined);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      notices.problem.set({ what, because: problemText(problem), retry: () => void attempt(what, work) });
    }
  };
  return attempt;
}
