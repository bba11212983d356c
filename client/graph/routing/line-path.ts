/** The way that a line takes: straight, in a bow, or through the gaps between cards with its corners rounded. */
import type { Point } from '../scene/geometry.ts';

export interface LineShape {
  /** How far the control point of a bow is pushed sideways, in pixels; 0 for none. */
  readonly bend: number;
  /** Corners between its ends, where it goes around cards; a line has these or a bend. */
  readonly via?: readonly Point[];
}

/** A corner is rounded from so far before it to so far behind it, where its two stretches are long enough. */
export const CORNER = 26;
const BOW_PARTS = 10;
const CORNER_PARTS = 4;

/** The control point of a line that bows by `bend` pixels: to the left of the way as seen on the screen, if positive. */
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

/** A point of the bow, `share` of the way along it. */
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

/** A corner as it is drawn: a curve from `begin` to `end` that its point pulls at. */
export interface Corner {
  readonly begin: Point;
  readonly at: Point;
  readonly end: Point;
}

/** The rounded corners of a line with `via`. */
export function cornersOf(from: Point, to: Point, via: readonly Point[]): Corner[] {
  return via.map((at, index) => {
    const [before, after] = [via[index - 1] ?? from, via[index + 1] ?? to];
    // Half a stretch belongs to each of its two corners; the first and the last stretch have one alone.
    const room = (other: Point, isEnd: boolean) => distance(at, other) * (isEnd ? 0.9 : 0.5);
    const reach = Math.min(CORNER, room(before, index === 0), room(after, index === via.length - 1));
    return { at, begin: towards(at, before, reach), end: towards(at, after, reach) };
  });
}

/** The line as points that are joined by straight stretches, curves in small parts. */
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

/** The point `share` of the way along. */
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

/** What a line's last stretch comes from: its head points that way. */
export function beforeEnd(from: Point, to: Point, { bend, via }: LineShape): Point {
  return via?.at(-1) ?? (bend === 0 ? from : controlPoint(from, to, bend));
}
