import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse, collapsible } from '../../../client/state/collapse.ts';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import { addGraph, togglePins } from '../../../client/state/reducers.ts';
import type { ExplorerState, PlacedGraph } from '../../../client/state/explorer-state.ts';
import { actor, claim, graphs, position } from '../support.ts';

const placed = (graph: Omit<PlacedGraph, 'positions'>): PlacedGraph => ({
  ...graph,
  positions: new Map(graph.nodes.map(({ id }, index) => [id, { x: index, y: 0 }])),
});

/** kp is there; expanding it brought c1 and c2; expanding c1 brought us. */
function grown(): ExplorerState {
  const start = addGraph(EMPTY_STATE, placed({ nodes: [actor('kp'), actor('ru')], edges: [] }));
  const first = addGraph(
    start,
    placed({
      nodes: [actor('kp'), claim('c1'), claim('c2')],
      edges: [position('kp', 'denies', 'c1'), position('kp', 'denies', 'c2')],
    }),
    'kp',
  );
  return addGraph(first, placed({ nodes: [claim('c1'), actor('us')], edges: [position('us', 'asserts', 'c1')] }), 'c1');
}

describe('collapsing', () => {
  it('takes away what the expansion brought, and what that brought in turn', () => {
    expect([...collapsible(grown(), ['kp'])].toSorted()).toEqual(['c1', 'c2', 'us']);
    expect([...collapse(grown(), ['kp']).nodes.keys()].toSorted()).toEqual(['kp', 'ru']);
  });

  it('takes away one node’s share alone', () => {
    expect([...collapse(grown(), ['c1']).nodes.keys()].toSorted()).toEqual(['c1', 'c2', 'kp', 'ru']);
  });

  it('leaves what something that came later is joined to', () => {
    const joined = addGraph(grown(), placed({ nodes: [actor('cn')], edges: [position('cn', 'asserts', 'c1')] }));
    expect([...collapsible(joined, ['kp'])].toSorted()).toEqual(['c2', 'us']);
  });

  it('takes back what is joined to others that were there before, as most of it is', () => {
    const joined = addGraph(grown(), placed({ nodes: [], edges: [position('ru', 'asserts', 'c1')] }));
    expect([...collapsible(joined, ['kp'])].toSorted()).toEqual(['c1', 'c2', 'us']);
  });

  it('leaves what is pinned', () => {
    expect([...collapsible(togglePins(grown(), ['c2']), ['kp'])].toSorted()).toEqual(['c1', 'us']);
  });

  it('changes nothing where nothing was brought', () => {
    const state = grown();
    expect(collapse(state, ['ru'])).toBe(state);
  });

  it('leads back to what was there before an expansion, whatever that was', () => {
    fc.assert(
      fc.property(graphs, graphs, (first, answer) => {
        const before = addGraph(EMPTY_STATE, placed({ nodes: [actor('root'), ...first.nodes], edges: first.edges }));
        const after = addGraph(before, answer, 'root');
        expect([...collapse(after, ['root']).nodes.keys()]).toEqual([...before.nodes.keys()]);
      }),
    );
  });

  it('takes back an expansion whole when nothing else is joined to it', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const before = addGraph(EMPTY_STATE, placed({ nodes: [actor('root')], edges: [] }));
        const after = addGraph(before, graph, 'root');
        expect([...collapse(after, ['root']).nodes.keys()]).toEqual(['root']);
      }),
    );
  });
});
