/** One row of the table of endpoints as a route: guard, parse, call, respond. */
import type { Request, Response, Router } from 'express';
import type * as z from 'zod/mini';
import type { Limiter } from '../base/limiter.ts';
import { nextTurn } from '../base/turns.ts';
import type { Endpoint, Schema } from '../contract/endpoint.ts';
import { endpoints, type EndpointName, type ResponseOf } from '../contract/endpoints.ts';
import { MEDIA_TYPES } from '../contract/media-types.ts';
import type { Unavailability } from '../contract/problems.ts';
import { AnswerBody, KeptAnswer } from './answer-body.ts';
import { encodingFor, type Encoding } from './content-encoding.ts';
import { withDeadline, type Deadlines } from './deadline.ts';
import { decodeQuery, parsePart, queryKinds, type QueryKinds } from './parse-request.ts';
import { ApiError } from './problem.ts';
import { parseJson, readJsonBytes } from './read-json.ts';

type OutputOf<S> = S extends Schema ? z.output<S> : undefined;
type Part<N extends EndpointName, K extends 'params' | 'query' | 'body'> =
  (typeof endpoints)[N] extends Record<K, infer S> ? OutputOf<S> : undefined;

/** A request that has been parsed by the schemas of its endpoint. */
export interface Call<N extends EndpointName> {
  readonly params: Part<N, 'params'>;
  readonly query: Part<N, 'query'>;
  readonly body: Part<N, 'body'>;
  readonly request: Request;
  readonly response: Response;
}

/** Why the API cannot answer from the database now; `undefined` when it can. */
export type Gate = () => Unavailability | undefined;

export interface RouteContext {
  readonly gate: Gate;
  readonly deadlines: Deadlines;
  /** Milliseconds until a JSON body must be complete. */
  readonly bodyPatience: number;
  /** Places for heavy requests. Each has pieces of work of some 30 ms, and pieces that become due together block as one. */
  readonly heavy: Limiter;
  /** The version of the visible data; the ETag of every read. */
  readonly dataVersion: () => Promise<number>;
  /** The data version at which an answer was read; `undefined` when it is not known. */
  readonly versionOf: (answer: object) => number | undefined;
  /** Distinguishes this run of the server from others, whose versions may belong to another database. */
  readonly runId: string;
}

export interface RouteOptions {
  /** Needs the database: refused while the database cannot be used. */
  readonly database?: boolean;
  /** Has an ETag made from the data version. */
  readonly cached?: 'by-version' | 'bytes-by-version';
  /** Many ids in the body or many nodes in the answer: a few such requests run at once, and others wait. */
  readonly heavy?: boolean;
  /** Has no time limit: streams, uploads, work on the whole database. */
  readonly unhurried?: boolean;
}

/** What a handler returns: the answer, `undefined` for an unknown id, or `'handled'` when it has sent the response itself. */
export type Answer<N extends EndpointName> = ResponseOf<N> | undefined | 'handled';

/** Adds the route of the endpoint `name`. */
export function serveEndpoint<N extends EndpointName>(
  router: Router,
  context: RouteContext,
  name: N,
  options: RouteOptions,
  handle: (call: Call<N>) => Promise<Answer<N>>,
): void {
  const endpoint: Endpoint = endpoints[name];
  const kinds = endpoint.query === undefined ? new Map<string, never>() : queryKinds(endpoint.query);
  const kept = options.cached === 'bytes-by-version' ? new KeptAnswer() : undefined;
  const tag = (response: Response, answer: Answer<N>): Answer<N> => {
    const version =
      options.cached === 'by-version' && typeof answer === 'object' ? context.versionOf(answer) : undefined;
    if (version !== undefined) setTag(response, tagOf(context, version));
    return answer;
  };
  const run = async (request: Request, response: Response): Promise<void> => {
    const closed = options.database === true ? context.gate() : undefined;
    if (closed !== undefined) throw new ApiError(closed.code, closed.detail, { cause: closed.cause });
    const read = await readParts(endpoint, { kinds, bodyPatience: context.bodyPatience }, request);
    const answer = (): Promise<void> => answerTo(read, request, response);
    // The bytes of the body are read before: a slow client must not hold a place.
    await (options.heavy === true ? context.heavy.run(answer) : answer());
  };
  const answerTo = async (read: ReadParts, request: Request, response: Response): Promise<void> => {
    if (options.heavy === true) {
      await nextTurn();
      if (response.destroyed || response.writableEnded) return;
    }
    const call = { ...parseCall(endpoint, read), request, response } as Call<N>;
    // Otherwise the answer contains the version: asking for it would be one more database read.
    const mustKnow =
      kept !== undefined || (options.cached !== undefined && request.headers['if-none-match'] !== undefined);
    const version = mustKnow ? await context.dataVersion() : undefined;
    if (version !== undefined && isUnchanged(request, response, tagOf(context, version))) return;
    const found = kept?.get(version);
    const handled = found === undefined ? tag(response, await handle(call)) : undefined;
    if (options.heavy === true) await nextTurn();
    const body = found ?? answerBody(endpoint, handled);
    if (body === 'handled') return;
    if (version !== undefined) kept?.set(version, body);
    const encoding = body.isLarge ? encodingFor(request) : undefined;
    const bytes = await body.as(encoding);
    if (!response.headersSent && !response.destroyed) send(response, endpoint, { bytes, encoding });
  };
  const route = router.route(endpoint.path);
  const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  route[method]((request, response) =>
    options.unhurried === true
      ? run(request, response)
      : withDeadline(context.deadlines, options.database === true, () => run(request, response)),
  );
}

