/**
 * Colours for the user's own style rules. None is near asserts (blue), denies (orange) or the accent
 * (violet), which keep their meaning. Names: six hues of Paul Tol's "muted" scheme, which survive the
 * common colour blindnesses; values: ramps of lightness, which everyone can order.
 */

/** Colours of names, in the order of frequency. */
export const CATEGORY_COLORS = ['#117733', '#ddcc77', '#aa4499', '#44aa99', '#882255', '#999933'] as const;
/** Colour of all further names. */
export const OTHER_COLOR = '#bbbbbb';

/** Five classes from the smallest value to the largest: pale to strong against the background. */
export const SEQUENCE_COLORS = {
  light: ['#eef0d3', '#cfdc9f', '#9fbf6a', '#6da04c', '#2a5c22'],
  dark: ['#2c3a22', '#456030', '#7aa150', '#9fc069', '#dbeeb0'],
} as const;

/** Five classes from −1 (all deny) to 1 (all assert), with a neutral middle: pink to green. */
export const DIVERGING_COLORS = {
  light: ['#b5257a', '#e3a0c8', '#efeee9', '#aed07f', '#3d7616'],
  dark: ['#e86db4', '#9c4a7d', '#4a4a4c', '#557d2f', '#a6d46a'],
} as const;

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
export function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

const INKS = ['#1c1b18', '#ffffff'] as const;

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Returns black or white: the one with more contrast to the colour. */
export function inkOn(color: string): string {
  return contrast(INKS[0], color) >= contrast(INKS[1], color) ? INKS[0] : INKS[1];
}
