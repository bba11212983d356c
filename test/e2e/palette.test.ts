import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.ts';
import { drawn, middle, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open({ theme });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const field = (page: Page) => palette(page).getByRole('searchbox');
const names = async (page: Page) =>
  (await palette(page).getByRole('menuitem').allInnerTexts()).map((text) => text.split('\n')[0]);

describe('the list of all commands', () => {
  it('opens by a key, finds by some characters, and performs with Enter', async () => {
    const page = await openExample();
    await page.keyboard.press('Control+/');
    await field(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('cntst');
    await expect.poll(async () => (await names(page))[0]).toBe('Select contested claims');
    await page.keyboard.press('Enter');
    await palette(page).waitFor({ state: 'detached' });
    await expect.poll(async () => (await drawn(page, EXAMPLE.contested)).classes).toContain('selected');
  });

  it('has the layouts and the screens', async () => {
    const page = await openExample();
    const at = await middle(page, EXAMPLE.contested);
    await page.keyboard.press('Control+/');
    await field(page).waitFor();
    await page.keyboard.type('by date');
    await expect.poll(async () => (await names(page))[0]).toBe('Layout: by date');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await middle(page, EXAMPLE.contested)).y - at.y).not.toBe(0);
    await page.keyboard.press('Control+/');
    await field(page).waitFor();
    await page.keyboard.type('go to the table');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: /^Nodes/ }).waitFor();
    await page.keyboard.press('g');
    await page.getByRole('tab', { name: /^Nodes/ }).waitFor({ state: 'detached' });
  });

  it('greys what cannot be done now', async () => {
    const page = await openExample('dark');
    await page.keyboard.press('Shift+>');
    await field(page).waitFor();
    const redo = palette(page).getByRole('menuitem', { name: 'Redo' });
    expect(await redo.getAttribute('aria-disabled')).toBe('true');
    expect(
      await palette(page).getByRole('menuitem', { name: 'Fit everything on screen' }).getAttribute('aria-disabled'),
    ).toBeNull();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('qqqq');
    await palette(page).getByText('No command matches.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'detached' });
  });

  it('opens from the search by >, and leads to the list of shortcuts', async () => {
    const page = await openExample();
    await page.keyboard.press('/');
    await page.keyboard.type('>');
    await field(page).waitFor();
    await page.keyboard.type('shortcuts');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor();
    expect(
      await page.getByRole('dialog').locator('dt', { hasText: 'All commands' }).locator('xpath=../dd').innerText(),
    ).toContain('Ctrl+/');
  });
});

describe('finding in the view', () => {
  it('steps through what is shown, and leaves the last one selected', async () => {
    const page = await openExample();
    await page.keyboard.press('f');
    const find = page.getByRole('search', { name: 'Find in the view' });
    await find.getByRole('textbox').waitFor();
    await page.keyboard.type('dprk');
    await find.getByText('1 found').waitFor();
    await page.keyboard.press('Enter');
    await find.getByText('1 of 1').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await find.waitFor({ state: 'detached' });
    await expect.poll(async () => (await drawn(page, 'north-korea')).classes).toContain('selected');
  });

  it('takes for its own what is typed before it is there', async () => {
    const page = await openExample();
    let isAsked = false;
    await page.route(/FindInView.*\.js$/u, async (route) => {
      isAsked = true;
      await expect.poll(() => isTyped).toBe(true);
      await route.continue();
    });
    let isTyped = false;
    await page.keyboard.press('f');
    await page.keyboard.type('kirby');
    isTyped = true;
    const find = page.getByRole('search', { name: 'Find in the view' });
    await find.getByText('1 found').waitFor();
    expect(await find.getByRole('textbox').inputValue()).toBe('kirby');
    expect(isAsked).toBe(true);
    // Neither of the characters ran a shortcut.
    expect(await page.locator('.is-undo').isEnabled()).toBe(false);
  });

  it('takes the camera there, near enough to read', async () => {
    const page = await openExample();
    for (let times = 0; times < 12; times += 1) await page.keyboard.press('-');
    await page.keyboard.press('f');
    await page.getByRole('search', { name: 'Find in the view' }).getByRole('textbox').waitFor();
    await page.keyboard.type('kirby');
    await page.keyboard.press('Enter');
    await expect.poll(async () => Number(await page.locator('.canvas').getAttribute('data-zoom'))).toBeGreaterThan(0.8);
    const { x, y } = await drawn(page, 'john-kirby');
    const box = await page.locator('.canvas').boundingBox();
    if (box === null) throw new Error('The canvas has no size.');
    expect(x).toBeGreaterThan(box.x);
    expect(x).toBeLessThan(box.x + box.width);
    expect(y).toBeGreaterThan(box.y);
    expect(y).toBeLessThan(box.y + box.height);
  });

  it('says that nothing is called that', async () => {
    const page = await openExample();
    await page.keyboard.press('f');
    await page.getByRole('search', { name: 'Find in the view' }).getByRole('textbox').fill('xyzzy');
    await expect.poll(() => page.getByText('Nothing in the view matches').count()).toBe(1);
  });
});
