import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../../client/api/api-problem.ts';
import { askReady, callEndpoint } from '../../../client/api/call-endpoint.ts';

let server: Server | undefined;
afterEach(() => {
  vi.unstubAllGlobals();
  server?.close();
  server?.closeAllConnections();
});

/** A real server for the page's relative addresses. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<void> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${address}`, init));
}

const json = (response: ServerResponse, status: number, value: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
};
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable(),
    (problem: unknown) => problem as ApiProblem,
  );

describe('a call', () => {
  it('asks the address of the table and parses the answer', async () => {
    const asked: (string | undefined)[] = [];
    await serve((request, response) => {
      asked.push(request.method, request.url);
      json(response, 200, { query: 'a b', results: [], truncated: false, more: 'is dropped' });
    });
    const answer = await callEndpoint('search', { query: { q: 'a b', kinds: ['actor', 'claim'], limit: 5 } });
    expect(asked).toEqual(['GET', '/api/search?q=a+b&kinds=actor%2Cclaim&limit=5']);
    expect(answer).toEqual({ query: 'a b', results: [], truncated: false });
  });

  it('tells the server’s problem by its code', async () => {
    await serve((_, response) =>
      json(response, 404, {
        type: 'about:blank',
        title: 'There is no such thing here',
        status: 404,
        code: 'not-found',
      }),
    );
    const problem = await problemOf(callEndpoint('node', { params: { id: 'x/y' } }));
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({
      code: 'not-found',
      status: 404,
      message: 'There is no such thing here.',
      isPassing: false,
    });
  });

  it('names the request of an internal error, so that it can be found in the log', async () => {
    await serve((_, response) =>
      json(response, 500, {
        type: 'about:blank',
        title: 'Something went wrong in the server',
        status: 500,
        code: 'internal',
        requestId: 'r-1',
      }),
    );
    const problem = await problemOf(callEndpoint('overview', {}));
    expect(problem.message).toBe('Something went wrong in the server. Its log has the details under r-1.');
  });

  it('calls an answer of another shape unexpected', async () => {
    await serve((_, response) => json(response, 200, { counts: 'many' }));
    expect(await problemOf(callEndpoint('overview', {}))).toMatchObject({ code: 'unexpected-answer' });
  });

  it('calls a server that hangs up, and a proxy’s own error page, unreachable', async () => {
    await serve((request, response) => {
      if (request.url === '/api/overview') request.socket.destroy();
      else response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    });
    expect(await problemOf(callEndpoint('overview', {}))).toMatchObject({ code: 'unreachable', isPassing: true });
    expect(await problemOf(callEndpoint('node', { params: { id: 'x' } }))).toMatchObject({
      code: 'unreachable',
      isPassing: true,
    });
  });

  it('stops when its signal is aborted, and that is no problem of the server', async () => {
    await serve(() => undefined);
    const abort = new AbortController();
    const call = callEndpoint('overview', { signal: abort.signal });
    abort.abort(new Error('typed on'));
    await expect(call).rejects.toThrow('typed on');
  });
});

describe('readiness', () => {
  it('takes a database that does not answer as an answer', async () => {
    await serve((_, response) =>
      json(response, 503, { status: 'unavailable', engine: { name: 'Neo4j' }, reason: 'gone' }),
    );
    expect(await askReady()).toEqual({ status: 'unavailable', engine: { name: 'Neo4j' }, reason: 'gone' });
  });
});
