import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wheelFactor } from '../../../../client/graph/canvas/wheel-zoom.ts';

const STEP = 10 ** (24 / 250);

describe('the zoom by the wheel', () => {
  it.each([
    ['a mouse', { deltaY: -100, deltaMode: 0 }],
    ['a mouse on Linux', { deltaY: -120, deltaMode: 0 }],
    ['a mouse that reports lines', { deltaY: -3, deltaMode: 1 }],
    ['a mouse that reports pages', { deltaY: -1, deltaMode: 2 }],
  ])('is one step for one notch of %s', (_, turn) => {
    expect(wheelFactor(turn)).toBeCloseTo(STEP, 9);
    expect(wheelFactor({ ...turn, deltaY: -turn.deltaY })).toBeCloseTo(1 / STEP, 9);
  });

  it('is finer on a trackpad', () => {
    expect(wheelFactor({ deltaY: -2, deltaMode: 0 })).toBeCloseTo(10 ** (2 / 250), 9);
    expect(wheelFactor({ deltaY: 0, deltaMode: 0 })).toBe(1);
  });

  it('never exceeds one step, and goes back by the opposite turn', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 2 }), (deltaY, deltaMode) => {
        const factor = wheelFactor({ deltaY, deltaMode });
        expect(Math.abs(Math.log10(factor))).toBeLessThanOrEqual(24 / 250 + 1e-9);
        expect(factor * wheelFactor({ deltaY: -deltaY, deltaMode })).toBeCloseTo(1, 9);
      }),
    );
  });
});
