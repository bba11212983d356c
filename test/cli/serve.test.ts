/** The server as a process: start, refused start, and stop. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Overview } from '../../server/contract/explorer.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import { EXIT } from '../../server/runtime/command-error.ts';
import { runCli, startServer, type RunningServer } from './run-cli.ts';

let folder: string;
let environment: Record<string, string>;
const running: RunningServer[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-serve-'));
  environment = { GAINSAY_DATA: folder };
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
async function serve(args: readonly string[] = [], more: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer(args, { ...environment, ...more });
  running.push(server);
  return server;
}
const counts = async (url: string) => Overview.parse(await (await fetch(`${url}/api/overview`)).json()).counts;

describe('serve', { timeout: 120_000 }, () => {
  it('loads the example into an empty database, prints one line, and stops in order', async () => {
    const server = await serve();
    expect(server.line).toBe(`Gainsay is at ${server.url}`);
    expect(await counts(server.url)).toMatchObject({ actors: 14, contested: expect.any(Number) });
    expect(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))).toEqual({
      url: server.url,
      pid: server.child.pid,
      database: 'embedded',
    });
    expect(await server.stop()).toEqual({ exit: 0, stdout: `${server.line}\n`, stderr: '' });
    expect(existsSync(join(folder, 'server.json'))).toBe(false);
    const again = await serve();
    expect(await counts(again.url)).toMatchObject({ actors: 14 });
  });

  it('loads nothing with --empty, and answers as JSON with --json', async () => {
    const server = await serve(['--empty', '--json']);
    expect(JSON.parse(server.line)).toEqual({ url: server.url, state: 'ready' });
    expect(await counts(server.url)).toMatchObject({ actors: 0 });
    expect((await server.stop('SIGINT')).exit).toBe(0);
  });

  it('opens the page with --open, by the program that the system has for that', async () => {
    const opened = join(folder, 'opened');
    for (const name of ['xdg-open', 'open'])
      writeFileSync(
        join(folder, name),
        `#!/bin/sh\nprintf %s "$1" > '${opened}.part' && mv '${opened}.part' '${opened}'\n`,
        { mode: 0o755 },
      );
    const server = await serve(['--empty', '--open'], { PATH: `${folder}:${process.env['PATH'] ?? ''}` });
    await expect.poll(() => existsSync(opened), { timeout: 30_000 }).toBe(true);
    expect(readFileSync(opened, 'utf8')).toBe(server.url);
    expect(await server.stop()).toEqual({ exit: 0, stdout: `${server.line}\n`, stderr: '' });
  });

  it('says that no browser could be opened, and goes on', async () => {
    const server = await serve(['--empty', '--open'], { PATH: folder });
    expect(await counts(server.url)).toMatchObject({ actors: 0 });
    expect(await server.stop()).toEqual({
      exit: 0,
      stdout: `${server.line}\n`,
      stderr: `No browser could be opened; go to ${server.url}\n`,
    });
  });

  it('says where it runs already', async () => {
    const server = await serve(['--empty']);
    const second = await runCli(['serve', '--port', '0'], environment);
    expect([second.exit, second.stdout]).toEqual([EXIT.databaseHeld, '']);
    expect(second.stderr).toBe(
      `gainsay: Gainsay is running on this data folder already: open ${server.url}, or stop it (process ${server.child.pid}) first.\n`,
    );
  });

  it('says that the port is taken, before it writes anything', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const refused = await runCli(['serve', '--port', String(port)], environment);
    holder.close();
    expect(refused.exit).toBe(EXIT.portTaken);
    expect(refused.stderr).toBe(
      `gainsay: Port ${port} is taken by another program. Choose another with --port, such as --port ${port === 65_535 ? 4243 : port + 1}, or stop that program.\n`,
    );
    const server = await serve();
    expect(await counts(server.url)).toMatchObject({ actors: 14 });
  });

  it('says that the data folder cannot be written to', async () => {
    writeFileSync(join(folder, 'file'), '');
    const refused = await runCli(['serve', '--port', '0'], { GAINSAY_DATA: join(folder, 'file') });
    expect([refused.exit, refused.stderr]).toEqual([
      EXIT.storage,
      expect.stringMatching(/^gainsay: The data folder .* cannot be written to\. .*\n$/),
    ]);
  });

  it('says everything that is wrong with the configuration', async () => {
    const refused = await runCli(['serve'], { ...environment, GAINSAY_HOST: '0.0.0.0', LOG_LEVEL: 'loud' });
    expect([refused.exit, refused.stderr.trim().split('\n').length]).toEqual([EXIT.usage, 2]);
  });

  it('writes nothing into a database of another program, without --adopt', async () => {
    await withDatabase("CREATE (:Alien {id: 'x'})");
    const refused = await runCli(['serve', '--port', '0'], environment);
    expect([refused.exit, refused.stderr]).toEqual([EXIT.databaseForeign, expect.stringContaining('--adopt')]);
    expect(await withDatabase('MATCH (n) RETURN count(n) AS nodes')).toEqual([{ nodes: 1 }]);
    const server = await serve(['--adopt']);
    expect(await counts(server.url)).toMatchObject({ actors: 0 });
  });

  it('refuses a database of a newer version', async () => {
    const server = await serve(['--empty']);
    await server.stop();
    await withDatabase("MATCH (g:Gainsay {id: 'gainsay'}) SET g.schemaVersion = 99");
    const refused = await runCli(['serve', '--port', '0'], environment);
    expect([refused.exit, refused.stderr]).toEqual([EXIT.databaseNewer, expect.stringContaining('newer version')]);
  });

  it('refuses a damaged database', async () => {
    writeFileSync(join(folder, 'graph.grafeo'), 'this is not a database'.repeat(1_000));
    const refused = await runCli(['serve', '--port', '0'], environment);
    expect([refused.exit, refused.stdout]).toEqual([EXIT.databaseDamaged, '']);
    expect(refused.stderr).not.toContain('    at ');
  });

  it('stays up without its Neo4j, and says so', async () => {
    const server = await serve([], { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x', LOG_LEVEL: 'fatal' });
    expect(server.line).toBe(`Gainsay is at ${server.url}, waiting for the database`);
    const begun = performance.now();
    const answer = await fetch(`${server.url}/api/overview`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(performance.now() - begun).toBeLessThan(6_000);
    expect(await answer.json()).toMatchObject({ code: 'engine-unavailable' });
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect((await fetch(`${server.url}/api/ready`)).status).toBe(503);
    expect((await server.stop()).exit).toBe(0);
  });

  it('stops at once beside connections on which nothing happens, and refuses an upload that has only begun', async () => {
    const server = await serve(['--empty']);
    const { port } = new URL(server.url);
    const open = async (sent: string) => {
      const socket = connect(Number(port), '127.0.0.1');
      let received = '';
      socket.on('data', (bytes: Buffer) => (received += bytes.toString())).on('error', () => undefined);
      await new Promise<void>((resolve) => socket.write(sent, () => resolve()));
      return {
        received: () => received,
        closed: new Promise<string>((done) => socket.on('close', () => done(received))),
      };
    };
    const head = `Host: 127.0.0.1:${port}\r\n`;
    const silent = await open('');
    const half = await open(`GET /api/health HTTP/1.1\r\n${head}`);
    const kept = await open(`GET /api/health HTTP/1.1\r\n${head}\r\n`);
    const slow = await open(
      `POST /api/imports?file=a.csv HTTP/1.1\r\n${head}Content-Type: text/csv\r\nContent-Length: 99\r\n\r\nactor,`,
    );
    await expect.poll(kept.received, { timeout: 20_000 }).toContain('200 OK');
    await expect
      .poll(() => readdirSync(folder, { recursive: true }).some((name) => String(name).includes('upload-')), {
        timeout: 20_000,
      })
      .toBe(true);
    const asked = performance.now();
    const { exit, stderr } = await server.stop();
    const took = performance.now() - asked;
    expect([exit, stderr, took < 8_000], `${Math.round(took)} ms`).toEqual([0, '', true]);
    expect([await silent.closed, await half.closed]).toEqual(['', '']);
    expect(await slow.closed).toMatch(/^HTTP\/1\.1 503 [^]*"code":"stopping"/);
  });

  it('stops in the middle of an import, which is then complete or absent', async () => {
    const server = await serve(['--empty']);
    const rows = Array.from(
      { length: 30_000 },
      (_, index) =>
        `Actor ${index % 900},Claim ${index % 5_000},${index % 3 === 0 ? 'denies' : 'asserts'},2020-01-01,n${index}`,
    );
    const begun = await fetch(`${server.url}/api/imports?file=big.csv`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: `actor,claim,stance,date,note\n${rows.join('\n')}\n`,
    });
    const { id } = (await begun.json()) as { id: string };
    await expect
      .poll(async () => ((await (await fetch(`${server.url}/api/imports/${id}`)).json()) as { state: string }).state, {
        timeout: 30_000,
        interval: 20,
      })
      .toMatch(/loading|publishing|published/);
    const asked = performance.now();
    expect((await server.stop()).exit).toBe(0);
    expect(performance.now() - asked).toBeLessThan(30_000);
    const check = await runCli(['check', '--json'], environment);
    expect(check.exit).toBe(0);
    const { checked } = JSON.parse(check.stdout) as { checked: { statements: number } };
    expect([0, 30_000]).toContain(checked.statements);
  });
});

/** Runs one statement on the database of the folder, while nobody serves it. */
async function withDatabase(cypher: string): Promise<unknown> {
  const engine = await openEmbedded({ path: join(folder, 'graph.grafeo') });
  try {
    return await engine.write((q) => q.run(cypher));
  } finally {
    await engine.close();
  }
}
