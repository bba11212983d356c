import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { clickOn, drawn, waitForGraph } from './support/canvas.ts';
import { HOSTILE, HOSTILE_IDS, hostileDispute } from './support/hostile-dispute.ts';
import { pageTest } from './support/page-test.ts';

const { open, server } = pageTest({ files: [hostileDispute] });
const EDGE = `${HOSTILE_IDS.image} asserts ${HOSTILE_IDS.claim}`;

async function openHostile(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, 8, 6);
  return page;
}

/** Asserts that no data became an element, an address, a handler or a title. */
async function expectHarmless(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => ({
      made: document.querySelectorAll('.from-data, [onerror], [onload], [onmouseover]').length,
      frames: document.querySelectorAll('iframe, object, embed').length,
      scripts: [...document.scripts].filter((script) => !script.src.startsWith(location.origin)).length,
      links: [...document.links].filter((link) => !/^https?:$/u.test(link.protocol)).length,
      title: document.title.includes('broken'),
      prototype: Object.keys(Object.prototype).length,
    })),
  ).toEqual({ made: 0, frames: 0, scripts: 0, links: 0, title: false, prototype: 0 });
}

describe('text from data', () => {
  it('is text on the canvas, in the list and in the panel of a claim', async () => {
    const page = await openHostile();
    const rows = (await page.locator('.graph-list [role="option"]').allTextContents()).join('\n');
    for (const words of [
      HOSTILE.image,
      HOSTILE.script,
      HOSTILE.template,
      HOSTILE.arabic,
      HOSTILE.override,
      HOSTILE.claim,
      HOSTILE.frame,
    ]) {
      expect(rows).toContain(words);
    }
    await clickOn(page, HOSTILE_IDS.claim);
    await expect.poll(() => page.locator('.panel-title').textContent()).toBe(HOSTILE.claim);
    await expect.poll(() => page.locator('.panel [data-statement]').count()).toBe(4);
    expect(await page.locator('.panel .statement-note').first().textContent()).toBe(HOSTILE.note);
    expect(await page.locator('.panel blockquote mark').first().textContent()).toBe(HOSTILE.quotation);
    await expectHarmless(page);
  });

  it('is text behind an edge and in the document, with the words in their place', async () => {
    const page = await openHostile();
    expect((await drawn(page, EDGE)).classes).toContain('asserts');
    await clickOn(page, EDGE);
    await expect.poll(() => page.locator('.panel [data-statement]').count()).toBe(1);
    await page.locator('.panel [data-statement] blockquote button').click();
    await page.locator('.document-text mark.is-current').first().waitFor();
    expect((await page.locator('.document-text mark.is-current').allTextContents()).join('')).toBe(HOSTILE.quotation);
    expect(await page.locator('.document-text').textContent()).toBe(hostileDispute.documents[0]?.text);
    expect(await page.locator('.panel-title').textContent()).toBe(HOSTILE.title);
    const original = page.getByRole('link', { name: 'Original' });
    expect(await original.getAttribute('href')).toBe(hostileDispute.documents[0]?.url);
    expect(await original.getAttribute('rel')).toBe('noopener noreferrer');
    await expectHarmless(page);
  });

  it.each(['image', 'script', 'template', 'arabic', 'override', 'long'] as const)(
    'is text in the panel of an actor: %s',
    async (key) => {
      const page = await openHostile();
      await clickOn(page, HOSTILE_IDS[key]);
      await expect.poll(() => page.locator('.panel-title').textContent()).toBe(HOSTILE[key]);
      await expect.poll(() => page.locator('.panel [data-statement]').count()).toBe(1);
      const panel = await page.locator('.panel').boundingBox();
      expect(await page.locator('.panel-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
      expect(panel === null ? undefined : Math.round(panel.x + panel.width)).toBe(1440);
      await expectHarmless(page);
    },
  );

  it('is text in the search, whatever is searched', async () => {
    const page = await openHostile();
    for (const words of [
      '<img',
      'onerror',
      'من <script>',
      'script',
      'الخارجية',
      '*{}[]()\\',
      "' OR 1=1 //",
      'broken',
    ]) {
      await page.keyboard.press('/');
      await page.getByRole('combobox').fill(words);
      await page.locator('.search-option, .search-nothing').first().waitFor();
      await expectHarmless(page);
    }
    await page.getByRole('combobox').fill('الخارجية');
    await expect.poll(() => page.locator('.search-option .search-main').first().textContent()).toBe(HOSTILE.arabic);
  });

  it('reads from right to left where it is written so', async () => {
    const page = await openHostile();
    await clickOn(page, HOSTILE_IDS.arabic);
    const title = page.locator('.panel-title');
    await expect.poll(() => title.textContent()).toBe(HOSTILE.arabic);
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await clickOn(page, HOSTILE_IDS.image);
    await expect.poll(() => title.textContent()).toBe(HOSTILE.image);
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  });

  it('is text in the list of imports and in a fault; an address that runs a script is refused', async () => {
    const page = await openHostile();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    expect(await page.locator('.import-row strong').first().textContent()).toBe(hostileDispute.title);
    const script = {
      format: 'gainsay/1',
      documents: [{ id: HOSTILE.image.replaceAll(' ', '-'), title: HOSTILE.title, url: 'javascript:alert(1)' }],
    };
    await page
      .locator('input[type="file"]')
      .setInputFiles({
        name: '<img class=from-data src=x>.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(script)),
      });
    await page.locator('.fault-table').waitFor();
    const cells = await page.locator('.fault-table tbody td').allTextContents();
    expect(cells.slice(0, 3)).toEqual(['<img class=from-data src=x>.json', 'documents 1', 'url']);
    expect(cells[3]).toContain('http://');
    await expectHarmless(page);
  });

  it('is text in the API, as data that no browser runs', async () => {
    const answer = await fetch(`${server().url}/api/search?q=${encodeURIComponent('<img')}`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/u);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
