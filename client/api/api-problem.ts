/** Errors between the page and the server: one class with a stable code. */
import type { Problem } from '../../server/contract/service.ts';

/** Codes of the page itself, beside the codes of the server's problems. */
export type ClientProblemCode =
  | 'unreachable' // no answer: the server is stopped, or the connection is lost
  | 'unexpected-answer'; // an answer that does not match the contract

/**
 * A failed request. `code` is the server's problem code or one of
 * {@link ClientProblemCode}; `message` is a sentence for people; `status` is 0 without an answer.
 */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string | undefined;
  /** With `version-conflict`: the version on the server. */
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

  /** Whether a later retry may help: there was no answer, or the server says that it is not ready. */
  get isPassing(): boolean {
    return this.code === 'unreachable' || this.status === 503 || this.status === 429;
  }
}

/** The error of a problem+json answer. */
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

/** The error of a request without an answer. */
export function unreachable(cause: unknown): ApiProblem {
  return new ApiProblem({ code: 'unreachable', message: 'Gainsay’s server does not answer.', status: 0, cause });
}

/** The error of an answer that does not match the contract, for example from another version or another program. */
export function unexpectedAnswer(status: number, cause: unknown): ApiProblem {
  return new ApiProblem({
    code: 'unexpected-answer',
    message:
      'The server gave an answer that this page does not understand. Reload the page; if that does not help, restart the server.',
    status,
    cause,
  });
}
