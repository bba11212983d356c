import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { CANVAS, drawn, farthestMove, locate, places } from './support/canvas.ts';
import { crowdedDispute } from './support/crowded-dispute.ts';
import { pageTest } from './support/page-test.ts';

const TEXT = 'Boats may enter at any tide, said the harbour master. It is wide, she added.';
const stated = (actor: string, claim: string, more: object = {}) => ({
  actor,
  claim,
  stance: 'asserts',
  date: '2024-06',
  ...more,
});
/** Besides the content of the start view: a report that quotes one actor on two claims, and the other neighbours of these. */
const harbour = {
  format: 'gainsay/1',
  title: 'The harbour',
  actors: ['Harbour master', 'First pilot', 'Second pilot'].map((name) => ({
    id: name.toLowerCase().replace(' ', '-'),
    name,
    kind: 'person',
  })),
  claims: [
    { id: 'harbour-is-deep', text: 'The harbour is deep.' },
    { id: 'harbour-is-wide', text: 'The harbour is wide.' },
    ...[1, 2, 3].map((pier) => ({ id: `pier-${pier}`, text: `Pier ${pier} is sound.` })),
  ],
  documents: [{ id: 'survey', title: 'Survey of the coast', publishedAt: '2024-06-01', text: TEXT }],
  statements: [
    stated('harbour-master', 'harbour-is-deep', {
      document: 'survey',
      quotation: { exact: 'Boats may enter at any tide' },
    }),
    stated('harbour-master', 'harbour-is-wide', { document: 'survey', quotation: { exact: 'It is wide' } }),
    ...[1, 2, 3].map((pier) => stated('harbour-master', `pier-${pier}`)),
    ...['first-pilot', 'second-pilot'].map((pilot) => stated(pilot, 'harbour-is-deep')),
  ],
};
const ENDS = ['harbour-master', 'harbour-is-deep'];
const NEIGHBOURS = ['harbour-is-wide', 'pier-1', 'pier-2', 'pier-3', 'first-pilot', 'second-pilot'];

const { open } = pageTest({ files: [crowdedDispute, harbour] });

async function openCrowded(): Promise<Page> {
  const page = await open();
  await page.locator(`${CANVAS}[data-nodes]:not([data-nodes="0"])`).waitFor();
  expect(await shown(page)).toEqual([]);
  return page;
}

const nodes = async (page: Page) => Number(await page.locator(CANVAS).getAttribute('data-nodes'));
/** The drawn elements of the harbour dispute. */
async function shown(page: Page): Promise<readonly string[]> {
  const ids = [...ENDS, ...NEIGHBOURS];
  const found = await Promise.all(ids.map((id) => locate(page, id)));
  return ids.filter((_, index) => found[index] !== undefined);
}
/** Searches, waits until the best result has this kind, and presses a key. */
async function take(page: Page, words: string, heading: string, key: 'Enter' | 'Control+Enter'): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  const active = page
    .locator('.search-results [role="listbox"]:not(.is-stale)')
    .getByRole('group', { name: heading })
    .locator('[aria-selected="true"]');
  await active.waitFor();
  await page.keyboard.press(key);
}

describe('a quotation that was found', () => {
  it('adds both ends of its edge and opens it with Enter', async () => {
    const page = await openCrowded();
    const before = await nodes(page);
    await take(page, 'boats may enter', 'Quotations', 'Enter');
    await expect.poll(() => page.locator('.panel-kind').innerText()).toBe('Position · 1 statement · since June 2024');
    expect([await nodes(page), await shown(page)]).toEqual([before + 2, ENDS]);
  });

  it('adds the neighbours of both ends, too, with Ctrl+Enter', async () => {
    const page = await openCrowded();
    const [before, at] = [await nodes(page), await places(page, ['claim-0', 'actor-0'])];
    await take(page, 'boats may enter', 'Quotations', 'Control+Enter');
    await expect.poll(() => nodes(page)).toBe(before + ENDS.length + NEIGHBOURS.length);
    await expect.poll(() => page.locator('.panel-kind').innerText()).toBe('Position · 1 statement · since June 2024');
    expect((await drawn(page, 'harbour-master asserts harbour-is-deep')).classes).toContain('selected');
    expect(await shown(page)).toEqual([...ENDS, ...NEIGHBOURS]);
    expect(await page.locator('.view-outcome').innerText()).toBe('6 neighbours of the selection added.');
    // The camera moved to the edge; the nodes kept their places.
    const now = await places(page, ['claim-0', 'actor-0']);
    const by = (place: string | undefined) => (place ?? '').split(',').map(Number);
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0], [u0 = 0, v0 = 0], [u1 = 0, v1 = 0]] = [
      by(at['claim-0']),
      by(at['actor-0']),
      by(now['claim-0']),
      by(now['actor-0']),
    ];
    expect(farthestMove({ step: `${x1 - x0},${y1 - y0}` }, { step: `${u1 - u0},${v1 - v0}` })).toBeLessThan(0.05);
  });
});

describe('a document that was found', () => {
  it('opens with Enter, and adds nothing', async () => {
    const page = await openCrowded();
    const before = await nodes(page);
    await take(page, 'survey of the coast', 'Documents', 'Enter');
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe('Survey of the coast');
    await page.locator('.document-text').waitFor();
    expect([await nodes(page), await shown(page)]).toEqual([before, []]);
  });

  it('adds whom and what it quotes, too, with Ctrl+Enter, as one step', async () => {
    const page = await openCrowded();
    const before = await nodes(page);
    await take(page, 'survey of the coast', 'Documents', 'Control+Enter');
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe('Survey of the coast');
    await expect.poll(() => nodes(page)).toBe(before + 3);
    expect(await shown(page)).toEqual([...ENDS, 'harbour-is-wide']);
    await expect.poll(() => page.locator('.view-outcome').innerText()).toBe('3 nodes added.');
    expect((await drawn(page, 'harbour-master asserts harbour-is-wide')).classes).toContain('position');
    await page.keyboard.press('Control+z');
    await expect.poll(() => nodes(page)).toBe(before);
    expect(await page.locator('.panel-title').innerText()).toBe('Survey of the coast');
  });
});
