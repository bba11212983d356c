import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYOUT_NAMES } from '../../../../client/graph/layout/layout-names.ts';
import type { LayoutName } from '../../../../client/graph/layout/layout-names.ts';
import { layoutSteps } from '../../../../client/graph/layout/layouts.ts';
import type { LayoutInput } from '../../../../client/graph/layout/layouts.ts';
import { bodySize, usesCompactCards } from '../../../../client/graph/scene/node-geometry.ts';
import { isOverlapping } from '../../../../client/graph/scene/geometry.ts';
import { runLayout } from '../../../../client/graph/layout/run-layout.ts';
import type { Point } from '../../../../client/graph/scene/geometry.ts';
import { separateBoxes } from '../../../../client/graph/layout/separate-boxes.ts';
import type { GraphNode } from '../../../../server/contract/explorer.ts';
import { actor, arbitraryDispute, claim, overlaps, position } from '../disputes.ts';
import type { Dispute } from '../disputes.ts';

const inputOf = ({ nodes, edges }: Dispute, more: Partial<LayoutInput> = {}): LayoutInput => ({
  nodes,
  edges,
  positions: new Map(),
  pinned: new Set(),
  selection: new Set(),
  canvas: { width: 950, height: 800 },
  ...more,
});

function laid(name: LayoutName, input: LayoutInput): Map<string, Point> {
  const steps = layoutSteps(name, input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe.each(LAYOUT_NAMES)('the %s layout', (name) => {
  it('gives every node a position without overlaps', () => {
    fc.assert(
      fc.property(arbitraryDispute(14), (dispute) => {
        const at = laid(name, inputOf(dispute));
        expect(new Set(at.keys())).toEqual(new Set(dispute.nodes.map(({ id }) => id)));
        expect(overlaps(dispute.nodes, at)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('leaves enough room for the larger type of a projector', () => {
    const bodyOf = (node: GraphNode, isCompact: boolean, { x, y }: Point) => {
      const { width, height } = bodySize(node, isCompact, 'projector');
      return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    };
    fc.assert(
      fc.property(arbitraryDispute(14), (dispute) => {
        const [at, isCompact] = [laid(name, inputOf(dispute)), usesCompactCards(dispute.nodes)];
        const bodies = dispute.nodes.map((node) => bodyOf(node, isCompact, at.get(node.id) ?? { x: 0, y: 0 }));
        expect(
          bodies.flatMap((body, index) => bodies.slice(index + 1).filter((other) => isOverlapping(body, other))),
        ).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(arbitraryDispute(8), (dispute) => {
        const turned: Dispute = { nodes: dispute.nodes.toReversed(), edges: dispute.edges.toReversed() };
        expect(laid(name, inputOf(turned))).toEqual(laid(name, inputOf(dispute)));
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the exact positions of pinned nodes', () => {
    fc.assert(
      fc.property(arbitraryDispute(8), fc.nat(), (dispute, at) => {
        fc.pre(dispute.nodes.length > 1);
        const pinned = dispute.nodes[at % dispute.nodes.length]?.id ?? '';
        const positions = new Map(dispute.nodes.map(({ id }, index) => [id, { x: index * 31.25, y: -index * 17.5 }]));
        const after = laid(name, inputOf(dispute, { positions, pinned: new Set([pinned]) }));
        expect(after.get(pinned)).toEqual(positions.get(pinned));
        expect(overlaps(dispute.nodes, after)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(LAYOUT_NAMES)('the %s layout with hidden nodes', (name) => {
  it('keeps their positions unless they would overlap something', () => {
    fc.assert(
      fc.property(arbitraryDispute(10), ({ nodes, edges }) => {
        const [away, shown] = [
          nodes.filter((_, index) => index % 3 === 0),
          nodes.filter((_, index) => index % 3 !== 0),
        ];
        const isShown = (id: string) => shown.some((node) => node.id === id);
        const input = inputOf({
          nodes: shown,
          edges: edges.filter(({ source, target }) => isShown(source) && isShown(target)),
        });
        const positions = new Map([
          ...separateBoxes(away, new Map(away.map(({ id }, index) => [id, { x: index * 40, y: 0 }]))),
          ...shown.map(({ id }, index) => [id, { x: 4_000, y: index * 100 }] as const),
        ]);
        const at = laid(name, { ...input, positions, away });
        expect(overlaps(nodes, at)).toEqual([]);
        for (const { id } of shown) expect(at.get(id)).toEqual(laid(name, { ...input, positions }).get(id));
      }),
      { numRuns: 15 },
    );
  });

  it('keeps their positions if there is room', () => {
    const [shown, away] = [
      [actor('a'), claim('b')],
      [claim('far'), claim('pinned')],
    ];
    const positions = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 300, y: 0 }],
      ['far', { x: 9_000, y: 5 }],
      ['pinned', { x: 0, y: 0 }],
    ]);
    const at = laid(
      name,
      inputOf(
        { nodes: shown, edges: [position('a', 'asserts', 'b')] },
        { positions, away, pinned: new Set(['pinned']) },
      ),
    );
    expect([at.get('far'), at.has('pinned')]).toEqual([{ x: 9_000, y: 5 }, false]);
  });
});

describe('rings around the selection', () => {
  it('are around both ends of a selected edge', () => {
    const nodes = [actor('hub'), actor('a'), ...['b', 'c', 'd', 'e'].map((id) => claim(id))];
    const edges = [
      ...['b', 'c', 'd'].map((id) => position('hub', 'asserts', id)),
      position('a', 'denies', 'e'),
      position('a', 'denies', 'd'),
    ];
    const at = laid('concentric', inputOf({ nodes, edges }, { selection: new Set(['a denies e']) }));
    const distance = (id: string) => {
      const { x, y } = at.get(id) ?? { x: 0, y: 0 };
      return Math.hypot(x, y);
    };
    expect(Math.max(distance('a'), distance('e'))).toBeLessThan(Math.min(...['hub', 'b', 'c', 'd'].map(distance)));
  });

  it('are further out the more steps a node is away', () => {
    const nodes = [actor('a'), claim('b'), actor('c'), claim('d')];
    const edges = [position('a', 'asserts', 'b'), position('c', 'denies', 'b'), position('c', 'asserts', 'd')];
    const at = laid('concentric', inputOf({ nodes, edges }, { selection: new Set(['a']) }));
    const distances = ['a', 'b', 'c', 'd'].map((id) => {
      const { x, y } = at.get(id) ?? { x: 0, y: 0 };
      return Math.hypot(x, y);
    });
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });
});

describe('the layout by date', () => {
  it('places earlier nodes left of later ones, and nodes without a date at the right', () => {
    const nodes = [
      claim('late', { firstDate: '2024-05-01' }),
      claim('early', { firstDate: '2019' }),
      claim('none'),
      actor('a'),
    ];
    const at = laid('date', inputOf({ nodes, edges: [position('a', 'asserts', 'late', { firstDate: '2022-01' })] }));
    const xs = ['early', 'a', 'late', 'none'].map((id) => at.get(id)?.x ?? NaN);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect((at.get('a')?.y ?? 0) < (at.get('late')?.y ?? 0)).toBe(true);
  });
});

describe('separateBoxes', () => {
  it('separates any number of nodes with the same position', () => {
    const nodes = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? actor(`a${index}`) : claim(`c${index}`)));
    expect(overlaps(nodes, separateBoxes(nodes, new Map(nodes.map(({ id }) => [id, { x: 5, y: 5 }]))))).toEqual([]);
  });
});

describe('runLayout', () => {
  it('returns nothing after it was aborted', async () => {
    const run = { signal: AbortSignal.abort(), onProgress: () => undefined };
    expect(await runLayout('grid', inputOf({ nodes: [actor('a')], edges: [] }), run)).toBeUndefined();
  });
});
