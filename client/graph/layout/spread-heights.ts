/** Heights of things in a given order, as near as possible to where each wants to be, none covering another. */
import { BESIDES } from '../scene/node-geometry.ts';
import type { Box, Point } from '../scene/geometry.ts';

export interface HeightItem {
  readonly id: string;
  readonly x: number;
  readonly wanted: number;
  readonly extent: Box;
}

function isBesides(a: HeightItem, b: HeightItem, margin: number): boolean {
  return a.x + a.extent.right + margin <= b.x + b.extent.left || b.x + b.extent.right + margin <= a.x + a.extent.left;
}

export interface Spacing {
  /** Least space between two boxes. */
  readonly margin: number;
  /** Share of the whole distance that neighbours in different columns keep: with three columns, a third. */
  readonly share: number;
  /** Heights between which all boxes lie if there is room for them. */
  readonly room: { readonly top: number; readonly bottom: number };
}

/** Least distance of two heights, the first above. */
function separation(upper: HeightItem, lower: HeightItem, { margin, share }: Spacing): number {
  const whole = upper.extent.bottom - lower.extent.top + margin;
  return isBesides(upper, lower, BESIDES) ? whole * share : whole;
}

/**
 * Pool adjacent violators (Ayer and others 1955): the heights nearest to the wanted ones, in the sense
 * of least squares, that keep order and separations of neighbours.
 */
function pool(items: readonly HeightItem[], spacing: Spacing): number[] {
  let offset = 0;
  const offsets = items.map((item, index) => {
    const before = items[index - 1];
    if (before) offset += separation(before, item, spacing);
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
  // Cutting off levels outside the room keeps the answer the best one within it.
  const low = spacing.room.top - (items[0]?.extent.top ?? 0);
  const high = spacing.room.bottom - (items.at(-1)?.extent.bottom ?? 0) - offset;
  const clipped = (level: number) => (low > high ? (low + high) / 2 : Math.min(high, Math.max(low, level)));
  const levels = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(clipped(sum / count)));
  return items.map((_, index) => (levels[index] ?? 0) + (offsets[index] ?? 0));
}

/** Heights in the order given. */
export function spreadHeights(items: readonly HeightItem[], spacing: Spacing): Map<string, Point> {
  const heights = pool(items, spacing);
  // Neighbours are apart by now; those further on in the order may still meet where columns alternate.
  items.forEach((item, index) => {
    let height = heights[index] ?? 0;
    for (let above = Math.max(0, index - 12); above < index; above += 1) {
      const other = items[above];
      if (!other || isBesides(other, item, BESIDES)) continue;
      height = Math.max(height, (heights[above] ?? 0) + other.extent.bottom - item.extent.top + spacing.margin);
    }
    heights[index] = height;
  });
  return new Map(items.map((item, index) => [item.id, { x: item.x, y: heights[index] ?? 0 }]));
}
