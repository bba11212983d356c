/** The page and its files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf, send, startApp, type RunningApp } from './app-server.ts';

const PAGE = '<!doctype html><title>Gainsay</title>';
let app: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-client-'));
  mkdirSync(join(folder, 'client', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'client', '.hidden'), 'secret');
  writeFileSync(join(folder, 'client', 'index.html'), PAGE);
  writeFileSync(join(folder, 'client', 'assets', 'page-abc123.js'), 'export {};');
  app = await startApp({ clientFolder: join(folder, 'client') });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
const get = (path: string, headers: Readonly<Record<string, string>> = {}) => send(app.port, { path, headers });

describe('the page', () => {
  it.each(['/', '/index.html', '/graph', '/claims/arms-deal?x=1'])(
    'is at %s, and requested again each time',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.text, answer.headers['cache-control']]).toEqual([200, PAGE, 'no-cache']);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
    },
  );

  it('has files that never change', async () => {
    const answer = await get('/assets/page-abc123.js');
    expect([answer.status, answer.headers['cache-control'], answer.headers['content-type']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'text/javascript; charset=utf-8',
    ]);
  });

  it('is not given for a file that is not there', async () => {
    expect(problemOf(await get('/assets/old-chunk.js')).code).toBe('not-found');
    expect(problemOf(await get('/favicon.ico')).code).toBe('not-found');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/.hidden',
    '/assets/..%5c..%5csecret.txt',
    '/%00',
    '/%ff',
  ])('gives nothing from elsewhere at %s', async (path) => {
    const answer = await get(path);
    expect(answer.text).not.toContain('secret.');
    expect(answer.text).not.toBe('secret');
    expect(answer.status).toBeLessThan(500);
  });

  it.each(['/', '/graph', '/assets/page-abc123.js'])(
    'answers a range or a condition that does not hold at %s',
    async (path) => {
      for (const range of ['bytes=9-1', 'bytes=99999-', 'bytes=-0']) {
        const answer = await get(path, { range });
        expect([range, answer.status, problemOf(answer).code]).toEqual([range, 416, 'range-unsatisfiable']);
        expect(answer.headers['content-range']).toMatch(/^bytes \*\/\d+$/u);
      }
      for (const condition of [
        { 'if-match': '"other"' },
        { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
      ] as const) {
        const answer = await get(path, condition);
        expect([answer.status, problemOf(answer).code]).toEqual([412, 'precondition-failed']);
      }
    },
  );

  it.each(['/', '/assets/page-abc123.js'])('is given at %s when the condition holds', async (path) => {
    const { etag } = (await get(path)).headers;
    expect(etag).toMatch(/^W\/"/u);
    expect((await get(path, { 'if-match': String(etag) })).status).toBe(200);
    expect((await get(path, { 'if-match': '*', range: 'bytes=0-3' })).status).toBe(206);
    expect((await get(path, { 'if-unmodified-since': new Date(Date.now() + 60_000).toUTCString() })).status).toBe(200);
  });

  it('takes no other method', async () => {
    expect((await send(app.port, { method: 'POST', path: '/' })).status).toBe(404);
  });

  it('says how to build it when it is not there', async () => {
    const bare = await startApp({ clientFolder: join(folder, 'nothing') });
    const answer = await send(bare.port, { path: '/' });
    await bare.close();
    expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});
