import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.ts';
import { clickOn, drawn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest, type PageOptions } from './support/page-test.ts';

const { open } = pageTest();

const SCREENS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the start view': async () => undefined,
  'a claim': async (page) => {
    await clickOn(page, EXAMPLE.contested);
    await page.locator('.panel [data-statement]').first().waitFor();
  },
  'an actor': async (page) => {
    await clickOn(page, 'north-korea');
    await page.locator('.panel [data-statement]').first().waitFor();
  },
  'an edge': async (page) => {
    await clickOn(page, `vedanta-patel asserts ${EXAMPLE.contested}`);
    await page.locator('.panel [data-statement]').first().waitFor();
  },
  'a document': async (page) => {
    await clickOn(page, `vedanta-patel asserts ${EXAMPLE.contested}`);
    await page.locator('.panel blockquote button').first().click();
    await page.locator('mark.is-current').first().waitFor();
  },
  'search results': async (page) => {
    await page.getByRole('combobox').fill('korea');
    await page.locator('.search-option').first().waitFor();
  },
  'a search that found nothing': async (page) => {
    await page.getByRole('combobox').fill('xyzzyq');
    await page.locator('.search-nothing').waitFor();
  },
  'the shortcuts': async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
  'the import': async (page) => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('.import-row').first().waitFor();
  },
  'a report of faults': async (page) => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('input[type="file"]').setInputFiles({ name: 'faulty.csv', mimeType: 'text/csv', buffer: Buffer.from('actor,claim,stance\na,b,c\n') });
    await page.locator('.fault-table').waitFor();
  },
  'a sound report': async (page) => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('input[type="file"]').setInputFiles({ name: 'sound.csv', mimeType: 'text/csv', buffer: Buffer.from('actor,claim,stance\na,b,asserts\n') });
    await page.locator('.count-table').waitFor();
  },
  'the settings': async (page) => {
    await page.keyboard.press(',');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  },
  'all commands': async (page) => {
    await page.keyboard.press('Control+/');
    await page.locator('.palette').waitFor();
  },
  'a menu': async (page) => {
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').first().waitFor();
  },
  'the filters': async (page) => {
    await page.locator('.is-filters').click();
    await page.getByRole('dialog').waitFor();
  },
  'the search for paths': async (page) => {
    await page.keyboard.press('Shift+P');
    await page.locator('.panel .panel-title').waitFor();
  },
  'the table': async (page) => {
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByRole('grid').first().waitFor();
  },
  'the saved views': async (page) => {
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.locator('.screen').first().waitFor();
  },
  'the export': async (page) => {
    await page.keyboard.press('x');
    await page.getByRole('dialog').waitFor();
  },
  'a selection of several': async (page) => {
    await page.keyboard.press('a');
    await page.locator('.panel .panel-title').waitFor();
  },
};

async function openExample(options: PageOptions): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const LOOKS = [
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['high contrast, light', { theme: 'light', isHighContrast: true }],
  ['high contrast, dark', { theme: 'dark', isHighContrast: true }],
] as const satisfies readonly (readonly [string, PageOptions])[];

describe.each(LOOKS)('axe, %s', (_look, look) => {
  it.each(Object.entries(SCREENS))('finds nothing on %s', async (_name, show) => {
    const page = await openExample(look);
    await show(page);
    expect(await violations(page)).toEqual([]);
  });

  it('finds nothing on a phone, with and without the sheet', async () => {
    const page = await openExample({ ...look, width: 390, height: 844, hasTouch: true });
    expect(await violations(page)).toEqual([]);
    const { x, y, width, height } = await drawn(page, EXAMPLE.contested);
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await page.locator('.panel [data-statement]').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('finds nothing on the description of the API', async () => {
    const page = await open({ theme: look.theme, path: '/api/docs' });
    expect(await page.locator('h1').first().innerText()).not.toBe('');
    expect(await violations(page)).toEqual([]);
  });
});

const NOTHING = {
  counts: { actors: 0, claims: 0, contested: 0, documents: 0, statements: 0, asserts: 0, denies: 0 },
  graph: { nodes: [], edges: [], total: 0, truncated: false },
};

describe.each(['light', 'dark'] as const)('axe on an empty database, %s', (theme) => {
  it('finds nothing', async () => {
    const page = await open({
      theme,
      before: (opened) => opened.route('**/api/overview', (route) => route.fulfill({ json: NOTHING })),
    });
    await page.getByRole('region', { name: 'Empty database' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
