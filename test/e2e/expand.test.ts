import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { CANVAS, clickOn, doubleClickOn, places, waitForGraph } from './support/canvas.ts';
import { CROWDED, crowdedDispute } from './support/crowded-dispute.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest({ files: [crowdedDispute] });

async function openCrowded(): Promise<Page> {
  const page = await open();
  await page.locator(`${CANVAS}[data-nodes]:not([data-nodes="0"])`).waitFor();
  return page;
}

async function shownIds(page: Page): Promise<readonly string[]> {
  const rows = await page
    .locator('.graph-list [role="group"]')
    .filter({ hasNot: page.getByText(' asserts: ') })
    .count();
  expect(rows).toBeGreaterThan(0);
  return [
    ...Array.from({ length: CROWDED.actors }, (_, i) => `actor-${i}`),
    ...Array.from({ length: CROWDED.claims }, (_, i) => `claim-${i}`),
  ];
}

/** The places of all drawn elements. */
async function placesOfShown(page: Page): Promise<Record<string, string>> {
  const all = await places(page, await shownIds(page));
  return Object.fromEntries(Object.entries(all).filter(([, place]) => place !== 'absent'));
}

const counts = async (page: Page) =>
  (await page.locator(CANVAS).evaluate((canvas) => [canvas.dataset['nodes'], canvas.dataset['edges']])).map(Number);

describe('a dispute too large for one view', () => {
  it('starts with at most 150 elements, and says that it does', async () => {
    const page = await openCrowded();
    const [nodes = 0, edges = 0] = await counts(page);
    expect(nodes + edges).toBeLessThanOrEqual(150);
    expect(await page.locator('.panel').innerText()).toContain(
      'The start view shows the most contested of 61 contested claims.',
    );
    expect(await page.locator('.count-list').innerText()).toMatch(/120/u);
  });

  it('pages through the statements of a side', async () => {
    const page = await openCrowded();
    await clickOn(page, 'claim-0');
    const asserted = page.locator('.side', { hasText: 'Asserted by' });
    await expect.poll(() => asserted.locator('.list-more .count').innerText()).toBe('25 of 60 statements shown');
    await asserted.getByRole('button', { name: 'Show 25 more' }).click();
    await expect.poll(() => asserted.locator('.list-more .count').innerText()).toBe('50 of 60 statements shown');
    await asserted.getByRole('button', { name: 'Show 10 more' }).click();
    await expect.poll(() => asserted.locator('[data-statement]').count()).toBe(60);
    expect(await asserted.locator('.list-more').count()).toBe(0);
  });
});

describe('expanding', () => {
  it('says how many neighbours there are before it fetches, then fetches 25 at once and moves nothing', async () => {
    const page = await openCrowded();
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/neighbours')) requests.push(request.postData() ?? '');
    });
    await clickOn(page, 'claim-0');
    const neighbours = page.getByRole('region', { name: 'Neighbours' });
    await neighbours.waitFor();
    const numbers = await neighbours
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent)));
    expect(numbers).toEqual([
      ['✓ asserted by', '60'],
      ['✕ denied by', '60'],
    ]);
    expect(requests).toEqual([]);

    const before = await placesOfShown(page);
    const [nodes = 0] = await counts(page);
    await neighbours.getByRole('button', { name: /^Expand: show 25 of \d+ more$/u }).click();
    await expect.poll(async () => (await counts(page))[0]).toBe(nodes + 25);
    expect(requests).toHaveLength(1);
    expect(JSON.parse(requests[0] ?? '{}')).toMatchObject({ limit: 25 });
    expect(await places(page, Object.keys(before))).toEqual(before);
    expect(await page.locator('.view-outcome').innerText()).toBe(
      '25 neighbours of The large question is settled. added. There are more.',
    );
    expect(await page.locator('[aria-live="polite"]').innerText()).toBe(
      '25 neighbours of The large question is settled. added. There are more.',
    );
  });

  it('expands by a double click, and is undone and redone', async () => {
    const page = await openCrowded();
    const before = await placesOfShown(page);
    const [nodes = 0, edges = 0] = await counts(page);
    await doubleClickOn(page, 'claim-0');
    await expect.poll(async () => (await counts(page))[0]).toBe(nodes + 25);
    expect(await places(page, Object.keys(before))).toEqual(before);
    await page.keyboard.press('Control+z');
    await waitForGraph(page, nodes, edges);
    expect(await places(page, Object.keys(before))).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await counts(page))[0]).toBe(nodes + 25);
  });

  it('fetches one stance only, if asked', async () => {
    const page = await openCrowded();
    await clickOn(page, 'claim-0');
    const denied = page.getByRole('region', { name: 'Neighbours' }).locator('tr', { hasText: 'denied by' });
    const request = page.waitForRequest(/\/neighbours$/u);
    await denied.getByRole('button').click();
    expect((await request).postDataJSON()).toMatchObject({ stance: 'denies', limit: 25 });
  });
});
