import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.ts';
import { clickOn, locate, places, waitForGraph } from './support/canvas.ts';
import { pageTest, type PageOptions } from './support/page-test.ts';
import { shiftingDispute } from './support/shifting-dispute.ts';

const { open } = pageTest({ files: [shiftingDispute] });

const NODES = ['minister', 'union', 'engineer', 'bridge-is-safe', 'toll-is-planned', 'ministry'] as const;

async function openTable(options: PageOptions = {}): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, 6, 8);
  await showTable(page);
  return page;
}

async function showTable(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('grid').waitFor();
}

const grid = (page: Page) => page.getByRole('grid');
const rows = (page: Page) => page.locator('.grid-body [role="row"]');
const names = async (page: Page) => rows(page).locator('[role="rowheader"]').allInnerTexts();
const column = (page: Page, at: number) => rows(page).locator(`[aria-colindex="${at}"]`).allInnerTexts();
const selected = async (page: Page) =>
  rows(page).and(page.locator('[aria-selected="true"]')).locator('[role="rowheader"]').allInnerTexts();
const row = (page: Page, name: string) =>
  rows(page).filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const spoken = (page: Page) => page.locator('[role="status"].visually-hidden').first().innerText();
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') });

describe('the tables', () => {
  it('hold the nodes, edges and statements of the view', async () => {
    const page = await openTable();
    expect((await names(page)).toSorted()).toEqual([
      'A toll is planned.',
      'The bridge is safe.',
      'The engineer',
      'The minister',
      'The ministry',
      'The union',
    ]);
    await tab(page, 'Edges').click();
    await expect
      .poll(async () => (await column(page, 2)).toSorted())
      .toEqual(['speaks for', '✓ asserts', '✓ asserts', '✓ asserts', '✕ denies', '✕ denies', '✕ denies', '✕ denies']);
    await tab(page, 'Statements').click();
    await expect
      .poll(() => column(page, 1))
      .toEqual([
        'June 2023',
        '1 May 2023',
        'May 2023',
        '2 Apr 2023',
        'February 2023',
        '10 Jan 2023',
        '10 Jan 2023',
        '2023',
        '',
      ]);
    expect((await column(page, 3)).at(-1)).toBe('· neutral');
    expect(await page.locator('.table-foot').innerText()).toBe('9 rows');
    await rows(page).last().click();
    await expect.poll(async () => (await locate(page, 'bridge-is-safe'))?.classes).toContain('selected');
  });

  it('order by a column, up and down and back, and say so', async () => {
    const page = await openTable();
    await tab(page, 'Statements').click();
    await page.getByRole('columnheader', { name: 'Actor' }).click();
    await expect
      .poll(async () => [...new Set(await column(page, 2))])
      .toEqual(['The engineer', 'The minister', 'The union']);
    expect(await page.getByRole('columnheader', { name: 'Actor' }).getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => spoken(page)).toBe('Sorted by Actor, ascending.');
    await page.getByRole('columnheader', { name: 'Actor' }).click();
    await expect
      .poll(async () => [...new Set(await column(page, 2))])
      .toEqual(['The union', 'The minister', 'The engineer']);
  });

  it('filter by words, say how many rows are left, and what was looked for when none is', async () => {
    const page = await openTable();
    const all = (await names(page)).length;
    await page.getByRole('searchbox', { name: 'Filter rows' }).fill('UNION');
    await expect.poll(() => names(page)).toEqual(['The union']);
    await expect.poll(() => spoken(page)).toBe(`1 of ${all} rows`);
    await page.getByRole('searchbox', { name: 'Filter rows' }).fill('xyzzy');
    await expect.poll(() => page.locator('.table-nothing').innerText()).toBe('No row contains “xyzzy”.');
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => names(page)).toHaveLength(all);
  });

  it('show the columns that are chosen', async () => {
    const page = await openTable();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Kind' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('columnheader', { name: 'Kind' }).count()).toBe(0);
    expect(await page.getByRole('columnheader', { name: 'Contested' }).count()).toBe(1);
  });
});

describe('the selection', () => {
  it('is the canvas’ own, both ways', async () => {
    const page = await open();
    await waitForGraph(page, 6, 8);
    await clickOn(page, 'union');
    await page.locator('.panel [data-statement]').first().waitFor();
    await showTable(page);
    expect(await selected(page)).toEqual(['The union']);
    await row(page, 'The engineer').click();
    await row(page, 'The minister').click({ modifiers: ['Control'] });
    await expect.poll(async () => (await selected(page)).toSorted()).toEqual(['The engineer', 'The minister']);
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    for (const id of ['engineer', 'minister']) expect((await locate(page, id))?.classes).toContain('selected');
    expect((await locate(page, 'union'))?.classes).not.toContain('selected');
  });

  it('opens the details beside the table, and a statement at its words', async () => {
    const page = await openTable();
    await row(page, 'A toll is planned.').click();
    await expect.poll(() => page.locator('.panel-body h2').innerText()).toBe('A toll is planned.');
    await tab(page, 'Statements').click();
    await rows(page).filter({ hasText: 'It is safe' }).click();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('mark.is-current').innerText()).toBe('It is safe');
    expect(await grid(page).count()).toBe(1);
  });
});

