/** The colours of the themes, measured: contrast by WCAG 2.2 against every ground that text stands on. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../client/graph/scene/style-colors.ts';

const css = readFileSync(new URL('../../client/theme.css', import.meta.url), 'utf8');

/** The tokens of a rule, by its selector. */
function tokensOf(selector: string): Readonly<Record<string, string>> {
  const at = css.indexOf(`\n${selector} {`);
  const rule = css.slice(at, css.indexOf('\n}', at));
  return Object.fromEntries(
    [...rule.matchAll(/--([a-z]+): (#[0-9a-f]{6});/gu)].map(([, name = '', value = '']) => [name, value]),
  );
}

const GROUNDS = ['bg', 'surface', 'raised'] as const;
const INKS = ['text', 'muted', 'asserts', 'denies', 'neutral', 'accent', 'danger'] as const;
const THEMES = [
  ['light', ':root', 4.5, 3],
  ['dark', ":root[data-theme='dark']", 4.5, 3],
  ['high contrast, light', ":root[data-contrast='more']", 7, 7],
  ['high contrast, dark', ":root[data-contrast='more'][data-theme='dark']", 7, 7],
] as const;

describe.each(THEMES)('the theme %s', (_name, selector, ofText, ofControls) => {
  const tokens = tokensOf(selector);
  const between = (ink: string, ground: string) => contrast(tokens[ink] ?? '', tokens[ground] ?? '');

  it('has every token', () => {
    expect(Object.keys(tokens)).toEqual(expect.arrayContaining([...GROUNDS, ...INKS, 'line', 'control', 'mark']));
  });

  it.each(GROUNDS.flatMap((ground) => INKS.map((ink) => [ink, ground] as const)))(
    'lets %s be read on %s',
    (ink, ground) => {
      expect(between(ink, ground)).toBeGreaterThanOrEqual(ofText);
    },
  );

  it.each(GROUNDS)('shows the borders of controls on %s', (ground) => {
    expect(between('control', ground)).toBeGreaterThanOrEqual(ofControls);
  });

  it('lets marked words be read', () => {
    expect(between('text', 'mark')).toBeGreaterThanOrEqual(ofText);
  });
});
