import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.ts';
import { drawn, middle, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const items = async (page: Page) => (await page.getByRole('menuitem').allInnerTexts()).map((text) => text.split('\n')[0]);

describe('the menu', () => {
  it('opens by a right click, on what was clicked', async () => {
    const page = await openExample();
    const { x, y } = await middle(page, 'john-kirby');
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menu', { name: 'Actions' }).waitFor();
    expect(await items(page)).toEqual(['Show neighbours', 'Pin or unpin', 'Bring into view']);
    expect((await drawn(page, 'john-kirby')).classes).toContain('selected');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Pin or unpin' }).click();
    await expect.poll(async () => (await drawn(page, 'john-kirby')).classes).toContain('pinned');
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  it('is the same by Shift+F10 from the list, and closes by Escape', async () => {
    const page = await openExample();
    await page.locator('.graph-list').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: 'Actions' }).waitFor();
    expect(await items(page)).toEqual(['Show neighbours', 'Pin or unpin', 'Bring into view']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await drawn(page, EXAMPLE.contested)).classes).toContain('pinned');
    await page.locator('.graph-list').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.locator('.panel').waitFor();
  });
});
