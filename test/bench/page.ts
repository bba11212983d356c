/**
 * The memory of the whole page: a real browser on a real server expands, undoes, opens saved views alternately,
 * goes through tables, panels, steps and filters, again and again. Every 20 rounds, at the same place and after
 * collecting garbage: heap, DOM nodes, listeners and documents. The floor is the same page's own first 40 rounds;
 * by then its history is full. Budget: flat.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { chromiumPath } from '../support/browser.ts';
import { loadGenerated } from './load-generated.ts';
import { buildIfNeeded, startServer } from './start-server.ts';
import { printTable } from './table.ts';

const STATEMENTS = 10_000;
const ROUNDS = 200;
const EVERY = 20;
/** Rounds at the beginning and at the end that are compared. */
const COMPARED = 40;
/** The garbage varies by some per cent between two collections. */
const FLAT = 1.1;
const VIEWS = ['The first view', 'The second view'] as const;
const CANVAS = '.canvas';

interface Weight {
  readonly round: number;
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

/**
 * Prints a table.
 *
 * @param args `--rounds N` (200), `--statements N` (10,000).
 */
export async function run(args: readonly string[]): Promise<void> {
  const option = (name: string): number | undefined =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined;
  const statements = option('--statements') ?? STATEMENTS;
  const rounds = option('--rounds') ?? ROUNDS;
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-page-'));
  try {
    await buildIfNeeded();
    const data = await loadGenerated(folder, { statements, seed: 1 });
    report(statements, await weighAll(data, rounds));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function weighAll(data: string, rounds: number): Promise<readonly Weight[]> {
  const server = await startServer(data);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 }, reducedMotion: 'reduce' });
    page.on('pageerror', (error) => process.stderr.write(`${error.stack ?? error.message}\n`));
    // The tour of a first visit would take the keys.
    await page.addInitScript(() => localStorage.setItem('gainsay.settings', JSON.stringify({ isTourKnown: true })));
    await page.goto(server.url);
    await page.waitForSelector(`${CANVAS}[data-nodes]:not([data-nodes="0"])`, { state: 'attached' });
    const sizes = await saveViews(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const weights: Weight[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await turn(page, sizes, round).catch(async (cause: unknown) => {
        throw new Error(`Round ${round} did not come to its end: ${await liveliness(page)}.`, { cause });
      });
      if (round % EVERY !== 0) continue;
      await openView(page, VIEWS[0], sizes[0]);
      weights.push({ round, ...(await weigh(session)) });
    }
    return weights;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The start view, and an expanded one; returns the number of nodes of each. */
async function saveViews(page: Page): Promise<readonly [number, number]> {
  const first = await nodes(page);
  await save(page, VIEWS[0]);
  await openRow(page, 'Home');
  await expand(page);
  const second = await nodes(page);
  await save(page, VIEWS[1]);
  return [first, second];
}

async function save(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  // A changed view is saved under its name, or as a new view.
  await dialog
    .getByRole('button', { name: /^Save( as a new view)?$/u })
    .first()
    .click();
  await dialog.waitFor({ state: 'detached' });
}

/** Every step once. It ends in the initial state, except for the view. */
async function turn(page: Page, sizes: readonly [number, number], round: number): Promise<void> {
  const which = round % 2 === 0 ? 0 : 1;
  await openRow(page, 'Home', round % 5);
  const before = await nodes(page);
  await expand(page);
  await page.keyboard.press('Control+z');
  await hasNodes(page, before);
  await openView(page, VIEWS[which], sizes[which]);
  await lookAtTables(page);
  await lookAtPanels(page);
  await lookAtTools(page);
}

async function lookAtTables(page: Page): Promise<void> {
  await page.keyboard.press('t');
  for (const name of ['Nodes', 'Edges', 'Statements']) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') }).click();
    await page.locator('.grid-body [role="row"]').first().waitFor();
  }
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Graph', exact: true }).click();
}

/** A claim, an actor of its statements, a document, and the way back. */
async function lookAtPanels(page: Page): Promise<void> {
  const panel = page.locator('.panel');
  await openRow(page, 'Home');
  await panel.locator('[data-statement] .statement-actor').first().click();
  await page.waitForFunction(() => document.querySelector('.panel .chart, .panel [data-statement]') !== null);
  await page.keyboard.press('b');
  await panel.locator('[data-statement] .quotation-button').first().click();
  await panel.locator('.document-current').waitFor();
  await page.keyboard.press('b');
  await panel.locator('[data-statement]').first().waitFor();
}

/** The list of steps, and a filter that is set and removed. */
async function lookAtTools(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('listbox', { name: 'History' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox', { name: 'History' }).waitFor({ state: 'detached' });
  await page.locator('.is-filters').click();
  await page
    .locator('.filter-panel')
    .getByRole('button', { name: /^denies/u })
    .click();
  await page.locator('.filter-chips .chip').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.filter-panel').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
}

/** Opens the panel of a row of the list beside the canvas. */
async function openRow(page: Page, key: string, further = 0): Promise<void> {
  await page.locator('.graph-list').focus();
  await page.keyboard.press(key);
  for (let row = 0; row < further; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.locator('.graph-list').focus();
  await page.keyboard.press('Enter');
  await page.locator('.panel [data-statement]').first().waitFor();
}

async function expand(page: Page): Promise<void> {
  const answer = page.waitForResponse(/\/neighbours$/u);
  await page.keyboard.press('e');
  await (await answer).finished();
  await twoFrames(page);
}

async function openView(page: Page, name: string, size: number): Promise<void> {
  await page.keyboard.press('v');
  await page.locator('.view-card', { hasText: name }).locator('.view-picture').click();
  await page.locator('.view-card').first().waitFor({ state: 'detached' });
  await hasNodes(page, size);
}

const nodes = async (page: Page): Promise<number> => Number(await page.locator(CANVAS).getAttribute('data-nodes'));

async function hasNodes(page: Page, count: number): Promise<void> {
  await page.locator(`${CANVAS}[data-nodes="${count}"]`).waitFor();
}

async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Whether a page still reacts after a wait on it has failed. */
async function liveliness(page: Page): Promise<string> {
  const drawing = page.evaluate(
    (most) =>
      new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
        setTimeout(resolve, most, false);
      }),
    5_000,
  );
  const isDrawn = await Promise.race([drawing, delay(10_000)]).catch(() => undefined);
  if (isDrawn === undefined) return 'the page does not answer';
  return isDrawn ? 'the page answers, and is drawn' : 'the page answers, but is not drawn';
}

async function weigh(session: CDPSession): Promise<Omit<Weight, 'round'>> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heap: of('JSHeapUsedSize') / 2 ** 20,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
}

function report(statements: number, weights: readonly Weight[]): void {
  const rounds = weights.at(-1)?.round ?? 0;
  const [early, late] = [
    weights.filter(({ round }) => round <= COMPARED),
    weights.filter(({ round }) => round > rounds - COMPARED),
  ];
  const row = (name: string, of: (one: Weight) => number, digits = 0) => {
    const [least, most] = [Math.max(...early.map(of)), Math.max(...late.map(of))];
    return [
      name,
      ...weights.map((one) => of(one).toFixed(digits)),
      `${(most / least).toFixed(2)} ×`,
      `≤ ${FLAT} ×`,
      most <= least * FLAT ? 'held' : 'MISSED',
    ];
  };
  printTable(
    [
      `whole page, ${statements} statements, after rounds`,
      ...weights.map(({ round }) => String(round)),
      'last / first',
      'budget',
      '',
    ],
    [
      row('heap, MB', (one) => one.heap, 1),
      row('DOM nodes', (one) => one.nodes),
      row('listeners', (one) => one.listeners),
      row('documents', (one) => one.documents),
    ],
  );
}
