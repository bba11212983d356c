/** Heights of things in a given order, as near as possible to where each wants to be, none covering another. */
import type { Box } from './node-geometry.ts';
import type { Point } from './scene.ts';

export interface Settling {
  readonly id: string;
  readonly x: number;
  readonly wanted: number;
  readonly extent: Box;
}

function isBesides(a: Settling, b: Settling, margin: number): boolean {
  return a.x + a.extent.right + margin <= b.x + b.extent.left || b.x + b.extent.right + margin <= a.x + a.extent.left;
}

/** Least distance of two heights, the first above. Half is enough where the two stand in different columns. */
function separation(upper: Settling, lower: Settling, margin: number): number {
  const whole = upper.extent.bottom - lower.extent.top + margin;
  return isBesides(upper, lower, margin / 2) ? whole / 2 : whole;
}

/**
 * Pool adjacent violators (Ayer and others 1955): the heights nearest to the wanted ones, in the sense
 * of least squares, that keep order and separations of neighbours.
 */
function pool(items: readonly Settling[], margin: number): number[] {
  let offset = 0;
  const offsets = items.map((item, index) => {
    const before = items[index - 1];
    if (before) offset += separation(before, item, margin);
    return offset;
  });
  const pools: { sum: number; count: number }[] = [];
  items.forEach((item, index) => {
    pools.push({ sum: item.wanted - (offsets[index] ?? 0), count: 1 });
    for (;;) {
      const [upper, lower] = [pools.at(-2), pools.at(-1)];
      if (!upper || !lower || upper.sum / upper.count <= lower.sum / lower.count) return;
      pools.splice(-2, 2, { sum: upper.sum + lower.sum, count: upper.count + lower.count });
    }
  });
  const levels = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
  return items.map((_, index) => (levels[index] ?? 0) + (offsets[index] ?? 0));
}

/** Heights in the order given; `margin` is the least space between two boxes. */
export function settle(items: readonly Settling[], margin: number): Map<string, Point> {
  const heights = pool(items, margin);
  // Neighbours are apart by now; those further on in the order may still meet where columns alternate.
  items.forEach((item, index) => {
    let height = heights[index] ?? 0;
    for (let above = Math.max(0, index - 12); above < index; above += 1) {
      const other = items[above];
      if (!other || isBesides(other, item, margin / 2)) continue;
      height = Math.max(height, (heights[above] ?? 0) + other.extent.bottom - item.extent.top + margin);
    }
    heights[index] = height;
  });
  const drift = items.reduce((sum, item, index) => sum + (heights[index] ?? 0) - item.wanted, 0) / Math.max(1, items.length);
  return new Map(items.map((item, index) => [item.id, { x: item.x, y: (heights[index] ?? 0) - drift }]));
}
