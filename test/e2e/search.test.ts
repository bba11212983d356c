import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { drawn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();

async function openExample(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

const field = (page: Page) => page.getByRole('combobox');
const options = (page: Page) => page.getByRole('option').locator('visible=true').and(page.locator('.search-option'));
/** The active result for the complete typed text, not for its beginning. */
const active = (page: Page) =>
  page.locator('.search-results [role="listbox"]:not(.is-stale) .search-option[aria-selected="true"]');

describe('searching by keyboard alone', () => {
  it('finds an actor by its alias, marks it, and opens it with Enter', async () => {
    const page = await openExample();
    await page.keyboard.press('/');
    await page.keyboard.type('DPRK');
    await expect.poll(() => active(page).locator('.search-main').allInnerTexts()).toEqual(['North Korea']);
    await expect.poll(() => active(page).locator('mark').allInnerTexts()).toEqual(['DPRK']);
    expect(await active(page).locator('.search-more').first().innerText()).toBe('also DPRK · State');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe('North Korea');
    expect((await drawn(page, 'north-korea')).classes).toContain('selected');
    expect(await field(page).inputValue()).toBe('');
  });

  it('takes the first hit when Enter came before the answer', async () => {
    const page = await openExample();
    await page.keyboard.press('/');
    await page.keyboard.type('DPRK');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe('North Korea');
    expect(await field(page).inputValue()).toBe('');
  });

  it('forgives typing errors, and goes down the list', async () => {
    const page = await openExample();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('vedanta patle');
    await expect.poll(() => active(page).locator('.search-main').allInnerTexts()).toEqual(['Vedanta Patel']);
    await field(page).fill('russia');
    await expect.poll(() => active(page).locator('.search-main').allInnerTexts()).toEqual(['Russia']);
    await page.keyboard.press('ArrowDown');
    expect(await active(page).getAttribute('id')).toBe(await options(page).nth(1).getAttribute('id'));
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await options(page).nth(1).getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await active(page).getAttribute('id')).toBe(await options(page).last().getAttribute('id'));
  });

  it('leads from a quotation to the edge it stands behind', async () => {
    const page = await openExample();
    await page.keyboard.press('/');
    await page.keyboard.type('busy acquiring');
    const quotation = page.locator('.search-option', { hasText: 'Moscow was busy acquiring' });
    await quotation.first().waitFor();
    expect(await quotation.first().locator('.search-more').innerText()).toBe(
      `Vedanta Patel on “${EXAMPLE.contestedText}”`,
    );
    await quotation.first().click();
    await expect
      .poll(() => page.locator('.panel-kind').innerText())
      .toBe('Position · 2 statements · since September 2022');
  });

  it('opens a document by its title', async () => {
    const page = await openExample();
    await page.keyboard.press('/');
    await page.keyboard.type('Pyongyang warns');
    const document = page.getByRole('group', { name: 'Documents' }).locator('.search-option');
    await document.click();
    await expect.poll(() => page.locator('.panel-title').innerText()).toContain('Pyongyang warns Washington');
  });

  it('says what was searched when nothing is found', async () => {
    const page = await openExample();
    await page.keyboard.press('/');
    await page.keyboard.type('xyzzyq');
    await expect
      .poll(() => page.locator('.search-nothing').allInnerTexts())
      .toEqual([
        'No results for “xyzzyq” in actors, aliases, claims, quotations and titles. Try fewer characters or another spelling.',
      ]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-nothing').count()).toBe(0);
  });
});

describe('what the search remembers and adds', () => {
  it('shows what was found lately when nothing is typed, and leads there again', async () => {
    const page = await openExample();
    await page.keyboard.press('/');
    expect(await page.locator('.search-results').count()).toBe(0);
    await page.keyboard.type('kirby');
    await expect.poll(() => active(page).locator('.search-main').allInnerTexts()).toEqual(['John Kirby']);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe('John Kirby');
    await page.reload();
    await page.locator('.canvas[data-nodes]').waitFor();
    await page.keyboard.press('/');
    const recent = page.getByRole('group', { name: 'Recent results' });
    await expect.poll(() => recent.locator('.search-main').allInnerTexts()).toEqual(['John Kirby']);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe('John Kirby');
  });

  it('adds the neighbours, too, with Ctrl+Enter', async () => {
    const page = await openExample();
    const asked = page.waitForRequest(/\/nodes\/north-korea\/neighbours$/u);
    await page.keyboard.press('/');
    await page.keyboard.type('DPRK');
    await expect.poll(() => active(page).locator('.search-main').allInnerTexts()).toEqual(['North Korea']);
    await page.keyboard.press('Control+Enter');
    expect((await asked).postDataJSON()).toMatchObject({ limit: 25 });
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe('North Korea');
  });

  it('does not say that nothing was found before there is an answer', async () => {
    const held: (() => void)[] = [];
    const page = await open({
      before: (opened) =>
        opened.route(
          /\/api\/search\?q=dprk&/u,
          (route) =>
            new Promise<void>((resolve) => {
              held.push(() => resolve(route.continue()));
            }),
        ),
    });
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await field(page).fill('dprk');
    await expect.poll(() => held.length).toBe(1);
    expect(await page.locator('.search-nothing').count()).toBe(0);
    held.forEach((go) => go());
    await expect.poll(() => active(page).locator('.search-main').allInnerTexts()).toEqual(['North Korea']);
  });

  it('leads from a quotation to its edge with Ctrl+Enter, and shows both ends of it', async () => {
    const page = await openExample();
    await page.keyboard.press('a');
    await page.keyboard.press('h');
    await waitForGraph(page, 0, 0);
    await page.keyboard.press('/');
    await page.keyboard.type('busy acquiring');
    await expect
      .poll(() => active(page).locator('.search-more').allInnerTexts())
      .toEqual([`Vedanta Patel on “${EXAMPLE.contestedText}”`]);
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.locator('.panel-kind').innerText())
      .toBe('Position · 2 statements · since September 2022');
    await expect
      .poll(async () => (await drawn(page, `vedanta-patel asserts ${EXAMPLE.contested}`)).classes)
      .toContain('selected');
    expect(await field(page).inputValue()).toBe('');
  });

  it('aborts an answer that is no longer wanted', async () => {
    const held: (() => void)[] = [];
    const page = await open({
      before: (opened) =>
        opened.route(
          /\/api\/search\?q=kor&/u,
          (route) =>
            new Promise<void>((resolve) => {
              held.push(() => resolve(route.abort().catch(() => undefined)));
            }),
        ),
    });
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('q=kor&'));
    await field(page).fill('kor');
    await expect.poll(() => held.length).toBe(1);
    await field(page).fill('korea');
    expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED');
    await expect.poll(() => active(page).locator('.search-main').allInnerTexts()).toEqual(['North Korea']);
    held.forEach((end) => end());
  });
});

describe('the graph by keyboard alone', () => {
  it('walks through everything shown, and opens it with Enter', async () => {
    const page = await openExample();
    const list = page.locator('.graph-list');
    for (
      let presses = 0;
      presses < 40 && !(await list.evaluate((element) => element === document.activeElement));
      presses += 1
    ) {
      await page.keyboard.press('Tab');
    }
    expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await list.locator('.is-active').innerText()).toContain(EXAMPLE.contestedText);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.panel-title').innerText()).toBe(EXAMPLE.contestedText);
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await list.getAttribute('aria-activedescendant')).toBe(await list.locator('.is-active').getAttribute('id'));
    await page.keyboard.press('Enter');
    const second = (await list.locator('.is-active').innerText()).split('\n')[0] ?? 'missing';
    await expect.poll(() => page.locator('.panel-title').innerText()).toContain(second.slice(0, 20));
  });

  it('lists the shortcuts, and closes the list by Escape', async () => {
    const page = await openExample();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getByRole('heading', { level: 2 }).innerText()).toBe('Shortcuts');
    expect(await dialog.locator('dt', { hasText: 'Undo' }).locator('xpath=../dd').innerText()).toBe('Ctrl+Z');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
