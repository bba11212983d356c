/** The answers of the API when the database is lost, slow or full, after a defect, and while the server stops. */
import { afterEach, describe, expect, it } from 'vitest';
import type { AppDependencies } from '../../server/app.ts';
import { EngineError } from '../../server/engine/engine.ts';
import { CursorError } from '../../server/explorer/cursor.ts';
import { ExportChangedError } from '../../server/export/export-native.ts';
import { CheckInterruptedError } from '../../server/ingest/check/check-database.ts';
import { ImportStateError } from '../../server/ingest/service/import-service.ts';
import { emptyExplorer, idleImports, problemOf, send, startApp, type RunningApp } from './app-server.ts';

let app: RunningApp;
afterEach(() => app.close());
const start = async (changes: Partial<AppDependencies>): Promise<void> => {
  app = await startApp(changes);
};
const overview = () => send(app.port, { path: '/api/overview' });
const failingWith = (error: Error) => ({ explorer: emptyExplorer({ overview: () => Promise.reject(error) }) });
const never = <T>(): Promise<T> => new Promise<T>(() => {});

describe('a failure', () => {
  it.each([
    ['engine-unavailable', 503, 'engine-unavailable', '5'],
    ['engine-denied', 503, 'engine-denied', '30'],
    ['engine-closed', 503, 'stopping', '10'],
    ['engine-storage', 507, 'engine-storage', undefined],
    ['engine-damaged', 503, 'database-unusable', '30'],
    ['query-invalid', 500, 'internal', undefined],
  ] as const)('of the engine, %s, is told as %i %s', async (engineCode, status, code, retryAfter) => {
    await start(failingWith(new EngineError(engineCode, 'secret: bolt://db.internal', new Error('secret'))));
    const answer = await overview();
    expect([answer.status, problemOf(answer).code, answer.headers['retry-after']]).toEqual([status, code, retryAfter]);
    expect(answer.text).not.toContain('secret');
    expect(answer.headers.etag).toBeUndefined();
  });

  it('of ours says nothing of the inside, and the log has it under the same request id', async () => {
    await start(failingWith(new TypeError('secret is not a function')));
    const answer = await overview();
    const problem = problemOf(answer);
    expect(problem).toMatchObject({ status: 500, code: 'internal', requestId: answer.headers['x-request-id'] });
    expect(answer.text).not.toContain('secret');
    const line = app.log.find((entry) => entry['msg'] === 'a request failed');
    expect(line).toMatchObject({
      requestId: problem.requestId,
      err: { type: 'TypeError', message: 'secret is not a function' },
    });
  });

  it('of a caller is told with its reason', async () => {
    await start({
      explorer: emptyExplorer({ statements: () => Promise.reject(new CursorError()) }),
      imports: idleImports({ undo: () => Promise.reject(new ImportStateError('This import still runs. Cancel it.')) }),
    });
    const list = await send(app.port, { path: '/api/statements?cursor=x' });
    expect([list.status, problemOf(list).code]).toEqual([400, 'bad-cursor']);
    const undo = await send(app.port, { method: 'DELETE', path: '/api/imports/i' });
    expect([undo.status, problemOf(undo).code, problemOf(undo).detail]).toEqual([
      409,
      'import-state',
      'This import still runs. Cancel it.',
    ]);
  });

  it('of data that changed while all of it was read says to read it again', async () => {
    await start({
      check: () => Promise.reject(new CheckInterruptedError()),
      exportNative: async function* () {
        yield* [] as string[];
        throw new ExportChangedError();
      },
    });
    for (const [method, path] of [
      ['POST', '/api/check'],
      ['GET', '/api/export'],
    ] as const) {
      const answer = await send(app.port, { method, path });
      expect([answer.status, problemOf(answer)]).toEqual([
        409,
        expect.objectContaining({ code: 'data-changed', detail: expect.stringContaining('again') }),
      ]);
    }
  });

  it('in the middle of an export cuts the connection, so that no caller takes a part for the whole', async () => {
    await start({
      exportNative: async function* () {
        yield '{"a":1}\n'.repeat(50_000);
        throw new EngineError('engine-unavailable', 'gone');
      },
    });
    await expect(send(app.port, { path: '/api/export?format=jsonl' })).rejects.toThrow('aborted');
  });

  it('before the first piece of an export is a proper problem', async () => {
    await start({
      exportNative: async function* () {
        yield await Promise.reject<string>(new EngineError('engine-unavailable', 'gone'));
      },
    });
    const answer = await send(app.port, { path: '/api/export' });
    expect([answer.status, problemOf(answer).code]).toEqual([503, 'engine-unavailable']);
  });
});

describe('a database that does not answer', () => {
  it('is told as unavailable as soon as its health says so', async () => {
    await start({
      explorer: emptyExplorer({ dataVersion: never }),
      health: () => Promise.reject(new EngineError('engine-unavailable', 'gone')),
      limits: { suspicion: 20, probe: 10_000, request: 20_000 },
    });
    const answer = await overview();
    expect([answer.status, problemOf(answer).code, answer.headers['retry-after']]).toEqual([
      503,
      'engine-unavailable',
      '5',
    ]);
  });

  it('is told as unavailable when its health does not answer either', async () => {
    await start({
      explorer: emptyExplorer({ dataVersion: never }),
      health: never,
      limits: { suspicion: 20, probe: 20, request: 20_000 },
    });
    expect(problemOf(await overview()).code).toBe('engine-unavailable');
  });

  it('is waited for while it is well, up to the limit of a request', async () => {
    await start({
      explorer: emptyExplorer({ dataVersion: never }),
      limits: { suspicion: 10, probe: 10, request: 200 },
    });
    const answer = await overview();
    expect([answer.status, problemOf(answer).code]).toEqual([503, 'timeout']);
  });

  it('is not asked while the gate is closed; health, description and page are up', async () => {
    await start({
      gate: () => ({ code: 'engine-unavailable', detail: 'Gone.' }),
      ready: async () => ({ status: 'unavailable', engine: { name: 'neo4j' }, reason: 'Gone.' }),
      explorer: emptyExplorer({ dataVersion: () => Promise.reject(new Error('asked')) }),
    });
    for (const path of [
      '/api/overview',
      '/api/search?q=a',
      '/api/nodes/a',
      '/api/statements',
      '/api/export',
      '/api/imports',
    ]) {
      const answer = await send(app.port, { path });
      expect([path, answer.status, answer.headers['retry-after']]).toEqual([path, 503, '5']);
    }
    for (const path of ['/api/health', '/api/openapi.json', '/api/docs', '/api/schemas/gainsay-1']) {
      expect([path, (await send(app.port, { path })).status]).toEqual([path, 200]);
    }
    const ready = await send(app.port, { path: '/api/ready' });
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      503,
      { status: 'unavailable', engine: { name: 'neo4j' }, reason: 'Gone.' },
    ]);
  });
});

describe('a server that stops', () => {
  it('refuses new work and says when to come again', async () => {
    await start({});
    app.stopping.abort();
    const answer = await overview();
    expect([answer.status, problemOf(answer).code, answer.headers['retry-after']]).toEqual([503, 'stopping', '10']);
  });
});
