/** The drawing as a PNG, whole and with all its text, wherever the camera stands. */
import type { Core } from 'cytoscape';
import type { Box } from '../scene/geometry.ts';
import type { PictureOptions } from '../scene/scene.ts';

/** What browsers make of a canvas at most, with room to spare. */
const MAX_SIDE = 16_000;
const MAX_PIXELS = 120e6;
/** Classes of what is looked at from afar, or pointed at just now: not part of a picture. */
const PASSING = ['far', 'dot', 'named', 'faded', 'hovered', 'focused'] as const;

/** The largest scale, up to the one asked for, at which a browser can make a picture of the box. */
export function feasibleScale(box: Box, scale: number): number {
  const [width, height] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  return Math.min(scale, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_PIXELS / (width * height)));
}

/** Draws everything once more, near, into a picture; what is on the screen stays as it is. */
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
  // The drawing is made at once, only its coding as PNG comes later.
  const coded = cy.png({
    output: 'blob-promise',
    full: true,
    scale: feasibleScale(box, scale),
    ...(background === 'page' ? { bg: page } : {}),
  });
  toggle(true);
  return coded;
}
