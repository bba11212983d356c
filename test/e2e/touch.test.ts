import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CANVAS, drawn, middle, waitForGraph, zoomOf } from './support/canvas.ts';
import { EXAMPLE, EXAMPLE_NODES } from './support/example.ts';
import { pageTest } from './support/page-test.ts';
import { Fingers, type Place } from './support/touch.ts';

const { open } = pageTest();
/** Tolerance in pixels: the browser does not report the first pixels of a touch move. */
const TOUCH_SLOP = 16;

async function openPhone(): Promise<Page> {
  const page = await open({ width: 390, height: 844, hasTouch: true });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(0);
  return page;
}

/** A place on the canvas that can be touched and has no element within this many pixels. */
async function emptyPlace(page: Page, margin = 14): Promise<Place> {
  const boxes = await Promise.all(EXAMPLE_NODES.map((id) => drawn(page, id)));
  for (let y = 120; y < 700; y += 8) {
    for (let x = 40; x < 350; x += 8) {
      const isFree = boxes.every(
        (box) =>
          x < box.x - margin || x > box.x + box.width + margin || y < box.y - margin || y > box.y + box.height + margin,
      );
      const isCanvas =
        isFree &&
        (await page.evaluate(
          ([left = 0, top = 0, selector = '']: [number, number, string]) =>
            document.elementFromPoint(left, top)?.closest(selector) !== null,
          [x, y, CANVAS] as [number, number, string],
        ));
      if (isCanvas) return { x, y };
    }
  }
  throw new Error('There is no empty place on the canvas.');
}

/** The offsets of the nodes from the first one, in whole pixels. */
async function arrangement(page: Page): Promise<readonly (readonly number[])[]> {
  const boxes = await Promise.all(EXAMPLE_NODES.map((id) => drawn(page, id)));
  return boxes.map(({ x, y }) => [Math.round(x - (boxes[0]?.x ?? 0)), Math.round(y - (boxes[0]?.y ?? 0))]);
}

const menu = (page: Page) => page.getByRole('menu', { name: 'Actions' });

describe('a finger on the canvas', () => {
  it('opens the menu of a node by resting on it, and moves nothing', async () => {
    const page = await openPhone();
    const before = await arrangement(page);
    const fingers = await Fingers.on(page);
    await fingers.down(await middle(page, 'north-korea'));
    await menu(page).waitFor();
    await fingers.up();
    expect((await drawn(page, 'north-korea')).classes).toContain('selected');
    expect(await arrangement(page)).toEqual(before);
    await menu(page).getByRole('menuitem', { name: 'Pin or unpin' }).tap();
    await expect.poll(async () => (await drawn(page, 'north-korea')).classes).toContain('pinned');
    await menu(page).waitFor({ state: 'detached' });
  });

  it.each(['north-korea', `vedanta-patel asserts ${EXAMPLE.contested}`])(
    'opens the menu alone by resting on %s, and the sheet by a tap',
    async (id) => {
      const page = await openPhone();
      const sheet = page.locator('.panel');
      expect(await sheet.count()).toBe(0);
      const fingers = await Fingers.on(page);
      const at = await middle(page, id);
      await fingers.down(at);
      await menu(page).waitFor();
      await fingers.up();
      await expect.poll(async () => (await drawn(page, id)).classes).toContain('selected');
      await page.keyboard.press('Escape');
      await menu(page).waitFor({ state: 'detached' });
      // Anything that lifting the finger opens is open by now, because it comes before the effect of the key.
      expect(await sheet.count()).toBe(0);
      expect(await middle(page, id)).toEqual(at);
      await page.touchscreen.tap(at.x, at.y);
      await sheet.waitFor();
      expect(await menu(page).count()).toBe(0);
    },
  );

  it('opens the menu of the canvas where nothing is', async () => {
    const page = await openPhone();
    const fingers = await Fingers.on(page);
    await fingers.down(await emptyPlace(page));
    await menu(page).waitFor();
    await fingers.up();
    await menu(page).getByRole('menuitem', { name: 'Select all nodes' }).tap();
    await expect.poll(() => page.locator('.graph-list [aria-selected="true"]').count()).toBe(EXAMPLE.nodes);
  });

  it('drags the whole drawing along, at its scale', async () => {
    const page = await openPhone();
    const [zoom, before, from] = [await zoomOf(page), await middle(page, EXAMPLE.contested), await emptyPlace(page)];
    const to = { x: from.x + 60, y: from.y + 110 };
    const fingers = await Fingers.on(page);
    await fingers.down(from);
    await fingers.move([from], [to]);
    await fingers.up();
    const after = await middle(page, EXAMPLE.contested);
    expect(Math.hypot(after.x - before.x - 60, after.y - before.y - 110)).toBeLessThan(TOUCH_SLOP);
    expect(await zoomOf(page)).toBe(zoom);
    expect(await menu(page).count()).toBe(0);
  });
});

describe('two fingers on the canvas', () => {
  it('draw it larger when they part, and smaller when they meet', async () => {
    const page = await openPhone();
    const start = await zoomOf(page);
    const fingers = await Fingers.on(page);
    const [near, far] = [
      [
        { x: 165, y: 380 },
        { x: 225, y: 380 },
      ],
      [
        { x: 105, y: 380 },
        { x: 285, y: 380 },
      ],
    ] as const;
    await fingers.down(...near);
    await fingers.move(near, far);
    await fingers.up();
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(start * 2);
    const large = await zoomOf(page);
    await fingers.down(...far);
    await fingers.move(far, near);
    await fingers.up();
    await expect.poll(() => zoomOf(page)).toBeLessThan(large / 2);
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  });
});
