/**
 * The widths at which the layout of the page changes, in CSS pixels, and the media queries that the code uses. The
 * style sheets repeat the widths, as a media query cannot contain variables: a test checks that both are equal.
 */
export const BREAKPOINTS = {
  /** From this width on, elements fit side by side; below it the layout is that of a phone in portrait. */
  beside: 720,
  /** From this width on, the graph has enough room for the panel to be open at the start. */
  openPanel: 1_080,
  /** From this width on, the counts below the canvas are in one row. */
  countsInRow: 1_100,
} as const;

/** Canvases below this width have no room for wide margins or insets at the sides. */
export const NARROW_CANVAS = 480;

export const MEDIA_QUERIES = {
  narrow: `(max-width: ${BREAKPOINTS.beside - 1}px)`,
  coarsePointer: '(pointer: coarse)',
  lessMotion: '(prefers-reduced-motion: reduce)',
  dark: '(prefers-color-scheme: dark)',
  moreContrast: '(prefers-contrast: more)',
} as const;
