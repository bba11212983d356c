/**
 * The canvas against sigma.js 3 on the same graph in the same run, in a real browser without a GPU:
 * first frame, frames a second, longest tasks, memory. Elements are nodes and edges together.
 */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { chromiumPath } from '../support/browser.ts';
import type { CanvasBench, Measured, Renderer } from './canvas-page/canvas-page.ts';
import { printTable } from './table.ts';

const PAGE = fileURLToPath(new URL('canvas-page', import.meta.url));
const SIZES = [300, 1_000, 3_000] as const;
/** First frame, as a multiple of sigma's. */
const MAX_FIRST: Readonly<Record<number, number>> = { 300: 1.25, 1_000: 1.25, 3_000: 2 };
const MIN_FRAMES = 1.5;
const MAX_TASK = 50;
const RUNS = 5;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

declare global {
  var canvasBench: CanvasBench | undefined;
}

/**
 * Prints the tables.
 *
 * @param args `--runs N`, `--elements N` for one size only.
 */
export async function run(args: readonly string[]): Promise<void> {
  const option = (name: string) => Number(args[args.indexOf(name) + 1] ?? Number.NaN) || undefined;
  const runs = (args.includes('--runs') ? option('--runs') : undefined) ?? RUNS;
  const only = args.includes('--elements') ? option('--elements') : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-canvas-'));
  await build({
    root: PAGE,
    logLevel: 'error',
    base: './',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5_000 },
  });
  const server = await serve(folder);
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/index.html`;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-gpu',
      '--enable-unsafe-swiftshader',
      '--enable-precise-memory-info',
    ],
  });
  try {
    for (const elements of only === undefined ? SIZES : [only]) await compare(browser, url, { elements, runs });
    await reportTasks(browser, url, only ?? 3_000);
    await reportMemory(browser, url);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The built page, from a folder, on a free port. */
function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    try {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(readFileSync(join(folder, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

async function freshPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1_400, height: 900 } });
  page.on('pageerror', (error) => process.stderr.write(`${error.stack ?? error.message}\n`));
  await page.goto(url);
  await page.waitForFunction(() => globalThis.canvasBench !== undefined);
  return page;
}

/** A run on its own page, so that no renderer profits from another one. */
async function measureOn(browser: Browser, url: string, renderer: Renderer, elements: number): Promise<Measured> {
  const page = await freshPage(browser, url);
  const measured = await page.evaluate(([name, count]) => globalThis.canvasBench?.measure(name, count, 3_000), [
    renderer,
    elements,
  ] as const);
  await page.close();
  if (measured === undefined) throw new Error('The page of the bench has not started.');
  return measured;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function compare(
  browser: Browser,
  url: string,
  { elements, runs }: { readonly elements: number; readonly runs: number },
): Promise<void> {
  const [ours, theirs]: [Measured[], Measured[]] = [[], []];
  // Alternately, so that other load on the machine affects both.
  for (let index = 0; index < runs; index += 1) {
    ours.push(await measureOn(browser, url, 'gainsay', elements));
    theirs.push(await measureOn(browser, url, 'sigma', elements));
  }
  const row = (name: string, of: (one: Measured) => number, budget: (ratio: number) => boolean, limit: string) => {
    const [mine, peer] = [median(ours.map(of)), median(theirs.map(of))];
    return [
      name,
      mine.toFixed(1),
      peer.toFixed(1),
      `${(mine / peer).toFixed(2)} ×`,
      limit,
      limit === '' ? '' : budget(mine / peer) ? 'held' : 'MISSED',
    ];
  };
  const most = MAX_FIRST[elements] ?? 2;
  printTable(
    [`${elements} elements`, 'Gainsay', 'sigma.js', 'ratio', 'budget', ''],
    [
      row(
        'first painted frame, ms',
        (one) => one.firstFrame,
        (ratio) => ratio <= most,
        `≤ ${most} ×`,
      ),
      row(
        'frames/s, pan and zoom',
        (one) => one.panAndZoom,
        (ratio) => ratio >= MIN_FRAMES,
        `≥ ${MIN_FRAMES} ×`,
      ),
      row(
        'frames/s, pan',
        (one) => one.pan,
        () => true,
        '',
      ),
      row(
        'script a camera move, ms',
        (one) => one.script,
        () => true,
        '',
      ),
    ],
  );
  process.stdout.write('\n');
}

async function reportTasks(browser: Browser, url: string, elements: number): Promise<void> {
  const page = await freshPage(browser, url);
  const tasks = await page.evaluate((count) => globalThis.canvasBench?.tasks(count), elements);
  await page.close();
  const rows = Object.entries(tasks ?? {}).map(([name, longest]) => [
    name,
    longest <= MAX_TASK ? `≤ ${MAX_TASK} ms` : `${Math.round(longest)} ms`,
    `≤ ${MAX_TASK} ms`,
    longest <= MAX_TASK ? 'held' : 'MISSED',
  ]);
  printTable([`longest task, ${elements} elements`, 'Gainsay', 'budget', ''], rows);
  process.stdout.write('\n');
}

/** The page's heap after rounds of expanding, undoing and changing the view, each time after collecting garbage. */
async function reportMemory(browser: Browser, url: string): Promise<void> {
  const page = await freshPage(browser, url);
  const session = await page.context().newCDPSession(page);
  const heaps: number[] = [];
  for (const rounds of [20, 200, 200]) {
    await page.evaluate((count) => globalThis.canvasBench?.churn(600, count), rounds);
    await session.send('HeapProfiler.collectGarbage');
    heaps.push((await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20);
  }
  await page.close();
  const [warm = 0, first = 0, second = 0] = heaps;
  const isFlat = second <= Math.max(warm, first) * 1.1;
  printTable(
    ['memory of the page, MB', 'warm', 'after 200 rounds', 'after 400', 'budget', ''],
    [
      [
        'expand, undo, change of view',
        warm.toFixed(1),
        first.toFixed(1),
        second.toFixed(1),
        'flat',
        isFlat ? 'held' : 'MISSED',
      ],
    ],
  );
}
