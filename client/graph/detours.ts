/** Lines that would pass behind other cards bow around them, where a bow meets none. */
import { isCrossedBy } from './node-geometry.ts';
import type { Box } from './node-geometry.ts';
import type { Point } from './scene.ts';
import { SpatialGrid } from './spatial-grid.ts';

export interface StraightLine {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
  /** Ids of the nodes at its ends. */
  readonly source: string;
  readonly target: string;
}

export interface Obstacle {
  readonly id: string;
  readonly box: Box;
}

/** Places of the control point beside the line; the bow itself reaches half as far. */
const BENDS = [50, 90, 130, 170, 220, 280] as const;
/** A bow of a short line would be a loop. */
const MOST_OF_LENGTH = 0.55;
const SEGMENTS = 10;
const MARGIN = 3;

/** The control point of a line that bows by `bend` pixels: to the left of the way as seen on the screen, if positive. */
export function controlPoint(from: Point, to: Point, bend: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: (from.x + to.x) / 2 + (dy / length) * bend, y: (from.y + to.y) / 2 - (dx / length) * bend };
}

/** A point of the bow, `share` of the way along it. */
export function pointOnBow(from: Point, to: Point, { bend, share }: { readonly bend: number; readonly share: number }): Point {
  const control = controlPoint(from, to, bend);
  const rest = 1 - share;
  return {
    x: rest * rest * from.x + 2 * rest * share * control.x + share * share * to.x,
    y: rest * rest * from.y + 2 * rest * share * control.y + share * share * to.y,
  };
}

/** How many obstacles a bow passes behind. */
function crossings(line: StraightLine, bend: number, grid: SpatialGrid<Obstacle>): number {
  const met = new Set<string>();
  const steps = bend === 0 ? 1 : SEGMENTS;
  let a = line.from;
  for (let step = 1; step <= steps; step += 1) {
    const b = pointOnBow(line.from, line.to, { bend, share: step / steps });
    for (const { id, box } of grid.nearLine(a, b)) {
      if (id !== line.source && id !== line.target && isCrossedBy(box, a, b)) met.add(id);
    }
    a = b;
  }
  return met.size;
}

/** For each line that a bow keeps clear of all obstacles, the smallest such bend. A bow that still passes behind some would only confuse. */
export function detours(lines: readonly StraightLine[], obstacles: readonly Obstacle[]): Map<string, number> {
  const grid = new SpatialGrid<Obstacle>();
  for (const { id, box } of obstacles) {
    const around = { left: box.left - MARGIN, top: box.top - MARGIN, right: box.right + MARGIN, bottom: box.bottom + MARGIN };
    grid.addBox(around, { id, box: around });
  }
  const found = new Map<string, number>();
  for (const line of lines) {
    if (crossings(line, 0, grid) === 0) continue;
    const most = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) * MOST_OF_LENGTH;
    const free = BENDS.flatMap((size) => (size <= most ? [size, -size] : [])).find((bend) => crossings(line, bend, grid) === 0);
    if (free !== undefined) found.set(line.id, free);
  }
  return found;
}
