/** Reads are repeated only when the content has changed. */
import { afterEach, describe, expect, it } from 'vitest';
import { emptyExplorer, send, startApp, type RunningApp } from './app-server.ts';

let app: RunningApp;
let version: number;
let made: number;
let asked: number;
afterEach(() => app.close());

async function start(): Promise<void> {
  version = 1;
  [made, asked] = [0, 0];
  const count = async <T>(answer: T): Promise<T> => {
    made += 1;
    return answer;
  };
  const empty = emptyExplorer();
  app = await startApp({
    explorer: emptyExplorer({
      dataVersion: async () => {
        asked += 1;
        return version;
      },
      versionOf: () => version,
      overview: async () => count(await empty.overview()),
      search: async (query) => count(await empty.search(query)),
    }),
  });
}
const get = (path: string, headers: Readonly<Record<string, string>> = {}) => send(app.port, { path, headers });

describe('a read', () => {
  it('carries the version of the content, and is not sent again to who has it', async () => {
    await start();
    const first = await get('/api/search?q=a');
    // The version was in the answer.
    expect(asked).toBe(0);
    expect([first.headers.etag, first.headers['cache-control']]).toEqual([
      expect.stringMatching(/^W\/"[0-9a-f]{8}-1"$/),
      'no-cache',
    ]);
    const tag = first.headers.etag ?? '';
    for (const known of [tag, `"x", ${tag}`]) {
      const again = await get('/api/search?q=a', { 'If-None-Match': known });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', tag]);
    }
    expect(made).toBe(1);
    version = 2;
    const changed = await get('/api/search?q=a', { 'If-None-Match': tag });
    expect([changed.status, made]).toEqual([200, 2]);
    expect(changed.headers.etag).not.toBe(tag);
  });

  it('of the overview is made once for each version', async () => {
    await start();
    const [first, second] = [await get('/api/overview'), await get('/api/overview')];
    expect([made, second.text]).toEqual([1, first.text]);
    version = 2;
    await get('/api/overview');
    expect(made).toBe(2);
  });

  it('that finds nothing has no version', async () => {
    await start();
    const answer = await get('/api/nodes/nobody');
    expect([answer.status, answer.headers.etag, answer.headers['cache-control']]).toEqual([404, undefined, 'no-store']);
  });
});
