import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailAt, farFontSize, farText, namedFromAfar } from '../../../../client/graph/scene/level-of-detail.ts';
import { actor, claim } from '../disputes.ts';

describe('levels of detail', () => {
  it('go from text to bars to dots as the zoom falls', () => {
    expect([1, 0.6, 0.4, 0.3, 0.2].map((zoom) => detailAt(zoom, 'near'))).toEqual([
      'near',
      'near',
      'far',
      'far',
      'dot',
    ]);
  });

  it('have a hysteresis at a limit', () => {
    expect(detailAt(0.465, 'far')).toBe('far');
    expect(detailAt(0.465, 'near')).toBe('near');
    expect(detailAt(0.5, 'far')).toBe('near');
  });

  it('keep names at a readable size at any zoom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.03, max: 0.5, noNaN: true }), (zoom) => {
        expect(Math.abs(farFontSize(zoom) * zoom - 11)).toBeLessThan(0.3);
      }),
    );
  });

  it('name the actors with most statements if names would overlap', () => {
    const nodes = [
      actor('quiet', { statements: 1 }),
      actor('loud', { statements: 9 }),
      actor('apart', { statements: 1 }),
    ];
    const positions = new Map([
      ['quiet', { x: 0, y: 0 }],
      ['loud', { x: 60, y: 0 }],
      ['apart', { x: 2_000, y: 0 }],
    ]);
    expect(namedFromAfar({ nodes, positions, zoom: 0.2 })).toEqual(new Set(['loud', 'apart']));
  });

  it('name contested claims before others, by their first words', () => {
    const nodes = [
      claim('quiet', { statements: 4 }),
      claim('contested', { statements: 2, asserters: 1, deniers: 1 }),
      claim('apart', { statements: 1 }),
    ];
    const positions = new Map([
      ['quiet', { x: 0, y: 0 }],
      ['contested', { x: 180, y: 0 }],
      ['apart', { x: 2_000, y: 0 }],
    ]);
    expect(namedFromAfar({ nodes, positions, zoom: 0.2 })).toEqual(new Set(['contested', 'apart']));
    expect(farText('The depot at the river was empty on the morning of the inspection.')).toBe(
      'The depot at the river was…',
    );
    expect(farText('  Short,\n but true ')).toBe('Short, but true');
    expect(farText('무기를 러시아에 수출한 적이 없으며 앞으로도 계획이 없다')).toBe('무기를 러시아에 수출한…');
  });
});
