import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyStyleRules,
  isRuleApplicable,
  scalesOf,
  STYLE_PROPERTIES,
  STYLE_SCALES,
  STYLE_TARGETS,
} from '../../../../client/graph/scene/style-rules.ts';
import type { StyleRule } from '../../../../client/graph/scene/style-rules.ts';
import { styledAttributes } from '../../../../client/graph/scene/styled-attributes.ts';
import {
  CATEGORY_COLORS,
  contrast,
  DIVERGING_COLORS,
  inkOn,
  luminance,
  SEQUENCE_COLORS,
} from '../../../../client/graph/scene/style-colors.ts';
import { actor, arbitraryDispute, claim, position } from '../disputes.ts';

const rule = fc.record({
  target: fc.constantFrom(...STYLE_TARGETS),
  by: fc.constantFrom(...STYLE_PROPERTIES),
  scale: fc.constantFrom(...STYLE_SCALES),
});

describe('applyStyleRules', () => {
  it('colours by kind, the most frequent first, and lists the nodes of each legend entry', () => {
    const nodes = [
      actor('a', { kind: 'person' }),
      actor('b', { kind: 'state' }),
      actor('c', { kind: 'state' }),
      actor('d'),
      claim('e'),
    ];
    const { styles, legend } = applyStyleRules(nodes, [], [{ target: 'color', by: 'kind', scale: 'categories' }]);
    expect(legend).toEqual([
      {
        target: 'color',
        by: 'kind',
        values: { type: 'name', name: 'state' },
        color: CATEGORY_COLORS[0],
        ids: ['b', 'c'],
      },
      { target: 'color', by: 'kind', values: { type: 'name', name: 'person' }, color: CATEGORY_COLORS[1], ids: ['a'] },
    ]);
    expect([...styles.keys()].sort()).toEqual(['a', 'b', 'c']);
  });

  it('groups the names without a colour of their own', () => {
    const nodes = Array.from({ length: 9 }, (_, index) => claim(`c${index}`, { topics: [`topic ${index}`] }));
    const { legend } = applyStyleRules(nodes, [], [{ target: 'color', by: 'topic', scale: 'categories' }]);
    expect(legend).toHaveLength(CATEGORY_COLORS.length + 1);
    expect(legend.at(-1)).toMatchObject({ values: { type: 'others' }, ids: ['c6', 'c7', 'c8'] });
  });

  it('gives a claim with several topics the colour of the most frequent one', () => {
    const nodes = [
      claim('both', { topics: ['a', 'b'] }),
      claim('b1', { topics: ['b'] }),
      claim('b2', { topics: ['b', 'z'] }),
      claim('none'),
    ];
    const { legend } = applyStyleRules(nodes, [], [{ target: 'color', by: 'topic', scale: 'categories' }]);
    expect(legend.map(({ values, ids }) => [values, ids])).toEqual([
      [{ type: 'name', name: 'b' }, ['both', 'b1', 'b2']],
    ]);
  });

  it('colours nodes of both types by the values of an attribute, and sizes actors by its numbers and dates', () => {
    const nodes = [
      actor('a', { attributes: { party: ['Left'], seats: [3], since: ['2001'] } }),
      actor('b', { attributes: { party: ['Green', 'Left'], seats: [40, 'many'], since: ['2021-05'] } }),
      claim('c', { attributes: { party: ['Left'], seats: [9] } }),
      actor('none'),
    ];
    const entries = (one: StyleRule) =>
      applyStyleRules(nodes, [], [one]).legend.map(({ values, ids }) => [values, ids]);
    expect(entries({ target: 'color', by: 'attribute.party', scale: 'categories' })).toEqual([
      [{ type: 'name', name: 'Left' }, ['a', 'b', 'c']],
    ]);
    expect(entries({ target: 'size', by: 'attribute.seats', scale: 'linear' })).toEqual([
      [{ type: 'range', from: 3, to: 3 }, ['a']],
      [{ type: 'range', from: 40, to: 40 }, ['b']],
    ]);
    expect(entries({ target: 'size', by: 'attribute.since', scale: 'linear' }).map(([, ids]) => ids)).toEqual([
      ['a'],
      ['b'],
    ]);
    expect(entries({ target: 'color', by: 'attribute.constructor', scale: 'categories' })).toEqual([]);
    expect(styledAttributes(nodes, 'color')).toEqual([
      { key: 'party', scale: 'categories' },
      { key: 'seats', scale: 'categories' },
      { key: 'since', scale: 'linear' },
    ]);
    expect(styledAttributes(nodes, 'size')).toEqual([{ key: 'since', scale: 'linear' }]);
  });

  it('scales actors by statements, and does not scale claims', () => {
    const nodes = [actor('few', { statements: 1 }), actor('many', { statements: 100 }), claim('c', { statements: 50 })];
    const { styles } = applyStyleRules(nodes, [], [{ target: 'size', by: 'statements', scale: 'log' }]);
    expect([styles.get('few')?.scale, styles.get('many')?.scale, styles.get('c')]).toEqual([0.78, 1.6, undefined]);
  });

  it('puts a balanced claim in the middle of the scale for any other claims', () => {
    const nodes = [claim('even', { asserters: 2, deniers: 2 }), claim('denied', { deniers: 3 }), claim('silent')];
    const { styles } = applyStyleRules(nodes, [], [{ target: 'color', by: 'balance', scale: 'linear' }]);
    expect([styles.get('even')?.color, styles.get('denied')?.color, styles.get('silent')]).toEqual([
      DIVERGING_COLORS.light[2],
      DIVERGING_COLORS.light[0],
      undefined,
    ]);
  });

  it('dates an actor by the first of its positions', () => {
    const edges = [
      position('a', 'asserts', 'x', { firstDate: '2022-09' }),
      position('a', 'denies', 'y', { firstDate: '2020' }),
      position('b', 'denies', 'y', { firstDate: '2024-01-05' }),
    ];
    const { legend } = applyStyleRules([actor('a'), actor('b')], edges, [
      { target: 'color', by: 'firstDate', scale: 'linear' },
    ]);
    expect(legend.map(({ ids, values }) => [ids, values.type === 'range' && Math.floor(values.from)])).toEqual([
      [['a'], 2020],
      [['b'], 2024],
    ]);
  });

  it('gives every styled node exactly the look of its legend entries', () => {
    fc.assert(
      fc.property(arbitraryDispute(12), fc.array(rule, { maxLength: 3 }), (dispute, rules: readonly StyleRule[]) => {
        const { styles, legend } = applyStyleRules(dispute.nodes, dispute.edges, rules);
        expect(new Set(legend.flatMap(({ ids }) => ids))).toEqual(new Set(styles.keys()));
        for (const { by, target } of legend)
          expect(rules.some((one) => one.by === by && one.target === target && isRuleApplicable(one))).toBe(true);
        for (const { color, scale } of styles.values()) expect(color !== undefined || scale !== undefined).toBe(true);
      }),
    );
  });

  it('never sizes by a name', () => {
    expect([scalesOf('kind', 'size'), scalesOf('topic', 'size')]).toEqual([[], []]);
  });
});

describe('the colours', () => {
  const brightness = (colors: readonly string[]) => colors.map(luminance);

  it('grow evenly darker in the light theme, lighter in the dark theme', () => {
    expect(brightness(SEQUENCE_COLORS.light)).toEqual(brightness(SEQUENCE_COLORS.light).toSorted((a, b) => b - a));
    expect(brightness(SEQUENCE_COLORS.dark)).toEqual(brightness(SEQUENCE_COLORS.dark).toSorted((a, b) => a - b));
  });

  it('have a text colour with a contrast of 4.5 : 1', () => {
    for (const color of [
      ...CATEGORY_COLORS,
      ...Object.values(SEQUENCE_COLORS).flat(),
      ...Object.values(DIVERGING_COLORS).flat(),
    ]) {
      expect(contrast(color, inkOn(color)), color).toBeGreaterThanOrEqual(4.5);
    }
  });
});