describe('by keyboard alone', () => {
  it('moves, selects, opens, hides and takes it back; nothing on the canvas moves', async () => {
    const page = await openTable();
    const before = await places(page, NODES);
    const all = (await names(page)).length;
    await grid(page).focus();
    const active = async () =>
      page.locator(`[id="${await grid(page).getAttribute('aria-activedescendant')}"]`).innerText();
    const [first = '', second = '', third = ''] = await names(page);
    expect(await active()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe(second);
    await page.keyboard.press('Space');
    await expect.poll(() => selected(page)).toEqual([second]);
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => selected(page)).toEqual([second, third]);
    await page.keyboard.press('h');
    await expect.poll(async () => (await names(page)).length).toBe(all - 2);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await names(page)).length).toBe(all);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.panel-body h2').innerText()).toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBe('Name or claim');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => names(page))
      .toEqual((await names(page)).toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    await page.keyboard.press('Control+a');
    await expect.poll(async () => (await selected(page)).length).toBe(all);
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    expect(await places(page, NODES)).toEqual(before);
  });

  it('has the focus at once when it was opened by its key, and leaves it to the button that opened it', async () => {
    const page = await open();
    await waitForGraph(page, 6, 8);
    await page.keyboard.press('t');
    await expect.poll(() => grid(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(async () => (await selected(page)).length).toBe(1);
    await page.keyboard.press('g');
    await showTable(page);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Table');
  });

  it('has the actions of the canvas over the rows', async () => {
    const page = await openTable();
    await row(page, 'The union').click();
    const bar = page.getByRole('tabpanel').getByRole('toolbar', { name: 'Actions for the selected rows' });
    await bar.getByRole('button', { name: /^Invert the selection/u }).click();
    await expect
      .poll(async () => (await selected(page)).toSorted())
      .toEqual(['A toll is planned.', 'The bridge is safe.', 'The engineer', 'The minister', 'The ministry']);
  });

  it('opens the menu of a row, which acts on it', async () => {
    const page = await openTable();
    await grid(page).focus();
    const [first = ''] = await names(page);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').first().waitFor();
    await page
      .getByRole('menuitem', { name: /^Hide\b/u })
      .first()
      .click();
    await expect.poll(() => names(page)).not.toContain(first);
  });
});

describe.each(['light', 'dark'] as const)('axe, %s', (theme) => {
  it.each(['Nodes', 'Edges', 'Statements'])('finds nothing on the table of %s', async (name) => {
    const page = await openTable({ theme });
    await tab(page, name).click();
    await rows(page).first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

it('fits a phone', async () => {
  const page = await openTable({ width: 390, height: 844, hasTouch: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
});

const LARGE = 3_000;

it('keeps only the rows in sight in the document, and fetches statements as they are scrolled to', async () => {
  const page = await open({
    before: (opened) =>
      opened.route('**/api/subgraph/statements', async (route) => {
        const { cursor, limit } = route.request().postDataJSON() as { cursor?: string; limit: number };
        const from = Number(cursor ?? 0);
        const statements = Array.from({ length: Math.min(limit, LARGE - from) }, (_, index) => ({
          id: `s${from + index}`,
          actor: { id: 'union', name: `Speaker ${from + index}` },
          claim: { id: 'bridge-is-safe', text: 'The bridge is safe.' },
          stance: 'asserts',
          modality: 'stated',
          reportedBy: [],
          importId: 'import-000001',
        }));
        const next = from + limit < LARGE ? { next: String(from + limit) } : {};
        await route.fulfill({ json: { statements, total: LARGE, truncated: next.next !== undefined, ...next } });
      }),
  });
  await waitForGraph(page, 6, 8);
  await showTable(page);
  await tab(page, 'Statements').click();
  await expect.poll(() => page.locator('.table-foot').innerText()).toContain('500 of 3,000 statements fetched');
  expect(await rows(page).count()).toBeLessThan(60);
  expect(await grid(page).getAttribute('aria-rowcount')).toBe('3001');
  await grid(page).focus();
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Control+End');
        return page.locator('.table-foot').innerText();
      },
      { timeout: 20_000 },
    )
    .toBe('3,000 rows');
  await page.keyboard.press('Control+End');
  await expect.poll(() => names(page)).toContainEqual('');
  await expect.poll(async () => (await column(page, 2)).at(-1)).toBe('Speaker 2999');
  expect(await rows(page).count()).toBeLessThan(60);
});

it('holds the statements of the view before, and of no older one', async () => {
  const page = await openTable();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/subgraph/statements')) asked += 1;
  });
  const foot = () => page.locator('.table-foot').innerText();
  const hide = async (name: string) => {
    await tab(page, 'Nodes').click();
    await row(page, name).click();
    await expect.poll(() => selected(page)).toEqual([name]);
    await tab(page, 'Statements').click();
    await expect.poll(foot).toMatch(/^\d rows?$/u);
    await page.keyboard.press('h');
  };
  await hide('The engineer');
  await expect.poll(() => asked).toBe(2);
  await hide('The union');
  await expect.poll(() => asked).toBe(3);
  await page.keyboard.press('Control+z');
  await expect.poll(() => asked).toBe(4);
  // Undoes the selection of the second and the hiding of the first.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(foot).toBe('9 rows');
  await expect.poll(() => asked).toBe(5);
});
