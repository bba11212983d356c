import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { clickOn, drawn, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open, trouble } = pageTest();

/** The ways in which translators put their wrapper in the place of a text. */
const WAYS = ['replace', 'insert, then remove', 'wrap', 'wrap in an unknown element'] as const;
type Way = (typeof WAYS)[number];

async function openExample(): Promise<Page> {
  const page = await open();
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

/** Runs in the page: does to every text what a translator does; the translation is the text in capitals. */
function translateAll(way: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) {
    const text = walker.currentNode;
    const isKept = text.parentElement?.closest('[translate="no"], font, script, style, section.t') != null;
    if (text instanceof Text && !isKept && text.data.trim() !== '') texts.push(text);
  }
  for (const text of texts) {
    const font = document.createElement(way === 'wrap in an unknown element' ? 'section' : 'font');
    font.className = 't';
    if (way.startsWith('wrap')) {
      text.before(font);
      font.append(text);
      continue;
    }
    font.textContent = text.data.toUpperCase();
    if (way === 'replace') text.replaceWith(font);
    else {
      text.parentNode?.insertBefore(font, text);
      text.parentNode?.removeChild(text);
    }
  }
}

describe('a page that the browser translates', () => {
  it('goes on, and shows what is new', async () => {
    const page = await openExample();
    const translate = () => page.evaluate(translateAll, 'replace');
    const title = page.locator('.panel-title');
    await translate();
    await clickOn(page, 'north-korea');
    await expect.poll(() => title.innerText()).toBe('North Korea');
    await translate();
    for (const key of ['h', 't', 'g', 'v', 'g', 'Control+z']) {
      await page.keyboard.press(key);
      await translate();
    }
    await page.keyboard.press('/');
    await page.keyboard.type('patel');
    await page.getByRole('option').first().waitFor();
    await translate();
    await page.keyboard.press('Enter');
    await expect.poll(() => title.innerText()).toBe('Vedanta Patel');
    expect(await page.locator('.broken-page').count()).toBe(0);
  });

  it.each(WAYS)('finds the nodes that a translator has moved (%s)', async (way: Way) => {
    const page = await openExample();
    const before = await page.evaluate(() => {
      const host = document.createElement('div');
      host.id = 'host';
      const texts = ['one ', 'two ', 'three ', 'four'].map((words) => document.createTextNode(words));
      host.append(...texts);
      document.body.append(host);
      Reflect.set(window, 'texts', texts);
      return host.textContent;
    });
    expect(before).toBe('one two three four');
    await page.evaluate(translateAll, way);
    const after = await page.evaluate(() => {
      const host = document.querySelector('#host');
      const [one, two, three, four] = Reflect.get(window, 'texts') as Text[];
      if (host === null || !one || !two || !three || !four) throw new Error('There is no host.');
      // What React does: it removes a text, inserts before one, changes one, and moves one.
      host.removeChild(two);
      const inserted = document.createElement('b');
      inserted.textContent = 'new ';
      host.insertBefore(inserted, three);
      one.nodeValue = 'changed ';
      host.appendChild(three);
      host.insertBefore(document.createTextNode('last '), four);
      return host.textContent;
    });
    expect(after.toLowerCase()).toBe('changed new last fourthree ');
  });

  it('finds places after a translator has joined texts', async () => {
    const page = await openExample();
    const after = await page.evaluate(async () => {
      const host = document.createElement('div');
      const [one, two, end] = [
        document.createTextNode('one '),
        document.createTextNode('two '),
        document.createElement('i'),
      ];
      host.append(one, two, end);
      document.body.append(host);
      one.data = 'one two ';
      two.remove();
      await Promise.resolve();
      host.insertBefore(document.createElement('b'), two);
      host.removeChild(two);
      return host.innerHTML;
    });
    expect(after).toBe('one two <b></b><i></i>');
  });

  it('keeps the words of quotations, and keys', async () => {
    const page = await openExample();
    await clickOn(page, 'north-korea');
    const quotation = page.locator('.quotation').first();
    const words = await quotation.locator('mark').innerText();
    await page.evaluate(translateAll, 'replace');
    expect(await quotation.locator('mark').innerText()).toBe(words);
    expect(await page.locator('.search-key').innerText()).toBe('/');
  });
});

describe('an error that nothing handles', () => {
  it('leaves a page that reloads without a loss', async () => {
    const page = await openExample();
    await clickOn(page, 'north-korea');
    await page.keyboard.press('p');
    trouble.expectError('No article today.');
    await page.evaluate(() => {
      const native = document.createElement.bind(document);
      Reflect.set(document, 'createElement', (name: string) => {
        if (name === 'article') throw new Error('No article today.');
        return native(name);
      });
    });
    await clickOn(page, 'united-states');
    await page.getByRole('alert').filter({ hasText: 'The page has stopped because of an error.' }).waitFor();
    expect(await page.locator('.broken-page code').innerText()).toBe('No article today.');
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await expect.poll(async () => (await drawn(page, 'united-states')).classes).toContain('selected');
    expect((await drawn(page, 'north-korea')).classes).toContain('pinned');
  });
});
