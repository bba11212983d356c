import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSort, sharedPositions, sortedPairs } from '../../../../client/features/panels/agreement.ts';
import { timelineBars } from '../../../../client/features/panels/timeline-bars.ts';
import { actor, claim, position } from '../../support.ts';

const bucket = (month: string, asserts = 1, denies = 0, neutral = 0) => ({ month, asserts, denies, neutral });

describe('the bars of a timeline', () => {
  it('stand a month apart, months without a statement left free', () => {
    const { bars, scale, max } = timelineBars({
      buckets: [bucket('2022-09', 2, 3), bucket('2022-11'), bucket('2023-08')],
    });
    expect([scale, max, bars.map(({ date }) => date)]).toEqual(['month', 3, ['2022-09', '2022-11', '2023-08']]);
    const start = bars[0]?.from ?? NaN;
    expect(bars.map(({ from }) => Math.round((from - start) * 12))).toEqual([0, 2, 11]);
  });

  it('are years when the months are too many, or when no month is known', () => {
    const long = timelineBars({
      buckets: [bucket('2010-01', 1, 2), bucket('2010-05', 1), bucket('2022', 0, 0, 4), bucket('2022-05', 3)],
    });
    expect(long.bars.map(({ date, asserts, denies, neutral }) => [date, asserts, denies, neutral])).toEqual([
      ['2010', 2, 2, 0],
      ['2022', 3, 0, 4],
    ]);
    expect([long.scale, long.yearOnly, long.max]).toEqual(['year', 0, 4]);
    expect(timelineBars({ buckets: [bucket('2021'), bucket('2022')] }).scale).toBe('year');
  });

  it('count apart what only the year is known of', () => {
    const { bars, yearOnly, totals } = timelineBars({
      buckets: [bucket('2022', 4, 1), bucket('2022-09', 1, 2), bucket('2022-10')],
    });
    expect([bars.length, yearOnly, totals]).toEqual([2, 5, { asserts: 2, denies: 2, neutral: 0 }]);
  });

  it('stay inside the chart and never overlap', () => {
    const months = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 1900, max: 2030 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
    );
    fc.assert(
      fc.property(months, (dates) => {
        const { bars } = timelineBars({ buckets: dates.toSorted().map((month) => bucket(month)) });
        for (const [index, { from, width }] of bars.entries()) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from + width).toBeLessThanOrEqual(1 + 1e-9);
          expect(from + width).toBeLessThanOrEqual((bars[index + 1]?.from ?? 1) + 1e-9);
        }
      }),
    );
  });

  it('are none for nothing', () => {
    expect(timelineBars({ buckets: [] })).toEqual({
      bars: [],
      scale: 'year',
      max: 0,
      yearOnly: 0,
      totals: { asserts: 0, denies: 0, neutral: 0 },
    });
  });
});

describe('what several actors have in common', () => {
  const nodes = [claim('sold'), claim('bought'), claim('alone'), claim('torn')];
  const edges = [
    position('kp', 'denies', 'sold'),
    position('us', 'asserts', 'sold'),
    position('uk', 'asserts', 'sold'),
    position('us', 'asserts', 'bought'),
    position('uk', 'asserts', 'bought'),
    position('other', 'denies', 'bought'),
    position('us', 'asserts', 'alone'),
    position('kp', 'asserts', 'torn'),
    position('kp', 'denies', 'torn'),
  ];
  const shared = sharedPositions(new Set(['kp', 'us', 'uk']), { nodes, edges });

  it('is every claim on which two of them take a position, with the sides', () => {
    expect(shared.map(({ node, asserts, denies }) => [node.id, asserts, denies])).toEqual([
      ['sold', ['us', 'uk'], ['kp']],
      ['bought', ['us', 'uk'], []],
    ]);
  });

  it('is sorted by a column, ties as the server gives them', () => {
    const pair = (a: string, b: string, agree: number, contradict: number) => ({ a, b, agree, contradict, shared: 9 });
    const pairs = [pair('kp', 'us', 0, 3), pair('kp', 'uk', 2, 1), pair('uk', 'us', 2, 0)];
    const order = (column: 'agree' | 'contradict', isDescending: boolean) =>
      sortedPairs(pairs, { column, isDescending }).map(({ a, b }) => `${a} ${b}`);
    expect(order('contradict', true)).toEqual(['kp us', 'kp uk', 'uk us']);
    expect(order('contradict', false)).toEqual(['uk us', 'kp uk', 'kp us']);
    expect(order('agree', true)).toEqual(['kp uk', 'uk us', 'kp us']);
  });

  it('is sorted with the largest first at the first press, then with the smallest', () => {
    const first = nextSort({ column: 'contradict', isDescending: true }, 'agree');
    expect([first, nextSort(first, 'agree')]).toEqual([
      { column: 'agree', isDescending: true },
      { column: 'agree', isDescending: false },
    ]);
  });

  it('is, for claims, who takes a position on two of them', () => {
    const answer = { nodes: [actor('us'), actor('kp')], edges };
    expect(
      sharedPositions(new Set(['sold', 'bought']), answer).map(({ node, asserts, denies }) => [
        node.id,
        asserts,
        denies,
      ]),
    ).toEqual([['us', ['sold', 'bought'], []]]);
  });
});
