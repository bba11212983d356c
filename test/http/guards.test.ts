/** Which requests are accepted: Host, Origin, Sec-Fetch-Site, method and media type, on every route. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import { endpoints } from '../../server/contract/endpoints.ts';
import { CONTENT_SECURITY_POLICY } from '../../server/http/middleware/security-headers.ts';
import { problemOf, send, startApp, type RunningApp } from './app-server.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const SAMPLES: Readonly<Record<string, string>> = { ':id': 'import-000001', ':name': 'gainsay-1' };
const BODIES: Readonly<Record<string, string>> = {
  neighbours: '{}',
  subgraph: '{"ids":[]}',
  startImport: '{"format":"gainsay/1"}',
  commonNeighbours: '{"ids":["a","b"]}',
  agreement: '{"ids":["a","b"]}',
  edgeStatements: '{"edges":[]}',
  edgeFacets: '{"edges":[]}',
  createView: '{"name":"V","state":"{}"}',
  updateView: '{"name":"V","state":"{}"}',
  duplicateView: '{"name":"V"}',
};
const QUERIES: Readonly<Record<string, string>> = {
  search: '?q=a',
  paths: '?from=a&to=b',
  positionHistory: '?actor=a&claim=b',
};
const rows = Object.entries<Endpoint>(endpoints).map(([name, { method, path, query, body, ifMatch }]) => ({
  name,
  method,
  path: path.replace(/:\w+/g, (parameter) => SAMPLES[parameter] ?? 'x') + (QUERIES[name] ?? ''),
  hasQuery: query !== undefined,
  headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...(ifMatch && { 'If-Match': '"1"' }) },
  body: BODIES[name],
}));
const own = (): string => `127.0.0.1:${app.port}`;

describe.each(rows)('$method $path', ({ name, method, path, headers, body }) => {
  const ask = (more: Readonly<Record<string, string>>, change: { method?: string; body?: string } = {}) =>
    send(app.port, {
      method,
      path,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body }),
      ...change,
    });

  it('answers its own page and programs', async () => {
    for (const more of [
      {},
      { Origin: `http://${own()}`, 'Sec-Fetch-Site': 'same-origin' },
      { 'Sec-Fetch-Site': 'none' },
    ]) {
      const { status } = await ask(more);
      expect([200, 201, 202, 404]).toContain(status);
    }
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:4242',
    '192.168.1.5',
    '[::2]',
    '0.0.0.0',
    ' ',
    'localhost@evil.example',
    '127.1',
  ])('refuses the host %j', async (host) => {
    const answer = await ask({ Host: host });
    expect([answer.status, problemOf(answer).code]).toEqual([421, 'host-refused']);
  });

  it.each(['localhost', 'LOCALHOST:1', '127.0.0.1:80', '[::1]:4242'])('takes the host %j', async (host) => {
    expect((await ask({ Host: host })).status).toBeLessThan(405);
  });

  it.each([
    'http://evil.example',
    'null',
    'https://127.0.0.1',
    'http://127.0.0.1',
    'http://localhost:1',
    'file://',
    '',
  ])('refuses the origin %j', async (origin) => {
    const answer = await ask({ Origin: origin });
    expect([answer.status, problemOf(answer).code]).toEqual([403, 'cross-site']);
  });

  it.each(['cross-site', 'same-site', 'same-origin, none', 'x'])('refuses Sec-Fetch-Site %j', async (site) => {
    const answer = await ask({ 'Sec-Fetch-Site': site });
    expect([answer.status, problemOf(answer).code]).toEqual([403, 'cross-site']);
  });

  it.each(['PUT', 'PATCH', 'OPTIONS', 'TRACE'])('refuses the method %s, and says which there are', async (other) => {
    if (rows.some((row) => row.method === other && row.path === path)) return;
    const answer = await send(app.port, { method: other, path });
    expect([answer.status, problemOf(answer).code]).toEqual([405, 'method-not-allowed']);
    expect(answer.headers.allow?.split(', ')).toContain(method);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
  ])('refuses a body of type %s', async (type) => {
    if (method === 'GET') return;
    // An upload may name any charset: the file itself shows what it is.
    if (name === 'startImport' && type.startsWith('application/json')) return;
    const answer = await ask({ 'Content-Type': type, 'Content-Length': '2' }, { body: '{}' });
    expect([answer.status, problemOf(answer).code]).toEqual([415, 'unsupported-media-type']);
  });

  it('refuses a query that it does not know', async () => {
    const answer = await send(app.port, {
      method,
      path: `${path}${path.includes('?') ? '&' : '?'}zz=1`,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    expect([answer.status, problemOf(answer).code]).toEqual([400, 'invalid-request']);
  });

  it('carries the headers that keep a browser safe, and a request id', async () => {
    const answer = await ask({});
    expect(answer.headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a request to anywhere', () => {
  it('is refused when its target names another host', async () => {
    const answer = await send(app.port, { path: 'http://evil.example/api/health' });
    expect([answer.status, problemOf(answer).code]).toEqual([421, 'host-refused']);
  });

  it('is refused with two Host headers', async () => {
    const { connect } = await import('node:net');
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(app.port, '127.0.0.1', () =>
        socket.write(`GET /api/health HTTP/1.1\r\nHost: ${own()}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`),
      );
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.once('end', () => resolve(received)).once('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 4(00|21) /);
  });

  it('finds nothing at an address that the API does not have', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/nodes', '/api/health/x', '/API/health']) {
      const answer = await send(app.port, { path });
      expect([path, answer.status, problemOf(answer).code]).toEqual([path, 404, 'not-found']);
    }
  });

  it('is a bad request when the address cannot be decoded', async () => {
    for (const path of ['/api/nodes/%ff', '/api/nodes/%', '/api/documents/%E0%A4%A']) {
      const answer = await send(app.port, { path });
      expect([answer.status, problemOf(answer).code]).toEqual([400, 'malformed-url']);
    }
  });

  it('answers HEAD as GET, without the body', async () => {
    const answer = await send(app.port, { method: 'HEAD', path: '/api/health' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });
});
