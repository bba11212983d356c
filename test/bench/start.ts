/** How long it takes from `npm start` to the first graph, in a real browser. Budget: 5 s. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from '../support/browser.ts';
import { buildIfNeeded, startServer } from './start-server.ts';

const BUDGET = 5_000;
const RUNS = 5;

/** The canvas says how many nodes it shows. */
const FIRST_GRAPH = '[data-nodes]:not([data-nodes="0"])';

interface Times {
  /** Milliseconds from the start of the command to its line with the address, and to the first graph. */
  readonly address: number;
  readonly graph: number;
}

/**
 * Measures an empty data folder (the example is loaded) and an existing one, and prints a table.
 *
 * @param args `--runs N`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const runs = Number(args[args.indexOf('--runs') + 1] ?? RUNS) || RUNS;
  // The first build is not measured.
  await buildIfNeeded();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const first: Times[] = [];
  const again: Times[] = [];
  try {
    for (let index = 0; index < runs; index += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'gainsay-start-'));
      first.push(await measure(browser, folder));
      again.push(await measure(browser, folder));
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    await browser.close();
  }
  printTable([
    ['first start', first],
    ['start again', again],
  ]);
}

async function measure(browser: Browser, folder: string): Promise<Times> {
  const begun = performance.now();
  const server = await startServer(folder);
  try {
    const address = performance.now() - begun;
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForSelector(FIRST_GRAPH, { state: 'attached' });
    const graph = performance.now() - begun;
    await page.close();
    return { address, graph };
  } finally {
    await server.stop();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function printTable(rows: readonly (readonly [string, readonly Times[]])[]): void {
  console.log('| npm start | address printed | first graph | slowest | budget | share of budget |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, times] of rows) {
    const graph = median(times.map((time) => time.graph));
    const cells = [
      median(times.map((time) => time.address)),
      graph,
      Math.max(...times.map((time) => time.graph)),
      BUDGET,
    ];
    console.log(
      `| ${name} | ${cells.map((cell) => `${Math.round(cell)} ms`).join(' | ')} | ${(graph / BUDGET).toFixed(2)} |`,
    );
  }
}
