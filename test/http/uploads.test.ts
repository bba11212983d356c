/** Uploads. */
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppDependencies } from '../../server/app.ts';
import type { ImportSource } from '../../server/ingest/service/import-service.ts';
import { idleImports, importView, problemOf, send, startApp, type RunningApp } from './app-server.ts';

interface Received {
  readonly source: ImportSource;
  readonly dryRun: boolean;
  readonly bytes: Buffer;
}

let app: RunningApp;
let received: Received[];
afterEach(() => app.close());

async function start(changes: Partial<AppDependencies> = {}, keep = false): Promise<void> {
  received = [];
  app = await startApp({
    imports: idleImports({
      start: async (source, { dryRun }) => {
        received.push({ source, dryRun, bytes: readFileSync(source.path) });
        if (!keep) await source.release?.();
        return importView({ id: 'import-000007', file: source.file, format: source.format, dryRun });
      },
    }),
    ...changes,
  });
}
const post = (path: string, type: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  send(app.port, { method: 'POST', path, headers: { 'Content-Type': type, ...headers }, body });

describe('an upload', () => {
  it('is accepted with the address to follow it at, and handed on byte by byte', async () => {
    await start();
    const answer = await post('/api/imports?file=a%20b.csv&dryRun=true', 'text/csv; charset=utf-8', 'actor,claim\n');
    expect([answer.status, answer.headers.location]).toEqual([202, '/api/imports/import-000007']);
    expect(JSON.parse(answer.text)).toMatchObject({
      id: 'import-000007',
      file: 'a b.csv',
      format: 'csv',
      dryRun: true,
    });
    expect(received[0]?.bytes.toString()).toBe('actor,claim\n');
    expect(readdirSync(app.uploadFolder)).toEqual([]);
  });

  it.each([
    ['application/json', 'json'],
    ['application/x-ndjson', 'jsonl'],
    ['text/csv', 'csv'],
  ])('of type %s is read as %s, also without a name', async (type, format) => {
    await start();
    await post('/api/imports', type, '{}');
    expect(received[0]).toMatchObject({ source: { format, file: `upload.${format}` }, dryRun: false });
  });

  it('compressed by gzip stays as it is', async () => {
    await start();
    const bytes = gzipSync('{"format":"gainsay/1"}');
    expect((await post('/api/imports', 'application/json', bytes, { 'Content-Encoding': 'gzip' })).status).toBe(202);
    expect(received[0]?.bytes).toEqual(bytes);
    expect(problemOf(await post('/api/imports', 'application/json', bytes, { 'Content-Encoding': 'br' })).code).toBe(
      'unsupported-media-type',
    );
  });

  it('beyond the limit is refused, whether or not it says its length, and nothing of it stays', async () => {
    await start({ limits: { upload: { bytes: 100_000, files: 5 } } });
    const body = 'x'.repeat(100_001);
    for (const headers of [{ 'Content-Length': String(body.length) }, { 'Transfer-Encoding': 'chunked' }]) {
      const answer = await post('/api/imports', 'text/csv', body, headers);
      expect([answer.status, problemOf(answer).code]).toEqual([413, 'body-too-large']);
    }
    expect((await post('/api/imports', 'text/csv', 'x'.repeat(100_000))).status).toBe(202);
    expect([received.length, readdirSync(app.uploadFolder)]).toEqual([1, []]);
  });

  it('waits its turn on disk; too many are refused until one has been let go', async () => {
    await start({ limits: { upload: { bytes: 1_000, files: 2 } } }, true);
    expect((await post('/api/imports', 'text/csv', 'a')).status).toBe(202);
    expect((await post('/api/imports', 'text/csv', 'b')).status).toBe(202);
    const third = await post('/api/imports', 'text/csv', 'c');
    expect([third.status, problemOf(third).code, third.headers['retry-after']]).toEqual([
      429,
      'too-many-imports',
      '10',
    ]);
    await received[0]?.source.release?.();
    expect((await post('/api/imports', 'text/csv', 'c')).status).toBe(202);
  });

  it('with a name that is a path is refused', async () => {
    await start();
    for (const name of ['..%2Fa.csv', 'a%5Cb.csv', 'a%00.csv', 'a%0D%0Ab', '']) {
      expect(problemOf(await post(`/api/imports?file=${name}`, 'text/csv', 'a')).code).toBe('invalid-request');
    }
    expect(received).toEqual([]);
  });

  it('that breaks off is removed and not loaded', async () => {
    await start();
    await new Promise<void>((resolve) => {
      const outgoing = request({
        host: '127.0.0.1',
        port: app.port,
        method: 'POST',
        path: '/api/imports',
        headers: { 'Content-Type': 'text/csv', 'Content-Length': '1000' },
      });
      outgoing.once('error', () => resolve());
      outgoing.write('half', () => outgoing.destroy());
      outgoing.once('close', () => resolve());
    });
    await expect
      .poll(() => app.log.some((line) => line['msg'] === 'request' && line['path'] === '/api/imports'))
      .toBe(true);
    await expect.poll(() => readdirSync(app.uploadFolder)).toEqual([]);
    expect(received).toEqual([]);
  });

  it('is let go of when the service refuses it', async () => {
    await start({ imports: idleImports({ start: () => Promise.reject(new Error('no')) }) });
    expect((await post('/api/imports', 'text/csv', 'a')).status).toBe(500);
    expect(readdirSync(app.uploadFolder)).toEqual([]);
  });
});
