/** The path of a line: straight, curved, or through the gaps between cards with rounded corners. */
import type { Point } from '../scene/geometry.ts';

export interface LineShape {
  /** Sideways distance of the control point of a curve, in pixels; 0 for a straight line. */
  readonly bend: number;
  /** Corners of a detour around cards; a line has these or a bend. */
  readonly via?: readonly Point[];
}

/** A rounded corner starts and ends this far from its point, if its two segments are long enough. */
export const CORNER = 26;
const BOW_PARTS = 10;
const CORNER_PARTS = 4;

/** Returns the control point of a curved line. A positive bend is to the left of the direction of the line on the screen. */
export function controlPoint(from: Point, to: Point, bend: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: (from.x + to.x) / 2 + (dy / length) * bend, y: (from.y + to.y) / 2 - (dx / length) * bend };
}

function onCurve(from: Point, control: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  return {
    x: rest * rest * from.x + 2 * rest * share * control.x + share * share * to.x,
    y: rest * rest * from.y + 2 * rest * share * control.y + share * share * to.y,
  };
}

/** Returns the point of the curve at the parameter `share`. */
export function pointOnBow(
  from: Point,
  to: Point,
  { bend, share }: { readonly bend: number; readonly share: number },
): Point {
  return onCurve(from, controlPoint(from, to, bend), to, share);
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

function towards(from: Point, to: Point, reach: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * reach) / length, y: from.y + ((to.y - from.y) * reach) / length };
}

/** A rounded corner: a quadratic curve from `begin` to `end` with the control point `at`. */
export interface Corner {
  readonly begin: Point;
  readonly at: Point;
  readonly end: Point;
}

/** Returns the rounded corners of a line with `via`. */
export function cornersOf(from: Point, to: Point, via: readonly Point[]): Corner[] {
  return via.map((at, index) => {
    const [before, after] = [via[index - 1] ?? from, via[index + 1] ?? to];
    // Two corners share a segment half and half; the first and the last segment have one corner only.
    const room = (other: Point, isEnd: boolean) => distance(at, other) * (isEnd ? 0.9 : 0.5);
    const reach = Math.min(CORNER, room(before, index === 0), room(after, index === via.length - 1));
    return { at, begin: towards(at, before, reach), end: towards(at, after, reach) };
  });
}

/** Returns the line as points of a polyline; curves are divided into small parts. */
export function linePoints(from: Point, to: Point, { bend, via }: LineShape): Point[] {
  if (via !== undefined && via.length > 0) {
    const curves = cornersOf(from, to, via).flatMap(({ begin, at, end }) =>
      Array.from({ length: CORNER_PARTS + 1 }, (_, part) => onCurve(begin, at, end, part / CORNER_PARTS)),
    );
    return [from, ...curves, to];
  }
  if (bend === 0) return [from, to];
  return Array.from({ length: BOW_PARTS + 1 }, (_, part) => pointOnBow(from, to, { bend, share: part / BOW_PARTS }));
}

export function pathLength(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => sum + distance(points[index - 1] ?? point, point), 0);
}

/** Returns the point at `share` of the length. */
export function pointAlong(points: readonly Point[], share: number): Point {
  let rest = pathLength(points) * share;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (!a || !b) break;
    const length = distance(a, b);
    if (rest <= length) return towards(a, b, rest);
    rest -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** Returns the point before the end of a line: it gives the direction of the head. */
export function beforeEnd(from: Point, to: Point, { bend, via }: LineShape): Point {
  return via?.at(-1) ?? (bend === 0 ? from : controlPoint(from, to, bend));
}
