import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCrossedBy, isOverlapping } from '../../../../client/graph/scene/geometry.ts';
import type { Box } from '../../../../client/graph/scene/geometry.ts';
import { BoxGrid, SpatialGrid } from '../../../../client/graph/scene/spatial-grid.ts';

const coordinate = fc.integer({ min: -3_000, max: 3_000 });
const point = fc.record({ x: coordinate, y: coordinate });
const box: fc.Arbitrary<Box> = fc
  .record({ left: coordinate, top: coordinate, width: fc.nat(500), height: fc.nat(500) })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
const line = fc.record({ from: point, to: point });

describe('a spatial grid', () => {
  it('finds every box that overlaps another or that a line crosses', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 30 }), box, line, (boxes, asked, { from, to }) => {
        const grid = new SpatialGrid<Box>();
        for (const one of boxes) grid.addBox(one, one);
        const [beside, along] = [grid.nearBox(asked), grid.nearLine(from, to)];
        expect(boxes.filter((one) => isOverlapping(one, asked) && !beside.includes(one))).toEqual([]);
        expect(boxes.filter((one) => isCrossedBy(one, from, to) && !along.includes(one))).toEqual([]);
      }),
    );
  });

  it('finds every line that crosses a box', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), box, (lines, asked) => {
        const grid = new SpatialGrid<(typeof lines)[number]>(400);
        for (const one of lines) grid.addLine(one.from, one.to, one);
        const near = grid.nearBox(asked);
        expect(lines.filter((one) => isCrossedBy(asked, one.from, one.to) && !near.includes(one))).toEqual([]);
      }),
    );
  });

  it('counts the boxes that come nearer than the margin, each once', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 30 }), box, fc.nat(200), (boxes, asked, margin) => {
        const grid = new BoxGrid();
        for (const one of boxes) grid.add(one);
        const near = boxes.filter((one) => isOverlapping(asked, one, margin)).length;
        expect(grid.count(asked, margin)).toBe(near);
        expect(grid.isFree(asked, margin)).toBe(near === 0);
      }),
    );
  });
});
