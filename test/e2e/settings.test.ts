/** The settings of the browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { CANVAS, drawn, waitForGraph, zoomOf } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest, type PageOptions } from './support/page-test.ts';

const { open } = pageTest();

async function openSettings(options: PageOptions = {}): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  await page.locator('.is-settings').click();
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  return page;
}

const choose = (page: Page, name: string) => page.getByRole('dialog').getByText(name, { exact: true }).click();
const colors = (page: Page) =>
  page.locator('body').evaluate((body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).color]);

describe('settings', () => {
  it('are reached by keyboard, changed by arrow keys, and left by Escape to where one was', async () => {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.locator('.is-settings').focus();
    await page.keyboard.press('Enter');
    const theme = page.getByRole('radiogroup', { name: 'Theme' });
    await theme.getByRole('radio', { checked: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await theme.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Settings');
  });

  it.each([
    ['light', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
    ['dark', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
  ] as const)('give high contrast, %s as the system', async (theme, ground, ink) => {
    const page = await openSettings({ theme });
    await choose(page, 'High contrast');
    expect(await colors(page)).toEqual([ground, ink]);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await colors(page)).toEqual([ground, ink]);
  });

  it('give larger type for a projector, and the whole graph still in sight', async () => {
    const page = await openSettings();
    const before = await page.locator('.wordmark').evaluate((element) => element.getBoundingClientRect().height);
    const [small, zoom] = [await drawn(page, EXAMPLE.contested), await zoomOf(page)];
    await choose(page, 'Projector');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(
      (await page.locator('.wordmark').evaluate((element) => element.getBoundingClientRect().height)) / before,
    ).toBeCloseTo(1.25, 1);
    const canvas = await page.locator(CANVAS).boundingBox();
    const node = await drawn(page, EXAMPLE.contested);
    // Larger type on larger cards, in the same places.
    expect(node.height / (await zoomOf(page)) - small.height / zoom).toBeCloseTo(12, 0);
    expect(node.x).toBeGreaterThan(canvas?.x ?? Infinity);
    expect(node.x + node.width).toBeLessThan((canvas?.x ?? 0) + (canvas?.width ?? 0));
    const { x, y, width, height } = node;
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.getByRole('heading', { name: 'An arms deal between North Korea and Russia is under way.' }).waitFor();
    await page.reload();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await page.locator('html').getAttribute('data-type')).toBe('projector');
  });

  it('put the names of the screens below their icons', async () => {
    const page = await openSettings();
    const label = page.locator('.rail-label', { hasText: 'Import' });
    expect(await label.isVisible()).toBe(false);
    await choose(page, 'Below their icons');
    expect(await label.isVisible()).toBe(true);
  });

  it('stay out of the way where the browser forbids to remember', async () => {
    const page = await open({
      before: (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('no', 'SecurityError');
            },
          });
        }),
      isFirstVisit: true,
    });
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.keyboard.press('Escape');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  });

  it('are usable on a phone: every target is at least 44 px high', async () => {
    const page = await openSettings({ width: 390, height: 844, hasTouch: true });
    const heights = await page
      .getByRole('dialog')
      .locator('.setting-option, button')
      .evaluateAll((targets) => targets.map((one) => one.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(12);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
