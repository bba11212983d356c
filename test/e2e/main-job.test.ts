import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { clickOn, doubleClickOn, drawn, locate, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();
const DENIAL = `north-korea denies ${EXAMPLE.contested}`;
const marked = (page: Page) => page.locator('.document-text mark').allInnerTexts();
const title = (page: Page) => page.locator('.panel-title').first().innerText();

/** Opens the address of the shown state in a new browser without stored data. */
async function reopened(page: Page): Promise<Page> {
  const { pathname, hash } = new URL(page.url());
  expect(hash).toMatch(/^#view=/u);
  const clean = await open({ path: pathname + hash });
  await expect.poll(() => locate(clean, 'north-korea')).toBeDefined();
  return clean;
}

async function saveView(page: Page, name: string): Promise<void> {
  await page.getByText(`“${name}” was saved.`).waitFor();
  await page.waitForURL(/#view=/u);
}

describe('the main job: find North Korea, expand it, open the quotation of its denial, save the view, reopen it elsewhere', () => {
  it('by mouse', async () => {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.getByRole('combobox').click();
    await page.getByRole('combobox').fill('DPRK');
    await page.locator('.search-option', { hasText: 'North Korea' }).first().click();
    await expect.poll(() => title(page)).toBe('North Korea');
    await page.mouse.move(5, 400);
    await doubleClickOn(page, 'north-korea');
    await page.locator('.view-outcome').waitFor();
    await clickOn(page, DENIAL);
    await page.locator('.quotation-button').first().click();
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(0);
    const words = await marked(page);
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Save the view' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('The denial');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await saveView(page, 'The denial');
    const clean = await reopened(page);
    expect((await drawn(clean, DENIAL)).classes).toContain('selected');
    await expect.poll(() => marked(clean)).toEqual(words);
  });

  it('by keyboard alone', async () => {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.keyboard.press('/');
    await page.keyboard.type('DPRK');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page)).toBe('North Korea');
    await page.keyboard.press('e');
    await page.locator('.view-outcome').waitFor();
    // The search finds the edge by the quotation of the denial.
    await page.keyboard.press('/');
    await page.keyboard.type('arms deal in the making');
    const quotation = page.locator('.search-results [role="listbox"]:not(.is-stale) .search-option', {
      hasText: /arms deal in the making/i,
    });
    await quotation.first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.quotation-button').count()).toBeGreaterThan(0);
    await tabTo(page, '.quotation-button');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(0);
    const [words, selected] = [await marked(page), await title(page)];
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await saveView(page, 'By keyboard');
    const clean = await reopened(page);
    await expect.poll(() => title(clean)).toBe(selected);
    await expect.poll(() => marked(clean)).toEqual(words);
  });

  it('by touch: looking, searching and opening the evidence on a phone', async () => {
    const page = await open({ width: 390, height: 844, hasTouch: true });
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.getByRole('combobox').tap();
    await page.getByRole('combobox').fill('DPRK');
    await page.locator('.search-option', { hasText: 'North Korea' }).first().tap();
    await expect.poll(() => title(page)).toBe('North Korea');
    await page.locator('.quotation-button, .statement-source .link').first().tap();
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(0);
    expect((await locate(page, 'north-korea'))?.classes).toContain('selected');
  });
});

/** Presses Tab until an element that matches the selector has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}
