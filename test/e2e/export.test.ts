import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NativeFile } from '../../server/contract/native.ts';
import { violations } from './support/axe.ts';
import { clickOn, waitForGraph, zoomOf } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';
import { startServer } from './support/server.ts';

const { open } = pageTest();
const BYTE_ORDER_MARK = '\uFEFF';

async function openExport(options: Parameters<typeof open>[0] = {}): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  await page.keyboard.press('x');
  await dialog(page).waitFor();
  return page;
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export the view' });
const choose = (page: Page, words: RegExp) => dialog(page).locator('label', { hasText: words }).click();

/** Saves the file and returns its name and bytes. */
async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const button = dialog(page).getByRole('button', { name: 'Save file' });
  await expect.poll(() => button.isEnabled()).toBe(true);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Width and height of a PNG, from its first chunk. */
function pngSize(bytes: Buffer): readonly [number, number] {
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** The accent colour, which only the selection has in a picture. */
const SELECTED = [91, 63, 214] as const;

/** How many pixels of a PNG have exactly this colour. */
async function pixelsOf(page: Page, bytes: Buffer, color: readonly [number, number, number]): Promise<number> {
  return page.evaluate(
    async ({ base64, wanted }) => {
      const picture = await createImageBitmap(
        new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: 'image/png' }),
      );
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context?.drawImage(picture, 0, 0);
      const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
      let found = 0;
      for (let at = 0; at < pixels.length; at += 4)
        if (wanted.every((value, index) => pixels[at + index] === value)) found += 1;
      return found;
    },
    { base64: bytes.toString('base64'), wanted: color },
  );
}

/** 1,300 statements of 20 actors on 30 claims: three pages of them. */
const wordyDispute = {
  format: 'gainsay/1',
  title: 'Many words',
  actors: Array.from({ length: 20 }, (_, index) => ({
    id: `actor-${index}`,
    name: `Speaker ${index}`,
    kind: 'person',
  })),
  claims: Array.from({ length: 30 }, (_, index) => ({
    id: `claim-${index}`,
    text: `The question number ${index} is settled.`,
  })),
  statements: Array.from({ length: 1_300 }, (_, index) => ({
    actor: `actor-${index % 20}`,
    claim: `claim-${index % 30}`,
    stance: 'asserts',
    date: '2024-05',
    note: `${index}`,
  })),
};

describe('an export of very many statements', () => {
  const { open: openWordy } = pageTest({ files: [wordyDispute] });

  it('says how many it has fetched, and fetches no more when it is closed', async () => {
    const asked: string[] = [];
    const page = await openWordy({
      // The second page of statements never comes.
      before: (opened) =>
        opened.route(/\/api\/subgraph\/statements$/u, async (route) => {
          const body = route.request().postData() ?? '';
          asked.push(body);
          if (!body.includes('"cursor"')) await route.continue();
        }),
    });
    await page.locator('.canvas[data-nodes="50"]').waitFor();
    await page.keyboard.press('x');
    await choose(page, /^CSV/);
    await dialog(page).getByText('500 of 1,300 statements fetched').waitFor();
    expect(
      await dialog(page)
        .getByRole('progressbar')
        .evaluate((bar) => [(bar as HTMLProgressElement).value, (bar as HTMLProgressElement).max]),
    ).toEqual([500, 1_300]);
    expect(await dialog(page).getByRole('button', { name: 'Save file' }).isEnabled()).toBe(false);
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/subgraph/statements'));
    await page.keyboard.press('Escape');
    expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED');
    await dialog(page).waitFor({ state: 'detached' });
    expect(asked).toHaveLength(2);
  });
});

