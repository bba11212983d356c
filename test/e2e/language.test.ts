/** The page in English and in German. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { clickOn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open, server, trouble } = pageTest();

async function openIn(locale: string): Promise<Page> {
  const page = await open({ locale });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const language = (page: Page) => page.locator('html').getAttribute('lang');

describe('the language of the page', () => {
  it('is the browser’s, if the page speaks it', async () => {
    const page = await openIn('de-AT');
    expect(await language(page)).toBe('de');
    expect(await page.getByRole('combobox').first().getAttribute('placeholder')).toBe(
      'Akteure, Behauptungen, Zitate suchen',
    );
    await page.getByRole('button', { name: 'behauptet ✓ 10 zu sehen. Auswählen' }).waitFor();
  });

  it('is English where the page does not speak the browser’s', async () => {
    const page = await openIn('ko-KR');
    expect(await language(page)).toBe('en');
    await page.getByText('Who says what, and who denies it').waitFor();
  });

  it('is changed in place, and remembered, and leaves the data alone', async () => {
    const page = await openIn('en-GB');
    await clickOn(page, EXAMPLE.contested);
    await page.getByRole('heading', { name: 'Asserted by' }).waitFor();
    const claim = await page.locator('.panel-title').innerText();
    await page.keyboard.press(',');
    await page.getByRole('radio', { name: 'Deutsch' }).check({ force: true });
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    expect(await language(page)).toBe('de');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Behauptet von' }).waitFor();
    expect(await page.locator('.panel-title').innerText()).toBe(claim);
    await page.getByText('umstritten', { exact: true }).first().waitFor();
    await page.reload();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await language(page)).toBe('de');
  });

  it('holds for names of actions, dates, numbers and the list for screen readers', async () => {
    const page = await openIn('de-DE');
    await clickOn(page, 'north-korea');
    await page.locator('.panel [data-statement]', { hasText: '22. Sept. 2022' }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Rückgängig', exact: true }).count()).toBe(1);
    expect(
      await page
        .getByRole('option', {
          name: /bestreitet: An arms deal between North Korea and Russia is under way\. \(\d Aussage/u,
        })
        .count(),
    ).toBeGreaterThan(0);
  });

  it('holds for what goes wrong', async () => {
    const page = await openIn('de-DE');
    trouble.expectOffline(true);
    try {
      await server().stop();
      await clickOn(page, 'north-korea');
      const lost = page.getByText('Getrennt: Der Server antwortet nicht.');
      await expect.poll(() => lost.count()).toBe(1);
      await expect
        .poll(() => page.getByRole('alert').filter({ hasText: 'Der Gainsay-Server antwortet nicht.' }).count())
        .toBeGreaterThan(0);
      await server().restart();
      await expect.poll(() => lost.count()).toBe(0);
    } finally {
      trouble.expectOffline(false);
    }
  });
});
