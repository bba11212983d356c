import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import { select, showGraph } from '../../../client/state/reducers.ts';
import type { ExplorerState } from '../../../client/state/explorer-state.ts';
import { NO_FILTERS } from '../../../client/state/filters.ts';
import {
  filterBy,
  hide,
  invertSelection,
  keepOnly,
  removeNodes,
  restore,
  selectByKind,
  selectByStance,
  selectNeighbours,
} from '../../../client/state/hiding.ts';
import { createVisibleGraph, visibleGraph } from '../../../client/state/visible-graph.ts';
import { actor, claim, graphs, position } from '../support.ts';

const dispute = {
  nodes: [actor('kp', { kind: 'state' }), actor('us'), claim('deal', { asserters: 1, deniers: 1 }), claim('arms')],
  edges: [position('kp', 'denies', 'deal'), position('us', 'asserts', 'deal'), position('kp', 'denies', 'arms')],
  positions: new Map([
    ['kp', { x: 300, y: 0 }],
    ['us', { x: -300, y: 0 }],
    ['deal', { x: 0, y: 0 }],
    ['arms', { x: 0, y: 90 }],
  ]),
};
const shown = showGraph(EMPTY_STATE, dispute);
const visible = (state: ExplorerState) => visibleGraph(state, undefined);
const ids = (state: ExplorerState) => [...visible(state).nodes.keys()];

describe('hiding', () => {
  it('removes nodes and their edges from what is visible and from the selection', () => {
    const state = hide(select(shown, ['kp', 'us', 'kp denies deal'], 'replace'), ['kp']);
    expect(ids(state)).toEqual(['us', 'deal', 'arms']);
    expect([...visible(state).edges.keys()]).toEqual(['us asserts deal']);
    expect([...state.selection]).toEqual(['us']);
    expect(visible(state).hiddenNodes).toBe(1);
  });

  it('is undone by restoring some or all nodes, and moves none', () => {
    const state = hide(shown, ['kp', 'us']);
    expect(ids(restore(state, ['us']))).toEqual(['us', 'deal', 'arms']);
    expect(restore(state)).toEqual(shown);
  });

  it('keeps only the given nodes and the ends of the given edges', () => {
    expect(ids(keepOnly(shown, ['us asserts deal']))).toEqual(['us', 'deal']);
    expect(ids(keepOnly(hide(shown, ['kp']), ['kp', 'arms']))).toEqual(['kp', 'arms']);
    expect(keepOnly(shown, ['nobody'])).toBe(shown);
  });

  it('makes nodes unselectable', () => {
    expect([...select(hide(shown, ['kp']), ['kp', 'kp denies arms', 'us'], 'replace').selection]).toEqual(['us']);
  });

  it('differs from removing, which keeps no trace of the node', () => {
    const state = removeNodes(shown, ['kp']);
    expect([...state.nodes.keys()]).toEqual(['us', 'deal', 'arms']);
    expect(visible(state).hiddenNodes).toBe(0);
    expect(state.positions.has('kp')).toBe(false);
  });

  it('counts every node as visible, hidden or filtered', () => {
    fc.assert(
      fc.property(
        graphs,
        fc.array(fc.constantFrom('a1', 'a2', 'c1', 'c2', 'gone')),
        fc.array(fc.constantFrom('a1', 'a3', 'c1')),
        fc.constantFrom('dim' as const, 'hide' as const),
        (graph, hidden, passing, mode) => {
          const state = filterBy(hide(showGraph(EMPTY_STATE, graph), hidden), { mode, contestedOnly: true });
          const passed = {
            nodes: new Set(passing),
            edges: new Set([...state.edges.keys()].slice(0, 2)),
            narrowed: new Map(),
          };
          const { nodes, edges, dimmed, hiddenNodes, filteredNodes, dimmedNodes } = visibleGraph(state, passed);
          expect(nodes.size + hiddenNodes + filteredNodes).toBe(state.nodes.size);
          for (const edge of edges.values()) expect(nodes.has(edge.source) && nodes.has(edge.target)).toBe(true);
          for (const id of dimmed) expect(nodes.has(id) || edges.has(id)).toBe(true);
          expect(dimmedNodes).toBe([...nodes.keys()].filter((id) => dimmed.has(id)).length);
          expect(mode === 'hide' ? dimmed.size : filteredNodes).toBe(0);
        },
      ),
    );
  });
});

describe('what is visible', () => {
  it('is the whole graph while nothing is filtered', () => {
    expect(visibleGraph(shown, { nodes: new Set(), edges: new Set(), narrowed: new Map() }).nodes).toBe(shown.nodes);
  });

  it('is the same value until graph, hidden nodes or filters change', () => {
    const of = createVisibleGraph();
    const first = of(shown, undefined);
    expect(of(select(shown, ['kp'], 'replace'), undefined)).toBe(first);
    expect(of(hide(shown, ['kp']), undefined)).not.toBe(first);
  });

  it('is the whole graph again when the filters are removed', () => {
    const filtered = filterBy(shown, { mode: 'hide', minStatements: 9 });
    const none = { nodes: new Set<string>(), edges: new Set<string>(), narrowed: new Map() };
    expect(visibleGraph(filtered, none).nodes.size).toBe(0);
    expect(visibleGraph({ ...filtered, filters: { ...NO_FILTERS, mode: 'hide' } }, none).nodes.size).toBe(4);
  });
});

describe('selecting by what is shown', () => {
  it('inverts among the nodes', () => {
    expect([...invertSelection(select(shown, ['kp', 'arms'], 'replace'), visible(shown)).selection]).toEqual([
      'us',
      'deal',
    ]);
  });

  it('adds neighbours, and the ends of edges', () => {
    expect([...selectNeighbours(select(shown, ['us'], 'replace'), visible(shown)).selection].toSorted()).toEqual([
      'deal',
      'us',
    ]);
    expect(
      [...selectNeighbours(select(shown, ['kp denies arms'], 'replace'), visible(shown)).selection].toSorted(),
    ).toEqual(['arms', 'kp', 'kp denies arms']);
  });

  it('finds kinds, claims, contested claims and stances', () => {
    const chosen = (state: ExplorerState) => [...state.selection];
    expect(chosen(selectByKind(shown, visible(shown), 'state'))).toEqual(['kp']);
    expect(chosen(selectByKind(shown, visible(shown), 'unknown'))).toEqual(['us']);
    expect(chosen(selectByKind(shown, visible(shown), 'claim'))).toEqual(['deal', 'arms']);
    expect(chosen(selectByKind(shown, visible(shown), 'contested'))).toEqual(['deal']);
    expect(chosen(selectByStance(shown, visible(shown), 'denies'))).toEqual(['kp denies deal', 'kp denies arms']);
  });
});
