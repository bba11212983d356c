import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { CANVAS, clickOn, farthestMove, locate, places } from './support/canvas.ts';
import { CROWDED, crowdedDispute } from './support/crowded-dispute.ts';
import { pageTest } from './support/page-test.ts';

/** Two actors who agree on 40 uncontested claims. */
const agreement = {
  format: 'gainsay/1',
  title: 'An agreement',
  actors: [
    { id: 'zeno', name: 'Zeno of Elea' },
    { id: 'parmenides', name: 'Parmenides' },
  ],
  claims: Array.from({ length: 40 }, (_, i) => ({ id: `motion-${i}`, text: `Motion number ${i} is an illusion.` })),
  statements: Array.from({ length: 40 }, (_, i) =>
    ['zeno', 'parmenides'].map((actor) => ({ actor, claim: `motion-${i}`, stance: 'asserts' })),
  ).flat(),
};

const { open } = pageTest({ files: [crowdedDispute, agreement] });
const ALL = [
  ...Array.from({ length: CROWDED.actors }, (_, i) => `actor-${i}`),
  ...Array.from({ length: CROWDED.claims }, (_, i) => `claim-${i}`),
];

async function openCrowded(): Promise<Page> {
  const page = await open();
  await page.locator(`${CANVAS}[data-nodes]:not([data-nodes="0"])`).waitFor();
  return page;
}

const nodes = async (page: Page) => Number(await page.locator(CANVAS).getAttribute('data-nodes'));
const outcome = (page: Page) => page.locator('.view-outcome').innerText();
async function shown(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await places(page, ALL)).filter(([, place]) => place !== 'absent'));
}

describe('growing a view', () => {
  it('takes back what an expansion brought, and leaves the rest where it was', async () => {
    const page = await openCrowded();
    const [before, at] = [await nodes(page), await shown(page)];
    await clickOn(page, 'claim-0');
    await page.keyboard.press('e');
    await expect.poll(() => nodes(page)).toBe(before + 25);
    await page.keyboard.press('Shift+E');
    await expect.poll(() => outcome(page)).toBe('25 nodes removed.');
    await expect.poll(() => nodes(page)).toBe(before);
    expect(farthestMove(at, await shown(page))).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => nodes(page)).toBe(before + 25);
  });

  it('expands a whole selection as one step', async () => {
    const page = await openCrowded();
    const [before, at] = [await nodes(page), await shown(page)];
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog').getByRole('searchbox').waitFor();
    await page.keyboard.type('select contested');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('e');
    await expect.poll(() => outcome(page)).toMatch(/neighbours of the selection added/u);
    expect(await nodes(page)).toBeGreaterThan(before);
    expect(farthestMove(at, await shown(page))).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => nodes(page)).toBe(before);
  });

  it('points out what several have in common', async () => {
    const page = await openCrowded();
    const ids = ['actor-1', 'actor-2', 'actor-3', 'actor-4'];
    const there = [];
    for (const id of ids) if (await locate(page, id)) there.push(id);
    const [from = 'missing', to = 'missing'] = there;
    await clickOn(page, from);
    await page.keyboard.down('Control');
    await clickOn(page, to);
    await page.keyboard.up('Control');
    await page.keyboard.press('c');
    await expect.poll(() => outcome(page)).toMatch(/common neighbours? (is|are) highlighted\.$/u);
    await expect.poll(async () => (await locate(page, 'claim-0'))?.classes).toContain('path');
  });

  it('brings more of what several have in common when it is asked again, and lets go of them with Escape', async () => {
    const page = await openCrowded();
    for (const [id, name] of [
      ['zeno', 'Zeno of'],
      ['parmenides', 'Parmen'],
    ] as const) {
      await page.keyboard.press('/');
      await page.keyboard.type(name);
      await page
        .getByRole('option', { name: new RegExp(name) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => locate(page, id)).toBeDefined();
    }
    await clickOn(page, 'zeno');
    await page.keyboard.down('Control');
    await clickOn(page, 'parmenides');
    await page.keyboard.up('Control');
    await page.keyboard.press('c');
    await expect
      .poll(() => outcome(page))
      .toBe('25 of 40 common neighbours are highlighted. Repeat the command to add more.');
    await page.keyboard.press('c');
    await expect.poll(() => outcome(page)).toBe('40 common neighbours are highlighted.');
    await expect.poll(async () => (await locate(page, 'motion-39'))?.classes).toContain('path');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await locate(page, 'motion-39'))?.classes).not.toContain('path');
  });

  it('says when every edge is there', async () => {
    const page = await openCrowded();
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog').getByRole('searchbox').waitFor();
    await page.keyboard.type('all edges');
    await page.keyboard.press('Enter');
    await expect.poll(() => outcome(page)).toBe('All edges between the shown nodes are already there.');
  });
});
