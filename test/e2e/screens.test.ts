/** Every screen on a phone, in both languages: nothing is wider than the screen, and every target is large enough for a finger. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { clickOn, middle, waitForGraph } from './support/canvas.ts';
import { EXAMPLE } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open } = pageTest();
const PHONE = { width: 390, height: 844, hasTouch: true } as const;
/** The minimum size of a touch target in pixels, less a rounding tolerance. */
const MIN_TARGET = 43.5;

async function openMenuOf(page: Page, id: string): Promise<void> {
  const { x, y } = await middle(page, id);
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menu').first().waitFor();
}

async function openSubmenu(page: Page): Promise<void> {
  await openMenuOf(page, 'north-korea');
  await page.locator('[role="menuitem"][aria-haspopup]').first().click();
  await page.locator('.menu').nth(1).locator('[role="menuitem"]').first().waitFor();
}

/** How each screen is opened, independent of the language. */
const SCREENS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  graph: () => Promise.resolve(),
  actor: async (page) => {
    await clickOn(page, 'north-korea');
    await page.locator('.panel [data-statement]').first().waitFor();
  },
  document: async (page) => {
    await clickOn(page, EXAMPLE.contested);
    await page.locator('.quotation-button').first().click();
    await page.locator('.document-text mark.is-current').waitFor();
  },
  paths: async (page) => {
    await page.keyboard.press('Shift+P');
    await page.locator('.node-picker').first().waitFor();
  },
  filters: async (page) => {
    await page.keyboard.press('Shift+F');
    await page.locator('.filter-panel .pill').first().waitFor();
  },
  'filter chips': async (page) => {
    await page.keyboard.press('Shift+F');
    for (const at of [0, 2, 6]) await page.locator('.filter-panel .pill').nth(at).click();
    await page.keyboard.press('Escape');
    await page.locator('.filter-panel').waitFor({ state: 'detached' });
    await page.locator('.chip').nth(1).waitFor();
  },
  'menu of a node': (page) => openMenuOf(page, 'north-korea'),
  'neighbours by kind': openSubmenu,
  layouts: async (page) => {
    await page.locator('.view-controls button').nth(4).click();
    await page.locator('.layout-item').first().waitFor();
  },
  styles: async (page) => {
    await page.locator('.view-controls button').nth(5).click();
    await page.locator('.style-option').first().waitFor();
  },
  legend: async (page) => {
    await page.locator('.legend-fold').click();
    await page.locator('.legend-row').first().waitFor();
  },
  more: async (page) => {
    await page.locator('.more-menu button').click();
    await page.getByRole('menu').waitFor();
  },
  table: async (page) => {
    await page.keyboard.press('t');
    await page.locator('.grid-row').nth(1).waitFor();
  },
  views: async (page) => {
    await page.keyboard.press('v');
    await page.locator('.views-buttons').waitFor();
  },
  import: async (page) => {
    await page.keyboard.press('Shift+I');
    await page.locator('.import-row').first().waitFor();
  },
  'saving a view': async (page) => {
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog').locator('.text-field').first().waitFor();
  },
  export: async (page) => {
    await page.keyboard.press('x');
    await page.locator('.export-format').first().waitFor();
  },
  commands: async (page) => {
    await page.keyboard.press('Control+/');
    await page.locator('.palette-list [role="menuitem"]').first().waitFor();
  },
  shortcuts: async (page) => {
    await page.keyboard.press('?');
    await page.locator('.help-columns').waitFor();
  },
  settings: async (page) => {
    await page.keyboard.press(',');
    await page.locator('.setting-option').first().waitFor();
  },
};

/** Runs in the page: the texts of elements outside of it that cannot be scrolled to. */
function outside(): readonly string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null && (/auto|scroll/u.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const isHidden = (element: Element) =>
    element.closest('.visually-hidden, .graph-list, [inert], svg') !== null ||
    !element.checkVisibility({ visibilityProperty: true });
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return (
        width > 1 &&
        (left < -1 || right > window.innerWidth + 1) &&
        !isHidden(element) &&
        !scrolls(element.parentElement)
      );
    })
    .map((element) => `${element.className} ${element.textContent?.trim().slice(0, 40)}`);
}

/** Runs in the page: texts that are cut off, in placeholders and buttons. */
function cutOff(): readonly string[] {
  const context = document.createElement('canvas').getContext('2d');
  const placeholders = [...document.querySelectorAll('input')]
    .filter((input) => {
      if (context === null || input.placeholder === '' || input.clientWidth === 0) return false;
      const style = getComputedStyle(input);
      context.font = style.font;
      return (
        context.measureText(input.placeholder).width >
        input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) + 1
      );
    })
    .map(({ placeholder }) => placeholder);
  const buttons = [...document.querySelectorAll('.button, .menu-item, .pill, .setting-option, .choice')]
    .filter((button) => button.clientWidth > 0 && button.scrollWidth > button.clientWidth + 1)
    .map((button) => button.textContent ?? '');
  return [...placeholders, ...buttons];
}

/** Runs in the page: targets that are too small for a finger. Links within a text are as high as their line. */
function tooSmall(min: number): readonly string[] {
  const targets = document.querySelectorAll(
    'button:not(.link), input[type="text"], input[type="search"], textarea, .menu-item, .style-option, .setting-option, .export-format, .pill, .choice, [role="tab"]',
  );
  return [...targets]
    .filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      const isReached =
        target.checkVisibility({ visibilityProperty: true }) &&
        target.closest('.visually-hidden, [inert], .graph-list, .panel-body .pill, blockquote') === null;
      // Buttons without a class are those of the library, for screen readers.
      return (
        isReached &&
        target.className !== '' &&
        width > 1 &&
        height > 1 &&
        getComputedStyle(target).display !== 'inline' &&
        height < min
      );
    })
    .map(
      (target) =>
        `${target.className} ${target.getAttribute('aria-label') ?? target.textContent} ${target.getBoundingClientRect().height}`,
    );
}

describe.each(['en-GB', 'de-DE'])('on a phone in %s', (locale) => {
  it.each(Object.keys(SCREENS))('%s stays within the page and within reach of a finger', async (name) => {
    const page = await open({ ...PHONE, locale });
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await SCREENS[name]?.(page);
    // A menu is measured before it has its place.
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    expect(await page.evaluate(outside)).toEqual([]);
    expect(await page.evaluate(cutOff)).toEqual([]);
    expect(await page.evaluate(tooSmall, MIN_TARGET)).toEqual([]);
  });
});

describe('what lies over the canvas', () => {
  it.each([
    [390, 844],
    [1024, 700],
  ] as const)('leaves each other’s buttons free, at %d × %d', async (width, height) => {
    const page = await open({ width, height, path: '/#v=1&s=nonsense' });
    await page.locator('.view-notice').waitFor();
    const covered = await page
      .locator('.view-notice button, .panel-reopen button, .panel-close')
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => {
            const { left, top, width: across, height: down } = button.getBoundingClientRect();
            return !button.contains(document.elementFromPoint(left + across / 2, top + down / 2));
          })
          .map((button) => button.getAttribute('aria-label') ?? button.textContent),
      );
    expect(covered).toEqual([]);
  });
});
