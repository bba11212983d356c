import { describe, expect, it } from 'vitest';
import { disputeLayout } from '../../../../client/graph/layout/dispute-layout.ts';
import { MAX_FULL_CARDS, needsCompactCards } from '../../../../client/graph/scene/node-geometry.ts';
import { sceneExtent } from '../../../../client/graph/scene/scene-extent.ts';
import { actor, claim, position } from '../disputes.ts';

const claims = Array.from({ length: MAX_FULL_CARDS + 20 }, (_, index) => claim(`c${String(index).padStart(3, '0')}`));
const edges = claims.map(({ id }) => position('a', 'asserts', id));
const laid = disputeLayout([actor('a'), ...claims], edges);

describe('cards of one line', () => {
  it('are drawn for many claims', () => {
    expect(needsCompactCards([actor('a'), ...claims], laid)).toBe(true);
    const few = claims.slice(0, MAX_FULL_CARDS);
    expect(needsCompactCards(few, disputeLayout(few, []))).toBe(false);
  });

  it('stay after most claims of a large drawing have gone, as long as full cards would overlap', () => {
    const left = claims.slice(0, 40);
    expect(needsCompactCards(left, laid)).toBe(true);
    expect(needsCompactCards(left, disputeLayout(left, []))).toBe(false);
  });

  it('are not caused by one card that the user put on others', () => {
    const few = claims.slice(0, 5);
    const apart = new Map(few.map(({ id }, index) => [id, { x: 0, y: index * 100 }]));
    expect(needsCompactCards(few, new Map([...apart, ['c004', { x: 20, y: 50 }]]))).toBe(false);
  });

  it('have the height that the scene sets', () => {
    const scene = {
      nodes: claims.slice(0, 1),
      edges: [],
      positions: new Map([['c000', { x: 0, y: 0 }]]),
      selection: new Set<string>(),
      pinned: new Set<string>(),
      theme: 'light',
    } as const;
    const height = (isCompact: boolean) => {
      const box = sceneExtent({ ...scene, isCompact });
      return box && box.bottom - box.top;
    };
    expect([height(false), height(true)]).toEqual([74, 26]);
  });
});
