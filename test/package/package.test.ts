/** The package as `npm pack` makes it: what is in it, and that it runs on a machine without the sources. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseSync } from 'oxc-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Overview } from '../../server/contract/explorer.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};
/** For npm: what a script of npm was told about this repository is no setting of the user. */
const npmEnvironment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(?:config_(?:include|omit|local_prefix)$|package_)/i.test(name),
    ),
  ),
  NODE_ENV: 'production',
};

let folder: string;
/** The installed package. */
let installed: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-package-'));
  // With its prepack script, which builds what is out of date.
  await run('npm', ['pack', '--pack-destination', folder], { cwd: root });
  mkdirSync(join(folder, 'program'));
  await run(
    'npm',
    [
      'install',
      '--prefix',
      join(folder, 'program'),
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      join(folder, `gainsay-${manifest.version}.tgz`),
    ],
    { cwd: folder, env: npmEnvironment },
  );
  installed = join(folder, 'program/node_modules/gainsay');
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    );

describe('the package', { timeout: 120_000 }, () => {
  it('has the built program, the queries and the example, and nothing else', () => {
    const files = filesOf(installed);
    const folders = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')));
    expect([...folders].toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'cypher/read',
      'cypher/schema',
      'cypher/write',
      'dist/client',
      'dist/server',
      'examples/korea-arms',
      'package.json',
    ]);
    expect(files.filter((file) => /\.(?:tsx?|map|test\.js)$/.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['dist/server/cli.js', 'dist/client/index.html']));
  });

  it('depends on what the built server imports, and on nothing else', () => {
    const imported = filesOf(join(installed, 'dist/server')).flatMap((file) => {
      const { module } = parseSync(file, readFileSync(join(installed, 'dist/server', file), 'utf8'));
      return module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
    });
    const packages = imported
      .filter((name) => !name.startsWith('.') && !isBuiltin(name))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    expect([...new Set(packages)].toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
  });

  it('serves the page and the example from any folder, and stops in order', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const elsewhere = mkdtempSync(join(folder, 'elsewhere-'));
    const program = spawn(join(folder, 'program/node_modules/.bin/gainsay'), {
      cwd: elsewhere,
      env: { PATH, HOME, NODE_ENV: 'production', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string];
      const url = line.replace('Gainsay is at ', '');
      const page = await fetch(url);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      const script = /<script[^>]* src="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      expect((await fetch(new URL(script, url))).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      const overview: unknown = await (await fetch(new URL('/api/overview', url))).json();
      expect(Overview.parse(overview).counts).toMatchObject({ actors: 14 });
      program.kill('SIGTERM');
      expect(await once(program, 'exit')).toEqual([0, null]);
      expect(existsSync(join(elsewhere, 'data'))).toBe(true);
    } finally {
      program.kill('SIGKILL');
    }
  });
});

describe('a checkout in which NODE_ENV is production', () => {
  it('gets from npm ci what its start script builds with', async () => {
    const checkout = mkdtempSync(join(tmpdir(), 'gainsay-checkout-'));
    try {
      for (const file of ['package.json', 'package-lock.json', '.npmrc'])
        copyFileSync(join(root, file), join(checkout, file));
      const { stdout } = await run('npm', ['ci', '--dry-run', '--prefer-offline'], {
        cwd: checkout,
        env: npmEnvironment,
      });
      const added = new Set([...stdout.matchAll(/^add (\S+) /gm)].map(([, name]) => name));
      expect(manifest.scripts['prestart']).toMatch(/^tsx /);
      expect(['tsx', 'typescript', 'vite', 'react', 'express'].filter((name) => !added.has(name))).toEqual([]);
    } finally {
      rmSync(checkout, { recursive: true, force: true });
    }
  });
});
