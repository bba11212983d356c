import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MAX_AT_ONCE } from '../../client/graph/layout/run-layout.ts';
import { CANVAS, clickOn, drawn, farthestMove, middle, places, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

type Motion = 'reduce' | 'no-preference';

describe('a node that goes back to its place', () => {
  const { open } = pageTest();
  const MOVED = 'self-defence';
  const across = async (page: Page) => Math.round((await drawn(page, MOVED)).x);

  /** Where a moved node is drawn when its move is undone: before, after each of some hundredths of a second, and at last. The page's clock is ours. */
  async function undoneMove(
    motion: Motion,
  ): Promise<{ readonly from: number; readonly way: readonly number[]; readonly goal: number }> {
    const page = await open({ before: (opened) => opened.clock.install() });
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.emulateMedia({ reducedMotion: motion });
    const goal = await across(page);
    const { x, y } = await middle(page, MOVED);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 140, y - 90, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => across(page)).toBeLessThan(goal - 100);
    await page.clock.pauseAt(Date.now() + 60_000);
    const from = await across(page);
    await page.keyboard.press('Control+z');
    const way: number[] = [];
    for (let times = 0; times < 12; times += 1) {
      await page.clock.runFor(40);
      way.push(await across(page));
    }
    return { from, way, goal };
  }

  it('is seen on its way', async () => {
    const { from, way, goal } = await undoneMove('no-preference');
    expect(way.filter((place) => place > from && place < goal).length).toBeGreaterThan(1);
    expect(way).toEqual(way.toSorted((a, b) => a - b));
    expect(way.at(-1)).toBe(goal);
  });

  it('is there at once for who wants less motion', async () => {
    const { from, way, goal } = await undoneMove('reduce');
    expect(way.filter((place) => place !== from && place !== goal)).toEqual([]);
    expect(way.at(-1)).toBe(goal);
  });
});

const ACTORS = Array.from({ length: 160 }, (_, index) => `actor-${index}`);
/** With an edge to each claim, these are more elements than are laid out at once. */
const lastingDispute = {
  format: 'gainsay/1',
  title: 'Very many on one question',
  actors: ACTORS.map((id, index) => ({ id, name: `Speaker ${index}`, kind: 'person' })),
  claims: [{ id: 'claim-0', text: 'The large question is settled.' }],
  statements: ACTORS.map((actor, index) => ({
    actor,
    claim: 'claim-0',
    stance: index % 2 === 0 ? 'asserts' : 'denies',
    date: '2024-05',
  })),
};

/** Records in the page each value that the progress bar shows from now on. */
async function watchProgress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shares: number[] = [];
    Reflect.set(globalThis, 'sharesOfLayout', shares);
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('.layout-progress progress');
      if (bar !== null) shares.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['value'] });
  });
}

const watchedProgress = (page: Page) =>
  page.evaluate(() => Reflect.get(globalThis, 'sharesOfLayout') as readonly number[]);

describe('a layout that takes long', () => {
  const { open } = pageTest({ files: [lastingDispute] });
  const progress = (page: Page) => page.locator('.layout-progress');

  /** Shows nearly all of the dispute; the script of the layout worker is held back until it is released. */
  async function openLasting(): Promise<{
    readonly page: Page;
    readonly letThrough: () => void;
    readonly ids: readonly string[];
  }> {
    let letThrough = (): void => undefined;
    const isLetThrough = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    const page = await open({
      before: (opened) =>
        opened.route(/layout-worker[^/]*\.js$/u, async (route) => {
          await isLetThrough;
          await route.continue().catch(() => undefined);
        }),
    });
    await page.locator(`${CANVAS}[data-nodes]`).waitFor();
    await clickOn(page, 'claim-0');
    const counts = () =>
      page
        .locator(CANVAS)
        .evaluate((canvas) => [Number(canvas.dataset['nodes']), Number(canvas.dataset['edges'])] as const);
    for (let [nodes, edges] = await counts(); nodes + edges <= MAX_AT_ONCE; [nodes, edges] = await counts()) {
      const before = nodes;
      await page.keyboard.press('e');
      await expect.poll(async () => (await counts())[0]).toBeGreaterThan(before);
    }
    const found = Object.entries(await places(page, ACTORS)).filter(([, place]) => place !== 'absent');
    return { page, letThrough, ids: found.slice(0, 20).map(([id]) => id) };
  }

  async function layOut(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Layout', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Force' }).click();
    await progress(page).getByText('Layout: Force').waitFor();
  }

  it('is told of, and leaves everything where it was when it is stopped', async () => {
    const { page, letThrough, ids } = await openLasting();
    const before = await places(page, ids);
    await layOut(page);
    expect(await progress(page).getByRole('progressbar', { name: 'Layout: Force' }).getAttribute('value')).toBe('0');
    await progress(page).getByRole('button', { name: 'Stop' }).click();
    await progress(page).waitFor({ state: 'detached' });
    letThrough();
    expect(await places(page, ids)).toEqual(before);
  });

  it('says how far it is, and moves all nodes as one step when it is done', async () => {
    const { page, letThrough, ids } = await openLasting();
    const before = await places(page, ids);
    await layOut(page);
    await watchProgress(page);
    letThrough();
    await progress(page).waitFor({ state: 'detached', timeout: 60_000 });
    const values = await watchedProgress(page);
    expect(values.filter((value) => value > 0 && value <= 1).length).toBeGreaterThan(0);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    await expect.poll(async () => farthestMove(before, await places(page, ids))).toBeGreaterThan(20);
    await page.getByRole('button', { name: 'History' }).click();
    await expect
      .poll(() => page.getByRole('listbox', { name: 'History' }).getByRole('option').first().innerText())
      .toContain('Changed the layout');
  });
});
