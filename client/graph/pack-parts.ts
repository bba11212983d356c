/** Parts of a drawing side by side and below one another, in the proportions of the canvas. */
import type { Box, Size } from './node-geometry.ts';
import type { Point } from './scene.ts';

export interface Part {
  readonly positions: ReadonlyMap<string, Point>;
  /** What it covers, in the coordinates of its positions. */
  readonly box: Box;
}

const SPACE = 64;

const widthOf = (part: Part): number => part.box.right - part.box.left;
const heightOf = (part: Part): number => part.box.bottom - part.box.top;

interface Shelf {
  readonly parts: Part[];
  width: number;
  height: number;
}

/** In the order given, on shelves no wider than `width` unless a single part is. */
function shelve(all: readonly Part[], width: number): Shelf[] {
  const shelves: Shelf[] = [];
  for (const part of all) {
    const last = shelves.at(-1);
    if (last && last.width + SPACE + widthOf(part) <= width) {
      last.parts.push(part);
      last.width += SPACE + widthOf(part);
      last.height = Math.max(last.height, heightOf(part));
    } else shelves.push({ parts: [part], width: widthOf(part), height: heightOf(part) });
  }
  return shelves;
}

/** How large the canvas can show these shelves. */
function scaleOf(shelves: readonly Shelf[], canvas: Size): number {
  const height = shelves.reduce((sum, shelf) => sum + shelf.height, (shelves.length - 1) * SPACE);
  return Math.min(canvas.width / Math.max(...shelves.map((shelf) => shelf.width)), canvas.height / height);
}

/** Positions of all parts together, the middle of everything at the origin. */
export function packParts(all: readonly Part[], canvas: Size): Map<string, Point> {
  const at = new Map<string, Point>();
  if (all.length === 0) return at;
  let [best, largest] = [shelve(all, 0), 0];
  const widest = Math.max(...all.map(widthOf));
  const total = all.reduce((sum, part) => sum + SPACE + widthOf(part), 0);
  for (let width = widest; ; width *= 1.15) {
    const shelves = shelve(all, width);
    const scale = scaleOf(shelves, canvas);
    if (scale > largest * 1.01) [best, largest] = [shelves, scale];
    if (width > total) break;
  }
  let top = -(best.reduce((sum, shelf) => sum + shelf.height, (best.length - 1) * SPACE) / 2);
  for (const shelf of best) {
    let left = -shelf.width / 2;
    for (const part of shelf.parts) {
      const shift = { x: left - part.box.left, y: top + (shelf.height - heightOf(part)) / 2 - part.box.top };
      for (const [id, { x, y }] of part.positions) at.set(id, { x: x + shift.x, y: y + shift.y });
      left += widthOf(part) + SPACE;
    }
    top += shelf.height + SPACE;
  }
  return at;
}
