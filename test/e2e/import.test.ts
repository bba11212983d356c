import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { ImportList } from '../../server/contract/imports.ts';
import { drawn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open, server } = pageTest();

/** Each test starts with only the example loaded. */
afterEach(async () => {
  const { imports } = (await (await fetch(`${server().url}/api/imports`)).json()) as ImportList;
  for (const { id } of imports.filter(
    (one) => one.state === 'published' && !one.unchanged && one.file !== 'korea-arms.json',
  )) {
    await fetch(`${server().url}/api/imports/${id}`, { method: 'DELETE' });
    await (await fetch(`${server().url}/api/imports/${id}/events`)).text();
  }
});

const SOUND = [
  'actor,claim,stance,date,document_title,quotation',
  'Maria Berg,The bridge is safe.,asserts,2024-03-11,Minutes,There is no safer bridge.',
  "Engineers' Union,The bridge is safe.,denies,2024-03,Evening Post,It should have been closed.",
].join('\n');
const FAULTY = [
  'actor,claim,stance,date',
  'Maria Berg,The bridge is safe.,asserts,2024-03-11',
  'Maria Berg,The bridge is safe.,claims,2024-02-30',
].join('\n');

async function openExample(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

/** Drops a file in the middle of the page, as a user does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file = '', content = '']) => {
      const carried = new DataTransfer();
      carried.items.add(new File([content], file, { type: '' }));
      return carried;
    },
    [name, text],
  );
  const target = page.locator('.graph-screen');
  await target.dispatchEvent('dragenter', { dataTransfer: transfer });
  await page.getByText('Drop the file to check it').waitFor();
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByText('Drop the file to check it').waitFor({ state: 'detached' });
}

/** A result for the complete typed text, not for its beginning. */
const currentOption = (page: Page, text: string) =>
  page.locator('.search-results [role="listbox"]:not(.is-stale) .search-option', { hasText: text }).first();
const report = (page: Page) => page.getByRole('region', { name: 'Report' });
const table = async (page: Page, selector: string) =>
  page
    .locator(selector)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim())));
const statementsInAll = async () => {
  const overview = (await (await fetch(`${server().url}/api/overview`)).json()) as { counts: { statements: number } };
  return overview.counts.statements;
};

