/** The colours of the theme, read from the page: the style sheet is the only place that defines them. */

export const TOKEN_NAMES = [
  'bg',
  'surface',
  'raised',
  'line',
  'control',
  'text',
  'muted',
  'asserts',
  'denies',
  'neutral',
  'accent',
  'danger',
  'mark',
] as const;
export type TokenName = (typeof TOKEN_NAMES)[number];
export type Tokens = Readonly<Record<TokenName, string>> & {
  /** The minimum opacity of a line when many are drawn at the far levels. */
  readonly leastInk?: number;
};

/**
 * Reads the colours that apply at `element`, as `rgb(…)`. It reads the computed colour of a probe: the text of the property
 * may be another `var()` or a `light-dark()`, which Cytoscape cannot parse.
 */
export function readTokens(element: HTMLElement): Tokens {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Otherwise forced colours of the system would replace every token.
  probe.style.forcedColorAdjust = 'none';
  element.append(probe);
  const style = getComputedStyle(probe);
  const tokens = Object.fromEntries(
    TOKEN_NAMES.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, style.color];
    }),
  );
  const leastInk = Number(style.getPropertyValue('--least-ink'));
  probe.remove();
  return { ...(tokens as Record<TokenName, string>), ...(leastInk > 0 && { leastInk }) };
}
