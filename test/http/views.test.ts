/** Saved views over HTTP: versions as ETags, conflicts, and what may be saved. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { View, ViewList, VIEW_LIMITS } from '../../server/contract/views.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { createViews } from '../../server/explorer/views.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { problemOf, send, startApp, type RawAnswer, type RunningApp } from './app-server.ts';

let app: RunningApp;
let engine: GraphEngine;
beforeAll(async () => {
  engine = await openEmbedded({ shuffleUnordered: true });
  await prepareDatabase(engine, { adopt: false });
  app = await startApp({ views: createViews(engine) });
});
afterAll(async () => {
  await app.close();
  await engine.close();
});

const call = (
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> =>
  send(app.port, {
    method,
    path,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const viewOf = ({ text }: RawAnswer): View => View.parse(JSON.parse(text));
async function saved(name: string): Promise<View> {
  return viewOf(await call('POST', '/api/views', { name, state: '{"nodes":[]}' }));
}

describe('a view', () => {
  it('is saved with an address and a version, and not sent again to who has it', async () => {
    const created = await call('POST', '/api/views', { name: 'Arms', note: 'N', state: '{"a":"ب"}' });
    const view = viewOf(created);
    expect([created.status, created.headers.etag, created.headers.location]).toEqual([
      201,
      '"1"',
      `/api/views/${view.id}`,
    ]);
    const read = await call('GET', `/api/views/${view.id}`);
    expect([read.status, read.headers.etag, read.headers['cache-control'], viewOf(read)]).toEqual([
      200,
      '"1"',
      'no-cache',
      view,
    ]);
    const again = await call('GET', `/api/views/${view.id}`, undefined, { 'If-None-Match': '"0", "1"' });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', '"1"']);
  });

  it('is changed only with its version', async () => {
    const { id } = await saved('V');
    const body = { name: 'W', state: '[]' };
    for (const headers of [{}, { 'If-Match': '*' }]) {
      const answer = await call('PUT', `/api/views/${id}`, body, headers);
      expect([answer.status, problemOf(answer).code]).toEqual([428, 'version-required']);
    }
    const changed = await call('PUT', `/api/views/${id}`, body, { 'If-Match': '"1"' });
    expect([changed.status, changed.headers.etag, viewOf(changed).name]).toEqual([200, '"2"', 'W']);
    for (const tag of ['"1"', 'W/"2"', '"x"', '2']) {
      const answer = await call('PUT', `/api/views/${id}`, { name: 'X', state: '[]' }, { 'If-Match': tag });
      expect([answer.status, problemOf(answer)]).toEqual([
        412,
        expect.objectContaining({ code: 'version-conflict', currentVersion: 2 }),
      ]);
    }
    expect(viewOf(await call('GET', `/api/views/${id}`)).name).toBe('W');
  });

  it('is deleted with its version, says so, and comes back', async () => {
    const { id } = await saved('V');
    expect((await call('DELETE', `/api/views/${id}`)).status).toBe(428);
    const conflict = await call('DELETE', `/api/views/${id}`, undefined, { 'If-Match': '"7"' });
    expect([conflict.status, problemOf(conflict).currentVersion]).toEqual([412, 1]);
    expect((await call('DELETE', `/api/views/${id}`, undefined, { 'If-Match': '"1"' })).status).toBe(200);
    for (const answer of [
      await call('GET', `/api/views/${id}`),
      await call('POST', `/api/views/${id}/duplicate`, { name: 'Copy' }),
    ]) {
      expect([answer.status, problemOf(answer).code, answer.headers.etag]).toEqual([410, 'view-deleted', undefined]);
    }
    const back = await call('POST', `/api/views/${id}/restore`);
    expect([back.status, viewOf(back).version]).toEqual([200, 3]);
    const copy = await call('POST', `/api/views/${id}/duplicate`, { name: 'Copy' });
    expect([copy.status, viewOf(copy).name, viewOf(copy).state]).toEqual([201, 'Copy', '{"nodes":[]}']);
  });

  it('that is not there is a 404 to everything', async () => {
    const headers = { 'If-Match': '"1"' };
    const answers = [
      await call('GET', '/api/views/none'),
      await call('PUT', '/api/views/none', { name: 'N', state: '{}' }, headers),
      await call('DELETE', '/api/views/none', undefined, headers),
      await call('POST', '/api/views/none/restore'),
      await call('POST', '/api/views/none/duplicate', { name: 'N' }),
    ];
    expect(answers.map((answer) => [answer.status, problemOf(answer).code])).toEqual(
      answers.map(() => [404, 'not-found']),
    );
  });

  it('is listed without its state', async () => {
    const { id } = await saved('Last');
    const answer = await call('GET', '/api/views?limit=1');
    const { views, truncated, next } = ViewList.parse(JSON.parse(answer.text));
    expect([views.map((view) => view.id), truncated, typeof next]).toEqual([[id], true, 'string']);
    expect(answer.text).not.toContain('state');
    const bad = await call('GET', '/api/views?cursor=AAAA');
    expect(problemOf(bad).code).toBe('bad-cursor');
  });
});

describe('saving', () => {
  const picture = (bytes: number): string => `data:image/png;base64,iVBORw0KGgo${'A'.repeat(bytes - 33)}`;

  it('takes the largest of everything', async () => {
    const state = JSON.stringify('"'.repeat((VIEW_LIMITS.state - 2) / 2));
    const answer = await call('POST', '/api/views', {
      name: 'N'.repeat(200),
      note: 'n'.repeat(10_000),
      state,
      thumbnail: picture(100_000),
    });
    expect(answer.status).toBe(201);
    expect(viewOf(answer).state).toBe(state);
  });

  it.each([
    ['an empty name', { name: '  ', state: '{}' }, 'body.name'],
    ['a name of two lines', { name: 'a\nb', state: '{}' }, 'body.name'],
    ['half a letter', { name: '\ud800', state: '{}' }, 'body.name'],
    ['a long name', { name: 'a'.repeat(201), state: '{}' }, 'body.name'],
    ['a state that is not JSON', { name: 'a', state: '{' }, 'body.state'],
    ['a large state', { name: 'a', state: JSON.stringify('a'.repeat(512_000)) }, 'body.state'],
    [
      'a picture of another type',
      { name: 'a', state: '{}', thumbnail: 'data:image/svg+xml;base64,iVBORw0KGgo=' },
      'body.thumbnail',
    ],
    [
      'a picture that is none',
      { name: 'a', state: '{}', thumbnail: 'data:image/png;base64,PHNjcmlwdD4=' },
      'body.thumbnail',
    ],
    ['a large picture', { name: 'a', state: '{}', thumbnail: picture(100_001) }, 'body.thumbnail'],
    ['an id with a slash', { name: 'a', state: '{}', id: 'a/b' }, 'body.id'],
    ['something unknown', { name: 'a', state: '{}', version: 3 }, 'body'],
  ])('refuses %s', async (_what, body, path) => {
    const answer = await call('POST', '/api/views', body);
    expect([answer.status, problemOf(answer).issues?.map((issue) => issue.path)]).toEqual([400, [path]]);
  });

  it('refuses an id that another view has', async () => {
    const view = { id: 'mine', name: 'A', state: '{}' };
    expect((await call('POST', '/api/views', view)).status).toBe(201);
    expect((await call('POST', '/api/views', view)).status).toBe(201);
    expect(problemOf(await call('POST', '/api/views', { ...view, name: 'B' })).code).toBe('view-exists');
  });
});
