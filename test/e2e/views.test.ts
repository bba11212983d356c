import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { clickOn, drawn, locate, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open, server, trouble } = pageTest();

async function openExample(path = '/'): Promise<Page> {
  const page = await open({ path });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

async function save(page: Page, name: string, note = ''): Promise<void> {
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Note').fill(note);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(`“${name}” was saved.`).waitFor();
}

const goTo = (page: Page, screen: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click();

async function choose(page: Page, view: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `More for “${view}”` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

const cardNames = (page: Page) => page.locator('.view-card .view-name').allInnerTexts();

describe('saved views', () => {
  it('are saved with name, note and picture, and opened by their link in a clean browser', async () => {
    const page = await openExample();
    await clickOn(page, 'united-states');
    await page.keyboard.press('p');
    await save(page, 'Who speaks', 'The United States,\npinned.');
    await page.waitForURL(/#view=/u);
    await goTo(page, 'Views');
    const card = page.locator('.view-card', { hasText: 'Who speaks' });
    expect(await card.locator('.view-note').innerText()).toBe('The United States,\npinned.');
    expect(await card.locator('img').getAttribute('src')).toMatch(/^data:image\/png;base64,/u);
    await card.getByText('open now').waitFor();
    // Transparent, so that it fits both themes.
    expect(
      await card.locator('img').evaluate((image: HTMLImageElement) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const { data = [] } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
        return [data[3], data.some((value, index) => index % 4 === 3 && value === 255)];
      }),
    ).toEqual([0, true]);
    expect(await violations(page)).toEqual([]);

    const { pathname, hash } = new URL(page.url());
    const clean = await openExample(pathname + hash);
    expect((await drawn(clean, 'united-states')).classes).toEqual(expect.arrayContaining(['selected', 'pinned']));
  });

  it('are renamed, duplicated, deleted, and brought back', async () => {
    const page = await openExample();
    await save(page, 'First draft');
    await goTo(page, 'Views');
    await choose(page, 'First draft', 'Rename');
    await page.getByRole('dialog').getByLabel('Name').fill('Second draft');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.locator('.view-card', { hasText: 'Second draft' }).waitFor();
    await choose(page, 'Second draft', 'Duplicate');
    await page.getByText('“Second draft (copy)” was saved as a copy.').waitFor();
    await expect.poll(() => cardNames(page)).toEqual(expect.arrayContaining(['Second draft', 'Second draft (copy)']));
    await choose(page, 'Second draft (copy)', 'Delete');
    await page.getByText('“Second draft (copy)” was deleted.').waitFor();
    await expect.poll(() => cardNames(page)).not.toContain('Second draft (copy)');
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => cardNames(page)).toContain('Second draft (copy)');
  });

  it('are opened from their card, with undo leading back', async () => {
    const page = await openExample();
    await clickOn(page, 'united-states');
    await page.keyboard.press('h');
    await page.getByText('1 node hidden').waitFor();
    await save(page, 'Without the US');
    await page.keyboard.press('r');
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await goTo(page, 'Views');
    await page.getByRole('button', { name: 'Open “Without the US”' }).click();
    await page.getByText('1 node hidden').waitFor();
    await page.locator('.canvas').waitFor();
    expect(await locate(page, 'united-states')).toBeUndefined();
    await page.keyboard.press('Control+z');
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    expect(await locate(page, 'united-states')).toBeDefined();
  });

  it('are not overwritten when somebody else has saved them meanwhile', async () => {
    const mine = await openExample();
    await save(mine, 'Shared');
    await mine.waitForURL(/#view=/u);
    const { pathname, hash } = new URL(mine.url());
    const theirs = await openExample(pathname + hash);
    await theirs.keyboard.press('Control+s');
    await theirs.getByRole('dialog').getByLabel('Name').fill('Shared, theirs');
    await theirs.getByRole('button', { name: 'Save changes' }).click();
    await theirs.getByText('“Shared, theirs” was saved.').waitFor();

    await mine.keyboard.press('Control+s');
    await mine.getByRole('dialog').getByLabel('Name').fill('Shared, mine');
    await mine.getByRole('button', { name: 'Save changes' }).click();
    await mine.getByText('Somebody else changed this view').waitFor();
    expect(await mine.locator('.conflict-side .view-name').allInnerTexts()).toEqual(['Shared, theirs', 'Shared, mine']);
    expect(await mine.evaluate(() => document.activeElement?.textContent)).toBe('Save yours as a new view');
    await mine.getByRole('button', { name: 'Save yours as a new view' }).click();
    await mine.getByText('“Shared, mine” was saved.').waitFor();
    await goTo(mine, 'Views');
    await expect.poll(() => cardNames(mine)).toEqual(expect.arrayContaining(['Shared, theirs', 'Shared, mine']));
    // The conflict is a 412 answer.
    expect(trouble.take()).toEqual([expect.stringContaining('412')]);
  });

  it('are known by their link in the browser that saved them, too', async () => {
    const page = await openExample();
    await save(page, 'Mine');
    await page.waitForURL(/#view=/u);
    const again = await page.context().newPage();
    await again.goto(page.url());
    await waitForGraph(again, EXAMPLE.nodes, EXAMPLE.edges);
    await again.keyboard.press('Control+s');
    await again.getByRole('dialog', { name: 'Save “Mine”' }).waitFor();
    await again.getByRole('button', { name: 'Save changes' }).waitFor();
    await again.keyboard.press('Escape');
    // The state survives a reload, with the changes made just before it.
    await clickOn(again, 'united-states');
    await again.reload();
    await expect.poll(async () => (await drawn(again, 'united-states')).classes).toContain('selected');
    await again.keyboard.press('Control+s');
    await again.getByRole('button', { name: 'Save changes' }).waitFor();
  });

  it('go out as a file and come in again', async () => {
    const page = await openExample();
    await save(page, 'To be sent', 'With a note.');
    await goTo(page, 'Views');
    const download = page.waitForEvent('download');
    await choose(page, 'To be sent', 'Export as a file');
    const file = await (await download).path();
    expect((await download).suggestedFilename()).toBe('To-be-sent.gainsay-view.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      kind: 'gainsay-view',
      version: 1,
      name: 'To be sent',
      note: 'With a note.',
      state: { v: 1 },
    });
    await page.locator('input[type="file"][accept=".json"]').setInputFiles(file);
    await page.getByText('“To be sent” was imported.').waitFor();
    await expect.poll(async () => (await cardNames(page)).filter((name) => name === 'To be sent').length).toBe(2);
    await page
      .locator('input[type="file"][accept=".json"]')
      .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"kind":"else"}') });
    await page.getByText('This file is not a view of Gainsay, or it is damaged.').waitFor();
  });

  it('have their link copied, as every state has', async () => {
    const page = await openExample();
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(server().url).origin });
    await clickOn(page, 'north-korea');
    await page.keyboard.press('l');
    await page.getByText('Link copied. It opens exactly this view.').waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.hash).toMatch(/^#state=/u);
    const clean = await openExample(link.pathname + link.hash);
    expect((await drawn(clean, 'north-korea')).classes).toContain('selected');
  });
});
