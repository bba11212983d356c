/** Following an import by server-sent events. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportView } from '../../server/contract/imports.ts';
import { idleImports, importView, send, startApp, type RunningApp } from './app-server.ts';

let app: RunningApp;
afterEach(() => app.close());

/** A service with one import whose state the test changes. */
function oneImport(first: ImportView) {
  let current = first;
  const listeners = new Set<(view: ImportView) => void>();
  return {
    listeners,
    change(view: Partial<ImportView>) {
      current = { ...current, ...view };
      for (const listener of listeners) listener(current);
    },
    imports: idleImports({
      get: async (id) => (id === current.id ? current : undefined),
      watch: (_id, listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
  };
}

/** The text of the stream so far; it grows. */
async function follow(heartbeat = 60_000, first: Partial<ImportView> = {}) {
  const source = oneImport(importView({ state: 'loading', ...first }));
  app = await startApp({ imports: source.imports, limits: { heartbeat } });
  const leave = new AbortController();
  const answer = await fetch(`${app.url}/api/imports/import-000001/events`, { signal: leave.signal });
  const state = { text: '', ended: false };
  void (async () => {
    try {
      const decoder = new TextDecoder();
      for await (const chunk of answer.body ?? []) state.text += decoder.decode(chunk, { stream: true });
    } catch {
      // The test has cancelled the request.
    }
    state.ended = true;
  })();
  return { source, answer, state, leave };
}
const eventsIn = (text: string) =>
  [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, event, json]) => [
    event,
    (JSON.parse(json ?? '') as ImportView).state,
  ]);

describe('the events of an import', () => {
  it('report the state, each change, and end with the import', async () => {
    const { source, answer, state } = await follow();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await expect.poll(() => source.listeners.size).toBe(1);
    source.change({ progress: { rows: 10, share: 0.5, rowsPerSecond: 100 } });
    source.change({ state: 'publishing' });
    source.change({ state: 'published' });
    await expect.poll(() => state.ended).toBe(true);
    expect(eventsIn(state.text)).toEqual([
      ['import', 'loading'],
      ['import', 'loading'],
      ['import', 'publishing'],
      ['settled', 'published'],
    ]);
    expect(source.listeners.size).toBe(0);
  });

  it('of an ended import are one event', async () => {
    const { state } = await follow(60_000, { state: 'failed' });
    await expect.poll(() => state.ended).toBe(true);
    expect(eventsIn(state.text)).toEqual([['settled', 'failed']]);
  });

  it('send heartbeats while nothing happens', async () => {
    const { state } = await follow(5);
    await expect.poll(() => state.text).toContain(': still here\n\n');
  });

  it('are watched no longer when the reader leaves', async () => {
    const { source, leave } = await follow();
    await expect.poll(() => source.listeners.size).toBe(1);
    leave.abort();
    await expect.poll(() => source.listeners.size).toBe(0);
  });

  it('end when the server stops', async () => {
    const { source, state } = await follow();
    await expect.poll(() => source.listeners.size).toBe(1);
    app.stopping.abort();
    await expect.poll(() => state.ended).toBe(true);
    expect(source.listeners.size).toBe(0);
  });

  it('of an unknown import are 404; HEAD does not wait for them', async () => {
    await follow();
    expect((await send(app.port, { path: '/api/imports/import-000002/events' })).status).toBe(404);
    const head = await send(app.port, { method: 'HEAD', path: '/api/imports/import-000001/events' });
    expect([head.status, head.text]).toEqual([200, '']);
  });
});
