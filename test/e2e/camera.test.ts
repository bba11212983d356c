import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { clickOn, drawn, farthestMove, middle, places, waitForGraph, zoomOf } from './support/canvas.ts';
import { EXAMPLE, EXAMPLE_NODES } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();
/** Tolerance in pixels: the fit depends on the labels, whose size changes a little with the scale. */
const FIT_TOLERANCE = 4;

async function openExample(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(0);
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the camera', () => {
  it('zooms by its buttons and keys, and fits everything again', async () => {
    const page = await openExample();
    await press(page, 'Fit everything on screen');
    const start = await zoomOf(page);
    const before = await places(page, EXAMPLE_NODES);
    await press(page, 'Zoom in');
    await expect.poll(() => zoomOf(page)).toBeCloseTo(start * 1.25, 2);
    await press(page, 'Zoom out');
    await page.keyboard.press('-');
    await expect.poll(() => zoomOf(page)).toBeCloseTo(start / 1.25, 2);
    await press(page, 'Fit everything on screen');
    await expect.poll(async () => farthestMove(before, await places(page, EXAMPLE_NODES))).toBeLessThan(FIT_TOLERANCE);
  });

  it('goes as far as it was told to, however fast', async () => {
    const page = await openExample();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const start = await zoomOf(page);
    for (let time = 0; time < 4; time += 1) await page.keyboard.press('-');
    await expect.poll(() => zoomOf(page)).toBeCloseTo(start / 1.25 ** 4, 2);
  });

  it('zooms by the wheel towards the pointer, and pans by dragging the background', async () => {
    const page = await openExample();
    const start = await zoomOf(page);
    const at = await middle(page, EXAMPLE.contested);
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -240);
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(start);
    const after = await middle(page, EXAMPLE.contested);
    expect(Math.hypot(after.x - at.x, after.y - at.y)).toBeLessThan(2);
    const empty = await emptyPlace(page);
    await page.mouse.move(empty.x, empty.y);
    await page.mouse.down();
    await page.mouse.move(empty.x + 60, empty.y + 40, { steps: 6 });
    await page.mouse.up();
    const panned = await middle(page, EXAMPLE.contested);
    expect([Math.round(panned.x - after.x), Math.round(panned.y - after.y)]).toEqual([60, 40]);
  });

  it('stays where it is when something is opened', async () => {
    const page = await openExample();
    const before = await places(page, EXAMPLE_NODES);
    await clickOn(page, EXAMPLE.contested);
    await page.locator('.panel .pill').waitFor();
    expect(await places(page, EXAMPLE_NODES)).toEqual(before);
  });
});

describe('moving a node', () => {
  it('moves that node alone; undo takes it back, and so does reset', async () => {
    const page = await openExample();
    await press(page, 'Fit everything on screen');
    const before = await places(page, EXAMPLE_NODES);
    const { x, y } = await middle(page, 'self-defence');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 30, y - 25, { steps: 6 });
    await page.mouse.up();
    const moved = await places(page, EXAMPLE_NODES);
    expect(EXAMPLE_NODES.filter((id) => moved[id] !== before[id])).toEqual(['self-defence']);
    const there = await middle(page, 'self-defence');
    expect([Math.round(there.x - x), Math.round(there.y - y)]).toEqual([-30, -25]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => places(page, EXAMPLE_NODES)).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => places(page, EXAMPLE_NODES)).toEqual(moved);
    await press(page, 'Reset to the start view');
    await expect.poll(async () => farthestMove(before, await places(page, EXAMPLE_NODES))).toBeLessThan(FIT_TOLERANCE);
  });

  it('adds to the selection with Ctrl, and clears it on the background', async () => {
    const page = await openExample();
    await clickOn(page, EXAMPLE.contested);
    await page.keyboard.down('Control');
    await clickOn(page, 'north-korea');
    await page.keyboard.up('Control');
    const selected = page.locator('.graph-list [aria-selected="true"]');
    await expect.poll(() => selected.count()).toBe(2);
    expect((await drawn(page, 'north-korea')).classes).toContain('selected');
    const empty = await emptyPlace(page);
    await page.mouse.click(empty.x, empty.y);
    await expect.poll(() => selected.count()).toBe(0);
  });
});

/** A place on the canvas with nothing near it, found on a grid. */
async function emptyPlace(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const boxes = await Promise.all(EXAMPLE_NODES.map((id) => drawn(page, id)));
  for (let y = 90; y < 880; y += 15) {
    for (let x = 90; x < 1000; x += 15) {
      const isFree = boxes.every(
        (box) => x < box.x - 80 || x > box.x + box.width + 80 || y < box.y - 30 || y > box.y + box.height + 60,
      );
      const isCanvas =
        isFree &&
        (await page.evaluate(
          ([left = 0, top = 0]) => document.elementFromPoint(left, top)?.closest('.canvas') !== null,
          [x, y],
        ));
      if (isCanvas) return { x, y };
    }
  }
  throw new Error('There is no empty place on the canvas.');
}
