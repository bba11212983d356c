/** The data folder of a running server: it is its user's alone, and its loss is noticed. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request, type ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract/service.ts';
import { EXIT } from '../../server/runtime/command-error.ts';
import { runCli, startServer, type RunningServer } from './run-cli.ts';

let parent: string;
let folder: string;
let mask: number;
const running: RunningServer[] = [];
/** The umask of most systems, which lets everybody read. */
beforeAll(() => (mask = process.umask(0o022)));
afterAll(() => process.umask(mask));
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'gainsay-folder-'));
  folder = join(parent, 'data');
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop('SIGKILL');
  rmSync(parent, { recursive: true, force: true });
});
async function serve(): Promise<RunningServer> {
  const server = await startServer([], { GAINSAY_DATA: folder });
  running.push(server);
  return server;
}

/** Each path under the folder with its mode. */
function modes(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    ['', ...names].map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );
}

/** The paths whose mode is neither that of a private folder nor that of a private file. */
function open(): string[] {
  return Object.entries(modes())
    .filter(([name, mode]) => mode !== (statSync(join(folder, name)).isDirectory() ? '700' : '600'))
    .map(([name, mode]) => `${name} ${mode}`);
}

/** An upload of which only the first rows arrive. */
function beginUpload(server: RunningServer): ClientRequest {
  const upload = request(`${server.url}/api/imports?file=a.csv`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
  });
  upload.on('error', () => undefined);
  upload.write('actor,claim,stance\nA,C,asserts\n');
  return upload;
}

const view = { name: 'Mine', state: '{}' };
const saveView = (server: RunningServer) =>
  fetch(`${server.url}/api/views`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(view),
  });
const upload = (server: RunningServer) =>
  fetch(`${server.url}/api/imports?file=a.csv`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: 'actor,claim,stance\nA,C,asserts\n',
  });

describe.skipIf(process.platform === 'win32')('the data folder', { timeout: 120_000 }, () => {
  it('and everything in it is its user’s alone: database, log, note, upload, views', async () => {
    const server = await serve();
    expect((await saveView(server)).status).toBe(201);
    const begun = beginUpload(server);
    await expect.poll(() => Object.keys(modes()).filter((name) => /upload-/.test(name)).length).toBe(1);
    expect(Object.keys(modes())).toEqual(
      expect.arrayContaining(['graph.grafeo', 'graph.grafeo.wal', 'server.json', 'tmp']),
    );
    expect(open()).toEqual([]);
    begun.destroy();
  });

  it('that an earlier version left readable becomes private; a folder with other files keeps its mode', async () => {
    mkdirSync(folder);
    const made = await runCli(['example'], { GAINSAY_DATA: folder });
    expect(made.exit).toBe(EXIT.done);
    for (const [name] of Object.entries(modes())) chmodSync(join(folder, name), 0o755);
    const server = await serve();
    expect(open()).toEqual([]);
    await server.stop();
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'graph.grafeo'), 0o644);
    await serve();
    expect(open()).toEqual([' 755', 'notes.txt 644']);
  });

  it('does not keep an export that its user asked for private', async () => {
    const out = join(parent, 'out.json');
    expect((await runCli(['export', '--out', out], { GAINSAY_DATA: folder })).exit).toBe(EXIT.done);
    expect((statSync(out).mode & 0o777).toString(8)).toBe('644');
  });
});

describe('a data folder that is deleted under its server', { timeout: 120_000 }, () => {
  it('says so at the next write, still reads, and acknowledges nothing more', async () => {
    const server = await serve();
    expect((await saveView(server)).status).toBe(201);
    rmSync(folder, { recursive: true });
    for (const send of [saveView, upload, saveView]) {
      const answer = await send(server);
      const problem = Problem.parse(await answer.json());
      expect([answer.status, problem.code]).toEqual([507, 'engine-storage']);
      expect(problem.detail).toMatch(/^The data folder was deleted/);
    }
    const undone = await fetch(`${server.url}/api/imports/import-000001`, { method: 'DELETE' });
    expect([undone.status, Problem.parse(await undone.json()).detail]).toEqual([
      507,
      expect.stringMatching(/^import-000001 is not undone: nothing was changed.* The data folder was deleted/),
    ]);
    expect((await (await fetch(`${server.url}/api/export`)).text()).length).toBeGreaterThan(1_000);
    expect(existsSync(join(folder, 'tmp'))).toBe(false);
    const ended = await server.stop();
    expect([ended.exit, ended.stderr]).toEqual([
      EXIT.storage,
      expect.stringMatching(/^gainsay: The database .* was deleted, moved or replaced while it was open/),
    ]);
  });
});
