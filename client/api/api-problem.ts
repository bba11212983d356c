/** What goes wrong between the page and the server, as one class with a stable code. */
import type { Problem } from '../../server/contract/service.ts';

/** Codes that the page itself gives, beside those of the server's problems. */
export type ClientProblemCode =
  | 'unreachable' // no answer: the server is stopped, or the line is cut
  | 'unexpected-answer'; // an answer that the contract does not know

/**
 * An answer that is not the one asked for. `code` is the server's problem code or one of
 * {@link ClientProblemCode}; `message` is a sentence for people; `status` is 0 without an answer.
 */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string | undefined;
  /** With `version-conflict`: the version that the server has. */
  readonly currentVersion: number | undefined;

  constructor(facts: {
    code: string;
    message: string;
    status: number;
    requestId?: string | undefined;
    currentVersion?: number | undefined;
    cause?: unknown;
  }) {
    super(facts.message, { cause: facts.cause });
    this.name = 'ApiProblem';
    this.code = facts.code;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.currentVersion = facts.currentVersion;
  }

  /** Whether trying again later may help: nobody answered, or the server says that it is not able to now. */
  get isPassing(): boolean {
    return this.code === 'unreachable' || this.status === 503 || this.status === 429;
  }
}

/** The problem that a server's problem+json tells. */
export function fromProblem(problem: Problem): ApiProblem {
  const words = problem.detail ?? `${problem.title}.`;
  const isInternal = problem.status === 500 && problem.requestId !== undefined;
  return new ApiProblem({
    code: problem.code,
    message: isInternal ? `${words} Its log has the details under ${problem.requestId}.` : words,
    status: problem.status,
    requestId: problem.requestId,
    currentVersion: problem.currentVersion,
  });
}

/** Nobody answered. */
export function unreachable(cause: unknown): ApiProblem {
  return new ApiProblem({ code: 'unreachable', message: 'Gainsay’s server does not answer.', status: 0, cause });
}

/** An answer that does not fit the contract, as from another version or another program. */
export function unexpectedAnswer(status: number, cause: unknown): ApiProblem {
  return new ApiProblem({
    code: 'unexpected-answer',
    message:
      'The server gave an answer that this page does not understand. Reload the page; if that does not help, restart the server.',
    status,
    cause,
  });
}
