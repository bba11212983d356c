import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { clickOn, drawn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open, server, trouble } = pageTest({ isEmpty: true });

afterEach(() => trouble.expectOffline(false));

async function loadExample(): Promise<void> {
  const started = (await (await fetch(`${server().url}/api/example`, { method: 'POST' })).json()) as { id: string };
  await (await fetch(`${server().url}/api/imports/${started.id}/events`)).text();
}

async function openExample(): Promise<Page> {
  await loadExample();
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

describe('an empty database', () => {
  it('says what will be there, and loads the example', async () => {
    const page = await open();
    const empty = page.getByRole('region', { name: 'Empty database' });
    await empty.waitFor();
    expect(await empty.locator('p').innerText()).toBe(
      'Nothing is loaded yet. A dispute is shown here as claims, the actors who assert them and the actors who deny them.',
    );
    expect(await empty.getByRole('button').allInnerTexts()).toEqual(['Load example', 'Import a file']);
    await empty.getByRole('button', { name: 'Load example' }).click();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await empty.count()).toBe(0);
  });
});

describe('waiting', () => {
  it('shows nothing at first, then outlines, then words', async () => {
    await loadExample();
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const page = await open({
      before: (opened) =>
        opened.route('**/api/overview', async (route) => {
          await answered;
          await route.continue();
        }),
    });
    const outline = page.locator('.canvas-outline');
    await outline.locator('svg').waitFor();
    expect(await outline.innerText()).toBe('Loading');
    await outline.getByText('Fetching the most contested claims…').waitFor();
    answer();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await outline.count()).toBe(0);
  });
});

describe('failing', () => {
  it('tells in place what went wrong, and tries again when asked', async () => {
    const page = await openExample();
    trouble.expectOffline(true);
    await page.route('**/api/statements?*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          title: 'The database cannot be reached',
          status: 503,
          code: 'engine-unavailable',
          detail: 'The database does not answer.',
        }),
      }),
    );
    await clickOn(page, EXAMPLE.contested);
    const problem = page.locator('.panel [role="alert"]').first();
    await problem.waitFor();
    expect(await problem.innerText()).toContain('The statements could not be fetched. The database does not answer.');
    expect((await drawn(page, EXAMPLE.contested)).classes).toContain('selected');
    await page.unroute('**/api/statements?*');
    const retry = page.locator('.panel [role="alert"]').getByRole('button', { name: 'Try again' });
    await expect
      .poll(async () => {
        if ((await retry.count()) > 0) await retry.first().click();
        return retry.count();
      })
      .toBe(0);
    await expect.poll(() => page.locator('.panel [data-statement]').count()).toBe(6);
    expect(await page.locator('.panel [role="alert"]').count()).toBe(0);
  });

  it('stays readable when the server is gone, and goes on when it is back', async () => {
    const page = await openExample();
    await clickOn(page, EXAMPLE.contested);
    await expect.poll(() => page.locator('.panel [data-statement]').count()).toBe(6);
    trouble.expectOffline(true);
    await server().stop();
    await clickOn(page, 'united-states');
    const bar = page.locator('.connection-bar');
    await bar.waitFor();
    expect(await bar.innerText()).toBe(
      'Disconnected: the server does not answer. The page stays readable and tries again by itself.',
    );
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await page.locator('.panel-title').innerText()).toBe('United States');
    await server().restart();
    await bar.waitFor({ state: 'detached' });
    trouble.expectOffline(false);
    await clickOn(page, 'john-kirby');
    await expect.poll(() => page.locator('.panel [data-statement]').count()).toBe(3);
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  });
});
