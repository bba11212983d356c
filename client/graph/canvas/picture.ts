/** The whole drawing as a PNG with all its text, for any position of the camera. */
import type { Core } from 'cytoscape';
import type { Box } from '../scene/geometry.ts';
import type { PictureOptions } from '../scene/scene.ts';

/** Limits of the size of a canvas in browsers, with a margin. */
const MAX_SIDE = 16_000;
const MAX_PIXELS = 120e6;
/** Classes of the zoom, the pointer and the focus: a picture does not show them. */
const PASSING = ['far', 'dot', 'named', 'faded', 'hovered', 'focused'] as const;

/** Returns the largest scale, up to `scale`, at which a browser can make a picture of the box. */
export function feasibleScale(box: Box, scale: number): number {
  const [width, height] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  return Math.min(scale, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_PIXELS / (width * height)));
}

/** Draws everything at the near level into a picture; the screen does not change. */
export async function pictureOf(
  cy: Core,
  box: Box,
  { scale, background }: PictureOptions,
  page: string,
): Promise<Blob> {
  const passing = PASSING.map((name) => ({ name, elements: cy.elements(`.${name}`) }));
  const toggle = (isThere: boolean) =>
    cy.batch(() =>
      passing.forEach(({ name, elements }) => {
        elements.toggleClass(name, isThere);
      }),
    );
  toggle(false);
  // The drawing is synchronous; only the encoding as PNG is not.
  const coded = cy.png({
    output: 'blob-promise',
    full: true,
    scale: feasibleScale(box, scale),
    ...(background === 'page' ? { bg: page } : {}),
  });
  toggle(true);
  return coded;
}
