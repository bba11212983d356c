import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { NO_VIOLATIONS, violations, violationsByLook } from './support/axe.ts';
import { clickOn, drawn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest, type PageOptions } from './support/page-test.ts';

const { open, server, trouble } = pageTest();

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
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'faulty.csv', mimeType: 'text/csv', buffer: Buffer.from('actor,claim,stance\na,b,c\n') });
    await page.locator('.fault-table').waitFor();
  },
  'a sound report': async (page) => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({
        name: 'sound.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('actor,claim,stance\na,b,asserts\n'),
      });
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
  'saving a view': async (page) => {
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog').getByLabel('Name').waitFor();
  },
  'a saved view and its menu': async (page) => {
    await saveView(page, 'For all eyes');
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('button', { name: 'More for “For all eyes”' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
  },
  'the history of steps': async (page) => {
    await clickOn(page, 'united-states');
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('listbox', { name: 'History' }).waitFor();
  },
  'colours and sizes': async (page) => {
    await page.getByRole('button', { name: 'Colours and sizes' }).click();
    await page.getByRole('radiogroup', { name: 'Colour of nodes' }).getByText('kind of actor').click();
    await page.getByRole('radiogroup', { name: 'Size of actors' }).getByText('number of statements').click();
    await page.getByRole('group', { name: 'Colour: kind of actor' }).waitFor();
  },
  'the list of paths': async (page) => {
    await clickOn(page, 'north-korea');
    await page.keyboard.down('Control');
    await clickOn(page, 'vedanta-patel');
    await page.keyboard.up('Control');
    await page.keyboard.press('Shift+P');
    await page.getByRole('region', { name: 'Path 1' }).waitFor();
  },
  'the history of a position': async (page) => {
    await clickOn(page, `vedanta-patel asserts ${EXAMPLE.contested}`);
    await page.getByRole('link', { name: 'How this position changed over time' }).click();
    await page.locator('.history > li').first().waitFor();
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

async function saveView(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(`“${name}” was saved.`).waitFor();
}

async function openExample(options: PageOptions = {}): Promise<Page> {
  const page = await open(options);
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

describe('axe, in light, dark and high contrast', () => {
  it.each(Object.entries(SCREENS))('finds nothing on %s', async (_name, show) => {
    const page = await openExample();
    await show(page);
    expect(await violationsByLook(page)).toEqual(NO_VIOLATIONS);
  });

  it('finds nothing on the tour', async () => {
    const page = await openExample({ isFirstVisit: true });
    for (let at = 1; at <= 6; at += 1) {
      await page.getByRole('dialog', { name: `Tour, step ${at} of 6` }).waitFor();
      expect(await violationsByLook(page)).toEqual(NO_VIOLATIONS);
      await page.getByRole('button', { name: at === 6 ? 'Done' : 'Next' }).click();
    }
  });

  it('finds nothing on a conflict over a view', async () => {
    const page = await openExample();
    await saveView(page, 'Fought over');
    await page.waitForURL(/#view=/u);
    const address = `${server().url}/api/views/${/#view=([^&]+)/u.exec(page.url())?.[1] ?? ''}`;
    const { version, state } = (await (await fetch(address)).json()) as { version: number; state: string };
    const answer = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify({ name: 'Fought over, theirs', state }),
    });
    expect(answer.status).toBe(200);
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Somebody else changed this view').waitFor();
    expect(await violationsByLook(page)).toEqual(NO_VIOLATIONS);
    expect(trouble.take()).toEqual([expect.stringContaining('412')]);
  });

  it('finds nothing on a phone, with and without the sheet', async () => {
    const page = await openExample({ width: 390, height: 844, hasTouch: true });
    expect(await violationsByLook(page)).toEqual(NO_VIOLATIONS);
    const { x, y, width, height } = await drawn(page, EXAMPLE.contested);
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await page.locator('.panel [data-statement]').first().waitFor();
    expect(await violationsByLook(page)).toEqual(NO_VIOLATIONS);
  });

  it.each(['light', 'dark'] as const)('finds nothing on the description of the API, %s', async (theme) => {
    const page = await open({ theme, path: '/api/docs' });
    expect(await page.locator('h1').first().innerText()).not.toBe('');
    expect(await violations(page)).toEqual([]);
  });
});

const NOTHING = {
  counts: { actors: 0, claims: 0, contested: 0, documents: 0, statements: 0, asserts: 0, denies: 0 },
  graph: { nodes: [], edges: [], total: 0, truncated: false },
};

describe('axe itself', () => {
  it('sees ink that is too pale, in every look', async () => {
    const page = await openExample();
    await page.evaluate(() => {
      const pale = document.createElement('p');
      pale.id = 'pale';
      pale.textContent = 'Hardly to be read';
      for (const [property, value] of [
        ['position', 'fixed'],
        ['top', '0'],
        ['left', '0'],
        ['z-index', '9999'],
        ['color', '#888'],
        ['background', '#777'],
      ] as const) {
        pale.style.setProperty(property, value);
      }
      document.body.append(pale);
    });
    const found = Object.values(await violationsByLook(page)).map(
      (lines) => lines.filter((line) => line.startsWith('color-contrast: #pale')).length,
    );
    expect(found).toEqual([1, 1, 1, 1]);
  });
});

describe('axe on an empty database', () => {
  it('finds nothing', async () => {
    const page = await open({
      before: (opened) => opened.route('**/api/overview', (route) => route.fulfill({ json: NOTHING })),
    });
    await page.getByRole('region', { name: 'Empty database' }).waitFor();
    expect(await violationsByLook(page)).toEqual(NO_VIOLATIONS);
  });
});
