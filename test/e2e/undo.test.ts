import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { clickOn, drawn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const isSelected = async (page: Page, id: string) => (await drawn(page, id)).classes.includes('selected');

describe('undo and redo', () => {
  it('take back and bring back selections and pins', async () => {
    const page = await openExample();
    await clickOn(page, 'united-states');
    await page.keyboard.press('p');
    await expect.poll(async () => (await drawn(page, 'united-states')).classes).toContain('pinned');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawn(page, 'united-states')).classes).not.toContain('pinned');
    expect(await isSelected(page, 'united-states')).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(() => isSelected(page, 'united-states')).toBe(false);
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await expect
      .poll(async () => (await drawn(page, 'united-states')).classes)
      .toEqual(expect.arrayContaining(['pinned', 'selected']));
  });

  it('are listed by name, and a step of the list is gone to at once', async () => {
    const page = await openExample();
    await clickOn(page, 'united-states');
    await page.keyboard.press('p');
    await clickOn(page, 'north-korea');
    await page.getByRole('button', { name: 'History' }).click();
    const steps = page.getByRole('listbox', { name: 'History' }).getByRole('option');
    await expect
      .poll(() => steps.allInnerTexts())
      .toEqual([
        expect.stringContaining('Selected North Korea'),
        'Pinned United States',
        'Selected United States',
        'Start',
      ]);
    await steps.filter({ hasText: 'Selected United States' }).click();
    await expect.poll(async () => (await drawn(page, 'united-states')).classes).not.toContain('pinned');
    expect(await isSelected(page, 'united-states')).toBe(true);
    expect(await isSelected(page, 'north-korea')).toBe(false);
    await steps.filter({ hasText: 'Selected North Korea' }).click();
    await expect.poll(() => isSelected(page, 'north-korea')).toBe(true);
    expect((await drawn(page, 'united-states')).classes).toContain('pinned');
  });

  it('are to be reached in the list by keyboard', async () => {
    const page = await openExample();
    await clickOn(page, 'united-states');
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'History' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox', { name: 'History' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => isSelected(page, 'united-states')).toBe(false);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('listbox', { name: 'History' }).count()).toBe(0);
  });
});
