/** Spreads items in a given order vertically, as near as possible to their wanted heights, without overlaps. */
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
  /** Minimum space between two boxes. */
  readonly margin: number;
  /** Share of the full distance between neighbours in different columns: with three columns, a third. */
  readonly share: number;
  /** The range of heights for all boxes, if there is room. */
  readonly room: { readonly top: number; readonly bottom: number };
}

/** Returns the minimum distance of two heights, the first one above. */
function separation(upper: HeightItem, lower: HeightItem, { margin, share }: Spacing): number {
  const whole = upper.extent.bottom - lower.extent.top + margin;
  return isBesides(upper, lower, BESIDES) ? whole * share : whole;
}

/**
 * Pool adjacent violators (Ayer and others 1955): returns the heights with the least squared distance to the wanted ones
 * that keep the order and the separations of neighbours.
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
  // Clipping the levels to the room keeps the result optimal within it.
  const low = spacing.room.top - (items[0]?.extent.top ?? 0);
  const high = spacing.room.bottom - (items.at(-1)?.extent.bottom ?? 0) - offset;
  const clipped = (level: number) => (low > high ? (low + high) / 2 : Math.min(high, Math.max(low, level)));
  const levels = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(clipped(sum / count)));
  return items.map((_, index) => (levels[index] ?? 0) + (offsets[index] ?? 0));
}

/** Returns the positions of all items, in the given order. */
export function spreadHeights(items: readonly HeightItem[], spacing: Spacing): Map<string, Point> {
  const heights = pool(items, spacing);
  // Neighbours are separated; items further apart in the order can still overlap if columns alternate.
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
