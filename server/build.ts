/**
 * `npm run build`: the server by the TypeScript compiler and the page by Vite, into dist/.
 * `--if-needed` does nothing when dist/ is newer than all sources; `--quiet` prints only failures.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(root, 'dist/.built');
const SOURCES = [
  'server',
  'client',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.server.json',
  'vite.config.ts',
];

interface Step {
  readonly name: string;
  readonly arguments: readonly string[];
}

const STEPS: readonly Step[] = [
  { name: 'server', arguments: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.server.json'] },
  { name: 'page', arguments: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'] },
];

async function main(options: readonly string[]): Promise<void> {
  const say = options.includes('--quiet') ? () => undefined : (line: string) => console.log(line);
  if (options.includes('--if-needed') && isUpToDate()) return;
  say('Building the server and the page …');
  const started = new Date();
  // Without the stamp, an interrupted build does not count.
  for (const stale of ['dist/.built', 'dist/server', 'dist/client'])
    rmSync(join(root, stale), { recursive: true, force: true });
  const succeeded = await Promise.all(STEPS.map(run));
  if (succeeded.includes(false)) {
    process.exitCode = 1;
    return;
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(STAMP, '');
  // The time of the start, so that files saved during the build are built again.
  utimesSync(STAMP, started, started);
  say(`Built in ${((Date.now() - started.getTime()) / 1000).toFixed(1)} s.`);
}

function isUpToDate(): boolean {
  if (!existsSync(STAMP)) return false;
  const built = statSync(STAMP).mtimeMs;
  return SOURCES.every((source) => newestChange(join(root, source)) < built);
}

/** The latest modification time below a path, in ms; the time of a folder shows removed files. */
function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), stat.mtimeMs);
}

/** Runs a step and prints its output if it fails. Returns whether it succeeded. */
function run(step: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const said: Buffer[] = [];
    const child = spawn(process.execPath, step.arguments, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', (error) => said.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      if (code !== 0) console.error(`The ${step.name} could not be built:\n${Buffer.concat(said).toString()}`);
      resolve(code === 0);
    });
  });
}

await main(process.argv.slice(2));
