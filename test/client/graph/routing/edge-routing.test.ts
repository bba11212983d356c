import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disputeLayout } from '../../../../client/graph/layout/dispute-layout.ts';
import { routeEdges } from '../../../../client/graph/routing/edge-routing.ts';
import type { Routing } from '../../../../client/graph/routing/edge-routing.ts';
import { actor, arbitraryDispute, claim, position, speaksFor } from '../disputes.ts';

const markWidth: Routing['markWidth'] = (edge) => (edge.type === 'position' ? 14 : 0);

describe('lines', () => {
  const nodes = [claim('c'), actor('left'), actor('right'), actor('above'), actor('lower')];
  const positions = new Map([
    ['c', { x: 0, y: 0 }],
    ['left', { x: -300, y: -100 }],
    ['lower', { x: -300, y: 120 }],
    ['right', { x: 300, y: 0 }],
    ['above', { x: 20, y: -200 }],
  ]);

  it('meet a card on the side that they come from, ordered by height', () => {
    const edges = [
      position('lower', 'asserts', 'c'),
      position('left', 'asserts', 'c'),
      position('right', 'denies', 'c'),
      position('above', 'denies', 'c'),
    ];
    const routes = routeEdges({ nodes, edges, positions, markWidth });
    const port = (id: string) => routes.get(id)?.port ?? { x: NaN, y: NaN };
    expect(port('left asserts c').x).toBe(-107);
    expect(port('lower asserts c').x).toBe(-107);
    expect(port('left asserts c').y).toBeLessThan(port('lower asserts c').y);
    expect(port('right denies c')).toEqual({ x: 107, y: 0 });
    expect(port('above denies c')).toEqual({ x: 0, y: -38 });
  });

  it('of both stances between the same two nodes curve to opposite sides', () => {
    const edges = [position('left', 'asserts', 'c'), position('left', 'denies', 'c')];
    const routes = [...routeEdges({ nodes, edges, positions, markWidth }).values()];
    expect(routes.map((route) => Math.abs(route.bend))).toEqual([15, 15]);
    expect(new Set(routes.map((route) => Math.sign(route.bend))).size).toBe(2);
    expect(routeEdges({ nodes, edges: edges.slice(1), positions, markWidth }).get('left denies c')?.bend).toBe(0);
  });

  it('have their mark in the middle, or beside a node that is there', () => {
    const free = routeEdges({ nodes, edges: [position('right', 'denies', 'c')], positions, markWidth }).get(
      'right denies c',
    );
    expect(free?.markAt).toBeCloseTo((300 - 107 - 22) / 2);
    const blocked = routeEdges({
      nodes: [...nodes, actor('between')],
      edges: [position('right', 'denies', 'c')],
      positions: new Map([...positions, ['between', { x: 192, y: 0 }]]),
      markWidth,
    }).get('right denies c');
    expect(Math.abs((blocked?.markAt ?? NaN) - 171 / 2)).toBeGreaterThan(22);
  });

  it('go around a card instead of behind it', () => {
    const behind = { nodes: [...nodes, claim('front')], edges: [position('right', 'denies', 'c')], markWidth };
    const routes = (x: number, y: number) =>
      routeEdges({ ...behind, positions: new Map([...positions, ['right', { x: 900, y: 0 }], ['front', { x, y }]]) });
    expect(routes(500, 200).get('right denies c')?.via).toBeUndefined();
    // The card extends further up than down: the shorter detour is below.
    const around = routes(500, -10).get('right denies c');
    expect(around?.via).toEqual([
      { x: 615, y: 39 },
      { x: 385, y: 39 },
    ]);
    expect(around?.markAt).toBeGreaterThan((900 - 107 - 22) / 2);
  });

  it('have separate lanes in the gap between two cards', () => {
    const far = [actor('one'), actor('two')];
    const all = new Map([
      ['c', { x: 0, y: 0 }],
      ['above', { x: 400, y: -50 }],
      ['below', { x: 400, y: 50 }],
      ['one', { x: 900, y: -60 }],
      ['two', { x: 900, y: 60 }],
    ]);
    const routes = routeEdges({
      nodes: [claim('c'), claim('above'), claim('below'), ...far],
      edges: far.map(({ id }) => position(id, 'denies', 'c')),
      positions: all,
      markWidth,
    });
    expect(routes.get('one denies c')?.via?.map(({ y }) => y)).toEqual([-3.5, -3.5]);
    expect(routes.get('two denies c')?.via?.map(({ y }) => y)).toEqual([3.5, 3.5]);
  });

  it('between actors have no port', () => {
    expect(
      routeEdges({ nodes, edges: [speaksFor('left', 'right')], positions, markWidth }).get('left speaksFor right')
        ?.port,
    ).toBeUndefined();
  });

  it('have ports on the outline of their card and finite marks, for any order of the input', () => {
    fc.assert(
      fc.property(arbitraryDispute(15), ({ nodes: all, edges }) => {
        const at = disputeLayout(all, edges);
        const routes = routeEdges({ nodes: all, edges, positions: at, markWidth });
        expect(routes.size).toBe(edges.length);
        const drawn = [...routes.values()];
        expect(drawn.filter(({ bend, markAt }) => !Number.isFinite(bend) || !Number.isFinite(markAt))).toEqual([]);
        const ports = drawn.flatMap(({ port }) => port ?? []);
        expect(ports).toHaveLength(edges.filter(({ type }) => type === 'position').length);
        expect(ports.filter(({ x, y }) => Math.abs(x) !== 107 && Math.abs(y) !== 38)).toEqual([]);
        expect(
          routeEdges({ nodes: [...all].reverse(), edges: [...edges].reverse(), positions: at, markWidth }),
        ).toEqual(routes);
      }),
      { numRuns: 50 },
    );
  });
});
