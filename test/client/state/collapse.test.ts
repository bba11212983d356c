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

/** kp is the start; expanding it added c1 and c2; expanding c1 added us. */
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
  it('removes what the expansion added, directly and through further expansions', () => {
    expect([...collapsible(grown(), ['kp'])].toSorted()).toEqual(['c1', 'c2', 'us']);
    expect([...collapse(grown(), ['kp']).nodes.keys()].toSorted()).toEqual(['kp', 'ru']);
  });

  it('removes the part of one node only', () => {
    expect([...collapse(grown(), ['c1']).nodes.keys()].toSorted()).toEqual(['c1', 'c2', 'kp', 'ru']);
  });

  it('keeps nodes that a later node is joined to', () => {
    const joined = addGraph(grown(), placed({ nodes: [actor('cn')], edges: [position('cn', 'asserts', 'c1')] }));
    expect([...collapsible(joined, ['kp'])].toSorted()).toEqual(['c2', 'us']);
  });

  it('removes nodes that are joined only to earlier nodes', () => {
    const joined = addGraph(grown(), placed({ nodes: [], edges: [position('ru', 'asserts', 'c1')] }));
    expect([...collapsible(joined, ['kp'])].toSorted()).toEqual(['c1', 'c2', 'us']);
  });

  it('keeps pinned nodes', () => {
    expect([...collapsible(togglePins(grown(), ['c2']), ['kp'])].toSorted()).toEqual(['c1', 'us']);
  });

  it('changes nothing if no expansion added nodes', () => {
    const state = grown();
    expect(collapse(state, ['ru'])).toBe(state);
  });

  it('restores any state before an expansion', () => {
    fc.assert(
      fc.property(graphs, graphs, (first, answer) => {
        const before = addGraph(EMPTY_STATE, placed({ nodes: [actor('root'), ...first.nodes], edges: first.edges }));
        const after = addGraph(before, answer, 'root');
        expect([...collapse(after, ['root']).nodes.keys()]).toEqual([...before.nodes.keys()]);
      }),
    );
  });

  it('removes the whole expansion when nothing else is joined to it', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const before = addGraph(EMPTY_STATE, placed({ nodes: [actor('root')], edges: [] }));
        const after = addGraph(before, graph, 'root');
        expect([...collapse(after, ['root']).nodes.keys()]).toEqual(['root']);
      }),
    );
  });
});
