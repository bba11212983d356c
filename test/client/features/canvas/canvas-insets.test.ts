import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insetsOf } from '../../../../client/features/canvas/canvas-insets.ts';

const legend = { width: 220, height: 190 };
const controls = { width: 40, height: 150 };

describe('what fitting leaves out', () => {
  it('is a strip beside the legend for a tall drawing, and one below it for a wide drawing', () => {
    const canvas = { width: 984, height: 848 };
    expect(insetsOf({ canvas, drawing: { width: 800, height: 1200 }, legend, controls, sheet: 0 })).toMatchObject({
      left: 232,
      bottom: 0,
    });
    expect(insetsOf({ canvas, drawing: { width: 2000, height: 500 }, legend, controls, sheet: 0 })).toMatchObject({
      left: 0,
      bottom: 202,
    });
  });

  it('is never a strip at the side of a narrow page', () => {
    const canvas = { width: 390, height: 740 };
    expect(
      insetsOf({
        canvas,
        drawing: { width: 460, height: 1600 },
        legend: { width: 98, height: 60 },
        controls: { width: 270, height: 100 },
        sheet: 0,
      }),
    ).toMatchObject({ left: 0, right: 0, bottom: 112 });
  });

  it('holds the sheet from below', () => {
    expect(
      insetsOf({ canvas: { width: 390, height: 740 }, drawing: { width: 10, height: 10 }, sheet: 400 }).bottom,
    ).toBe(400);
  });

  it('always clears legend and controls', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 3000 }), height: fc.integer({ min: 1, max: 3000 }) });
    fc.assert(
      fc.property(size, size, (canvas, drawing) => {
        const { left, right, bottom } = insetsOf({ canvas, drawing, legend, controls, sheet: 0 });
        expect(left > legend.width || bottom > legend.height).toBe(true);
        expect(right > controls.width || bottom > controls.height).toBe(true);
      }),
    );
  });
});
