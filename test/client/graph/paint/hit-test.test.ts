import { describe, expect, it } from 'vitest';
import { finished } from '../../../../client/base/slices.ts';
import { hitsAt } from '../../../../client/graph/paint/hit-test.ts';
import { inkOf } from '../../../../client/graph/paint/ink.ts';
import { createLabels } from '../../../../client/graph/scene/labels.ts';
import { beginRoutes, routeEdges } from '../../../../client/graph/routing/edge-routing.ts';
import { BORDERS } from '../../../../client/graph/scene/node-look.ts';
import { estimateTextWidth } from '../../../../client/graph/scene/node-geometry.ts';
import type { Scene } from '../../../../client/graph/scene/scene.ts';
import { actor, claim, position, speaksFor } from '../disputes.ts';
import { tokensOf } from '../../support.ts';

const tokens = tokensOf((_, i) => `rgb(${i}, ${i}, ${i})`);
const scene: Scene = {
  nodes: [actor('a', { kind: 'state' }), claim('c', { asserters: 1, deniers: 1 }), actor('b')],
  edges: [
    position('a', 'asserts', 'c'),
    position('a', 'denies', 'c', { modality: 'hedged' }),
    speaksFor('b', 'a'),
    position('b', 'denies', 'gone'),
  ],
  positions: new Map([
    ['a', { x: -400, y: 0 }],
    ['c', { x: 0, y: 0 }],
    ['b', { x: -400, y: 300 }],
  ]),
  selection: new Set(['c']),
  pinned: new Set(['a']),
  theme: 'light',
};
const markWidth = () => 14;
const ink = (hovered?: string) =>
  inkOf({
    scene,
    tokens,
    hovered,
    focused: undefined,
    routes: routeEdges({ ...scene, markWidth }),
    labels: createLabels((text) => estimateTextWidth(text, 12)),
  });
const at = (x: number, y: number, detail: 'near' | 'far' = 'near', isTouch = false) =>
  hitsAt(ink(), { at: { x, y }, zoom: detail === 'near' ? 1 : 0.4, detail, isTouch });

describe('the ink of a scene', () => {
  it('contains what is drawn, with positions, states and texts', () => {
    const { nodes, edges } = ink();
    expect(nodes.map(({ id, x, y, shape }) => ({ id, x, y, shape }))).toEqual([
      { id: 'a', x: -400, y: 0, shape: 'hexagon' },
      { id: 'c', x: 0, y: 0, shape: 'card' },
      { id: 'b', x: -400, y: 300, shape: 'circle' },
    ]);
    expect(
      nodes.map(({ isSelected, border, pin }) => [isSelected, border === BORDERS.contested, pin !== undefined]),
    ).toEqual([
      [false, false, true],
      [true, true, false],
      [false, false, false],
    ]);
    expect(nodes[1]?.lines()).toEqual(['Claim c']);
    expect(edges.map(({ id, kind, isWeak, mark }) => [id, kind, isWeak, mark])).toEqual([
      ['a asserts c', 'asserts', false, '✓'],
      ['a denies c', 'denies', true, '✕'],
      ['b speaksFor a', 'speaksFor', false, ''],
    ]);
  });

  it('fades everything outside the neighbourhood of the hovered node', () => {
    const { nodes, edges } = ink('c');
    expect(nodes.map(({ id, strength }) => [id, strength])).toEqual([
      ['a', 'full'],
      ['c', 'full'],
      ['b', 'faded'],
    ]);
    expect(edges.map(({ strength }) => strength)).toEqual(['full', 'full', 'faded']);
  });

  it('has the same ends of lines as with all marks placed', () => {
    const routing = { ...scene, markWidth };
    const [{ rough }, whole] = [finished(beginRoutes(routing)), routeEdges(routing)];
    expect([...rough].map(([id, { port, bend }]) => [id, port, bend])).toEqual(
      [...whole].map(([id, { port, bend }]) => [id, port, bend]),
    );
  });
});

describe('hits', () => {
  it('are nodes on their bodies and lines within the tolerance of a mouse, and nothing else', () => {
    expect(at(-400, 0)[0]).toBe('a');
    expect(at(100, 30)).toEqual(['c']);
    expect(at(-400, 150)).toEqual(['b speaksFor a']);
    expect(at(-300, 150)).toEqual([]);
  });

  it('distinguish two lines between the same nodes by their curves', () => {
    expect(at(-250, -12)).not.toEqual(at(-250, 12));
    expect([...at(-250, -12), ...at(-250, 12)].sort()).toEqual(['a asserts c', 'a denies c']);
  });

  it('have a larger tolerance for touch', () => {
    expect(at(-380, 150, 'near', false)).toEqual([]);
    expect(at(-380, 150, 'near', true)).toEqual(['b speaksFor a']);
  });

  it('are on the bar instead of the card at the far levels', () => {
    expect(at(100, 30, 'far')).toEqual([]);
    expect(at(70, 8, 'far')[0]).toBe('c');
  });
});
