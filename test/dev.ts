/** `npm run dev`: the server, restarted when its files change, and the page with hot reload. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const children: readonly ChildProcess[] = [
  start([
    'node_modules/tsx/dist/cli.mjs',
    'watch',
    '--clear-screen=false',
    'server/cli.ts',
    'serve',
    ...process.argv.slice(2),
  ]),
  start(['node_modules/vite/bin/vite.js']),
];
let isStopping = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
for (const child of children) child.on('exit', stop);

function start(programArguments: readonly string[]): ChildProcess {
  return spawn(process.execPath, programArguments, { cwd: root, stdio: 'inherit' });
}

/** When one of the two ends, or after a signal, stops both. */
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill('SIGTERM');
}
