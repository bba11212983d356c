import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import { chooseTheme, moveNodes, refreshGraph, select, showGraph, showScreen } from '../../../client/state/reducers.ts';
import { createExplorerStore } from '../../../client/state/explorer-store.ts';
import { HISTORY_LIMIT, putStep, redo, startHistory, travel, undo } from '../../../client/state/history.ts';
import type { History } from '../../../client/state/history.ts';
import { actor, graphs } from '../support.ts';

describe('undo and redo', () => {
  it('restore each state in turn, for any steps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 40 }), (values) => {
        const distinct = values.map((value, index) => ({ value, index }));
        let history: History<{ value: number; index: number }, string> = startHistory({ value: 0, index: -1 });
        for (const value of distinct) history = putStep(history, value, `to ${value.index}`);
        for (const expected of [{ value: 0, index: -1 }, ...distinct].toReversed()) {
          expect(history.present).toEqual(expected);
          history = undo(history);
        }
        for (const expected of [{ value: 0, index: -1 }, ...distinct]) {
          expect(history.present).toEqual(expected);
          history = redo(history);
        }
      }),
    );
  });

  it('drop the oldest steps beyond the limit', () => {
    let history: History<number, string> = startHistory(0);
    for (let step = 1; step <= HISTORY_LIMIT + 50; step += 1) history = putStep(history, step, 'step');
    expect(history.past.length).toBe(HISTORY_LIMIT);
    expect(history.past[0]?.value).toBe(50);
  });

  it('drop the undone steps after a new step', () => {
    const undone = undo(putStep<string, string>(startHistory('a'), 'b', 'to b'));
    expect(redo(putStep(undone, 'c', 'to c')).present).toBe('c');
  });

  it('travel several steps at once as one after the other, and stop at the ends', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(fc.integer({ min: -8, max: 8 })), (length, journeys) => {
        let history: History<number, string> = startHistory(0);
        for (let step = 1; step <= length; step += 1) history = putStep(history, step, `to ${step}`);
        let at = length;
        for (const by of journeys) {
          history = travel(history, by);
          at = Math.min(length, Math.max(0, at + by));
          expect(history.present).toBe(at);
          expect([...history.past, ...history.future].map(({ name }) => name)).toEqual(
            Array.from({ length }, (_, index) => `to ${index + 1}`),
          );
        }
      }),
    );
  });
});

describe('the store', () => {
  it('takes back steps and keeps theme and screen', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const store = createExplorerStore(EMPTY_STATE);
        store.patch((state) => showGraph(state, graph));
        const start = store.state();
        const ids = [...start.nodes.keys()];
        store.step((state) => select(state, ids.slice(0, 1), 'replace'));
        store.step((state) => moveNodes(state, new Map(ids.map((id) => [id, { x: 5, y: 5 }]))));
        store.patch((state) => chooseTheme(showScreen(state, 'import'), 'dark'));
        while (store.canUndo()) store.undo();
        expect(store.state().positions).toEqual(start.positions);
        expect([...store.state().selection]).toEqual([]);
        expect(store.state().theme).toBe('dark');
        expect(store.state().screen).toBe('import');
      }),
    );
  });

  it('restores the camera only with a step that moved it', () => {
    const store = createExplorerStore(EMPTY_STATE);
    const look = (x: number) =>
      store.patch((state) => ({ ...state, camera: { center: { x, y: 0 }, width: 100, height: 100 } }));
    store.patch((state) =>
      showGraph(state, { nodes: [actor('a')], edges: [], positions: new Map([['a', { x: 0, y: 0 }]]) }),
    );
    look(1);
    store.step((state) => moveNodes({ ...state, layout: 'grid' }, new Map([['a', { x: 500, y: 0 }]])));
    look(2);
    store.step((state) => select(state, ['a'], 'replace'));
    look(3);
    store.undo();
    expect(store.state().camera?.center.x).toBe(3);
    store.undo();
    expect(store.state().camera?.center.x).toBe(1);
    look(4);
    store.redo();
    expect(store.state().camera?.center.x).toBe(3);
    store.travelTo(0);
    expect(store.state().camera?.center.x).toBe(4);
  });

  it('updates every state of the history, and keeps all steps', () => {
    const store = createExplorerStore(EMPTY_STATE);
    const graph = (...ids: readonly string[]) => ({
      nodes: ids.map((id) => actor(id)),
      edges: [],
      positions: new Map(ids.map((id) => [id, { x: 0, y: 0 }])),
    });
    store.step((state) => showGraph(state, graph('gone', 'kept')));
    store.step((state) => showGraph(state, graph('kept', 'other')));
    store.undo();
    expect(store.knownNodes().toSorted()).toEqual(['gone', 'kept', 'other']);
    expect(store.known().nodes.get('gone')?.id).toBe('gone');
    store.revise((state) =>
      refreshGraph(state, { nodes: [actor('kept', { statements: 7 }), actor('other')], edges: [] }),
    );
    expect([...store.state().nodes.values()].map(({ id, statements }) => [id, statements])).toEqual([['kept', 7]]);
    store.redo();
    expect([...store.state().nodes.keys()]).toEqual(['kept', 'other']);
    expect(store.steps()).toMatchObject({ done: 2 });
  });

  it('notifies its listeners of changes only', () => {
    const store = createExplorerStore(EMPTY_STATE);
    let calls = 0;
    const stop = store.subscribe(() => {
      calls += 1;
    });
    store.step((state) => state);
    store.undo();
    expect(calls).toBe(0);
    store.patch((state) => chooseTheme(state, 'light'));
    expect(calls).toBe(1);
    stop();
    store.patch((state) => chooseTheme(state, 'dark'));
    expect(calls).toBe(1);
  });
});
