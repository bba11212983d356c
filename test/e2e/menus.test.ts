import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.ts';
import { CANVAS, drawn, farthestMove, middle, places, waitForGraph } from './support/canvas.ts';
import { EXAMPLE, EXAMPLE_NODES } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await open({ theme });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const ACTIONS_OF_A_NODE = [
  'Show neighbours',
  'Show neighbours by',
  'Collapse neighbours',
  'Find paths',
  'Add neighbours to the selection',
  'Invert the selection',
  'Hide',
  'Hide everything else',
  'Pin or unpin',
  'Bring into view',
  'Copy names and texts',
];
const items = async (page: Page) =>
  (await page.getByRole('menuitem').allInnerTexts()).map((text) => text.split('\n')[0]);
const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: false }).first();
const menuOn = async (page: Page, id: string) => {
  const { x, y } = await middle(page, id);
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menu', { name: 'Actions' }).waitFor();
};
const classesOf = async (page: Page, id: string) => (await drawn(page, id)).classes;

describe('the menu of a node', () => {
  it('opens by a right click, on what was clicked', async () => {
    const page = await openExample();
    await menuOn(page, 'john-kirby');
    expect(await items(page)).toEqual(ACTIONS_OF_A_NODE);
    expect(await classesOf(page, 'john-kirby')).toContain('selected');
    expect(await violations(page)).toEqual([]);
    await item(page, 'Pin or unpin').click();
    await expect.poll(() => classesOf(page, 'john-kirby')).toContain('pinned');
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  it('is the same by Shift+F10 from the list, and closes by Escape', async () => {
    const page = await openExample();
    await page.locator('.graph-list').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: 'Actions' }).waitFor();
    expect(await items(page)).toEqual(ACTIONS_OF_A_NODE);
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await expect.poll(() => classesOf(page, EXAMPLE.contested)).toContain('pinned');
    await page.locator('.graph-list').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.locator('.panel').waitFor();
  });

  it('hides, says how many are hidden, and restores without moving anything', async () => {
    const page = await openExample();
    const before = await places(page, EXAMPLE_NODES);
    await menuOn(page, 'john-kirby');
    await item(page, 'Hide').click();
    await page.locator(`${CANVAS}[data-nodes="${EXAMPLE.nodes - 1}"]`).waitFor();
    const { x, y } = await page.locator(CANVAS).evaluate((canvas) => {
      const box = canvas.getBoundingClientRect();
      return { x: box.left + 8, y: box.top + 8 };
    });
    await page.mouse.click(x, y, { button: 'right' });
    await item(page, 'Show hidden nodes').click();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(farthestMove(before, await places(page, EXAMPLE_NODES))).toBe(0);
  });

  it('counts neighbours by stance and kind before it fetches any', async () => {
    const page = await openExample();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await menuOn(page, EXAMPLE.contested);
    await item(page, 'Show neighbours by').hover();
    const choices = page.getByRole('menu', { name: 'Show neighbours by' });
    await choices.getByRole('menuitem', { name: '✓ asserted by' }).waitFor();
    const texts = await choices.getByRole('menuitem').allInnerTexts();
    expect(texts.map((text) => text.split('\n')[0])).toContain('✕ denied by');
    expect(requests.filter((path) => path.endsWith('/neighbours'))).toEqual([]);
  });
});

describe('the menu of an edge', () => {
  it('opens by a right click on its line, and keeps it with its two ends', async () => {
    const page = await openExample();
    const edge = `vedanta-patel asserts ${EXAMPLE.contested}`;
    await menuOn(page, edge);
    expect(await items(page)).toEqual(['Add neighbours to the selection', 'Hide everything else', 'Bring into view']);
    expect(await classesOf(page, edge)).toContain('selected');
    expect(await violations(page)).toEqual([]);
    await item(page, 'Hide everything else').click();
    await page.locator(`${CANVAS}[data-nodes="2"][data-edges="1"]`).waitFor();
    await expect.poll(() => classesOf(page, 'vedanta-patel')).toContain('actor');
    await page.keyboard.press('Control+z');
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  });
});

describe('the menu of a selection', () => {
  it('opens on any of its members, and is about all of them', async () => {
    const page = await openExample();
    for (const [id, modifiers] of [
      ['john-kirby', []],
      ['white-house', ['Control']],
    ] as const) {
      const { x, y } = await middle(page, id);
      for (const key of modifiers) await page.keyboard.down(key);
      await page.mouse.click(x, y);
      for (const key of modifiers) await page.keyboard.up(key);
    }
    await menuOn(page, 'john-kirby');
    expect(await items(page)).toEqual([
      'Show neighbours',
      'Collapse neighbours',
      'Show common neighbours',
      'Find paths',
      'Add neighbours to the selection',
      'Invert the selection',
      'Hide',
      'Hide everything else',
      'Pin or unpin',
      'Copy names and texts',
    ]);
    await item(page, 'Hide everything else').click();
    await page.locator(`${CANVAS}[data-nodes="2"]`).waitFor();
    await page.keyboard.press('Control+z');
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  });
});

describe('the menu of the canvas', () => {
  it('opens by Shift+F10 when nothing is selected, and selects by kind', async () => {
    const page = await openExample('dark');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: 'Actions' }).waitFor();
    expect((await items(page)).slice(0, 3)).toEqual(['Select all nodes', 'Select', 'Invert the selection']);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('menu', { name: 'Select', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await item(page, 'Select states').click();
    await expect.poll(() => classesOf(page, 'north-korea')).toContain('selected');
    expect(await classesOf(page, 'john-kirby')).not.toContain('selected');
  });
});
