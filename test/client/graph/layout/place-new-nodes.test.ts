import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disputeLayout } from '../../../../client/graph/layout/dispute-layout.ts';
import { placeNewNodes } from '../../../../client/graph/layout/place-new-nodes.ts';
import { actor, arbitraryDispute, claim, overlaps, position } from '../disputes.ts';

describe('placing new nodes', () => {
  it('places an actor that asserts left of the claim, one that denies right of it, both near', () => {
    const placed = placeNewNodes({
      nodes: [claim('c'), actor('yes'), actor('no')],
      edges: [position('yes', 'asserts', 'c'), position('no', 'denies', 'c')],
      positions: new Map([['c', { x: 500, y: 300 }]]),
      near: 'c',
    });
    expect([...placed.keys()].sort()).toEqual(['no', 'yes']);
    expect(placed.get('yes')?.x).toBeLessThan(500 - 106);
    expect(placed.get('no')?.x).toBeGreaterThan(500 + 106);
    for (const point of placed.values()) expect(Math.hypot(point.x - 500, point.y - 300)).toBeLessThan(500);
  });

  it('places a node without a neighbour near the expanded node', () => {
    const placed = placeNewNodes({
      nodes: [claim('c'), actor('a')],
      edges: [],
      positions: new Map([['c', { x: 0, y: 0 }]]),
      near: 'c',
    });
    expect(Math.hypot(placed.get('a')?.x ?? NaN, placed.get('a')?.y ?? NaN)).toBeLessThan(500);
  });

  it('returns finite positions of new nodes only, without overlaps', () => {
    const cases = arbitraryDispute(24).chain((dispute) =>
      fc.record({
        dispute: fc.constant(dispute),
        known: fc.subarray(dispute.nodes),
        near: fc.option(fc.nat(48), { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ dispute, known, near }) => {
        const before = disputeLayout(known, dispute.edges);
        const copy = new Map(before);
        const expanded = near === undefined ? undefined : known[near % Math.max(1, known.length)]?.id;
        const placed = placeNewNodes({
          ...dispute,
          positions: before,
          ...(expanded === undefined ? {} : { near: expanded }),
        });
        expect(before).toEqual(copy);
        const newcomers = dispute.nodes.filter((node) => !before.has(node.id)).map((node) => node.id);
        expect([...placed.keys()].sort()).toEqual(newcomers.sort());
        for (const point of placed.values()) expect(Number.isFinite(point.x) && Number.isFinite(point.y)).toBe(true);
        expect(overlaps(dispute.nodes, new Map([...before, ...placed]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds places for 25 neighbours of one claim among 150 elements', () => {
    const nodes = [
      claim('hub'),
      ...Array.from({ length: 30 }, (_, i) => claim(`c${i}`)),
      ...Array.from({ length: 60 }, (_, i) => actor(`a${i}`)),
    ];
    const edges = Array.from({ length: 90 }, (_, i) =>
      position(`a${i % 60}`, i % 3 === 0 ? 'denies' : 'asserts', i % 9 === 0 ? 'hub' : `c${i % 30}`),
    );
    const before = disputeLayout(nodes, edges);
    const fresh = Array.from({ length: 25 }, (_, i) => actor(`n${i}`, { name: 'A newcomer with a longer name' }));
    const placed = placeNewNodes({
      nodes: [...nodes, ...fresh],
      edges: [...edges, ...fresh.map((a) => position(a.id, 'asserts', 'hub'))],
      positions: before,
      near: 'hub',
    });
    expect(placed.size).toBe(25);
    expect(overlaps([...nodes, ...fresh], new Map([...before, ...placed]))).toEqual([]);
  });
});
