import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { NativeFile } from '../../server/contract/native.ts';
import { clickOn, locate, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();
const dispute = NativeFile.parse(
  JSON.parse(readFileSync(new URL('../../examples/korea-arms/dispute.json', import.meta.url), 'utf8')),
);
const exactOf = (number: string) => dispute.statements?.find((s) => s.id === `korea-arms-${number}`)?.quotation?.exact;
const PATEL = `vedanta-patel asserts ${EXAMPLE.contested}`;

async function openExample(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

async function openOn(id: string): Promise<Page> {
  const page = await openExample();
  await clickOn(page, id);
  return page;
}

const cards = (page: Page) => page.locator('.panel [data-statement]');
const idsOf = (page: Page) => cards(page).evaluateAll((all) => all.map((card) => card.getAttribute('data-statement')));

describe('the evidence behind an edge', () => {
  it('lists the statements with date, modality and quotation', async () => {
    const page = await openOn(PATEL);
    await expect.poll(() => idsOf(page)).toEqual(['korea-arms-07', 'korea-arms-16']);
    expect(await page.locator('.panel-kind').innerText()).toBe('Position · 2 statements · since September 2022');
    expect((await page.locator('.edge-title').innerText()).split('\n')).toEqual([
      'Vedanta Patel',
      '✓ asserts',
      EXAMPLE.contestedText,
    ]);
    expect(await cards(page).nth(0).locator('.tag').allInnerTexts()).toEqual(['hedged']);
    expect(await cards(page).nth(1).locator('.tag').allInnerTexts()).toEqual([]);
    expect(await cards(page).nth(0).locator('blockquote mark').innerText()).toBe(exactOf('07'));
    expect(await cards(page).nth(1).locator('.statement-who').innerText()).toContain('September 2022');
  });

  it('names on whose word it stands', async () => {
    const page = await openOn('united-states asserts resolution-violated');
    await expect.poll(() => idsOf(page)).toEqual(['korea-arms-10']);
    expect(await cards(page).locator('.tag').allInnerTexts()).toEqual(['reported']);
    expect(await cards(page).locator('.statement-who').innerText()).toContain('undated');
    expect(await cards(page).locator('.statement-source').innerText()).toMatch(
      /^reported by KCNA, via Deputy director general, General Office of Equipment · Pyongyang warns Washington/u,
    );
  });

  it('opens the document at the quoted words, in view, and leads through the others', async () => {
    const page = await openOn(PATEL);
    await cards(page)
      .nth(1)
      .getByRole('button', { name: /Open the document at these words/u })
      .click();
    const current = page.locator('.document-text mark.is-current');
    const words = async () => (await current.allInnerTexts()).join('');
    await expect.poll(words).toBe(exactOf('16'));
    await expect.poll(() => isInView(page)).toBe(true);
    const turn = page.locator('.document-turn .count');
    expect(await turn.innerText()).toBe('16 of 27');
    await page.getByRole('button', { name: 'Next quotation' }).click();
    await expect.poll(words).toBe(exactOf('17'));
    expect(await turn.innerText()).toBe('17 of 27');
    await page.keyboard.press('[');
    await page.keyboard.press('[');
    await expect.poll(words).toBe(exactOf('15'));
    await expect.poll(() => isInView(page)).toBe(true);
    await page.getByRole('button', { name: /^Back to Vedanta Patel asserts/u }).click();
    await expect.poll(() => idsOf(page)).toEqual(['korea-arms-07', 'korea-arms-16']);
  });

  it('turns from the last quotation to the first', async () => {
    const page = await openOn('north-korea asserts self-defence');
    await cards(page)
      .first()
      .getByRole('button', { name: /Open the document at these words/u })
      .click();
    const turn = page.locator('.document-turn .count');
    await expect.poll(() => turn.innerText()).toBe('27 of 27');
    await page.keyboard.press(']');
    await expect.poll(() => turn.innerText()).toBe('1 of 27');
  });

  it('shows the whole text of the document as it was loaded', async () => {
    const page = await openOn(PATEL);
    await cards(page)
      .nth(0)
      .locator('.statement-source')
      .getByText(dispute.documents?.[0]?.title ?? 'missing')
      .click();
    const text = page.locator('.document-text');
    await text.waitFor();
    const shown = ((await text.textContent()) ?? '').replace(/\s+/gu, '');
    expect(shown).toBe((dispute.documents?.[0]?.text ?? '').replace(/\s+/gu, ''));
  });
});

describe('the panel of a claim', () => {
  it('sets the sides against each other, the latest first', async () => {
    const page = await openOn(EXAMPLE.contested);
    await expect.poll(() => idsOf(page)).toHaveLength(6);
    expect(await page.locator('.panel-title').innerText()).toBe(EXAMPLE.contestedText);
    expect(await page.locator('.panel-kind').innerText()).toContain('6 statements · since September 2022');
    expect(await page.locator('.panel .pill').innerText()).toBe('contested');
    expect(await page.locator('.panel .balance-numbers').innerText()).toMatch(/✓ 2 assert\s+2 deny ✕/u);
    await expect
      .poll(() => page.locator('.side-heading').allInnerTexts())
      .toEqual(['✕ Denied by', '✓ Asserted by', 'Sources', 'Neighbours']);
    const denied = page.locator('.side', { hasText: 'Denied by' }).locator('[data-statement]');
    expect(
      await denied.evaluateAll((all) => all.map((card) => card.getAttribute('data-statement')).toSorted()),
    ).toEqual(['korea-arms-03', 'korea-arms-13', 'korea-arms-23']);
  });

  it('keeps what is neutral apart', async () => {
    const page = await openExample();
    await page.keyboard.press('/');
    await page.keyboard.type('purchase of arms from north korea is complete');
    await page.locator('.search-results [role="listbox"]:not(.is-stale) .search-option').first().click();
    await expect.poll(() => idsOf(page)).toEqual(['korea-arms-20']);
    expect(await page.locator('.side-heading').first().innerText()).toContain('Neither asserted nor denied by');
    expect(await page.locator('.panel').innerText()).toContain('No actor asserts or denies it.');
    expect(await page.locator('.panel .pill').count()).toBe(0);
  });
});

describe('the panel of an actor', () => {
  it('lists claims by stance, and whom it speaks for', async () => {
    const page = await openOn('deputy-director-general');
    await expect.poll(() => idsOf(page)).toHaveLength(4);
    expect(await page.locator('.panel-kind').innerText()).toBe('Person · 4 statements');
    expect(await page.locator('.actor-counts').innerText()).toMatch(/✓ asserts 1 claim\s+✕ denies 3 claims/u);
    await expect
      .poll(() => page.locator('.panel').innerText())
      .toContain('Speaks for North Korea, General Office of Equipment');
  });

  it('leads on to a claim and closes by Escape', async () => {
    const page = await openOn('john-kirby');
    await page.locator('.panel .claim-link', { hasText: EXAMPLE.contestedText }).click();
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe(EXAMPLE.contestedText);
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    expect(await page.locator('.graph-list [aria-selected="true"]').count()).toBe(1);
  });
});

/** Whether the current quotation is completely visible in the panel. */
async function isInView(page: Page): Promise<boolean> {
  return page.locator('.panel').evaluate((panel) => {
    const frame = panel.getBoundingClientRect();
    const marks = [...panel.querySelectorAll('mark.is-current')].map((mark) => mark.getBoundingClientRect());
    return marks.length > 0 && marks.every((mark) => mark.top >= frame.top && mark.bottom <= frame.bottom);
  });
}

/** A document without its text, with thirty statements by one actor. */
const textless = {
  format: 'gainsay/1',
  title: 'A long list',
  actors: [{ id: 'speaker', name: 'The speaker', kind: 'person' }],
  claims: Array.from({ length: 30 }, (_, index) => ({ id: `claim-${index}`, text: `Point ${index} is true.` })),
  documents: [{ id: 'list', title: 'Thirty points' }],
  statements: Array.from({ length: 30 }, (_, index) => ({
    id: `point-${index}`,
    actor: 'speaker',
    claim: `claim-${index}`,
    stance: 'asserts',
    date: '2024-05',
    document: 'list',
    quotation: { exact: `I stand by point ${index}.` },
  })),
};

describe('a document whose text was not loaded', () => {
  const { open: openTextless } = pageTest({ files: [textless] });

  it('shows the requested statement among the others, in view', async () => {
    const page = await openTextless();
    await expect.poll(() => locate(page, 'claim-27')).toBeDefined();
    await clickOn(page, 'claim-27');
    await page.getByRole('button', { name: /I stand by point 27/u }).click();
    const current = page.locator('.statement[aria-current="true"]');
    await current.waitFor();
    expect(await current.getAttribute('data-statement')).toBe('point-27');
    const [card, panel] = [await current.boundingBox(), await page.locator('.panel-body').boundingBox()];
    if (card === null || panel === null) throw new Error('The panel has no size.');
    expect(card.y).toBeGreaterThanOrEqual(panel.y);
    expect(card.y + card.height).toBeLessThanOrEqual(panel.y + panel.height);
  });
});
