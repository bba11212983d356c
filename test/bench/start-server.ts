/** `npm start` on a data folder, as a user does it, for benches that open the page. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

export interface StartedServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Builds the page if necessary; otherwise the build would be part of the first start. */
export async function buildIfNeeded(): Promise<void> {
  await once(
    spawn('npm', ['run', '--silent', 'gainsay', '--', '--version'], { cwd: PACKAGE, stdio: 'ignore' }),
    'exit',
  );
}

/**
 * Runs `npm start` until it has printed its address.
 *
 * @param folder The data folder; absent: a new one that is removed when the server stops. In an empty one, the example is loaded.
 */
export async function startServer(folder?: string): Promise<StartedServer> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
  const server = spawn('npm', ['start', '--', '--port', '0'], {
    cwd: PACKAGE,
    env: { ...process.env, GAINSAY_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const stop = async (): Promise<void> => {
    await stopGroup(server);
    if (folder === undefined) rmSync(data, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('The server has no output.');
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('The server ended without an address.');
}

/** npm runs the server in a separate shell, and ends before it: the signal goes to the whole process group, and the group is awaited. */
async function stopGroup(server: ChildProcess): Promise<void> {
  if (server.pid === undefined) return;
  for (let signal: NodeJS.Signals | 0 = 'SIGTERM'; signalGroup(server.pid, signal); signal = 0) await delay(20);
}

/** Whether a process of the group still runs. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}
