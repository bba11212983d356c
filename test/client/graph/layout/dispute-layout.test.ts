import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCrossings, orderFacing } from '../../../../client/graph/layout/crossing-order.ts';
import type { Facing, SideActor } from '../../../../client/graph/layout/crossing-order.ts';
import { disputeLayout } from '../../../../client/graph/layout/dispute-layout.ts';
import { boundingBox, boxAt } from '../../../../client/graph/scene/geometry.ts';
import { extent } from '../../../../client/graph/scene/node-geometry.ts';
import { actor, arbitraryDispute, claim, overlaps, position, speaksFor } from '../disputes.ts';

const x = (at: ReadonlyMap<string, { x: number }>, id: string): number => at.get(id)?.x ?? NaN;

describe('the dispute layout', () => {
  it('places actors that mostly assert left of the claims, those that mostly deny right, those that do both below', () => {
    const nodes = [actor('yes'), actor('no'), actor('both'), claim('c1'), claim('c2')];
    const edges = [
      position('yes', 'asserts', 'c1'),
      position('yes', 'asserts', 'c2'),
      position('no', 'denies', 'c1'),
      position('both', 'asserts', 'c1'),
      position('both', 'denies', 'c2'),
    ];
    const at = disputeLayout(nodes, edges);
    expect(x(at, 'c1')).toBe(x(at, 'c2'));
    expect(x(at, 'yes')).toBeLessThan(x(at, 'c1') - 106);
    expect(x(at, 'no')).toBeGreaterThan(x(at, 'c1') + 106);
    expect(at.get('both')?.y).toBeGreaterThan(Math.max(at.get('c1')?.y ?? NaN, at.get('c2')?.y ?? NaN));
  });

  it('orders the claims without avoidable crossings', () => {
    const nodes = [actor('a'), actor('b'), actor('c'), claim('c1'), claim('c2'), claim('c3')];
    const at = disputeLayout(nodes, [
      position('a', 'asserts', 'c3'),
      position('b', 'asserts', 'c1'),
      position('c', 'asserts', 'c2'),
      position('b', 'asserts', 'c2'),
    ]);
    const order = (ids: string[]) => [...ids].sort((p, q) => (at.get(p)?.y ?? 0) - (at.get(q)?.y ?? 0));
    const facing = { a: ['c3'], b: ['c1', 'c2'], c: ['c2'] } as const;
    const claims = order(['c1', 'c2', 'c3']);
    const heights = order(['a', 'b', 'c']).flatMap((id) =>
      facing[id as 'a'].map((c: string) => claims.indexOf(c)).sort(),
    );
    expect(heights).toEqual([...heights].sort());
  });

  it('places an actor that only speaks for another one beside it', () => {
    const at = disputeLayout(
      [actor('state'), actor('voice'), claim('c')],
      [position('state', 'denies', 'c'), speaksFor('voice', 'state')],
    );
    expect(x(at, 'voice')).toBeGreaterThan(x(at, 'state'));
    expect(Math.abs((at.get('voice')?.y ?? NaN) - (at.get('state')?.y ?? NaN))).toBeLessThan(120);
  });

  it('fits eight claims and ten actors into the canvas at about zoom 1', () => {
    const claims = Array.from({ length: 8 }, (_, i) => claim(`c${i}`));
    const actors = Array.from({ length: 10 }, (_, i) => actor(`a${i}`, { name: `Some speaker ${i}` }));
    const nodes = [...claims, ...actors];
    const edges = actors.flatMap((a, i) =>
      [0, 3].map((step) => position(a.id, i % 2 === 0 ? 'asserts' : 'denies', `c${(i + step) % 8}`)),
    );
    const at = disputeLayout(nodes, edges);
    const box = boundingBox(nodes.map((node) => boxAt(extent(node, false), at.get(node.id) ?? { x: NaN, y: NaN })));
    if (!box) throw new Error('nothing placed');
    expect(box.right - box.left).toBeLessThanOrEqual(980);
    expect(box.bottom - box.top).toBeLessThanOrEqual(830);
  });

  it('places few nodes in one column on a narrow page, with the width of two names and both sides kept', () => {
    const canvas = { width: 390, height: 680 };
    fc.assert(
      fc.property(arbitraryDispute(14), ({ nodes, edges }) => {
        const at = disputeLayout(nodes, edges, { canvas });
        expect([...at.keys()].sort()).toEqual(nodes.map((node) => node.id).sort());
        expect(overlaps(nodes, at)).toEqual([]);
        expect(overlaps(nodes, at, 'projector')).toEqual([]);
        const linked = nodes.filter(({ id }) =>
          edges.some((edge) => edge.type === 'position' && (edge.source === id || edge.target === id)),
        );
        const box = boundingBox(
          linked.map((node) => boxAt(extent(node, false), at.get(node.id) ?? { x: NaN, y: NaN })),
        );
        expect(box ? box.right - box.left : 0).toBeLessThanOrEqual(470);
      }),
      { numRuns: 60 },
    );
    const at = disputeLayout(
      [actor('yes'), actor('no'), claim('c')],
      [position('yes', 'asserts', 'c'), position('no', 'denies', 'c')],
      { canvas },
    );
    expect(x(at, 'yes')).toBe(x(at, 'c') - 158);
    expect(x(at, 'no')).toBe(x(at, 'c') + 158);
    expect(at.get('yes')?.y).toBeLessThan((at.get('c')?.y ?? NaN) - 37);
    expect(at.get('no')?.y).toBeGreaterThan((at.get('c')?.y ?? NaN) + 37);
  });

  it('returns nothing for an empty dispute', () => {
    expect(disputeLayout([], [])).toEqual(new Map());
  });

  it('places every node once, at a finite point, covering no other node or label', () => {
    fc.assert(
      fc.property(arbitraryDispute(), ({ nodes, edges }) => {
        const at = disputeLayout(nodes, edges);
        expect([...at.keys()].sort()).toEqual(nodes.map((node) => node.id).sort());
        for (const point of at.values()) expect(Number.isFinite(point.x) && Number.isFinite(point.y)).toBe(true);
        expect(overlaps(nodes, at)).toEqual([]);
        expect(overlaps(nodes, at, 'projector')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('has no overlaps with compact cards either', () => {
    fc.assert(
      fc.property(arbitraryDispute(110), ({ nodes, edges }) => {
        expect(overlaps(nodes, disputeLayout(nodes, edges))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('does not depend on the order of the input', () => {
    const shuffled = arbitraryDispute(15).chain((dispute) =>
      fc.record({
        dispute: fc.constant(dispute),
        nodes: fc.shuffledSubarray(dispute.nodes, { minLength: dispute.nodes.length }),
        edges: fc.shuffledSubarray(dispute.edges, { minLength: dispute.edges.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ dispute, nodes, edges }) => {
        expect(disputeLayout(nodes, edges)).toEqual(disputeLayout(dispute.nodes, dispute.edges));
      }),
      { numRuns: 60 },
    );
  });

  it('ignores edges whose ends are not shown', () => {
    const at = disputeLayout(
      [actor('a'), claim('c')],
      [position('a', 'asserts', 'c'), position('a', 'denies', 'gone')],
    );
    expect([...at.keys()].sort()).toEqual(['a', 'c']);
  });
});

describe('the order of facing rows', () => {
  const side = (claims: number): fc.Arbitrary<SideActor[]> =>
    fc.array(
      fc
        .uniqueArray(fc.nat(claims - 1), { maxLength: 4 })
        .map((ends) => ({ claims: ends, isLast: false, companions: [] })),
      { maxLength: 12 },
    );
  const arbitraryFacing: fc.Arbitrary<Facing> = fc
    .integer({ min: 1, max: 12 })
    .chain((claims) => fc.record({ claims: fc.constant(claims), left: side(claims), right: side(claims) }));
  const indices = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

  it('has no more crossings than the given order', () => {
    fc.assert(
      fc.property(arbitraryFacing, (facing) => {
        const given = {
          left: indices(facing.left.length),
          claims: indices(facing.claims),
          right: indices(facing.right.length),
        };
        const order = orderFacing(facing);
        expect([...order.claims].sort((a, b) => a - b)).toEqual(given.claims);
        expect([...order.left].sort((a, b) => a - b)).toEqual(given.left);
        expect([...order.right].sort((a, b) => a - b)).toEqual(given.right);
        expect(countCrossings(facing, order)).toBeLessThanOrEqual(countCrossings(facing, given));
      }),
      { numRuns: 200 },
    );
  });

  it('counts the same crossings as a comparison of all pairs', () => {
    fc.assert(
      fc.property(arbitraryFacing, (facing) => {
        const given = {
          left: indices(facing.left.length),
          claims: indices(facing.claims),
          right: indices(facing.right.length),
        };
        let expected = 0;
        for (const actors of [facing.left, facing.right]) {
          const lines = actors.flatMap((a, from) => a.claims.map((to) => ({ from, to })));
          for (const a of lines) for (const b of lines) if (a.from < b.from && a.to > b.to) expected += 1;
        }
        expect(countCrossings(facing, given)).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('finds an order without crossings if there is one', () => {
    const actors = [[3], [1], [4], [0], [2]].map((claims) => ({ claims, isLast: false, companions: [] }));
    const facing: Facing = { claims: 5, left: actors, right: actors };
    expect(countCrossings(facing, orderFacing(facing))).toBe(0);
  });
});
