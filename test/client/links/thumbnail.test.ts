import { describe, expect, it } from 'vitest';
import { SKETCH_COLORS } from '../../../client/links/thumbnail.ts';

/** Relative luminance (WCAG 2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: string, b: string) =>
  (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

describe('the picture of a view', () => {
  it.each(['#faf9f6', '#141414', '#ffffff', '#000000'])('has enough contrast to the paper %s', (paper) => {
    for (const color of Object.values(SKETCH_COLORS)) expect(contrast(color, paper)).toBeGreaterThanOrEqual(3);
  });
});
