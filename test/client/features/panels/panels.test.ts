import { describe, expect, it } from 'vitest';
import { byClaim } from '../../../../client/features/panels/ActorPanel.tsx';
import { sidesInOrder } from '../../../../client/features/panels/ClaimPanel.tsx';
import { groupedResults } from '../../../../client/features/search/SearchResults.tsx';
import { statement } from '../../support.ts';

const side = (date?: string) => ({ statements: date === undefined ? [] : [statement('s', { date })] });

describe('the sides of a claim', () => {
  it('begin with the one that spoke last, neutral ones at the end', () => {
    expect(sidesInOrder({ asserts: side('2022-09'), denies: side('2022-09-22'), neutral: side('2023') })).toEqual([
      'denies',
      'asserts',
      'neutral',
    ]);
    expect(sidesInOrder({ asserts: side('2023'), denies: side('2022'), neutral: side() })).toEqual([
      'asserts',
      'denies',
      'neutral',
    ]);
    expect(sidesInOrder({ asserts: side(), denies: side(), neutral: side() })).toEqual([
      'asserts',
      'denies',
      'neutral',
    ]);
  });
});

describe('an actor’s statements', () => {
  it('stand under their claims, in the order in which the claims first come', () => {
    const on = (id: string, claimId: string) => statement(id, { claim: { id: claimId, text: claimId } });
    const groups = byClaim([on('1', 'x'), on('2', 'y'), on('3', 'x')]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['1', '3'], ['2']]);
  });
});

describe('search results', () => {
  it('are grouped by kind, the kind of the best hit first', () => {
    const hit = (kind: 'actor' | 'claim', id: string) => ({ kind, id, text: id, hits: [] });
    expect(groupedResults([hit('claim', '1'), hit('actor', '2'), hit('claim', '3')]).map(({ id }) => id)).toEqual([
      '1',
      '3',
      '2',
    ]);
  });
});