describe('importing on the page', () => {
  it('tells every fault with row, field and reason, and writes nothing', async () => {
    const page = await openExample();
    await drop(page, 'faulty.csv', FAULTY);
    await report(page).waitFor();
    expect(await report(page).getByRole('alert').innerText()).toContain('2 faults found. Nothing was written');
    const faults = await table(page, '.fault-table');
    expect(faults.map(([file, row, field]) => [file, row, field])).toEqual([
      ['faulty.csv', '3', 'stance'],
      ['faulty.csv', '3', 'date'],
    ]);
    expect(faults.map(([, , , reason]) => reason?.length ?? 0).every((length) => length > 10)).toBe(true);
    expect(await report(page).getByRole('button', { name: 'Load' }).count()).toBe(0);
    expect(await statementsInAll()).toBe(27);
  });

  it('checks a dropped file first, loads it when told, and takes it back', async () => {
    const page = await openExample();
    await drop(page, 'bridge.csv', SOUND);
    await report(page).waitFor();
    expect(await report(page).getByRole('status').innerText()).toBe('The file is valid. Nothing is written yet.');
    expect(await table(page, '.count-table')).toEqual([
      ['Actors', '2', '0', '0'],
      ['Claims', '1', '0', '0'],
      ['Documents', '2', '0', '0'],
      ['Statements', '2', '0', '0'],
    ]);
    expect(await statementsInAll()).toBe(27);

    await report(page).getByRole('button', { name: 'Load', exact: true }).click();
    const done = page.getByRole('region', { name: 'Import ended' });
    await done.getByText('Loaded.', { exact: true }).waitFor();
    expect(await statementsInAll()).toBe(29);
    await done.getByRole('button', { name: 'Show the graph' }).click();

    await page.keyboard.press('/');
    await page.keyboard.type('bridge is safe');
    await currentOption(page, 'The bridge is safe.').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.panel .pill').innerText()).toBe('contested');
    await expect
      .poll(() => page.locator('.view-counts .count').innerText())
      .toBe(`${EXAMPLE.nodes + 1} nodes, ${EXAMPLE.edges} edges`);

    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const row = page.locator('.import-row', { hasText: 'bridge.csv' });
    await row.getByRole('button', { name: 'Undo bridge.csv' }).click();
    await row.getByRole('button', { name: 'Undo import' }).click();
    await page
      .locator('.import-row', { hasText: 'bridge.csv' })
      .getByText(/undone/u)
      .waitFor();
    expect(await statementsInAll()).toBe(27);
    // The message that it was loaded is gone.
    expect(await done.count()).toBe(0);
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  });

  it('says that a file brings nothing new', async () => {
    const page = await openExample();
    const exported = await (await fetch(`${server().url}/api/export?format=jsonl`)).text();
    await drop(page, 'again.jsonl', exported);
    await report(page).waitFor();
    expect(await report(page).getByRole('status').innerText()).toBe(
      'Nothing in this file is new: loading it would change nothing.',
    );
    expect(await report(page).getByRole('button', { name: 'Load', exact: true }).count()).toBe(0);
  });

  it('refuses a file whose format it does not know', async () => {
    const page = await openExample();
    await drop(page, 'picture.png', 'x');
    await expect.poll(() => page.locator('.screen [role="alert"]').allInnerTexts()).toHaveLength(1);
    expect(await page.locator('.screen [role="alert"]').innerText()).toContain('This cannot be loaded.');
  });

  it('warns of a quotation that is not in its text, and never anchors it', async () => {
    const page = await openExample();
    await drop(
      page,
      'look-alike.json',
      JSON.stringify({
        format: 'gainsay/1',
        title: 'Look-alikes',
        actors: [{ id: 'somebody', name: 'Somebody' }],
        claims: [{ id: 'rain', text: 'It rains.' }],
        documents: [{ id: 'weather', title: 'Weather report', text: 'It rains today. It rains tomorrow.' }],
        statements: [
          {
            id: 'w1',
            actor: 'somebody',
            claim: 'rain',
            stance: 'asserts',
            document: 'weather',
            quotation: { exact: 'It rained today' },
          },
          {
            id: 'w2',
            actor: 'somebody',
            claim: 'rain',
            stance: 'asserts',
            document: 'weather',
            quotation: { exact: 'It rains' },
          },
          {
            id: 'w3',
            actor: 'somebody',
            claim: 'rain',
            stance: 'asserts',
            document: 'weather',
            quotation: { exact: 'It rains', suffix: ' tomorrow' },
          },
        ],
      }),
    );
    await report(page).waitFor();
    expect((await table(page, '.fault-table')).map(([, row]) => row)).toEqual(['statements 1', 'statements 2']);
    await report(page).getByRole('button', { name: 'Load', exact: true }).click();
    await page.getByRole('button', { name: 'Show the graph' }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('Weather report');
    await currentOption(page, 'Weather report').click();
    await page.locator('.document-text').waitFor();
    expect(await page.locator('.document-text mark').allInnerTexts()).toEqual(['It rains']);
    expect(await page.locator('.document-text').innerText()).toContain('It rains today. It rains tomorrow.');
    const lost = page.locator('.side', { hasText: 'Not located in the text' }).locator('[data-statement]');
    expect(await lost.evaluateAll((all) => all.map((card) => card.getAttribute('data-statement')).toSorted())).toEqual([
      'w1',
      'w2',
    ]);
    expect(await lost.locator('.tag').allInnerTexts()).toEqual(['not located', 'not located']);
    expect((await drawn(page, EXAMPLE.contested)).classes).toContain('contested');
  });
});
