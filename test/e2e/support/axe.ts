/** Accessibility by axe, WCAG 2 A and AA. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Preferences of the system that the page follows. */
export const LOOKS = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'high contrast, light': { colorScheme: 'light', contrast: 'more' },
  'high contrast, dark': { colorScheme: 'dark', contrast: 'more' },
} as const;
export type Look = keyof typeof LOOKS;

/** The expected result: no violation in any look. */
export const NO_VIOLATIONS = {
  light: [],
  dark: [],
  'high contrast, light': [],
  'high contrast, dark': [],
} as const satisfies Record<Look, readonly string[]>;

/** Every violation on the page: its rule and its elements. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Runs in the page itself: the builder of @axe-core/playwright opens another page for every answer and also describes passed checks, which is many times slower. There are no frames.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(analyse, RULES);
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** The same in light, dark and high contrast. The page stays in high contrast. */
export async function violationsByLook(page: Page): Promise<Readonly<Record<Look, readonly string[]>>> {
  return {
    light: await violationsIn(page, 'light'),
    dark: await violationsIn(page, 'dark'),
    'high contrast, light': await violationsIn(page, 'high contrast, light'),
    'high contrast, dark': await violationsIn(page, 'high contrast, dark'),
  };
}

async function violationsIn(page: Page, look: Look): Promise<readonly string[]> {
  const { colorScheme, contrast } = LOOKS[look];
  await page.emulateMedia({ colorScheme, contrast });
  const strength = contrast === 'more' ? 'more' : 'standard';
  await page.locator(`html[data-theme="${colorScheme}"][data-contrast="${strength}"]`).waitFor();
  return violations(page);
}

/** Runs in the page. */
function analyse(values: string[]): Promise<axe.AxeResults> {
  const { axe: injected } = globalThis as unknown as { axe: typeof axe };
  return injected.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
}
