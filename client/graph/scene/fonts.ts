/** The faces of the canvas: their families, their sizes, and what measures a text in them. */
import { TYPE_SIZES } from './node-geometry.ts';

/** Cytoscape hands family names to the canvas unquoted: none may contain a digit, or another face appears. */
export const SANS = 'Gainsay Sans, system-ui, Noto Sans, sans-serif';
export const SERIF = 'Gainsay Serif, Noto Serif, Georgia, serif';
/** Sizes in model pixels. */
export const CLAIM_FONT_SIZE = TYPE_SIZES.standard.claimFont;
export const COMPACT_FONT_SIZE = TYPE_SIZES.standard.compactFont;
export const MARK_FONT_SIZE = TYPE_SIZES.standard.markFont;

/** Width of a text in one of the canvas's faces, in model pixels. */
export type Measure = (text: string, face: Face) => number;
export type Face = 'actor' | 'claim' | 'compactClaim' | 'mark';
