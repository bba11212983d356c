/** The real server as its own process, on a temporary data folder and a free port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportView } from '../../../server/contract/imports.ts';

const PROGRAM = fileURLToPath(new URL('../../../dist/server/cli.js', import.meta.url));
const START_LIMIT = 100_000;

export interface RunningServer {
  readonly url: string;
  readonly folder: string;
  /** Loads a native file and waits until it is published. */
  load(file: object, name?: string): Promise<ImportView>;
  /** Stops the process; the data stays. */
  stop(): Promise<void>;
  /** Restarts the process on the same data and the same port. */
  restart(): Promise<void>;
  /** Stops it and removes the data. */
  dispose(): Promise<void>;
}

/**
 * Starts `gainsay serve` and waits until it prints its address.
 *
 * @param options.isEmpty Loads nothing; otherwise the example.
 * @throws Error with the output of the server if it ends before that.
 */
export async function startServer(options: { readonly isEmpty?: boolean } = {}): Promise<RunningServer> {
  if (!process.env['STANDIN'] && !existsSync(PROGRAM))
    throw new Error('There is no dist/server/cli.js: run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-e2e-'));
  const empty = options.isEmpty === true ? ['--empty'] : [];
  let running = await spawnServer(folder, ['--port', '0', ...empty]);
  const { url } = running;
  const stop = () => end(running.process);
  return {
    url,
    folder,
    load: (file, name = 'dispute.json') => loadFile(url, file, name),
    stop,
    restart: async () => {
      await stop();
      running = await spawnServer(folder, ['--port', new URL(url).port, ...empty]);
    },
    dispose: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function spawnServer(
  folder: string,
  options: readonly string[],
): Promise<{ process: ChildProcess; url: string }> {
  const { NEO4J_URI: _uri, NEO4J_PASSWORD: _password, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [...(process.env['STANDIN'] ? ['--import', 'tsx', process.env['STANDIN']] : [PROGRAM]), 'serve', ...options],
    { env: { ...environment, GAINSAY_DATA: folder }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return { process: child, url: await saidAddress(child) };
}

function saidAddress(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server has not said its address.\n${said}`));
    }, START_LIMIT);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(giveUp);
      resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(giveUp);
      reject(new Error(`The server ended with ${code}.\n${said}`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function loadFile(url: string, file: object, name: string): Promise<ImportView> {
  const answer = await fetch(`${url}/api/imports?file=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(file),
  });
  const started = (await answer.json()) as ImportView;
  if (answer.status !== 202) throw new Error(`The import was refused: ${JSON.stringify(started)}`);
  // The stream ends when the import has ended.
  await (await fetch(`${url}/api/imports/${started.id}/events`)).text();
  const settled = (await (await fetch(`${url}/api/imports/${started.id}`)).json()) as ImportView;
  if (settled.state !== 'published') throw new Error(`The import was not published: ${JSON.stringify(settled)}`);
  return settled;
}
