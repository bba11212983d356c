/** Text widths in the fonts of the canvas, and loading of these fonts. */
import type { Face, Measure } from './fonts.ts';
import { ACTOR_LABEL } from './node-geometry.ts';
import { CLAIM_FONT_SIZE, COMPACT_FONT_SIZE, MARK_FONT_SIZE, SANS, SERIF } from './fonts.ts';

/** The `font` of a 2D context needs quotes, Cytoscape does not. */
const quoted = (families: string): string =>
  families
    .split(', ')
    .map((family) => (family.includes(' ') ? `"${family}"` : family))
    .join(', ');

const FONTS: Readonly<Record<Face, string>> = {
  actor: `600 ${ACTOR_LABEL.fontSize}px ${quoted(SANS)}`,
  claim: `400 ${CLAIM_FONT_SIZE}px ${quoted(SERIF)}`,
  compactClaim: `400 ${COMPACT_FONT_SIZE}px ${quoted(SERIF)}`,
  mark: `600 ${MARK_FONT_SIZE}px ${quoted(SANS)}`,
};
const MAX_REMEMBERED = 20_000;

export interface TextMeasure {
  readonly measure: Measure;
  /** Call it after a font has loaded: widths measured before are wrong. */
  forget(): void;
  /** Returns the characters of `texts` that were in no earlier text. */
  newCharacters(texts: Iterable<string>): string;
}

/** Creates a measure with its own canvas and a cache. */
export function createTextMeasure(): TextMeasure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  const seen = new Set<string>();
  return {
    measure(text, face) {
      const key = `${face} ${text}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      if (known.size >= MAX_REMEMBERED) known.clear();
      if (context) context.font = FONTS[face];
      const width = context?.measureText(text).width ?? 0;
      known.set(key, width);
      return width;
    },
    forget: () => known.clear(),
    newCharacters(texts) {
      let fresh = '';
      for (const text of texts) {
        for (const character of text) {
          if (!seen.has(character)) fresh += character;
          seen.add(character);
        }
      }
      return fresh;
    },
  };
}

const fonts = [...new Set(Object.values(FONTS))];

/** Whether the fonts are loaded for those characters of `sample` that they contain. */
export function areFacesLoaded(sample: string): boolean {
  return fonts.every((font) => document.fonts.check(font, sample));
}

/**
 * Loads the fonts for those characters of `sample` that they contain. It resolves in any case: the browser replaces a
 * font that fails to load by the next of its family list.
 */
export async function loadFaces(sample: string): Promise<void> {
  await Promise.allSettled(fonts.map((font) => document.fonts.load(font, sample)));
}
