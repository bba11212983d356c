import { describe, expect, it } from 'vitest';
import { dateLayout } from '../../../../client/graph/layout/plain-layouts.ts';
import { spacedTicks, timeTicks } from '../../../../client/graph/layout/time-axis.ts';
import { actor, claim, position } from '../disputes.ts';

const canvas = { width: 950, height: 800 };

function dispute(dates: readonly (string | undefined)[]) {
  const nodes = dates.flatMap((_, index) => [actor(`a${index}`), claim(`c${index}`)]);
  const edges = dates.map((date, index) =>
    position(`a${index}`, 'asserts', `c${index}`, date === undefined ? {} : { firstDate: date }),
  );
  return { nodes, edges, positions: dateLayout(nodes, edges, canvas) };
}

describe('the axis of time', () => {
  it('shows years if there are several, else months, else days', () => {
    const datesOf = (...dates: string[]) => timeTicks(dispute(dates)).map(({ date }) => date);
    expect(datesOf('2019-04', '2020', '2022-09-06', '2022-10')).toEqual(['2019', '2020', '2022']);
    expect(datesOf('2022-07-01', '2022-08-11', '2022-09', '2022-09-20')).toEqual(['2022-07', '2022-08', '2022-09']);
    expect(datesOf('2022-09-01', '2022-09-06', '2022-09-22')).toEqual(['2022-09-01', '2022-09-06', '2022-09-22']);
    expect(datesOf('2022-09', '2022-09', '2022-09')).toEqual(['2022-09']);
    expect(datesOf('2022', '2022', '2022')).toEqual(['2022']);
  });

  it('has the years below 100 in their place', () => {
    const view = dispute(['0098', '0099-05', '0100', '0102']);
    const ticks = timeTicks(view);
    expect(ticks.map(({ date }) => date)).toEqual(['0098', '0099', '0100', '0102']);
    const x = (node: string) => view.positions.get(node)?.x ?? NaN;
    expect([x('a0'), x('a1'), x('a2'), x('a3')]).toEqual(
      [x('a0'), x('a1'), x('a2'), x('a3')].toSorted((a, b) => a - b),
    );
  });

  it('runs from left to right, each time at its first node', () => {
    const view = dispute(['2019-04', '2020-02-01', '2022-09-06', '2022-10']);
    const ticks = timeTicks(view);
    expect(ticks.map(({ x }) => x)).toEqual(ticks.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(ticks[0]?.x).toBe(Math.min(...['a0', 'c0'].map((id) => view.positions.get(id)?.x ?? NaN)));
  });

  it('marks the nodes without a date', () => {
    expect(timeTicks(dispute(['2019', '2020', '2021', undefined])).map(({ date }) => date)).toEqual([
      '2019',
      '2020',
      '2021',
      undefined,
    ]);
  });

  it('is empty when the nodes are no longer ordered by time', () => {
    const view = dispute(['2019', '2020', '2021', '2022']);
    const turned = new Map([...view.positions].map(([id, { x, y }]) => [id, { x: -x, y }]));
    expect(timeTicks({ ...view, positions: turned })).toEqual([]);
    expect(timeTicks(dispute(['2019', undefined]))).toEqual([]);
  });

  it('omits ticks without room', () => {
    expect(
      spacedTicks(
        [
          { x: 0, date: '2019' },
          { x: 40, date: '2020' },
          { x: 110, date: '2021' },
        ],
        100,
      ).map(({ date }) => date),
    ).toEqual(['2019', '2021']);
  });
});
