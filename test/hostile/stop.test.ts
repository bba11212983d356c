/** SIGTERM ends the server while it works on a file that is made to keep it busy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { MEDIA_TYPES } from '../../server/contract/media-types.ts';
import { startServer, type RunningServer } from '../cli/run-cli.ts';
import { HOSTILE_FILES } from './hostile-files.ts';

const running: RunningServer[] = [];
const folder = mkdtempSync(join(tmpdir(), 'gainsay-stop-'));
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TYPES = { json: MEDIA_TYPES.json, jsonl: MEDIA_TYPES.jsonLines, csv: MEDIA_TYPES.csv } as const;

describe('SIGTERM', () => {
  it.each(HOSTILE_FILES)('ends the server during $name', { timeout: 240_000 }, async ({ format, content }) => {
    const server = await startServer(['--empty'], { GAINSAY_DATA: folder });
    running.push(server);
    const answer = await fetch(`${server.url}/api/imports?file=hostile.${format}`, {
      method: 'POST',
      headers: { 'content-type': TYPES[format] },
      body: [...content()].join(''),
    });
    expect(answer.status).toBe(202);
    const asked = performance.now();
    expect((await server.stop()).exit).toBe(0);
    // We promise 30 s. A server that is frozen takes minutes, or is killed.
    expect(performance.now() - asked).toBeLessThan(60_000);
  });
});
