/** The command line as a process of its own, run from the sources. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));

export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/**
 * Starts it. The environment has only PATH, HOME and the given variables.
 *
 * @param output The target of its standard output: a pipe, or a file descriptor of this process.
 */
export function startCli(
  args: readonly string[],
  environment: Environment,
  output: number | 'pipe' = 'pipe',
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', output, 'pipe'],
  });
}

/** Runs it until it ends. */
export async function runCli(args: readonly string[], environment: Environment): Promise<Ended> {
  const child = startCli(args, environment);
  return endOf(child);
}

/** Collects its output from now on. Returns it, and how it ended. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [exit] = (await once(child, 'close')) as [number | null];
  return { exit, stdout, stderr };
}

export interface RunningServer {
  readonly url: string;
  readonly line: string;
  readonly child: ChildProcess;
  /** Stops it with `signal`. Returns how it ended. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Starts `serve` on a free port and waits for its line with the address. */
export async function startServer(args: readonly string[], environment: Environment): Promise<RunningServer> {
  const child = startCli(['serve', '--port', '0', ...args], environment);
  if (child.stdout === null) throw new Error('The server has no output.');
  const ended = endOf(child);
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text)),
    ended.then(({ exit, stderr }) => Promise.reject(new Error(`serve ended with ${exit}: ${stderr}`))),
  ]);
  const url = /http:\/\/\S+?(?=[",]|$)/.exec(line)?.[0] ?? '';
  return {
    url,
    line,
    child,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
