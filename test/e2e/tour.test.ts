/** The tour. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest, type PageOptions } from './support/page-test.ts';

const { open } = pageTest();

async function firstVisit(options: PageOptions = {}): Promise<Page> {
  const page = await open({ ...options, isFirstVisit: true });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const card = (page: Page, at: number) => page.getByRole('dialog', { name: `Tour, step ${at} of 6` });

/** How many square pixels of the explained element the card covers. */
async function overlap(page: Page): Promise<number> {
  const [one, other] = [await page.locator('.tour').boundingBox(), await page.locator('.tour-ring').boundingBox()];
  if (one === null || other === null) throw new Error('There is no card, or nothing that it explains.');
  const along = (a: number, aSize: number, b: number, bSize: number) =>
    Math.max(0, Math.min(a + aSize, b + bSize) - Math.max(a, b));
  return along(one.x, one.width, other.x, other.width) * along(one.y, one.height, other.y, other.height);
}

describe('the tour', () => {
  it('leads through six steps on a first visit, each with the focus, none over what it explains', async () => {
    const page = await firstVisit();
    for (let at = 1; at <= 6; at += 1) {
      await card(page, at).waitFor();
      expect(await overlap(page)).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.closest('.tour') !== null)).toBe(true);
      await page.getByRole('button', { name: at === 6 ? 'Done' : 'Next' }).click();
    }
    await page.locator('.tour').waitFor({ state: 'detached' });
    await page.reload();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await page.locator('.tour').count()).toBe(0);
  });

  it('goes back, and ends with Escape for good', async () => {
    const page = await firstVisit();
    await card(page, 1).waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await card(page, 2).waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await card(page, 1).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.tour').waitFor({ state: 'detached' });
    await page.reload();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await page.locator('.tour').count()).toBe(0);
  });

  it('is taken again from the help, and gives the focus back', async () => {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.getByRole('button', { name: 'Fit everything on screen' }).focus();
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Start the tour' }).click();
    await card(page, 1).waitFor();
    await expect.poll(focused).toBe('Tour, step 1 of 6');
    await page.getByRole('button', { name: 'Skip', exact: true }).click();
    await page.locator('.tour').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Fit everything on screen');
  });

  it('does not start when the page is opened by a link to a state', async () => {
    const page = await open({ isFirstVisit: true, path: '/#nothing-known' });
    await page.locator('.canvas[data-nodes]').waitFor();
    expect(await page.locator('.tour').count()).toBe(0);
  });

  it('passes over what a phone does not show, within its width', async () => {
    const page = await firstVisit({ width: 390, height: 844, hasTouch: true });
    await page.locator('.tour').waitFor();
    for (let taps = 0; taps < 6 && (await page.locator('.tour').count()) > 0; taps += 1) {
      const box = await page.locator('.tour').boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
      expect(await overlap(page)).toBe(0);
      await page.locator('.tour .is-primary').tap();
    }
    await page.locator('.tour').waitFor({ state: 'detached' });
  });

  it.each(['light', 'dark'] as const)('is accessible, %s', async (theme) => {
    const page = await firstVisit({ theme });
    await card(page, 1).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
