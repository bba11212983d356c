import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CANVAS } from './support/canvas.ts';
import { pageTest } from './support/page-test.ts';

/** Incompressible ids of 40 characters: one claim with 200 actors. */
let seed = 7;
const character = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(Math.floor(seed / 65_536) % 36);
};
const actors = Array.from({ length: 200 }, (_, index) => ({
  id: Array.from({ length: 40 }, character).join(''),
  name: `Speaker ${index}`,
}));
const dispute = {
  format: 'gainsay/1',
  title: 'Long ids',
  actors,
  claims: [{ id: 'question', text: 'The question is settled.' }],
  statements: actors.map(({ id }, index) => ({
    actor: id,
    claim: 'question',
    stance: index % 2 === 0 ? 'asserts' : 'denies',
  })),
};

const { open, server } = pageTest({ files: [dispute] });
const nodes = async (page: Page) => Number(await page.locator(CANVAS).getAttribute('data-nodes'));

async function openWhole(): Promise<Page> {
  const page = await open();
  await page.locator(`${CANVAS}[data-nodes]`).waitFor();
  await page.locator('.graph-list').focus();
  await expect.poll(() => nodes(page)).toBeGreaterThan(0);
  // Enter opens the first row, the claim; then it expands it.
  await page.keyboard.press('Enter');
  for (let shown = await nodes(page); shown < 201; shown = await nodes(page)) {
    await page.keyboard.press('Enter');
    await expect.poll(() => nodes(page)).toBeGreaterThan(shown);
  }
  return page;
}

describe('a view too long for a link', () => {
  it('is saved for it, and the user is told; without it the browser keeps it across a reload', async () => {
    const page = await openWhole();
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(server().url).origin });
    // The shorter states on the way were kept in the address. The browser now keeps the state as a draft instead.
    await expect
      .poll(() =>
        page.evaluate(
          (ids) => {
            const kept = Object.keys(localStorage)
              .filter((key) => key.startsWith('gainsay.draft.'))
              .map((key) => localStorage.getItem(key))
              .join('');
            return location.hash === '' && ids.every((id) => kept.includes(id));
          },
          actors.map(({ id }) => id),
        ),
      )
      .toBe(true);
    await page.reload();
    await page.locator(`${CANVAS}[data-nodes="201"]`).waitFor();
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.getByText('Your last view was restored.').waitFor();

    await page.locator('.graph-list').focus();
    await page.keyboard.press('l');
    await page.getByText('This view is too long for a link, so it was saved as').waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.hash).toMatch(/^#view=[\w-]+$/u);
    const clean = await open({ path: link.pathname + link.hash });
    await clean.locator(`${CANVAS}[data-nodes="201"]`).waitFor();
  });
});
