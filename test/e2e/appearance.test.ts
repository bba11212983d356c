import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.ts';
import { clickOn, drawn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE, EXAMPLE_NODES } from './support/example.ts';
import { pageTest, type PageOptions } from './support/page-test.ts';

const { open } = pageTest();
const PHONE = { width: 390, height: 844, hasTouch: true } as const;

async function openExample(options: PageOptions = {}): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const token = (page: Page, name: string) =>
  page.evaluate((one) => getComputedStyle(document.documentElement).getPropertyValue(one).trim(), name);
const PAPER = { light: ['rgb(250, 249, 246)', '#0b6e8f'], dark: ['rgb(20, 20, 20)', '#4fc0e0'] } as const;
const paper = async (page: Page) => [
  await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
  await token(page, '--asserts'),
];

describe('the theme', () => {
  it.each(['light', 'dark'] as const)('is %s as the system is', async (theme) => {
    const page = await openExample({ theme });
    expect(await paper(page)).toEqual(PAPER[theme]);
  });

  it('is chosen by a button, and remembered', async () => {
    const page = await openExample();
    await page.getByRole('button', { name: 'Theme: as the system. Change to light' }).click();
    await page.getByRole('button', { name: 'Theme: light. Change to dark' }).click();
    await expect.poll(() => paper(page)).toEqual(PAPER.dark);
    await page.reload();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await paper(page)).toEqual(PAPER.dark);
    expect(await page.getByRole('button', { name: 'Theme: dark. Change to high contrast' }).count()).toBe(1);
  });

  it('draws in the faces of the page, from this server', async () => {
    const page = await openExample();
    const faces = await page.evaluate(() =>
      [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', '')),
    );
    expect([...new Set(faces)].toSorted()).toEqual(['Gainsay Sans', 'Gainsay Serif']);
  });
});

describe('on a phone', () => {
  it('has undo, redo, history and the link in a menu', async () => {
    const page = await openExample(PHONE);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
    await item('Undo').waitFor();
    expect(
      await Promise.all(
        ['Undo', 'Redo', 'History', 'Copy the link'].map((name) => item(name).getAttribute('aria-disabled')),
      ),
    ).toEqual(['true', 'true', 'true', null]);
    expect(Math.round((await item('Copy the link').boundingBox())?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await item('History').click();
    await page.getByRole('listbox', { name: 'History' }).getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await item('Undo').click();
    await expect.poll(() => page.locator('.graph-list [aria-selected="true"]').count()).toBe(0);
  });

  it('fits the width, with everything in reach of a finger', async () => {
    const page = await openExample(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const rail = await page.locator('.rail').boundingBox();
    expect(rail === null ? undefined : Math.round(rail.y + rail.height)).toBe(844);
    expect(await page.locator('.legend-row').count()).toBe(0);
    const small = await page
      .locator('.bar button, .rail button, .view-controls button, .legend button')
      .evaluateAll((buttons) =>
        buttons
          .map((button) => ({ name: button.getAttribute('aria-label'), box: button.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
          .map(({ name }) => name),
      );
    expect(small).toEqual([]);
    for (const id of EXAMPLE_NODES) {
      const { x, width } = await drawn(page, id);
      expect([x >= 0, x + width <= 390], id).toEqual([true, true]);
    }
  });

  it('opens the evidence as a sheet that can be drawn up and closed', async () => {
    const page = await openExample(PHONE);
    const { x, y, width, height } = await drawn(page, EXAMPLE.contested);
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    const sheet = page.locator('.panel');
    await sheet.locator('.pill').waitFor();
    const before = await sheet.boundingBox();
    expect(before?.width).toBe(390);
    const handle = await page.locator('.sheet-handle').boundingBox();
    if (handle === null) throw new Error('The sheet has no handle.');
    await page.mouse.move(195, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(195, handle.y - 150, { steps: 5 });
    await page.mouse.up();
    await expect
      .poll(async () => (await sheet.boundingBox())?.height ?? 0)
      .toBeGreaterThan((before?.height ?? 0) + 100);
    await page.getByRole('button', { name: 'Close the panel' }).tap();
    await sheet.waitFor({ state: 'detached' });
  });
});

describe('the panel', () => {
  it('has a width that the keyboard can change, and that is remembered', async () => {
    const page = await openExample();
    await clickOn(page, EXAMPLE.contested);
    const panel = page.locator('.panel');
    const width = async () => Math.round((await panel.boundingBox())?.width ?? 0);
    expect(await width()).toBe(400);
    await page.getByRole('separator', { name: 'Width of the panel' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(width).toBeGreaterThan(400);
    await page.keyboard.press('End');
    await expect.poll(width).toBe(640);
    await page.keyboard.press('Home');
    await expect.poll(width).toBe(320);
    await page.reload();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await width()).toBe(320);
  });
});
