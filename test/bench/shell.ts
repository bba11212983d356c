/**
 * How much script a first visit loads: the shell, which is what index.html starts and all that it imports
 * statically; the canvas, which index.html names as well, so that it comes while the shell starts; and what
 * else a real browser has fetched when the first graph is drawn. Budget of the shell: 150 kB by brotli;
 * of all of it: 12 files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../support/browser.ts';
import { startServer } from './start-server.ts';
import { printTable } from './table.ts';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const BUDGET = 150_000;
const MAX_FILES = 12;
const FIRST_GRAPH = '[data-nodes]:not([data-nodes="0"])';

/** Builds the page, if that is due, and prints a table. */
export async function run(): Promise<void> {
  const server = await startServer();
  try {
    const visited = await scriptsOfVisit(server.url);
    const html = readFileSync(join(PACKAGE, 'dist/client/index.html'), 'utf8');
    const shell = withImports(
      [...html.matchAll(/<script type="module"[^>]* src="\/assets\/([^"]+)"/g)].map(([, name]) => name ?? ''),
    );
    const named = withImports(
      [...html.matchAll(/<link rel="modulepreload"[^>]* href="\/assets\/([^"]+)"/g)].map(([, name]) => name ?? ''),
    );
    const canvas = [...named].filter((name) => !shell.has(name));
    const rest = visited.filter((name) => !shell.has(name) && !canvas.includes(name));
    const all = new Set([...shell, ...canvas, ...rest]);
    const shellBytes = sizes(shell).brotli;
    printTable(
      ['script of a first visit', 'files', 'bare', 'gzip', 'brotli', 'budget', ''],
      [
        row(
          'shell: the page around the graph',
          shell,
          `≤ ${kilobytes(BUDGET)}`,
          shellBytes <= BUDGET ? 'held' : 'MISSED',
        ),
        row('canvas, beside it: Cytoscape and our drawing', canvas),
        row('fetched by the shell until the first graph', rest),
        row('all of it', all, `≤ ${MAX_FILES} files`, all.size <= MAX_FILES ? 'held' : 'MISSED'),
      ],
    );
  } finally {
    await server.stop();
  }
}

/** The names of the scripts that a browser has fetched when it shows the first graph. */
async function scriptsOfVisit(url: string): Promise<readonly string[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    await page.goto(url);
    await page.waitForSelector(FIRST_GRAPH, { state: 'attached' });
    const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    return [...new Set(urls.flatMap((address) => /\/assets\/([^/]+\.js)$/.exec(address)?.[1] ?? []))];
  } finally {
    await browser.close();
  }
}

const read = (name: string): Buffer => readFileSync(join(PACKAGE, 'dist/client/assets', name));

/** `names` and all that they import statically. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) {
    for (const [, next] of read(name)
      .toString()
      .matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g))
      found.add(next ?? '');
  }
  return found;
}

function sizes(names: Iterable<string>): { bare: number; gzip: number; brotli: number } {
  const total = { bare: 0, gzip: 0, brotli: 0 };
  for (const bytes of [...names].map(read)) {
    total.bare += bytes.length;
    total.gzip += gzipSync(bytes, { level: 9 }).length;
    total.brotli += brotliCompressSync(bytes).length;
  }
  return total;
}

function row(what: string, names: Iterable<string>, budget = '', verdict = ''): readonly string[] {
  const { bare, gzip, brotli } = sizes(names);
  return [what, String([...names].length), ...[bare, gzip, brotli].map(kilobytes), budget, verdict];
}

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
