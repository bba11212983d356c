import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { drawn, farthestMove, middle, places, waitForGraph, zoomOf } from './support/canvas.ts';
import { EXAMPLE, EXAMPLE_NODES } from './support/example.ts';
import { pageTest } from './support/page-test.ts';
import type { PageOptions } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(options: PageOptions = {}): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(0);
  return page;
}

async function layOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Layout', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

const selectedRows = (page: Page) => page.locator('.graph-list [aria-selected="true"]');

describe('layouts', () => {
  it.each(['Force', 'Rings', 'By date', 'Grid'])(
    '%s moves what is shown, and undo takes it back as one step',
    async (name) => {
      const page = await openExample();
      const before = await places(page, EXAMPLE_NODES);
      await layOut(page, name);
      await expect.poll(async () => farthestMove(before, await places(page, EXAMPLE_NODES))).toBeGreaterThan(100);
      const at = await Promise.all(EXAMPLE_NODES.map((id) => drawn(page, id)));
      const apart = at.every((a, index) =>
        at
          .slice(index + 1)
          .every((b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y),
      );
      expect(apart).toBe(true);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('0');
      await expect.poll(async () => farthestMove(before, await places(page, EXAMPLE_NODES))).toBeLessThan(4);
    },
  );

  it('by date, have the times along the upper edge', async () => {
    const page = await openExample();
    await layOut(page, 'By date');
    const axis = page.getByRole('group', { name: 'Time, from left to right' });
    await expect.poll(() => axis.locator('.time-tick').count()).toBeGreaterThan(0);
    expect(await axis.innerText()).toMatch(/2022/u);
    await layOut(page, 'Grid');
    await axis.waitFor({ state: 'detached' });
  });

  it('move no pinned node', async () => {
    const page = await openExample();
    await page.keyboard.press('0');
    await page.keyboard.press('a');
    await page.keyboard.press('p');
    await expect.poll(async () => (await drawn(page, 'north-korea')).classes).toContain('pinned');
    const before = await places(page, EXAMPLE_NODES);
    await layOut(page, 'Grid');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.keyboard.press('0');
    expect(farthestMove(before, await places(page, EXAMPLE_NODES))).toBeLessThan(4);
  });
});

describe('the lasso', () => {
  it('selects what its loop encloses, and nothing else', async () => {
    const page = await openExample();
    const { x, y, width, height } = await drawn(page, 'us-state-department');
    const loop = [
      [x - 25, y - 12],
      [x + width + 25, y - 12],
      [x + width + 25, y + height + 8],
      [x - 25, y + height + 8],
      [x - 25, y - 8],
    ] as const;
    await page.mouse.move(loop[0][0], loop[0][1]);
    await page.keyboard.down('Shift');
    await page.mouse.down();
    for (const [left, top] of loop) await page.mouse.move(left, top, { steps: 4 });
    await page.locator('.lasso').waitFor();
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => selectedRows(page).count()).toBe(1);
    expect((await drawn(page, 'us-state-department')).classes).toContain('selected');
    expect(await page.locator('.lasso').count()).toBe(0);
  });
});

describe('the minimap', () => {
  it('comes when not everything can be seen, and pans by dragging', async () => {
    const page = await openExample();
    await page.keyboard.press('0');
    await expect.poll(() => page.locator('.minimap').isVisible()).toBe(false);
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('+');
    await page.locator('.minimap').waitFor({ state: 'visible' });
    const before = await middle(page, EXAMPLE.contested);
    const map = await page.locator('.minimap').boundingBox();
    if (map === null) throw new Error('The minimap has no box.');
    await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
    await page.mouse.down();
    await page.mouse.move(map.x + 12, map.y + 12, { steps: 4 });
    await page.mouse.up();
    const after = await middle(page, EXAMPLE.contested);
    expect(after.x - before.x > 100 && after.y - before.y > 100).toBe(true);
  });

  it('stands above what is told below it, however many lines that takes', async () => {
    const page = await openExample({ width: 760 });
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('+');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('e');
    await expect
      .poll(() =>
        page.evaluate(() => {
          const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
          const [map, counts, told] = [boxOf('.minimap'), boxOf('.view-counts'), boxOf('.view-outcome')];
          return {
            isTold: told !== undefined,
            isAbove: map !== undefined && counts !== undefined && map.height > 0 && map.bottom <= counts.top,
          };
        }),
      )
      .toEqual({ isTold: true, isAbove: true });
  });
});

describe('the buttons of the canvas', () => {
  it.each([
    ['Layout', ''],
    ['Colours and sizes', 'Shift+S'],
    ['Zoom in', '+'],
  ])('are told by a tooltip: %s', async (name, keys) => {
    const page = await openExample();
    const button = page.getByRole('button', { name, exact: true });
    await expect
      .poll(async () => {
        // The mouse must move once before it points at anything.
        await page.mouse.move(400, 300);
        await button.hover();
        await page
          .getByRole('tooltip')
          .waitFor({ timeout: 5_000 })
          .catch(() => undefined);
        return page.getByRole('tooltip').count();
      })
      .toBe(1);
    await expect.poll(() => page.getByRole('tooltip').innerText()).toBe(keys === '' ? name : `${name}\n${keys}`);
  });
});

describe('texts that cannot be read on the canvas', () => {
  it('are shown whole beside what the pointer is on', async () => {
    const page = await openExample();
    while ((await zoomOf(page)) > 0.6) {
      const before = await zoomOf(page);
      await page.keyboard.press('-');
      await expect.poll(() => zoomOf(page)).toBeLessThan(before);
    }
    expect(await zoomOf(page)).toBeGreaterThan(0.48);
    for (const [id, text] of [
      [EXAMPLE.contested, EXAMPLE.contestedText],
      ['vedanta-patel', 'Vedanta Patel'],
    ] as const) {
      const { x, y } = await middle(page, id);
      await page.mouse.move(x, y);
      await expect.poll(() => page.locator('.hover-card').textContent()).toBe(text);
      await page.mouse.move(5, 5);
      await page.locator('.hover-card').waitFor({ state: 'hidden' });
    }
  });

  it('are written once only from afar, where the canvas itself writes them large', async () => {
    const page = await openExample();
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('-');
    await expect.poll(() => zoomOf(page)).toBeLessThan(0.45);
    const { x, y } = await middle(page, EXAMPLE.contested);
    await page.mouse.move(x, y);
    await expect
      .poll(async () => (await drawn(page, EXAMPLE.contested)).classes)
      .toEqual(expect.arrayContaining(['hovered', 'far']));
    expect(await page.locator('.hover-card').isHidden()).toBe(true);
  });
});

describe('style rules', () => {
  it.each(['light', 'dark'] as const)(
    'colour and size nodes, are told by a legend that selects, and can be undone (%s)',
    async (theme) => {
      const page = await openExample({ theme });
      await page.keyboard.press('Shift+S');
      await page.getByRole('radiogroup', { name: 'Colour of nodes' }).getByText('kind of actor').click();
      await page.getByRole('radiogroup', { name: 'Size of actors' }).getByText('number of statements').click();
      await expect
        .poll(async () => (await drawn(page, 'north-korea')).classes)
        .toEqual(expect.arrayContaining(['painted', 'sized']));
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page
        .getByRole('group', { name: 'Colour: kind of actor' })
        .getByRole('button', { name: /^Person/ })
        .click();
      const chosen = await selectedRows(page).count();
      expect(chosen).toBe(3);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await drawn(page, 'north-korea')).classes).not.toContain('painted');
    },
  );
});
