import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { drawn, waitForGraph, zoomOf, type Drawn } from './support/canvas.ts';
import { EXAMPLE, EXAMPLE_NODES } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const overlap = (a: Drawn, b: { x: number; y: number; width: number; height: number }) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the start view', () => {
  it('says how much there is, and which claim is contested', async () => {
    const page = await openExample();
    const counts = await page.locator('.count-list > div').allInnerTexts();
    expect(counts.map((text) => text.split(/\s+/u).toSorted().join(' '))).toEqual([
      '12 claims',
      '1 contested',
      '14 actors',
      '27 statements',
      '1 document',
    ]);
    expect(await page.locator('.view-counts .count').innerText()).toBe('20 nodes, 20 edges');
    const contested = page.locator('.side', { hasText: 'Contested claims shown' });
    expect(await contested.locator('.claim-link').allInnerTexts()).toEqual([EXAMPLE.contestedText]);
    expect(await contested.getByRole('img').getAttribute('aria-label')).toBe('2 actors assert it, 2 actors deny it');
  });

  it('draws those who assert on the left, those who deny on the right', async () => {
    const page = await openExample();
    const claim = await drawn(page, EXAMPLE.contested);
    for (const id of ['vedanta-patel', 'john-kirby']) expect((await drawn(page, id)).x, id).toBeLessThan(claim.x);
    for (const id of ['north-korea', 'deputy-director-general'])
      expect((await drawn(page, id)).x, id).toBeGreaterThan(claim.x);
  });

  it('tells stances, modality and contested claims by form', async () => {
    const page = await openExample();
    const formOf = async (id: string) => (await drawn(page, id)).classes;
    expect(await formOf(EXAMPLE.contested)).toEqual(expect.arrayContaining(['claim', 'contested']));
    expect(await formOf('has-supplied-arms')).not.toContain('contested');
    expect(await formOf(`vedanta-patel asserts ${EXAMPLE.contested}`)).toEqual(
      expect.arrayContaining(['position', 'asserts', 'stated']),
    );
    expect(await formOf(`john-kirby asserts ${EXAMPLE.contested}`)).toEqual(
      expect.arrayContaining(['position', 'asserts', 'hedged']),
    );
    expect(await formOf(`north-korea denies ${EXAMPLE.contested}`)).toEqual(
      expect.arrayContaining(['position', 'denies', 'stated']),
    );
    expect(await formOf('united-states asserts resolution-violated')).toEqual(
      expect.arrayContaining(['asserts', 'reported']),
    );
    expect(await formOf('vedanta-patel speaksFor us-state-department')).toContain('speaks-for');
    expect(await formOf('north-korea')).toContain('state');
    expect(await formOf('vedanta-patel')).toContain('person');
  });

  it('is large enough for the words of the claims to be read', async () => {
    const page = await openExample();
    // Below half size, claims are drawn as bars without text.
    expect(await zoomOf(page)).toBeGreaterThan(0.6);
  });

  it('draws no line for a neutral statement', async () => {
    const page = await openExample();
    const lines = await page.locator('.graph-list [role="option"]').allInnerTexts();
    expect(lines.filter((line) => line.startsWith('John Kirby '))).toEqual([
      `John Kirby asserts: ${EXAMPLE.contestedText} (1 statement, hedged)`,
      'John Kirby speaks for White House',
    ]);
  });

  it('counts in the legend what is shown, and selects it', async () => {
    const page = await openExample();
    const rows = page.getByRole('group', { name: 'Legend' }).locator('.legend-row');
    expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')))).toEqual([
      'asserts ✓ 10 shown. Select them',
      'denies ✕ 6 shown. Select them',
      'hedged: may, could 2 shown. Select them',
      'reported only 2 shown. Select them',
      'speaks for 4 shown. Select them',
      'contested claim 1 shown. Select them',
    ]);
    await rows.nth(1).click();
    const selected = page.locator('.graph-list [aria-selected="true"]');
    expect(await selected.allInnerTexts()).toHaveLength(6);
    expect((await selected.allInnerTexts()).filter((line) => !line.includes(' denies: '))).toEqual([]);
    expect((await drawn(page, `north-korea denies ${EXAMPLE.contested}`)).classes).toContain('selected');
    await page.getByRole('button', { name: 'Collapse the legend' }).click();
    expect(await rows.count()).toBe(0);
  });

  it('starts nothing under legend, panel or buttons, and no node on another', async () => {
    const page = await openExample();
    const covers = await Promise.all(
      ['.legend', '.panel', '.view-controls', '.bar', '.rail'].map(async (selector) => ({
        id: selector,
        box: await page.locator(selector).boundingBox(),
      })),
    );
    const nodes = await Promise.all(EXAMPLE_NODES.map(async (id) => ({ id, box: await drawn(page, id) })));
    const covered = nodes.flatMap(({ id, box }) =>
      covers.filter((cover) => cover.box === null || overlap(box, cover.box)).map((cover) => `${id} under ${cover.id}`),
    );
    expect(covered).toEqual([]);
    const collisions = nodes.flatMap((a, i) =>
      nodes
        .slice(i + 1)
        .filter((b) => overlap(a.box, b.box))
        .map((b) => `${a.id} on ${b.id}`),
    );
    expect(collisions).toEqual([]);
  });
});

describe('the start view on a phone', () => {
  it('begins at its top, wide enough to be read while scrolling; all of it is seen by a press', async () => {
    const page = await open({ width: 390, height: 844, hasTouch: true });
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await zoomOf(page)).toBeGreaterThan(0.46);
    const canvas = await page.locator('.canvas').boundingBox();
    if (canvas === null) throw new Error('The canvas has no box.');
    const boxes = async () => Promise.all(EXAMPLE_NODES.map(async (id) => ({ id, box: await drawn(page, id) })));
    const nodes = await boxes();
    expect(nodes.filter(({ box }) => box.x < 0 || box.x + box.width > 390).map(({ id }) => id)).toEqual([]);
    expect(
      nodes.flatMap((a, i) =>
        nodes
          .slice(i + 1)
          .filter((b) => overlap(a.box, b.box))
          .map((b) => `${a.id} on ${b.id}`),
      ),
    ).toEqual([]);
    const top = Math.min(...nodes.map(({ box }) => box.y));
    expect(top).toBeGreaterThanOrEqual(canvas.y);
    expect(top).toBeLessThan(canvas.y + 120);
    expect(nodes.some(({ box }) => box.y > canvas.y + canvas.height)).toBe(true);
    await page.getByRole('button', { name: 'Fit everything on screen' }).tap();
    await expect
      .poll(
        async () =>
          (await boxes()).filter(({ box }) => box.y < canvas.y || box.y + box.height > canvas.y + canvas.height).length,
      )
      .toBe(0);
  });
});
