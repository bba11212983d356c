import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byTelling } from '../../server/contract/telling-order.ts';
import { actor, claim } from '../client/support.ts';

describe('the order of nodes', () => {
  it('is contention, statements, date, positions, and the id last', () => {
    const nodes = [
      actor('a', { statements: 1 }),
      actor('b', { statements: 1, asserts: 1 }),
      actor('c', { statements: 2 }),
      claim('1', { statements: 5, asserters: 1 }),
      claim('2', { statements: 5, asserters: 1 }),
      claim('w', { statements: 5, asserters: 2 }),
      claim('x', { statements: 5, asserters: 1, lastDate: '2020' }),
      claim('y', { statements: 6, asserters: 1 }),
      claim('z', { statements: 2, asserters: 1, deniers: 1 }),
    ];
    expect(nodes.toSorted(byTelling).map(({ id }) => id)).toEqual(['z', 'y', 'x', 'w', '1', '2', 'c', 'b', 'a']);
  });

  it('is total: the same from any start', () => {
    const number = fc.nat(1);
    const nodes = fc.uniqueArray(
      fc
        .record({
          id: fc.constantFrom('1', '2', 'a', 'b', 'c', 'd'),
          isActor: fc.boolean(),
          a: number,
          b: number,
          c: number,
        })
        .map(({ id, isActor, a, b, c }) =>
          isActor
            ? actor(id, { asserts: a, denies: b, statements: c })
            : claim(id, { asserters: a, deniers: b, statements: c }),
        ),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(nodes, (all) => {
        expect(all.toReversed().toSorted(byTelling)).toEqual(all.toSorted(byTelling));
      }),
    );
  });
});
