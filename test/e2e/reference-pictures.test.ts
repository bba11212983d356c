/**
 * The page looks as in its reference pictures in `test/e2e/pictures`. `npm run pictures` writes them again after
 * a change that is meant; look at them before you commit them.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawn } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';
import {
  type Difference,
  differenceOf,
  gridOf,
  type Picture,
  type Screen,
  SCREENS,
  takePicture,
} from './support/pictures.ts';

const { open } = pageTest();
const FOLDER = fileURLToPath(new URL('pictures', import.meta.url));
const isWriting = process.env['GAINSAY_WRITE_PICTURES'] === '1';

/** Other typefaces come to groups of 6 cells, 1 % and 7 % (see below); a missing card is a group of 13 or more. */
const BOUNDS: Difference = { largestGroup: 9, drawing: 0.015, elsewhere: 0.1 };

const screenOf = (name: string): Screen => {
  const found = SCREENS.find((screen) => screen.name === name);
  if (found === undefined) throw new Error(`There is no screen ${name}.`);
  return found;
};

interface Change {
  /** Rules that are added to the page before it starts. */
  readonly css?: string;
  /** What is done before the picture is taken. */
  readonly after?: (page: Page) => Promise<unknown>;
}

/** Takes the picture of a screen, changed or not. */
async function pictureOf(name: string, { css, after }: Change = {}): Promise<{ page: Page; picture: Picture }> {
  const screen = screenOf(name);
  const page = await open({ ...screen.options, ...(css !== undefined && { before: styled(css) }) });
  const show = async () => {
    await screen.show?.(page);
    await after?.(page);
  };
  return { page, picture: await takePicture(page, { ...screen, show }) };
}

/** How a screen differs from a reference picture, by default its own. */
async function differs(name: string, change: Change & { readonly reference?: string } = {}): Promise<Difference> {
  const { page, picture } = await pictureOf(name, change);
  return differenceOf(picture, await gridOf(page, readReference(change.reference ?? name)));
}

const readReference = (name: string): string => readFileSync(join(FOLDER, `${name}.png`), 'base64');

function isWithin({ largestGroup, drawing, elsewhere }: Difference): boolean {
  return largestGroup <= BOUNDS.largestGroup && drawing <= BOUNDS.drawing && elsewhere <= BOUNDS.elsewhere;
}

function write(folder: string, name: string, { png }: Picture): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  writeFileSync(path, Buffer.from(png, 'base64'));
  return path;
}

/** Adds rules in a way that the page's content policy allows. */
function styled(css: string): (page: Page) => Promise<unknown> {
  return (page) =>
    page.addInitScript((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, css);
}

/** Covers a node with the colour of the paper. */
function cover(id: string): (page: Page) => Promise<unknown> {
  return async (page) => {
    const box = await drawn(page, id);
    await page.evaluate(({ x, y, width, height }) => {
      const lid = document.createElement('div');
      lid.style.cssText = 'position: fixed; z-index: 9999; background: var(--bg)';
      Object.assign(lid.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
      document.body.append(lid);
    }, box);
  };
}

describe('the page', () => {
  it.each(SCREENS.map(({ name }) => name))('looks as in its reference picture: %s', async (name) => {
    const { page, picture } = await pictureOf(name);
    if (isWriting) write(FOLDER, name, picture);
    const difference = differenceOf(picture, await gridOf(page, readReference(name)));
    const path = isWithin(difference) ? '' : write(mkdtempSync(join(tmpdir(), 'gainsay-picture-')), name, picture);
    expect(isWithin(difference), `${JSON.stringify(difference)}: the page looks as in ${path}`).toBe(true);
  });
});

const TYPEFACES = {
  'the fonts of the system': ':root { --sans: sans-serif !important; --serif: serif !important }',
  'the two typefaces swapped': ":root { --sans: 'Gainsay Serif' !important; --serif: 'Gainsay Sans' !important }",
} as const;

describe('the comparison', () => {
  it.each([
    ...SCREENS.map(({ name }) => ['the fonts of the system', name] as const),
    ['the two typefaces swapped', 'light'] as const,
    ['the two typefaces swapped', 'claim'] as const,
  ])('passes with %s: %s', async (typefaces, name) => {
    const { page, picture } = await pictureOf(name, { css: TYPEFACES[typefaces] });
    const difference = differenceOf(picture, await gridOf(page, readReference(name)));
    expect(isWithin(difference), JSON.stringify(difference)).toBe(true);
    expect((await pictureOf(name)).picture.png).not.toBe(picture.png);
  });

  it.each(['light', 'dark'])('notices a claim that is missing: %s', async (screen) => {
    expect((await differs(screen, { after: cover('self-defence') })).largestGroup).toBeGreaterThan(BOUNDS.largestGroup);
  });

  it('notices a claim that is missing: phone', async () => {
    expect((await differs('phone', { after: cover(EXAMPLE.contested) })).largestGroup).toBeGreaterThan(
      BOUNDS.largestGroup,
    );
  });

  it.each(['light', 'phone'])('notices the colours of the stances swapped: %s', async (screen) => {
    const css = ':root { --asserts: #b8430f !important; --denies: #0b6e8f !important }';
    expect((await differs(screen, { css })).drawing).toBeGreaterThan(2 * BOUNDS.drawing);
  });

  it.each(['light', 'phone'])('notices that the lines are gone: %s', async (screen) => {
    const css = ':root { --asserts: var(--bg) !important; --denies: var(--bg) !important }';
    expect((await differs(screen, { css })).drawing).toBeGreaterThan(2 * BOUNDS.drawing);
  });

  it('notices that the panel of a claim is absent, or that the table is', async () => {
    expect((await differs('light', { reference: 'claim' })).elsewhere).toBeGreaterThan(BOUNDS.elsewhere);
    expect(isWithin(await differs('light', { reference: 'table' }))).toBe(false);
  });

  it('notices the other theme, and another size', async () => {
    expect((await differs('light', { reference: 'dark' })).drawing).toBe(1);
    expect((await differs('phone', { reference: 'light' })).largestGroup).toBe(Infinity);
  });
});
