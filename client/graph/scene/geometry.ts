/** Points, sizes and boxes in the plane. */

/** A point of the drawing (model pixels, y downwards), or of the screen where the name says so. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a camera is: model pixels × zoom + pan = pixels of the canvas. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

/** A rectangle of the screen, in client coordinates. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An axis-parallel box, given by its edges. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxAt(box: Box, at: Point): Box {
  return { left: box.left + at.x, top: box.top + at.y, right: box.right + at.x, bottom: box.bottom + at.y };
}

/** Whether the distance of two boxes is less than `margin`. */
export function isOverlapping(a: Box, b: Box, margin = 0): boolean {
  return (
    a.left < b.right + margin && b.left < a.right + margin && a.top < b.bottom + margin && b.top < a.bottom + margin
  );
}

/** The smallest box around all; `undefined` for none. */
export function boundingBox(boxes: Iterable<Box>): Box | undefined {
  let all: Box | undefined;
  for (const box of boxes) {
    all =
      all === undefined
        ? box
        : {
            left: Math.min(all.left, box.left),
            top: Math.min(all.top, box.top),
            right: Math.max(all.right, box.right),
            bottom: Math.max(all.bottom, box.bottom),
          };
  }
  return all;
}

/** Whether the line from `a` to `b` passes through the box (Liang and Barsky's clipping, 1984). */
export function isCrossedBy(box: Box, a: Point, b: Point): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, a.x - box.left],
    [dx, box.right - a.x],
    [-dy, a.y - box.top],
    [dy, box.bottom - a.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
      continue;
    }
    const t = room / step;
    if (step < 0) enter = Math.max(enter, t);
    else leave = Math.min(leave, t);
    if (enter > leave) return false;
  }
  return true;
}
