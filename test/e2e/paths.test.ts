import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.ts';
import { CANVAS, clickOn, drawn, farthestMove, places, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open({ theme });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const panel = (page: Page) => page.locator('.panel');
const first = (page: Page) => panel(page).getByRole('region', { name: 'Path 1' });
async function selectBoth(page: Page, from: string, to: string): Promise<void> {
  await clickOn(page, from);
  await page.keyboard.down('Control');
  await clickOn(page, to);
  await page.keyboard.up('Control');
}
async function choose(page: Page, label: string, typed: string): Promise<void> {
  await panel(page).getByRole('combobox', { name: label }).fill(typed);
  await page.keyboard.press('Enter');
  await panel(page).getByRole('combobox', { name: label }).waitFor({ state: 'detached' });
}

describe('paths between two nodes', () => {
  it('are found for a selection of two, each with the words on it, and pointed out', async () => {
    const page = await openExample();
    await selectBoth(page, 'north-korea', 'vedanta-patel');
    await page.keyboard.press('Shift+P');
    await first(page).waitFor();
    expect(await first(page).getByRole('heading').innerText()).toBe('Path 1 2 hops');
    expect(await first(page).locator('.path-node').allInnerTexts()).toEqual([
      'North Korea',
      EXAMPLE.contestedText,
      'Vedanta Patel',
    ]);
    expect(await first(page).locator('.path-link > p').allInnerTexts()).toEqual(['✕ denies', '✓ asserted by']);
    expect(await first(page).locator('.path-quote q').count()).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
    await first(page).hover();
    await expect.poll(async () => (await drawn(page, EXAMPLE.contested)).classes).toContain('path');
    expect((await drawn(page, 'john-kirby')).classes).not.toContain('path');
    await page.mouse.move(300, 300);
    await expect.poll(async () => (await drawn(page, EXAMPLE.contested)).classes).not.toContain('path');
  });

  it('say plainly when there is none', async () => {
    const page = await openExample('dark');
    await selectBoth(page, 'north-korea', 'us-intelligence-officials');
    await page.getByRole('button', { name: 'Find paths' }).click();
    await expect.poll(() => panel(page).locator('.path-none').allInnerTexts()).toEqual(['No path within 6 hops.']);
    expect(await violations(page)).toEqual([]);
  });

  it('can be asked for by stance', async () => {
    const page = await openExample();
    await selectBoth(page, 'north-korea', 'vedanta-patel');
    await page.keyboard.press('Shift+P');
    await first(page).waitFor();
    const asked = page.waitForRequest(
      (request) => request.url().includes('/api/paths') && request.url().includes('stances=asserts'),
    );
    await panel(page).getByText('✓ assert', { exact: true }).click();
    await asked;
    await expect.poll(() => panel(page).locator('.path-link.is-denies').count()).toBe(0);
  });

  it('are left by Escape: the words, the field, then the panel', async () => {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.keyboard.press('Shift+P');
    const field = page.getByRole('combobox', { name: 'From' });
    await field.fill('korea');
    await page.locator('.node-options').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.node-options').waitFor({ state: 'detached' });
    await expect.poll(() => field.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  });

  it('begin with two fields, and add what is not shown without moving anything', async () => {
    const page = await openExample();
    await clickOn(page, 'vedanta-patel');
    await page.keyboard.press('Shift+H');
    await page.locator(`${CANVAS}[data-nodes="1"]`).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const before = await places(page, ['vedanta-patel']);
    await page.keyboard.press('Shift+P');
    await choose(page, 'From', 'DPRK');
    await choose(page, 'To', 'Kirby');
    await first(page).waitFor();
    expect(await first(page).locator('.path-node').first().innerText()).toBe('North Korea');
    expect(await first(page).locator('.path-node').last().innerText()).toBe('John Kirby');
    expect(await first(page).getByRole('heading').innerText()).toBe('Path 1 2 hops');
    await first(page).getByRole('button', { name: 'Add 3' }).click();
    await page.locator(`${CANVAS}[data-nodes="4"]`).waitFor();
    await first(page).getByText('All shown').waitFor();
    expect(farthestMove(before, await places(page, ['vedanta-patel']))).toBe(0);
  });
});
