import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { drawn, farthestMove, locate, places, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';
import { shiftingDispute } from './support/shifting-dispute.ts';

const { open } = pageTest();

async function openFilters(options: Parameters<typeof open>[0] = {}): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await panel(page).waitFor();
  return page;
}

const panel = (page: Page) => page.getByRole('dialog', { name: 'Filters' });
const pill = (page: Page, name: RegExp) => panel(page).getByRole('button', { name });
const chips = (page: Page) => page.locator('.chip');
const isDimmed = async (page: Page, id: string) => (await drawn(page, id)).classes.includes('dimmed');

describe('filters', () => {
  it('let what does not pass step back, say so as a chip with its count, and move nothing', async () => {
    const page = await openFilters();
    const before = await places(page, ['north-korea', 'vedanta-patel', EXAMPLE.contested]);
    await pill(page, /^denies/).click();
    await expect
      .poll(() => chips(page).allInnerTexts())
      .toEqual([expect.stringMatching(/^Stance: denies ✕\s+\d+ statements$/)]);
    await expect.poll(() => isDimmed(page, 'vedanta-patel')).toBe(true);
    expect(await isDimmed(page, 'north-korea')).toBe(false);
    expect(farthestMove(before, await places(page, Object.keys(before)))).toBe(0);
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  });

  it('take what does not pass out of the view, count it, and bring it back to its place', async () => {
    const page = await openFilters();
    const before = await places(page, EXAMPLE.actors.slice(0, 3));
    await pill(page, /^State/).click();
    await panel(page).getByText('Hide them').click();
    await expect.poll(() => page.locator('.view-counts').innerText()).toContain('filtered out');
    expect(await locate(page, 'vedanta-patel')).toBeUndefined();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(farthestMove(before, await places(page, Object.keys(before)))).toBe(0);
    expect(await chips(page).count()).toBe(0);
  });

  it('look at single statements: dates, publishers, first hand', async () => {
    const page = await openFilters();
    await panel(page).getByLabel('From').fill('2022-10');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => chips(page).allInnerTexts())
      .toEqual([expect.stringMatching(/^Date: since October 2022\s+0 statements$/)]);
    await expect
      .poll(() => page.locator('.filter-chips').innerText())
      .toContain('Nothing in the view passes these filters.');
    await panel(page).getByLabel('From').fill('October');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel(page).innerText()).toContain('Not a date');
    await panel(page).getByLabel('From').fill('');
    await page.keyboard.press('Enter');
    await expect.poll(() => chips(page).count()).toBe(0);
    await pill(page, /^First-hand only/).click();
    await expect
      .poll(() => chips(page).allInnerTexts())
      .toEqual([expect.stringMatching(/^First-hand only\s+\d+ statements$/)]);
  });

  it('are left by Escape from each of their fields', async () => {
    const page = await openFilters();
    for (const field of ['From', 'To', 'Minimum statements per position'] as const) {
      await panel(page).getByRole('textbox', { name: field, exact: true }).focus();
      await page.keyboard.press('Escape');
      await expect.poll(() => panel(page).count()).toBe(0);
      await page.keyboard.press('Shift+F');
      await panel(page).waitFor();
    }
  });

  it('go one by one by the keyboard, and all at once by a button', async () => {
    const page = await openFilters();
    await pill(page, /^denies/).click();
    await pill(page, /^Contested claims only/).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => chips(page).count()).toBe(2);
    await chips(page).first().focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => chips(page).allInnerTexts()).toEqual([expect.stringContaining('Contested claims only')]);
    await page.keyboard.press('Shift+F');
    await panel(page).getByRole('button', { name: 'Remove all filters' }).click();
    await expect.poll(() => chips(page).count()).toBe(0);
    await expect.poll(() => isDimmed(page, 'white-house')).toBe(false);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`are accessible: ${theme}`, async () => {
      const page = await openFilters({ theme });
      await pill(page, /^denies/).click();
      await pill(page, /^Contested claims only/).click();
      await expect.poll(() => chips(page).count()).toBe(2);
      expect(await violations(page)).toEqual([]);
    });
  }
});

describe('filters by what a claim is about, and by who published it', () => {
  const { open: openBridge } = pageTest({ files: [shiftingDispute] });

  async function openBridgeFilters(): Promise<Page> {
    const page = await openBridge();
    await waitForGraph(page, 6, 8);
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await panel(page).waitFor();
    return page;
  }
  const part = (page: Page, name: string) => panel(page).getByRole('region', { name, exact: true });

  it('let the claims of other topics step back', async () => {
    const page = await openBridgeFilters();
    expect(await part(page, 'Topic').getByRole('button').allInnerTexts()).toEqual([
      expect.stringMatching(/^Bridge\s+5$/),
      expect.stringMatching(/^Money\s+3$/),
    ]);
    await part(page, 'Topic')
      .getByRole('button', { name: /^Money/ })
      .click();
    await expect
      .poll(() => chips(page).allInnerTexts())
      .toEqual([expect.stringMatching(/^Topic: Money\s+3 statements$/)]);
    await expect.poll(() => isDimmed(page, 'bridge-is-safe')).toBe(true);
    expect(await isDimmed(page, 'toll-is-planned')).toBe(false);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(() => isDimmed(page, 'bridge-is-safe')).toBe(false);
  });

  it('let the positions step back that no document of that publisher holds', async () => {
    const page = await openBridgeFilters();
    await expect
      .poll(() => part(page, 'Publisher').getByRole('button').allInnerTexts())
      .toEqual([expect.stringMatching(/^The Herald\s+2$/), expect.stringMatching(/^The Courier\s+1$/)]);
    await part(page, 'Publisher')
      .getByRole('button', { name: /^The Courier/ })
      .click();
    await expect
      .poll(() => chips(page).allInnerTexts())
      .toEqual([expect.stringMatching(/^Publisher: The Courier\s+1 statement$/)]);
    await expect.poll(() => isDimmed(page, 'minister denies bridge-is-safe')).toBe(true);
    expect(await isDimmed(page, 'minister asserts bridge-is-safe')).toBe(false);
    expect(await isDimmed(page, 'union asserts bridge-is-safe')).toBe(true);
  });
});
