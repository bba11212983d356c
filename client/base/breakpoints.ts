/**
 * The widths at which the page changes, in CSS pixels, and the media queries that code asks. The style sheets write
 * the widths out, as a media query takes no variables: a test holds both equal.
 */
export const BREAKPOINTS = {
  /** From here on there is room for one thing beside another; below it the page is that of a phone held upright. */
  beside: 720,
  /** From here on the panel leaves the graph enough room to be open from the start. */
  openPanel: 1_080,
  /** From here on the counts below the canvas stand in a row. */
  countsInRow: 1_100,
} as const;

/** Canvases below this width have no room for margins. */
export const NARROW_CANVAS = 480;

export const MEDIA_QUERIES = {
  narrow: `(max-width: ${BREAKPOINTS.beside - 1}px)`,
  coarsePointer: '(pointer: coarse)',
  lessMotion: '(prefers-reduced-motion: reduce)',
  dark: '(prefers-color-scheme: dark)',
  moreContrast: '(prefers-contrast: more)',
} as const;
