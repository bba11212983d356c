import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnclosed } from '../../../../client/graph/canvas/lasso.ts';

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

describe('isEnclosed', () => {
  it('distinguishes inside and outside of a loop', () => {
    expect([
      isEnclosed(square, { x: 5, y: 5 }),
      isEnclosed(square, { x: 15, y: 5 }),
      isEnclosed(square, { x: 5, y: -1 }),
    ]).toEqual([true, false, false]);
  });

  it('excludes points in a concave part of the loop', () => {
    const bay = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 2 },
      { x: 0, y: 10 },
    ];
    expect([isEnclosed(bay, { x: 5, y: 8 }), isEnclosed(bay, { x: 1, y: 5 })]).toEqual([false, true]);
  });

  it('does not depend on the start or the direction of the loop', () => {
    const point = fc.record({ x: fc.integer({ min: -20, max: 20 }), y: fc.integer({ min: -20, max: 20 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 8 }), point, fc.nat(7), (loop, at, turn) => {
        const [x, y] = [at.x + 0.5, at.y + 0.5];
        const turned = [...loop.slice(turn % loop.length), ...loop.slice(0, turn % loop.length)];
        expect(isEnclosed(turned, { x, y })).toBe(isEnclosed(loop, { x, y }));
        expect(isEnclosed(loop.toReversed(), { x, y })).toBe(isEnclosed(loop, { x, y }));
      }),
    );
  });
});
