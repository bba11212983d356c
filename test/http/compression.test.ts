/** Which responses are compressed, with which encoding, and which never are. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIN_COMPRESSED } from '../../server/http/content-encoding.ts';
import {
  emptyExplorer,
  idleImports,
  importView,
  problemOf,
  send,
  startApp,
  type RawAnswer,
  type RunningApp,
} from './app-server.ts';

const SCRIPT = `export const words = [${'"a word that comes again", '.repeat(200)}];`;
const BROWSER = 'gzip, deflate, br, zstd';
const LARGE = 'x'.repeat(MIN_COMPRESSED);
const VERSION = 7;

let app: RunningApp;
let folder: string;
let made = 0;
let goOn: () => void = () => undefined;
const held = new Promise<void>((resolve) => {
  goOn = resolve;
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-packed-'));
  const assets = join(folder, 'assets');
  mkdirSync(assets);
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(assets, 'page-1.js'), SCRIPT);
  writeFileSync(join(assets, 'page-1.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(assets, 'page-1.js.gz'), gzipSync(SCRIPT));
  for (const name of ['small-1.js', 'gone-1.js.br', 'gone-1.js.gz']) writeFileSync(join(assets, name), 'export {};');
  const empty = emptyExplorer();
  app = await startApp({
    clientFolder: folder,
    explorer: emptyExplorer({
      dataVersion: async () => VERSION,
      versionOf: () => VERSION,
      overview: async () => {
        made += 1;
        const answer = await empty.overview();
        return {
          ...answer,
          graph: {
            ...answer.graph,
            nodes: [{ type: 'actor', id: 'a', name: LARGE, aliases: [], asserts: 0, denies: 0, statements: 0 }],
          },
        };
      },
      search: async ({ text }) => ({ query: text === 'large' ? LARGE : text, results: [], truncated: false }),
    }),
    exportNative: async function* () {
      yield `${LARGE}\n`;
      await held;
      yield 'end\n';
    },
    imports: idleImports({ get: async (id) => importView({ id, state: 'loading', file: LARGE }) }),
  });
});
afterAll(async () => {
  goOn();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, accept: string | undefined, headers: Readonly<Record<string, string>> = {}) =>
  send(app.port, { path, headers: { ...(accept !== undefined && { 'Accept-Encoding': accept }), ...headers } });
const form = ({ headers }: RawAnswer) => [headers['content-encoding'], headers.vary, headers['content-length']];
const sizeOf = ({ bytes }: RawAnswer) => String(bytes.length);

describe('a script', () => {
  it.each([
    ['br', BROWSER, brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
  ] as const)('comes as %s to who takes %s', async (encoding, accept, unpack) => {
    const answer = await get('/assets/page-1.js', accept);
    expect([answer.status, ...form(answer)]).toEqual([200, encoding, 'Accept-Encoding', sizeOf(answer)]);
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.bytes.length).toBeLessThan(SCRIPT.length / 10);
    expect(unpack(answer.bytes).toString()).toBe(SCRIPT);
  });

  it.each([undefined, 'identity', 'deflate', 'br;q=0, gzip;q=0'])('comes as it is to who takes %s', async (accept) => {
    const answer = await get('/assets/page-1.js', accept);
    expect([answer.status, answer.text, ...form(answer)]).toEqual([
      200,
      SCRIPT,
      undefined,
      'Accept-Encoding',
      String(SCRIPT.length),
    ]);
  });

  it('has a tag for each form, and is not sent again to who has that form', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (accept) => (await get('/assets/page-1.js', accept)).headers.etag ?? ''),
    );
    expect(new Set(tags).size).toBe(3);
    const again = await get('/assets/page-1.js', BROWSER, { 'If-None-Match': tags[0] ?? '' });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', tags[0]]);
    expect((await get('/assets/page-1.js', 'gzip', { 'If-None-Match': tags[0] ?? '' })).status).toBe(200);
  });

  it('is of the same size to who asks for the head only', async () => {
    const [whole, head] = [
      await get('/assets/page-1.js', BROWSER),
      await send(app.port, { method: 'HEAD', path: '/assets/page-1.js', headers: { 'Accept-Encoding': BROWSER } }),
    ];
    expect([head.status, head.text, form(head)]).toEqual([200, '', form(whole)]);
  });

  it('is cut as it is', async () => {
    const answer = await get('/assets/page-1.js', BROWSER, { Range: 'bytes=7-11' });
    expect([answer.status, answer.text, answer.headers['content-range'], answer.headers['content-encoding']]).toEqual([
      206,
      SCRIPT.slice(7, 12),
      `bytes 7-11/${SCRIPT.length}`,
      undefined,
    ]);
  });

  it('that is small, or gone, is not looked for in another form', async () => {
    const small = await get('/assets/small-1.js', BROWSER);
    expect([small.text, ...form(small)]).toEqual(['export {};', undefined, undefined, '10']);
    const gone = await get('/assets/nothing-1.js', BROWSER);
    expect([problemOf(gone).code, gone.headers['content-encoding']]).toEqual(['not-found', undefined]);
  });
});

describe('an answer of the API', () => {
  it.each([
    ['br', BROWSER, brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('that is large comes as %s', async (encoding, accept, unpack) => {
    const [packed, plain] = [await get('/api/search?q=large', accept), await get('/api/search?q=large', undefined)];
    expect([packed.status, ...form(packed)]).toEqual([200, encoding, 'Accept-Encoding', sizeOf(packed)]);
    expect([...form(plain)]).toEqual([undefined, 'Accept-Encoding', sizeOf(plain)]);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 10);
    expect(unpack(packed.bytes).toString()).toBe(plain.text);
    // The tag is weak: it stands for the content in any encoding.
    expect(packed.headers.etag).toBe(plain.headers.etag);
  });

  it('that is small comes as it is', async () => {
    const answer = await get('/api/search?q=a', BROWSER);
    expect([answer.text, ...form(answer)]).toEqual([
      '{"query":"a","results":[],"truncated":false}',
      undefined,
      'Accept-Encoding',
      '44',
    ]);
  });

  it('is made and compressed once where it is kept, and not sent again to who has it', async () => {
    const before = made;
    const [first, second] = [await get('/api/overview', BROWSER), await get('/api/overview', BROWSER)];
    const plain = await get('/api/overview', undefined);
    expect([made - before, first.bytes.equals(second.bytes), brotliDecompressSync(second.bytes).toString()]).toEqual([
      1,
      true,
      plain.text,
    ]);
    const again = await get('/api/overview', BROWSER, { 'If-None-Match': first.headers.etag ?? '' });
    expect([again.status, again.text, again.headers.vary]).toEqual([304, '', 'Accept-Encoding']);
  });

  it('that is a problem comes as it is', async () => {
    const answer = await get(`/api/nodes/${'n'.repeat(100)}`, BROWSER);
    expect([problemOf(answer).code, answer.headers['content-encoding']]).toEqual(['not-found', undefined]);
  });
});

/** The response after its header, and its first bytes. */
function begin(path: string): Promise<{ readonly answer: IncomingMessage; readonly first: string }> {
  return new Promise((resolve, reject) => {
    httpGet(
      { host: '127.0.0.1', port: app.port, path, headers: { 'Accept-Encoding': BROWSER }, agent: false },
      (answer) => {
        answer.once('data', (chunk: Buffer) => resolve({ answer, first: chunk.toString() }));
      },
    ).once('error', reject);
  });
}

describe('a stream', () => {
  it('of an export comes piece by piece, as it is', async () => {
    const { answer, first } = await begin('/api/export?format=jsonl');
    // The second chunk has not been produced yet.
    expect([answer.headers['content-encoding'], first.startsWith('xxx')]).toEqual([undefined, true]);
    goOn();
    const rest: Buffer[] = [];
    for await (const chunk of answer) rest.push(chunk as Buffer);
    expect(`${first}${Buffer.concat(rest).toString()}`).toBe(`${LARGE}\nend\n`);
  });

  it("of an import's progress comes as it happens, as it is", async () => {
    const { answer, first } = await begin('/api/imports/import-000001/events');
    answer.destroy();
    expect([answer.headers['content-type'], answer.headers['content-encoding'], first]).toEqual([
      'text/event-stream; charset=utf-8',
      undefined,
      'retry: 1000\n\n',
    ]);
  });
});
