/** The fonts of the canvas: families, sizes, and the type of a function that measures text. */
import { TYPE_SIZES } from './node-geometry.ts';

/** Cytoscape passes family names to the canvas without quotes. With a digit in a name, the browser drops it and uses another font. */
export const SANS = 'Gainsay Sans, system-ui, Noto Sans, sans-serif';
export const SERIF = 'Gainsay Serif, Noto Serif, Georgia, serif';
/** Sizes in model pixels. */
export const CLAIM_FONT_SIZE = TYPE_SIZES.standard.claimFont;
export const COMPACT_FONT_SIZE = TYPE_SIZES.standard.compactFont;
export const MARK_FONT_SIZE = TYPE_SIZES.standard.markFont;

/** Returns the width of a text in one of the fonts of the canvas, in model pixels. */
export type Measure = (text: string, face: Face) => number;
export type Face = 'actor' | 'claim' | 'compactClaim' | 'mark';
