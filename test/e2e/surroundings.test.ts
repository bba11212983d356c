/** Other screens, other keyboards, other colours: what surrounds the page. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CANVAS, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(settings: Readonly<Record<string, unknown>> = {}): Promise<Page> {
  const page = await open({ settings });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

describe('the page', () => {
  it('is drawn again when the pixel ratio changes', async () => {
    const page = await openExample();
    const ratio = () =>
      page
        .locator(`${CANVAS} canvas`)
        .first()
        .evaluate((canvas) => {
          if (!(canvas instanceof HTMLCanvasElement)) throw new Error('This is no canvas.');
          return canvas.width / canvas.clientWidth;
        });
    expect(await ratio()).toBe(1);
    const session = await page.context().newCDPSession(page);
    const metrics = { height: 900, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', { ...metrics, width: 1420, deviceScaleFactor: 2 });
    await expect.poll(ratio).toBe(2);
    await session.send('Emulation.setDeviceMetricsOverride', { ...metrics, width: 1440, deviceScaleFactor: 1 });
    await expect.poll(ratio).toBe(1);
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  });

  it('zooms by one step for a notch of a mouse, also after a trackpad', async () => {
    const page = await openExample();
    const zoom = async () => Number(await page.locator(CANVAS).getAttribute('data-zoom'));
    await page.mouse.move(500, 400);
    for (const delta of [3, -3, 4, -4, 2, -2]) await page.mouse.wheel(0, delta);
    const before = await zoom();
    await page.mouse.wheel(0, -120);
    await expect.poll(async () => (await zoom()) / before).toBeCloseTo(10 ** (24 / 250), 2);
  });

  it('keeps the focus in the paths when an end is chosen or cleared', async () => {
    const page = await openExample();
    await page.keyboard.press('Shift+P');
    const field = (name: string) => page.getByRole('combobox', { name, exact: true });
    await field('From').fill('patel');
    await page.getByRole('option', { name: /Vedanta Patel/u }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => field('To').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('kirby');
    await page.getByRole('option', { name: /John Kirby/u }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('BUTTON');
    await page.keyboard.press('Enter');
    await expect.poll(() => field('To').evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('saves the view by Ctrl+S from a field, and never by the browser', async () => {
    const page = await openExample();
    await page.evaluate(() => {
      addEventListener('keydown', (event) => {
        if (event.code === 'KeyS') document.body.dataset['prevented'] = String(event.defaultPrevented);
      });
    });
    await page.keyboard.press('/');
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.locator('body[data-prevented="true"]').waitFor();
    await page.evaluate(() => delete document.body.dataset['prevented']);
    await dialog.getByRole('textbox').first().press('Control+s');
    await page.locator('body[data-prevented="true"]').waitFor();
    expect(await dialog.count()).toBe(1);
  });

  it('has shortcuts that can be switched off and changed', async () => {
    const page = await openExample();
    await page.keyboard.press(',');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Change shortcuts').click();
    await dialog.getByRole('button', { name: 'Go to the table: T', exact: true }).click();
    await page.keyboard.press('v');
    await dialog.getByText('V belongs to “Go to the saved views”. Change that one first.').waitFor();
    await dialog.getByRole('button', { name: 'Go to the table: T', exact: true }).click();
    await page.keyboard.press('Shift+y');
    await dialog.getByRole('button', { name: 'Go to the table: Shift+Y', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+y');
    await expect.poll(() => page.title()).toBe('Table · Gainsay');

    const quiet = await openExample({ singleKeys: 'off' });
    await quiet.keyboard.press('t');
    await quiet.keyboard.press('Control+k');
    await expect.poll(() => quiet.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    expect(await quiet.title()).toBe('Gainsay');
  });
});
