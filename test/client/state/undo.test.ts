/** After any steps, undo restores the previous state, and redo the next. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { EMPTY_STATE, KEPT_BY_UNDO } from '../../../client/state/explorer-state.ts';
import {
  addGraph,
  closePanel,
  moveNodes,
  openDocument,
  openOverview,
  select,
  showGraph,
  showScreen,
  togglePins,
} from '../../../client/state/reducers.ts';
import type { ExplorerState } from '../../../client/state/explorer-state.ts';
import { createExplorerStore } from '../../../client/state/explorer-store.ts';
import {
  filterBy,
  hide,
  highlight,
  invertSelection,
  keepOnly,
  removeNodes,
  restore,
  selectNeighbours,
} from '../../../client/state/hiding.ts';
import { goBackInPanel, goForwardInPanel } from '../../../client/state/panel-trail.ts';
import { stepName } from '../../../client/state/step-names.ts';
import { visibleGraph } from '../../../client/state/visible-graph.ts';
import { stepText } from '../../../client/features/views/step-text.ts';
import { actor, graphs } from '../support.ts';

type Reduce = (state: ExplorerState) => ExplorerState;
const ids = fc.array(fc.constantFrom('a1', 'a2', 'c1', 'c2', 'a1 denies c1', 'gone'), { maxLength: 4 });

const doings: fc.Arbitrary<Reduce> = fc.oneof(
  graphs.map(
    (graph): Reduce =>
      (state) =>
        showGraph(state, graph),
  ),
  graphs.map(
    (graph): Reduce =>
      (state) =>
        addGraph(state, graph, 'a1'),
  ),
  ids.map(
    (some): Reduce =>
      (state) =>
        select(state, some, 'toggle'),
  ),
  ids.map(
    (some): Reduce =>
      (state) =>
        select(state, some, 'replace'),
  ),
  ids.map(
    (some): Reduce =>
      (state) =>
        hide(state, some),
  ),
  ids.map(
    (some): Reduce =>
      (state) =>
        keepOnly(state, some),
  ),
  ids.map(
    (some): Reduce =>
      (state) =>
        removeNodes(state, some),
  ),
  ids.map(
    (some): Reduce =>
      (state) =>
        togglePins(state, some),
  ),
  ids.map(
    (some): Reduce =>
      (state) =>
        highlight(state, some),
  ),
  fc.tuple(ids, fc.integer(), fc.integer()).map(
    ([some, x, y]): Reduce =>
      (state) =>
        moveNodes(state, new Map(some.map((id) => [id, { x, y }]))),
  ),
  fc.record({ contestedOnly: fc.boolean(), minStatements: fc.integer({ min: 1, max: 4 }) }).map(
    (change): Reduce =>
      (state) =>
        filterBy(state, change),
  ),
  fc.constantFrom<Reduce>(
    (state) => restore(state),
    (state) => invertSelection(state, visibleGraph(state, undefined)),
    (state) => selectNeighbours(state, visibleGraph(state, undefined)),
    openOverview,
    closePanel,
    (state) => openDocument(state, 'd', 's'),
    goBackInPanel,
    goForwardInPanel,
    (state) => ({ ...state, styleRules: [{ target: 'color', by: 'kind', scale: 'categories' }] }),
  ),
);
/** Changes that are no steps: undo keeps them. */
const happenings: fc.Arbitrary<readonly { readonly reduce: Reduce; readonly isStep: boolean }[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: doings.map((reduce) => ({ reduce, isStep: true })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('graph' as const, 'table' as const)
        .map((screen) => ({ reduce: (state: ExplorerState) => showScreen(state, screen), isStep: false })),
    },
  ),
  { maxLength: 150 },
);

const KEPT: readonly string[] = KEPT_BY_UNDO;
const undoable = (state: ExplorerState) =>
  Object.fromEntries(Object.entries(state).filter(([part]) => !KEPT.includes(part)));

