/** Arabic, Hebrew, Korean and Hindi: correct text direction, search, and quotations. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { clickOn, waitForGraph } from './support/canvas.ts';
import { pageTest } from './support/page-test.ts';
import { SCRIPTS, scriptsDispute } from './support/scripts-dispute.ts';

const { open } = pageTest({ files: [scriptsDispute] });
const [NODES, EDGES] = [8, 7];

/** The text direction in the browser, and whether the first line begins at the right edge of its block. */
async function layoutOf(text: Locator): Promise<{ direction: string; beginsAtRight: boolean }> {
  return text.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const first = range.getClientRects()[0];
    const block = element.closest('h2, p, a, button, blockquote, div')?.getBoundingClientRect();
    const isNear =
      first !== undefined &&
      block !== undefined &&
      Math.abs(block.right - first.right) < Math.abs(first.left - block.left) + 1;
    return { direction: getComputedStyle(element).direction, beginsAtRight: isNear };
  });
}

describe('scripts', () => {
  it('run in the panel from where they begin', async () => {
    const page = await open();
    await waitForGraph(page, NODES, EDGES);
    await clickOn(page, 'arabic');
    const panel = page.locator('.panel');
    await panel.locator('[data-statement]').first().waitFor();
    expect(await layoutOf(panel.locator('.panel-title'))).toEqual({ direction: 'rtl', beginsAtRight: true });
    expect(await layoutOf(panel.locator('.claim-link > span').first())).toEqual({
      direction: 'rtl',
      beginsAtRight: true,
    });
    expect(await layoutOf(panel.locator('.quotation-button > [dir]').first())).toEqual({
      direction: 'rtl',
      beginsAtRight: true,
    });
    await clickOn(page, 'korean');
    await panel.getByRole('heading', { name: SCRIPTS.korean }).waitFor();
    expect((await layoutOf(panel.locator('.panel-title'))).direction).toBe('ltr');
  });

  it('are found by a name, by an alias and by quoted words', async () => {
    const page = await open();
    await waitForGraph(page, NODES, EDGES);
    const search = page.getByRole('combobox').first();
    for (const [typed, found] of [
      ['الخارجية', SCRIPTS.arabic],
      ['국방성', SCRIPTS.korean],
      ['विदेश', SCRIPTS.hindi],
      ['החוץ', SCRIPTS.hebrew],
    ] as const) {
      await search.fill(typed);
      await expect.poll(() => page.locator('.search-option').first().innerText()).toContain(found);
    }
    await search.fill('لم نصدر أسلحة');
    await expect
      .poll(() => page.locator('.search-option').allInnerTexts())
      .toContainEqual(expect.stringContaining(SCRIPTS.arabicQuotation));
  });

  it('are read in the document, each paragraph in its own direction', async () => {
    const page = await open();
    await waitForGraph(page, NODES, EDGES);
    await clickOn(page, 'arabic');
    await page.locator('.panel blockquote button').first().click();
    const marked = page.locator('.document-text mark.is-current');
    expect(await marked.innerText()).toBe(SCRIPTS.arabicQuotation);
    const directions = await page
      .locator('.document-text p')
      .evaluateAll((paragraphs) => paragraphs.map((one) => getComputedStyle(one).direction));
    expect(directions).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
    expect(await violations(page)).toEqual([]);
  });

  it('stand in the table in their own direction', async () => {
    const page = await open();
    await waitForGraph(page, NODES, EDGES);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const cell = page.getByText(SCRIPTS.hebrewClaim, { exact: true }).filter({ visible: true }).first();
    await cell.waitFor();
    expect((await layoutOf(cell)).direction).toBe('rtl');
  });

  it('do not widen a phone', async () => {
    const page = await open({ width: 390, height: 844, hasTouch: true });
    await waitForGraph(page, NODES, EDGES);
    await page.getByRole('combobox').first().fill('الخارجية');
    await page.locator('.search-option').first().tap();
    await page.locator('.panel [data-statement]').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
