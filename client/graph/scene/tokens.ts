/** The theme's colours and strength, read from the page, so that they are written down once: in its style sheet. */

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
  /** Of many lines seen from afar, the least share of its ink that one has. */
  readonly leastInk?: number;
};

/**
 * The colours that hold at `element`, as `rgb(…)`. A probe's computed colour is read rather than the
 * property's text, which may be another `var()` or a `light-dark()` that Cytoscape cannot parse.
 */
export function readTokens(element: HTMLElement): Tokens {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Else the system's forced colours would take the place of every token.
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
