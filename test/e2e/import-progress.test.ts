import { describe, expect, it } from 'vitest';
import { waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open, server } = pageTest();
const STATEMENTS = 60_000;

/** A file that needs some seconds to load. */
function largeFile(): Buffer {
  const lines = ['{"type":"file","format":"gainsay/1","title":"A large file"}'];
  for (let i = 0; i < 500; i += 1)
    lines.push(JSON.stringify({ type: 'actor', id: `actor-${i}`, name: `Speaker ${i}` }));
  for (let i = 0; i < 3_000; i += 1)
    lines.push(JSON.stringify({ type: 'claim', id: `claim-${i}`, text: `Question ${i} is settled.` }));
  for (let i = 0; i < STATEMENTS; i += 1) {
    lines.push(
      JSON.stringify({
        type: 'statement',
        actor: `actor-${(i * 7) % 500}`,
        claim: `claim-${(i * 11) % 3_000}`,
        stance: i % 3 === 0 ? 'denies' : 'asserts',
        note: `Number ${i}`,
      }),
    );
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

const statementsInAll = async () => {
  const overview = (await (await fetch(`${server().url}/api/overview`)).json()) as { counts: { statements: number } };
  return overview.counts.statements;
};

describe('loading a large file', () => {
  it('shows rows and rate, and leaves nothing behind when it is cancelled', async () => {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'large.jsonl', mimeType: 'application/x-ndjson', buffer: largeFile() });
    const report = page.getByRole('region', { name: 'Report' });
    await report.waitFor({ timeout: 40_000 });
    expect(await report.locator('.count-table tbody tr').last().innerText()).toMatch(/Statements\s+60,000\s+0\s+0/u);

    await report.getByRole('button', { name: 'Load', exact: true }).click();
    const bar = page.getByRole('progressbar', { name: 'Loading large.jsonl' });
    await bar.waitFor({ timeout: 40_000 });
    await expect
      .poll(() => page.locator('.import-progress-foot').innerText(), { timeout: 20_000 })
      .toMatch(/\d+% · [\d,]+ rows · [\d,]+ rows\/s/u);
    // Staged content is not visible.
    expect(await statementsInAll()).toBe(27);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. None of its content was kept.').waitFor({ timeout: 30_000 });
    expect(await statementsInAll()).toBe(27);
    const search = (await (await fetch(`${server().url}/api/search?q=Speaker`)).json()) as {
      results: readonly unknown[];
    };
    expect(search.results).toEqual([]);
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  });
});
