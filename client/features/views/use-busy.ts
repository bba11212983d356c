import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { problemText } from '../../words/problem-text.ts';

export interface Busy {
  readonly isBusy: boolean;
  /** Why the last work failed, as text. */
  readonly problem: string | undefined;
  /** Runs one work at a time. A refusal of the server becomes `problem`; any other error is a bug and is thrown. */
  run(work: () => Promise<void>): Promise<void>;
  forget(): void;
}

/** Work that the user waits for, and why it failed. */
export function useBusy(): Busy {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    isBusy,
    problem,
    forget: () => setProblem(undefined),
    async run(work) {
      if (isBusy) return;
      setBusy(true);
      setProblem(undefined);
      try {
        await work();
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        setProblem(problemText(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
