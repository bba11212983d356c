import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MOST_AT_ONCE } from '../../client/graph/run-layout.ts';
import { CANVAS, clickOn, drawn, farthestMove, middle, places, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

type Motion = 'reduce' | 'no-preference';

/** From now on, notes in the page where a node is drawn, frame by frame: each place once, in whole pixels. */
async function watchWay(page: Page, id: string): Promise<void> {
  await page.locator(CANVAS).evaluate((canvas, wanted) => {
    const way: string[] = [];
    Reflect.set(globalThis, 'wayOfNode', way);
    const look = () => {
      const detail: { id: string; rect?: { left: number; top: number } } = { id: wanted };
      canvas.dispatchEvent(new CustomEvent('gainsay:locate', { detail }));
      const place = `${Math.round(detail.rect?.left ?? 0)},${Math.round(detail.rect?.top ?? 0)}`;
      if (place !== way.at(-1)) way.push(place);
      requestAnimationFrame(look);
    };
    look();
  }, id);
}

const watchedWay = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'wayOfNode') as readonly string[]);

describe('a node that goes back to its place', () => {
  const { open } = pageTest();

  async function undoneMove(motion: Motion): Promise<readonly string[]> {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.emulateMedia({ reducedMotion: motion });
    const before = await drawn(page, 'self-defence');
    const { x, y } = await middle(page, 'self-defence');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 140, y - 90, { steps: 6 });
    await page.mouse.up();
    const goal = `${Math.round(before.x)},${Math.round(before.y)}`;
    await watchWay(page, 'self-defence');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await watchedWay(page)).at(-1)).toBe(goal);
    return watchedWay(page);
  }

  it('is seen on its way', async () => {
    const ways = await undoneMove('no-preference');
    expect(ways.length).toBeGreaterThan(2);
    const across = ways.map((place) => Number(place.split(',')[0]));
    expect(across).toEqual(across.toSorted((a, b) => a - b));
  });

  it('is there at once for who wants less motion', async () => {
    expect(await undoneMove('reduce')).toHaveLength(2);
  });
});

const ACTORS = Array.from({ length: 160 }, (_, index) => `actor-${index}`);
/** With a line to each, more elements than are laid out at once. */
const lastingDispute = {
  format: 'gainsay/1',
  title: 'Very many on one question',
  actors: ACTORS.map((id, index) => ({ id, name: `Speaker ${index}`, kind: 'person' })),
  claims: [{ id: 'claim-0', text: 'The large question is settled.' }],
  statements: ACTORS.map((actor, index) => ({ actor, claim: 'claim-0', stance: index % 2 === 0 ? 'asserts' : 'denies', date: '2024-05' })),
};

describe('a layout that takes long', () => {
  const { open } = pageTest({ files: [lastingDispute] });
  const progress = (page: Page) => page.locator('.layout-progress');

  /** Shows nearly all of that dispute; the script of the layout's worker comes when it is let through. */
  async function openLasting(): Promise<{ readonly page: Page; readonly letThrough: () => void; readonly ids: readonly string[] }> {
    let letThrough = (): void => undefined;
    const isLetThrough = new Promise<void>((resolve) => { letThrough = resolve; });
    const page = await open({
      before: (opened) => opened.route(/layout-worker[^/]*\.js$/u, async (route) => {
        await isLetThrough;
        await route.continue().catch(() => undefined);
      }),
    });
    await page.locator(`${CANVAS}[data-nodes]`).waitFor();
    await clickOn(page, 'claim-0');
    const counts = () => page.locator(CANVAS).evaluate((canvas) => [Number(canvas.dataset['nodes']), Number(canvas.dataset['edges'])] as const);
    for (let [nodes, edges] = await counts(); nodes + edges <= MOST_AT_ONCE; [nodes, edges] = await counts()) {
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
    const told = progress(page).locator('progress').evaluate((bar) => new Promise<number[]>((resolve) => {
      const values: number[] = [];
      const watch = new MutationObserver(() => {
        if (bar.isConnected) values.push((bar as HTMLProgressElement).value);
        else {
          watch.disconnect();
          resolve(values);
        }
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['value'] });
    }));
    letThrough();
    const values = await told;
    expect(values.filter((value) => value > 0 && value <= 1).length).toBeGreaterThan(0);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    await expect.poll(async () => farthestMove(before, await places(page, ids))).toBeGreaterThan(20);
    await page.getByRole('button', { name: 'History' }).click();
    await expect.poll(() => page.getByRole('listbox', { name: 'History' }).getByRole('option').first().innerText()).toContain('Changed the layout');
  });
});
