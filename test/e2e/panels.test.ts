import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.ts';
import { clickOn, middle, waitForGraph } from './support/canvas.ts';
import { pageTest, type PageOptions } from './support/page-test.ts';
import { shiftingDispute } from './support/shifting-dispute.ts';

const { open } = pageTest({ files: [shiftingDispute] });

/** Four actors and two claims; seven positions, since the minister has both stances on one claim, and an edge of who speaks for whom. */
async function openBridge(options: PageOptions = {}): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, 6, 8);
  return page;
}

async function addToSelection(page: Page, id: string): Promise<void> {
  const { x, y } = await middle(page, id);
  await page.keyboard.down('Control');
  await page.mouse.click(x, y);
  await page.keyboard.up('Control');
}

const title = (page: Page) => page.locator('.panel-body h2').innerText();

describe('a claim over time', () => {
  it('has a chart by month and stance, the same as a table, and says what is not drawn', async () => {
    const page = await openBridge();
    await clickOn(page, 'bridge-is-safe');
    const timeline = page.getByRole('region', { name: 'Over time' });
    expect(await timeline.getByRole('img').getAttribute('aria-label')).toBe(
      'Statements from January 2023 to June 2023: 2 assert, 3 deny, 0 do neither',
    );
    expect(
      await timeline
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' '))),
    ).toEqual(['January 2023 1 1 0', 'February 2023 0 1 0', 'April 2023 1 0 0', 'June 2023 0 1 0']);
    expect(await timeline.locator('.timeline-note').innerText()).toContain('1 statement without a date is not drawn.');
  });

  it('lists the documents with most statements first, which open', async () => {
    const page = await openBridge();
    await clickOn(page, 'bridge-is-safe');
    const sources = page.getByRole('region', { name: 'Sources' });
    await expect
      .poll(() => sources.locator('li').allInnerTexts())
      .toEqual([
        'Cracks in the bridge\nThe Herald · 10 Jan 2023 · 2 statements',
        'The minister is reassured\nThe Courier · 2 Apr 2023 · 1 statement',
      ]);
    expect(await sources.innerText()).toContain('3 statements without a document');
    await sources.getByRole('link', { name: 'Cracks in the bridge' }).click();
    await page.locator('.document-text').waitFor();
    expect(await title(page)).toBe('Cracks in the bridge');
  });
});

describe('the history of a position', () => {
  it('tells every statement, oldest first, and marks the change of sides', async () => {
    const page = await openBridge();
    await clickOn(page, 'minister denies bridge-is-safe');
    await page.getByRole('link', { name: 'How this position changed over time' }).click();
    const steps = page.locator('.history > li');
    await expect
      .poll(() =>
        steps
          .locator('[data-statement]')
          .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-statement'))),
      )
      .toEqual(['m1', 'm2', 'm3']);
    expect(await steps.locator('.history-change').allInnerTexts()).toEqual([
      'Changes sides: asserts it after denying it',
    ]);
    expect(await steps.nth(2).locator('.history-change').count()).toBe(1);
    expect(await page.locator('.panel-body .pill').innerText()).toBe('1 change of sides');
    expect(await violations(page)).toEqual([]);
  });
});

describe('a selection of several', () => {
  it('says who agrees with whom, and where they contradict each other', async () => {
    const page = await openBridge();
    await clickOn(page, 'minister');
    await addToSelection(page, 'union');
    await addToSelection(page, 'engineer');
    await expect.poll(() => title(page)).toBe('3 actors');
    const pairs = page.getByRole('region', { name: 'Who agrees with whom' }).locator('tbody tr');
    await expect
      .poll(() =>
        pairs.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | '))),
      )
      .toEqual([
        'The engineer and The minister | 1 | 2',
        'The engineer and The union |  | 2',
        'The minister and The union | 2 | 1',
      ]);
    const contradictions = page.getByRole('region', { name: 'Where they contradict each other' });
    await expect.poll(() => contradictions.locator('.shared').count()).toBe(2);
    expect(
      await contradictions
        .locator('.shared', { hasText: 'A toll is planned.' })
        .locator('.shared-side')
        .allInnerTexts(),
    ).toEqual(['✓ The engineer', expect.stringMatching(/^✕ The (minister, The union|union, The minister)$/u)]);
    expect(await violations(page)).toEqual([]);
  });

  it('says who takes positions on several claims, and lets one be taken out', async () => {
    const page = await openBridge({ theme: 'dark' });
    await clickOn(page, 'bridge-is-safe');
    await addToSelection(page, 'toll-is-planned');
    const actors = page.getByRole('region', { name: 'Who takes a position on several of them' }).locator('.shared');
    await expect.poll(() => actors.count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove from the selection: A toll is planned.' }).click();
    await expect.poll(() => title(page)).toBe('The bridge is safe.');
  });
});

describe('the panel’s own way back', () => {
  it('leads back and forward through what was open, by buttons and keys', async () => {
    const page = await openBridge();
    await clickOn(page, 'union');
    await expect.poll(() => title(page)).toBe('The union');
    await page.locator('.claim-link', { hasText: 'The bridge is safe.' }).first().click();
    await expect.poll(() => title(page)).toBe('The bridge is safe.');
    await page.getByRole('button', { name: 'Back to The union' }).click();
    await expect.poll(() => title(page)).toBe('The union');
    await page.getByRole('button', { name: 'Forward to The bridge is safe.' }).click();
    await expect.poll(() => title(page)).toBe('The bridge is safe.');
    await page.keyboard.press('b');
    await expect.poll(() => title(page)).toBe('The union');
    await page.keyboard.press('Shift+B');
    await expect.poll(() => title(page)).toBe('The bridge is safe.');
  });
});

describe('the sheet of a phone', () => {
  it('is dragged up and down by its handle', async () => {
    const page = await openBridge({ width: 390, height: 844, hasTouch: true });
    const { x, y } = await middle(page, 'bridge-is-safe');
    await page.touchscreen.tap(x, y);
    await page.getByRole('button', { name: 'Open the panel' }).or(page.locator('.panel')).first().waitFor();
    if ((await page.locator('.panel').count()) === 0)
      await page.getByRole('button', { name: 'Open the panel' }).click();
    const handle = page.locator('.sheet-handle');
    await handle.waitFor();
    const height = async () => (await page.locator('.panel').boundingBox())?.height ?? 0;
    const before = await height();
    const box = await handle.boundingBox();
    if (box === null) throw new Error('The sheet has no handle.');
    await page.mouse.move(box.x + box.width / 2, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y - 190, { steps: 4 });
    await page.mouse.up();
    expect((await height()) - before).toBeGreaterThan(150);
  });
});
