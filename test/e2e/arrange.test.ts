/** Layouts while a part of the graph, or the page itself, is hidden. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CANVAS, clickOn, drawn, middle, waitForGraph, zoomOf } from './support/canvas.ts';
import { EXAMPLE, EXAMPLE_NODES } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();
const steps = (page: Page) => page.getByRole('listbox', { name: 'History' }).getByRole('option');

async function openExample(before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await open(before && { before });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

/** The offset of a node from another one, in pixels of the drawing at scale 1, independent of the camera. */
async function standing(page: Page, id: string, from: string): Promise<readonly [number, number]> {
  const [zoom, a, b] = [await zoomOf(page), await middle(page, id), await middle(page, from)];
  return [Math.round((a.x - b.x) / zoom), Math.round((a.y - b.y) / zoom)];
}

/** Waits until the list of steps begins with this one. */
async function hasStep(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'History' }).click();
  await expect.poll(() => steps(page).first().innerText()).toContain(name);
  await page.keyboard.press('Escape');
}

describe('a layout', () => {
  it('leaves what is hidden, and what is pinned, where it was', async () => {
    const page = await openExample();
    const [hidden, pinned, moved] = ['self-defence', 'united-states', 'john-kirby'];
    const before = { hidden: await standing(page, hidden, pinned), moved: await standing(page, moved, pinned) };
    await clickOn(page, pinned);
    await page.keyboard.press('p');
    await clickOn(page, hidden);
    await page.keyboard.press('h');
    await page.locator(`${CANVAS}[data-nodes="${EXAMPLE.nodes - 1}"]`).waitFor();
    await page.keyboard.press('5');
    await hasStep(page, 'Changed the layout');
    await expect.poll(() => standing(page, moved, pinned)).not.toEqual(before.moved);
    await page.keyboard.press('r');
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    // The page writes its zoom with three decimals.
    const after = await standing(page, hidden, pinned);
    expect(Math.hypot(after[0] - before.hidden[0], after[1] - before.hidden[1])).toBeLessThan(4);
    expect((await drawn(page, pinned)).classes).toContain('pinned');
  });
});

/** Stops the animation frames of the page, as browsers do in a background tab, and resumes them. */
async function pausableFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const [request, held] = [window.requestAnimationFrame.bind(window), [] as FrameRequestCallback[]];
    let isBehind = false;
    window.requestAnimationFrame = (callback) => (isBehind ? -held.push(callback) : request(callback));
    Reflect.set(window, 'putBehind', (behind: boolean) => {
      isBehind = behind;
      if (!behind) for (const callback of held.splice(0)) request(callback);
    });
  });
}

const putBehind = (page: Page, isBehind: boolean) =>
  page.evaluate((behind) => (Reflect.get(window, 'putBehind') as (value: boolean) => void)(behind), isBehind);

describe('a tab that is behind another', () => {
  it('runs the layout, and shows the whole graph once the page is visible again', async () => {
    const page = await openExample(pausableFrames);
    const before = await standing(page, 'john-kirby', 'united-states');
    await putBehind(page, true);
    // The tab goes to the background as soon as the key is pressed.
    await page.keyboard.press('5');
    await page.locator('.is-undo:enabled').waitFor();
    await putBehind(page, false);
    await hasStep(page, 'Changed the layout');
    await expect.poll(() => standing(page, 'john-kirby', 'united-states')).not.toEqual(before);
    const area = await page.locator(CANVAS).boundingBox();
    await expect
      .poll(async () => {
        const boxes = await Promise.all(EXAMPLE_NODES.map((id) => drawn(page, id)));
        return boxes.filter(
          ({ x, y, width, height }) =>
            x < (area?.x ?? 0) ||
            y < (area?.y ?? 0) ||
            x + width > (area?.x ?? 0) + (area?.width ?? 0) ||
            y + height > (area?.y ?? 0) + (area?.height ?? 0),
        ).length;
      })
      .toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => standing(page, 'john-kirby', 'united-states')).toEqual(before);
  });
});
