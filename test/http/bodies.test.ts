/** The bodies and queries that are accepted. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NeighbourQuery } from '../../server/explorer/queries.ts';
import { emptyExplorer, problemOf, send, startApp, type RunningApp } from './app-server.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
let app: RunningApp;
const asked: { id: string; query: NeighbourQuery }[] = [];
beforeAll(async () => {
  app = await startApp({
    explorer: emptyExplorer({
      neighbours: async (id, query) => {
        asked.push({ id, query });
        return { nodes: [], edges: [], total: 0, truncated: false };
      },
    }),
  });
});
afterAll(() => app.close());

const subgraph = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = JSON_TYPE) =>
  send(app.port, { method: 'POST', path: '/api/subgraph', headers, body });

describe('a JSON body', () => {
  it('of exactly 1 MB is read', async () => {
    const body = `{"ids":["${'a'.repeat(200)}"]}`;
    const answer = await subgraph(body + ' '.repeat(1_000_000 - body.length));
    expect(answer.status).toBe(200);
  });

  it('over 1 MB is refused, whether or not it says its length', async () => {
    const body = `{"ids":[]}${' '.repeat(1_000_000)}`;
    for (const headers of [JSON_TYPE, { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' }]) {
      const answer = await subgraph(body, headers);
      expect([answer.status, problemOf(answer).code]).toEqual([413, 'body-too-large']);
    }
  });

  it('nested 64 deep is parsed, one deeper is refused', async () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(problemOf(await subgraph(nested(64))).code).toBe('invalid-request');
    expect(problemOf(await subgraph(nested(65))).code).toBe('body-too-deep');
    expect(problemOf(await subgraph(nested(400_000))).code).toBe('body-too-deep');
  });

  it('that is not JSON in UTF-8 is refused', async () => {
    for (const body of [
      '',
      '{',
      'ids',
      '{"ids":[]}x',
      Buffer.from('{"ids":["\xff"]}', 'latin1'),
      Buffer.from('\ufeff{}', 'utf16le'),
    ]) {
      expect(problemOf(await subgraph(body)).code).toBe('malformed-json');
    }
  });

  it('that is compressed is refused', async () => {
    expect(problemOf(await subgraph('{}', { ...JSON_TYPE, 'Content-Encoding': 'gzip' })).code).toBe(
      'unsupported-media-type',
    );
  });

  it('without a type is refused, and told which one to use', async () => {
    const answer = await subgraph('{"ids":[]}', {});
    expect([answer.status, answer.headers['accept-post']]).toEqual([415, 'application/json']);
  });

  it('that breaks off leaves the server well', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(app.port, '127.0.0.1', () => {
        socket.write(
          `POST /api/subgraph HTTP/1.1\r\nHost: 127.0.0.1:${app.port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"ids`,
        );
        socket.destroy();
        resolve();
      });
    });
    expect((await subgraph('{"ids":[]}')).status).toBe(200);
  });

  it('that does not arrive is the fault of the caller, and ends the connection', async () => {
    const impatient = await startApp({ limits: { body: 100 } });
    try {
      const text = await new Promise<string>((resolve, reject) => {
        let received = '';
        const socket = connect(impatient.port, '127.0.0.1', () => {
          socket.write(
            `POST /api/subgraph HTTP/1.1\r\nHost: 127.0.0.1:${impatient.port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"ids`,
          );
        });
        socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
        socket.once('error', reject);
        socket.once('close', () => resolve(received));
      });
      expect(text).toMatch(/^HTTP\/1\.1 408 /);
      expect(text).toContain('"code":"body-late"');
    } finally {
      await impatient.close();
    }
  });

  it('with a wrong field is refused with the path of the field and a reason', async () => {
    const problem = problemOf(await subgraph('{"ids":["a","b c"],"more":1}'));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(problem.issues).toEqual([
      { path: 'body.ids.1', message: 'An id holds no spaces and no control characters.' },
      { path: 'body', message: 'Unrecognized key: "more"' },
    ]);
  });

  it("does not reach an object's prototype", async () => {
    for (const body of [
      '{"ids":[],"__proto__":{"polluted":1}}',
      '{"ids":[],"constructor":{"prototype":{"polluted":1}}}',
    ]) {
      expect(problemOf(await subgraph(body)).code).toBe('invalid-request');
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  });
});

describe('a query', () => {
  it('is handed on with its standard values', async () => {
    asked.length = 0;
    await send(app.port, {
      method: 'POST',
      path: '/api/nodes/a%2Fb%E2%82%AC/neighbours',
      headers: JSON_TYPE,
      body: '{"stance":"denies","exclude":["c"]}',
    });
    await send(app.port, {
      method: 'POST',
      path: '/api/nodes/n/neighbours',
      headers: JSON_TYPE,
      body: '{"limit":3,"kinds":["state"]}',
    });
    expect(asked).toEqual([
      { id: 'a/b€', query: { stance: 'denies', exclude: ['c'], limit: 25 } },
      { id: 'n', query: { kinds: ['state'], limit: 3 } },
    ]);
  });

  it.each([
    ['/api/search', 'query.q'],
    ['/api/search?q=a&limit=0', 'query.limit'],
    ['/api/search?q=a&limit=101', 'query.limit'],
    ['/api/search?q=a&limit=1.5', 'query.limit'],
    ['/api/search?q=a&limit=1e2', 'query.limit'],
    ['/api/search?q=a&limit=', 'query.limit'],
    ['/api/search?q=a&kinds=', 'query.kinds.0'],
    ['/api/search?q=a&kinds=actor,nobody', 'query.kinds.1'],
    ['/api/search?q=a&q=b', 'query.q'],
    [`/api/search?q=${'a'.repeat(501)}`, 'query.q'],
    ['/api/statements?stance=maybe', 'query.stance'],
    ['/api/statements?from=2022-02-30', 'query.from'],
    ['/api/statements?actor=a%20b', 'query.actor'],
    ['/api/claims/contested?sort=truth', 'query.sort'],
    ['/api/export?format=xml', 'query.format'],
    ['/api/imports?limit=501', 'query.limit'],
    ['/api/nodes/a%20b', 'params.id'],
    ['/api/schemas/other', 'params.name'],
    ['/api/overview?__proto__=1', 'query.__proto__'],
    ['/api/search?q=a&__proto__=1', 'query'],
  ])('%s is refused for %s', async (path, field) => {
    const answer = await send(app.port, { path });
    const { code, issues } = problemOf(answer);
    expect([answer.status, code, issues?.[0]?.path]).toEqual([400, 'invalid-request', field]);
  });
});
