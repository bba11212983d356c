/** Packs the parts of a drawing side by side and below each other, in the proportions of the canvas. */
import type { Box, Point, Size } from '../scene/geometry.ts';

export interface Part {
  readonly positions: ReadonlyMap<string, Point>;
  /** The box that it covers, in the coordinates of its positions. */
  readonly box: Box;
}

export interface Packing {
  readonly positions: Map<string, Point>;
  readonly size: Size;
}

const SPACE = 46;
/** Factor from one tried width to the next. */
const WIDER = 1.12;

const widthOf = (part: Part): number => part.box.right - part.box.left;
const heightOf = (part: Part): number => part.box.bottom - part.box.top;

/** The position of the box of a part: its upper left corner. */
interface Placed {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
}

/** A segment of the skyline, the lower outline of the placed parts. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** Returns the largest y of the segments between `from` and `to`: a part fits below it. */
function under(steps: readonly Step[], from: number, to: number): number {
  return Math.max(...steps.filter((step) => step.from < to && step.to > from).map((step) => step.y));
}

function lowered(steps: readonly Step[], added: Step): Step[] {
  const rest = steps.flatMap((step) =>
    [
      { ...step, to: Math.min(step.to, added.from) },
      { ...step, from: Math.max(step.from, added.to) },
    ].filter((piece) => piece.to > piece.from),
  );
  return [...rest, added].sort((a, b) => a.from - b.from);
}

/** Places each part as high as possible, then as far left as possible, in the given order: skyline packing. */
function skyline(parts: readonly Part[], width: number): Placed[] {
  let steps: Step[] = [{ from: 0, to: Math.max(width, ...parts.map(widthOf)) + SPACE, y: 0 }];
  const end = steps[0]?.to ?? 0;
  return parts.map((part) => {
    const taken = widthOf(part) + SPACE;
    let best = { x: 0, y: Infinity };
    for (const { from } of steps) {
      if (from + taken > end) continue;
      const y = under(steps, from, from + taken);
      if (y < best.y) best = { x: from, y };
    }
    steps = lowered(steps, { from: best.x, to: best.x + taken, y: best.y + heightOf(part) + SPACE });
    return { part, ...best };
  });
}

function sizeOf(placed: readonly Placed[]): Size {
  return {
    width: Math.max(...placed.map(({ part, x }) => x + widthOf(part))),
    height: Math.max(...placed.map(({ part, y }) => y + heightOf(part))),
  };
}

/** Centres each horizontal band of the drawing. */
function centred(placed: readonly Placed[], width: number): Placed[] {
  const bands: Placed[][] = [];
  let bottom = -Infinity;
  for (const one of [...placed].sort((a, b) => a.y - b.y)) {
    // Parts of bands with less distance could come too near to each other when the bands move.
    if (one.y >= bottom + SPACE - 0.01) bands.push([]);
    bands.at(-1)?.push(one);
    bottom = Math.max(bottom, one.y + heightOf(one.part));
  }
  return bands.flatMap((band) => {
    const shift = (width - sizeOf(band).width) / 2;
    return band.map((one) => ({ ...one, x: one.x + shift }));
  });
}

/** Returns the zoom at which the canvas can show a size. */
export function scaleOn(canvas: Size, size: Size): number {
  return Math.min(canvas.width / size.width, canvas.height / size.height);
}

/** Returns the positions of all parts; the centre is the origin, and the first part is at the upper left. */
export function packParts(parts: readonly Part[], canvas: Size): Packing {
  if (parts.length === 0) return { positions: new Map(), size: { width: 0, height: 0 } };
  const total = parts.reduce((sum, part) => sum + SPACE + widthOf(part), 0);
  let [best, largest] = [skyline(parts, 0), 0];
  for (let width = Math.max(...parts.map(widthOf)); width < total * WIDER; width *= WIDER) {
    const placed = skyline(parts, width);
    const scale = scaleOn(canvas, sizeOf(placed));
    if (scale > largest * 1.01) [best, largest] = [placed, scale];
  }
  const size = sizeOf(best);
  const positions = new Map<string, Point>();
  for (const { part, x, y } of centred(best, size.width)) {
    const shift = { x: x - size.width / 2 - part.box.left, y: y - size.height / 2 - part.box.top };
    for (const [id, at] of part.positions) positions.set(id, { x: at.x + shift.x, y: at.y + shift.y });
  }
  return { positions, size };
}