describe('exporting the view', () => {
  it('as PNG, in the size asked for', async () => {
    const page = await openExport();
    await choose(page, /^1×/);
    const small = pngSize((await saved(page)).bytes);
    await choose(page, /^3×/);
    const { name, bytes } = await saved(page);
    const large = pngSize(bytes);
    expect(name).toBe('gainsay.png');
    expect(small[0]).toBeGreaterThan(600);
    expect([Math.abs(large[0] - 3 * small[0]) <= 3, Math.abs(large[1] - 3 * small[1]) <= 3]).toEqual([true, true]);
  });

  it('as PNG that is the same from afar and near, with motion and without', async () => {
    const page = await openExport();
    const near = (await saved(page)).bytes;
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('-');
    await expect.poll(() => zoomOf(page)).toBeLessThan(0.2);
    await page.keyboard.press('x');
    expect((await saved(page)).bytes.equals(near)).toBe(true);
  });

  it('as PNG without what marks it on the page, unless that is wished for', async () => {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await clickOn(page, 'north-korea');
    await page.keyboard.press('x');
    expect(await pixelsOf(page, (await saved(page)).bytes, SELECTED)).toBe(0);
    await dialog(page).getByRole('button', { name: 'Selection and pins' }).click();
    expect(await pixelsOf(page, (await saved(page)).bytes, SELECTED)).toBeGreaterThan(100);
  });

  it('as SVG whose text is text, with title, legend and sources', async () => {
    const page = await openExport();
    await choose(page, /^SVG/);
    await dialog(page).getByLabel('Title', { exact: true }).fill('Who denies <arms>?');
    await dialog(page).getByRole('button', { name: 'Sources' }).click();
    const { name, bytes } = await saved(page);
    expect(name).toBe('who-denies-arms.svg');
    // Without its style sheet, which the content policy of the page would refuse: the SVG is a file, not a part of the page.
    const texts = await page.evaluate(
      (svg) => {
        const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
        return {
          isBroken: parsed.querySelector('parsererror') !== null,
          words: [...parsed.querySelectorAll('text')].map((text) => text.textContent),
        };
      },
      bytes.toString('utf8').replace(/<style>[^<]*<\/style>/u, ''),
    );
    expect(texts.isBroken).toBe(false);
    expect(texts.words).toEqual(expect.arrayContaining(['Who denies <arms>?', 'asserts ✓', 'denies ✕', 'Sources']));
    expect(texts.words.join(' ')).toContain('North Korea');
    expect(texts.words.join(' ')).toContain(`${EXAMPLE.nodes} nodes, ${EXAMPLE.edges} edges`);
  });

  it('as CSV, a row for each statement behind what is shown, and for what no statement describes', async () => {
    const page = await openExport();
    await choose(page, /^CSV/);
    const { name, bytes } = await saved(page);
    expect(name).toBe('gainsay.csv');
    const text = bytes.toString('utf8');
    expect(text.startsWith(BYTE_ORDER_MARK)).toBe(true);
    const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
    const denial = rows.filter(
      ({ actor_id: actor, claim_id: claim, stance }) =>
        actor === 'north-korea' && claim === EXAMPLE.contested && stance === 'denies',
    );
    expect(denial.map((row) => [row['actor'], row['claim'], row['actor_kind']])).toEqual(
      denial.map(() => ['North Korea', EXAMPLE.contestedText, 'state']),
    );
    expect(denial.length).toBeGreaterThan(0);
    const statements = rows.filter(({ record }) => record === '');
    expect(new Set(statements.map(({ statement_id: id }) => id)).size).toBe(statements.length);
    // The other rows describe what no statement does.
    const others = rows.filter(({ record }) => record !== '');
    expect(others.map(({ stance, statement_id: id }) => [stance, id])).toEqual(others.map(() => ['', '']));
    expect(others.map(({ record }) => record)).toContain('document');
  });

  it('as a native file that an empty database takes and shows alike', async () => {
    const page = await openExport();
    await choose(page, /^JSON/);
    const { name, bytes } = await saved(page);
    expect(name).toBe('gainsay.gainsay.json');
    const file = NativeFile.parse(JSON.parse(bytes.toString('utf8')));
    expect(file.actors?.find(({ id }) => id === 'north-korea')?.name).toBe('North Korea');
    const other = await startServer({ isEmpty: true });
    try {
      const { counts } = await other.load(file, name);
      expect(counts?.statements.added).toBe(file.statements?.length);
      const answer = await fetch(`${other.url}/api/overview`);
      const { graph } = (await answer.json()) as { graph: { nodes: unknown[]; edges: unknown[] } };
      expect([graph.nodes.length, graph.edges.length]).toEqual([EXAMPLE.nodes, EXAMPLE.edges]);
    } finally {
      await other.dispose();
    }
  });

  it('as a picture in the clipboard', async () => {
    const page = await openExport();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const button = dialog(page).getByRole('button', { name: 'Copy picture' });
    await expect.poll(() => button.isEnabled()).toBe(true);
    await button.click();
    await expect.poll(() => dialog(page).locator('.export-said').innerText()).toBe('Copied.');
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => [...item.types]),
    );
    expect(types).toContain('image/png');
  });

  it('as a citation of one statement', async () => {
    const page = await open();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await clickOn(page, 'vedanta-patel');
    await page.getByRole('button', { name: 'Copy citation' }).first().click();
    await page.getByRole('menuitem', { name: 'As a sentence' }).click();
    await page.getByText('Citation copied.').last().waitFor();
    const words = await page.evaluate(() => navigator.clipboard.readText());
    expect(words).toBe(
      'Vedanta Patel asserts: “An arms deal between North Korea and Russia is under way.” (hedged). In the words: “Russia could become a buyer of North Korean weapons”. Pyongyang warns Washington: no arms for Russia are planned, so drop the rumours, September 2022.',
    );
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible: ${theme}`, async () => {
      const page = await openExport({ theme });
      await expect.poll(() => dialog(page).getByRole('button', { name: 'Save file' }).isEnabled()).toBe(true);
      expect(await violations(page)).toEqual([]);
    });
  }
});