/** What has been read of a request, before it is parsed. */
interface ReadParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly bytes: Buffer | undefined;
}

async function readParts(
  endpoint: Endpoint,
  { kinds, bodyPatience }: { readonly kinds: QueryKinds; readonly bodyPatience: number },
  request: Request,
): Promise<ReadParts> {
  const { params, body } = endpoint;
  const text = request.originalUrl.split('?').slice(1).join('?');
  const query = decodeQuery(text, kinds);
  const unknown = endpoint.query === undefined ? Object.keys(query)[0] : undefined;
  if (unknown !== undefined) {
    throw new ApiError('invalid-request', 'This address takes no query.', {
      issues: [{ path: `query.${unknown}`, message: 'Not known here.' }],
    });
  }
  if (body === undefined) refuseBody(request);
  const isJson = body !== undefined && body !== 'upload';
  return {
    params: params === undefined ? undefined : parsePart(params, request.params, 'params'),
    query: endpoint.query === undefined ? undefined : parsePart(endpoint.query, query, 'query'),
    bytes: isJson ? await readJsonBytes(request, { maxBytes: endpoint.bodyBytes, patience: bodyPatience }) : undefined,
  };
}

function parseCall(
  { body }: Endpoint,
  { params, query, bytes }: ReadParts,
): Record<'params' | 'query' | 'body', unknown> {
  return {
    params,
    query,
    body:
      body === undefined || body === 'upload' || bytes === undefined
        ? undefined
        : parsePart(body, parseJson(bytes), 'body'),
  };
}

function refuseBody(request: Request): void {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
  if (length !== '0' || encoding !== undefined)
    throw new ApiError('unsupported-media-type', 'Send this request without a body.');
}

function tagOf({ runId }: RouteContext, version: number): string {
  return `W/"${runId}-${version}"`;
}

function setTag(response: Response, tag: string): void {
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-cache');
}

/** Sets the ETag, and sends 304 when the caller already has this version. */
function isUnchanged(request: Request, response: Response, tag: string): boolean {
  setTag(response, tag);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((text) => text.trim());
  if (!known.includes(tag)) return false;
  response.vary('Accept-Encoding');
  response.writeHead(304).end();
  return true;
}

function answerBody(endpoint: Endpoint, answer: unknown): AnswerBody | 'handled' {
  if (answer === 'handled') return answer;
  if (answer === undefined)
    throw new ApiError('not-found', `${endpoint.path.replace('/api', '')} has nothing under this id.`);
  return new AnswerBody(Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer)));
}

function send(
  response: Response,
  endpoint: Endpoint,
  { bytes, encoding }: { readonly bytes: Buffer; readonly encoding: Encoding | undefined },
): void {
  response.vary('Accept-Encoding');
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  const type = endpoint.answer ?? MEDIA_TYPES.json;
  // A handler may have set another status (for a database that is not ready).
  const status = response.statusCode === 200 ? (endpoint.status ?? 200) : response.statusCode;
  response.writeHead(status, {
    'Content-Type': type === MEDIA_TYPES.html ? `${type}; charset=utf-8` : type,
    'Content-Length': bytes.length,
  });
  response.end(bytes);
}
