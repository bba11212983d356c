/** `npm run pictures`: builds, and writes the reference pictures of `test/e2e/pictures` again. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const STEPS: readonly (readonly string[])[] = [
  ['node_modules/tsx/dist/cli.mjs', 'server/build.ts', '--if-needed'],
  ['node_modules/vitest/vitest.mjs', 'run', 'test/e2e/reference-pictures.test.ts', '-t', 'looks as in its reference'],
];

for (const step of STEPS) {
  const { status } = spawnSync(process.execPath, step, {
    cwd: root,
    env: { ...process.env, GAINSAY_WRITE_PICTURES: '1' },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
