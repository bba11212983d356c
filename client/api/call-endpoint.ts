/** The only use of fetch: calls an endpoint of the table and parses the answer with its schema. */
import * as z from 'zod/mini';
import { endpoints, endpointUrl } from '../../server/contract/endpoints.ts';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import type { BodyOf, EndpointName, ParamsOf, QueryOf, ResponseOf } from '../../server/contract/endpoints.ts';
import { Problem } from '../../server/contract/service.ts';
import type { Ready } from '../../server/contract/service.ts';
import { fromProblem, unexpectedAnswer, unreachable } from './api-problem.ts';
import type { ApiProblem } from './api-problem.ts';
import { MEDIA_TYPES } from '../../server/contract/media-types.ts';

// Without this, zod tests whether `new Function` is allowed; the page's content policy forbids it and reports the attempt.
z.config({ jitless: true });

type Given<Key extends string, Part> = Part extends undefined ? object : { readonly [K in Key]: Part };

/** The input of a call: the parameters, query and body of the endpoint, the version that it changes, and a signal that aborts it. */
export type CallOf<N extends EndpointName> = Given<'params', ParamsOf<N>> &
  Partial<Given<'query', QueryOf<N>>> &
  Given<'body', BodyOf<N>> &
  ((typeof endpoints)[N] extends { ifMatch: true } ? { readonly ifMatch: number } : object) & {
    readonly signal?: AbortSignal | undefined;
  };

interface AnyCall {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: NonNullable<Parameters<typeof endpointUrl>[1]>['query'];
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls the endpoint of that name and returns its parsed answer.
 *
 * @throws ApiProblem for anything but success; an aborted call rejects with the signal's reason.
 */
export async function callEndpoint<N extends EndpointName>(name: N, call: CallOf<N>): Promise<ResponseOf<N>> {
  const endpoint: Endpoint = endpoints[name];
  const { params, query, body, ifMatch, signal } = call as AnyCall;
  const response = await answerOf(endpointUrl(endpoint.path, { params, query }), {
    method: endpoint.method,
    signal: signal ?? null,
    headers: {
      Accept: MEDIA_TYPES.json,
      ...(body !== undefined && { 'Content-Type': MEDIA_TYPES.json }),
      ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return parsedAnswer(name, response.status, await textOf(response));
}

/**
 * Whether the database answers. Unlike other calls, a 503 that says so counts as an answer.
 *
 * @throws ApiProblem when the server itself does not answer.
 */
export async function askReady(signal?: AbortSignal): Promise<Ready> {
  const response = await answerOf(endpoints.ready.path, { signal: signal ?? null, cache: 'no-store' });
  const status = response.status === 503 ? 200 : response.status;
  return parsedAnswer('ready', status, await textOf(response));
}

/**
 * The parsed body of an answer.
 *
 * @throws ApiProblem the server's own problem, or `unexpected-answer`.
 */
export function parsedAnswer<N extends EndpointName>(name: N, status: number, text: string): ResponseOf<N> {
  const value = jsonOf(status, text);
  if (status < 200 || status > 299) throw problemOf(status, value);
  const parsed = z.safeParse(endpoints[name].response, value);
  if (!parsed.success) throw unexpectedAnswer(status, parsed.error);
  return parsed.data as ResponseOf<N>;
}

function jsonOf(status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A proxy answers for a stopped server, and not with problem+json.
    if (status >= 500) throw unreachable(cause);
    throw unexpectedAnswer(status, cause);
  }
}

function problemOf(status: number, value: unknown): ApiProblem {
  const problem = z.safeParse(Problem, value);
  return problem.success ? fromProblem(problem.data) : unexpectedAnswer(status, problem.error);
}

async function answerOf(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw unreachable(cause);
  }
}

async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw unreachable(cause);
  }
}
