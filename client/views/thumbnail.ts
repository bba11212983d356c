/** A small picture of the drawing, as a data: address that a saved view can hold. */
import { VIEW_LIMITS } from '../../server/contract/views.ts';
import type { GraphController } from '../graph/graph-controller.ts';

const SIZE = { width: 320, height: 200 } as const;
/** The drawing is made at this scale, then made smaller: lines stay smooth. */
const DRAWN_AT = 0.5;

/** The picture; undefined when nothing is drawn, or when it cannot be made small enough. */
export async function thumbnailOf(graph: GraphController | undefined): Promise<string | undefined> {
  const drawn = await graph?.picture({ scale: DRAWN_AT, background: 'page' });
  if (drawn === undefined) return undefined;
  const bitmap = await createImageBitmap(drawn);
  const picture = [1, 0.5].map((part) => reduced(bitmap, part)).find((one) => one !== undefined && one.length <= VIEW_LIMITS.thumbnail);
  bitmap.close();
  return picture;
}

function reduced(bitmap: ImageBitmap, part: number): string | undefined {
  const shrink = Math.min(1, (SIZE.width * part) / bitmap.width, (SIZE.height * part) / bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * shrink));
  canvas.height = Math.max(1, Math.round(bitmap.height * shrink));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
