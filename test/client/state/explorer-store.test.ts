import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTheme, EMPTY_STATE, moveNodes, select, showGraph, showScreen } from '../../../client/state/explorer-state.ts';
import { createExplorerStore } from '../../../client/state/explorer-store.ts';
import { HISTORY_LIMIT, putPresent, redo, startHistory, undo } from '../../../client/state/history.ts';
import { graphs } from '../support.ts';

describe('undo and redo', () => {
  it('bring back each present in turn, whatever the steps were', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { maxLength: 40 }), (values) => {
      const distinct = values.map((value, index) => ({ value, index }));
      let history = startHistory({ value: 0, index: -1 });
      for (const value of distinct) history = putPresent(history, value, true);
      for (const expected of [{ value: 0, index: -1 }, ...distinct].toReversed()) {
        expect(history.present).toEqual(expected);
        history = undo(history);
      }
      for (const expected of [{ value: 0, index: -1 }, ...distinct]) {
        expect(history.present).toEqual(expected);
        history = redo(history);
      }
    }));
  });

  it('forget the oldest beyond the limit', () => {
    let history = startHistory(0);
    for (let step = 1; step <= HISTORY_LIMIT + 50; step += 1) history = putPresent(history, step, true);
    expect(history.past.length).toBe(HISTORY_LIMIT);
    expect(history.past[0]).toBe(50);
  });

  it('drop what was undone once something else is done', () => {
    const undone = undo(putPresent(startHistory('a'), 'b', true));
    expect(redo(putPresent(undone, 'c', true)).present).toBe('c');
  });
});

describe('the store', () => {
  it('takes back steps and leaves theme and screen alone', () => {
    fc.assert(fc.property(graphs, (graph) => {
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
    }));
  });

  it('tells its listeners of a change, and of nothing else', () => {
    const store = createExplorerStore(EMPTY_STATE);
    let told = 0;
    const stop = store.subscribe(() => { told += 1; });
    store.step((state) => state);
    store.undo();
    expect(told).toBe(0);
    store.patch((state) => chooseTheme(state, 'light'));
    expect(told).toBe(1);
    stop();
    store.patch((state) => chooseTheme(state, 'dark'));
    expect(told).toBe(1);
  });
});