describe('any sequence of at most 150 steps', () => {
  it('restores each state by undo and redo', () => {
    fc.assert(
      fc.property(happenings, (sequence) => {
        const store = createExplorerStore(EMPTY_STATE);
        const states = [undoable(store.state())];
        for (const { reduce, isStep } of sequence) {
          const before = store.steps().done;
          if (isStep) store.step(reduce);
          else store.patch(reduce);
          if (store.steps().done > before) states.push(undoable(store.state()));
        }
        const { screen } = store.state();
        expect(store.steps().names.length).toBe(states.length - 1);
        for (const state of states.slice(0, -1).toReversed()) {
          store.undo();
          expect(undoable(store.state())).toEqual(state);
        }
        expect(store.canUndo()).toBe(false);
        for (const state of states.slice(1)) {
          store.redo();
          expect(undoable(store.state())).toEqual(state);
        }
        expect(store.canRedo()).toBe(false);
        expect(store.state().screen).toBe(screen);
      }),
      { numRuns: 60 },
    );
  });

  it('can be travelled in any order, with the same state at each position', () => {
    fc.assert(
      fc.property(happenings, fc.array(fc.nat(150), { maxLength: 10 }), (sequence, places) => {
        const store = createExplorerStore(EMPTY_STATE);
        const states = [undoable(store.state())];
        for (const { reduce } of sequence) {
          const before = store.steps().done;
          store.step(reduce);
          if (store.steps().done > before) states.push(undoable(store.state()));
        }
        for (const place of places.map((one) => one % states.length)) {
          store.travelTo(place);
          expect(undoable(store.state())).toEqual(states[place]);
          expect(store.steps().done).toBe(place);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the name of a step', () => {
  beforeAll(() => vi.stubGlobal('navigator', { languages: ['en-GB'] }));

  it('exists for every step, and has a text', () => {
    fc.assert(
      fc.property(fc.array(doings, { maxLength: 20 }), (sequence) => {
        let state = EMPTY_STATE;
        for (const reduce of sequence) {
          const next = reduce(state);
          const words = stepText(stepName(state, next), next);
          expect(words).toMatch(/^[^{}]+$/u);
          state = next;
        }
      }),
    );
  });

  it('names the most important change, and a single node by its id', () => {
    const graph = { nodes: [], edges: [], positions: new Map() };
    const one = showGraph(EMPTY_STATE, {
      ...graph,
      nodes: [{ type: 'claim', id: 'c1', text: 'C', asserters: 0, deniers: 0, statements: 0 }],
      positions: new Map([['c1', { x: 0, y: 0 }]]),
    });
    const six = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];
    const many = showGraph(EMPTY_STATE, {
      nodes: six.map((id) => actor(id)),
      edges: [],
      positions: new Map(six.map((id) => [id, { x: 0, y: 0 }])),
    });
    expect(stepName(EMPTY_STATE, one)).toEqual({ kind: 'add', count: 1, of: 'c1' });
    expect(stepName(one, select(one, ['c1'], 'replace'))).toEqual({ kind: 'select', count: 1, of: 'c1' });
    expect(stepName(select(one, ['c1'], 'replace'), hide(select(one, ['c1'], 'replace'), ['c1']))).toEqual({
      kind: 'hide',
      count: 1,
      of: 'c1',
    });
    expect(stepName(one, moveNodes(one, new Map([['c1', { x: 1, y: 1 }]])))).toEqual({
      kind: 'move',
      count: 1,
      of: 'c1',
    });
    const all = new Map(six.map((id) => [id, { x: 9, y: 9 }]));
    expect(stepName(many, moveNodes(many, all))).toEqual({ kind: 'move', count: 6 });
    expect(stepName(many, moveNodes({ ...many, layout: 'grid' }, all))).toEqual({ kind: 'layout', of: 'grid' });
    expect(stepName(one, togglePins(one, ['c1']))).toEqual({ kind: 'pin', count: 1, of: 'c1' });
    expect(stepName(one, filterBy(one, { contestedOnly: true }))).toEqual({ kind: 'filter' });
    expect(stepName(filterBy(one, { contestedOnly: true }), filterBy(one, { contestedOnly: false }))).toEqual({
      kind: 'unfilter',
    });
    expect(stepName(openOverview(one), closePanel(one))).toEqual({ kind: 'closePanel' });
  });

  it('is worded with the name of the node, or with the count', () => {
    const state = showGraph(EMPTY_STATE, {
      nodes: [actor('kp', { name: 'North Korea' })],
      edges: [],
      positions: new Map([['kp', { x: 0, y: 0 }]]),
    });
    expect(stepText({ kind: 'expand', count: 1, of: 'kp' }, state)).toBe('Expanded North Korea');
    expect(stepText({ kind: 'expand', count: 5 }, state)).toBe('Expanded 5 nodes');
    expect(stepText({ kind: 'collapse', count: 3, of: 'kp' }, state)).toBe('Collapsed North Korea');
    expect(stepText({ kind: 'collapse', count: 3 }, state)).toBe('Collapsed 3 neighbours');
  });
});
