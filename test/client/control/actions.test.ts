import { describe, expect, it } from 'vitest';
import { LAYOUT_NAMES } from '../../../client/graph/layout/layout-names.ts';
import type { LayoutName } from '../../../client/graph/layout/layout-names.ts';
import { ACTION_LIST, ACTIONS } from '../../../client/control/actions/action-list.ts';
import type { ActionContext } from '../../../client/control/actions/action-list.ts';
import { EMPTY_STATE, SCREENS } from '../../../client/state/explorer-state.ts';
import { select, showGraph, showScreen } from '../../../client/state/reducers.ts';
import { createExplorerStore } from '../../../client/state/explorer-store.ts';
import type { ExplorerStore } from '../../../client/state/explorer-store.ts';
import { hide } from '../../../client/state/hiding.ts';
import { LAYOUT_ACTION_OF } from '../../../client/control/actions/layout-actions.ts';
import { SCREEN_ACTION_OF } from '../../../client/control/actions/screen-actions.ts';
import { visibleGraph } from '../../../client/state/visible-graph.ts';
import { ACTION_WORDS } from '../../../client/words/messages/actions.ts';
import { actor, claim, position } from '../support.ts';

describe('the table of actions', () => {
  it('has a row for every label, and a label for every row', () => {
    expect(ACTION_LIST.map(({ id }) => id).toSorted()).toEqual(Object.keys(ACTION_WORDS.en).toSorted());
  });

  it.each(LAYOUT_NAMES)('has the layout %s', (name) => {
    const asked: LayoutName[] = [];
    const arranger = {
      arrange: (one: LayoutName) => {
        asked.push(one);
        return Promise.resolve();
      },
    };
    LAYOUT_ACTION_OF[name].perform({ arranger } as unknown as ActionContext);
    expect(asked).toEqual([name]);
    expect(ACTION_LIST).toContain(LAYOUT_ACTION_OF[name]);
  });

  it.each(SCREENS)('has the screen %s, which undo leaves alone', (screen) => {
    const store = createExplorerStore({ ...EMPTY_STATE, screen: screen === 'graph' ? 'table' : 'graph' });
    SCREEN_ACTION_OF[screen].perform({ store } as unknown as ActionContext);
    expect(store.state().screen).toBe(screen);
    expect(store.canUndo()).toBe(false);
    expect(ACTION_LIST).toContain(SCREEN_ACTION_OF[screen]);
  });
});

const dispute = {
  nodes: [actor('kp'), actor('us'), actor('ru'), claim('deal')],
  edges: [position('kp', 'denies', 'deal'), position('us', 'asserts', 'deal')],
  positions: new Map([
    ['kp', { x: 300, y: 0 }],
    ['us', { x: -300, y: 0 }],
    ['ru', { x: 0, y: 200 }],
    ['deal', { x: 0, y: 0 }],
  ]),
};

/** Three visible nodes, two of them selected, and one hidden node; the canvas at zoom 0.5. */
function contextOf(screen: (typeof SCREENS)[number]): ActionContext & { readonly store: ExplorerStore } {
  const store = createExplorerStore(
    showScreen(select(hide(showGraph(EMPTY_STATE, dispute), ['ru']), ['kp', 'us'], 'replace'), screen),
  );
  const graph = { viewport: () => ({ zoom: 0.5, pan: { x: 0, y: 0 } }) };
  return {
    store,
    visible: () => visibleGraph(store.state(), undefined),
    graph: () => graph,
  } as unknown as ActionContext & { readonly store: ExplorerStore };
}

describe('actions on the view', () => {
  const onView = [
    'hide',
    'keepOnly',
    'restore',
    'selectAll',
    'selectNeighbours',
    'invert',
    'selectStates',
    'selectAsserts',
    'copyWords',
    'expand',
    'common',
    'connect',
    'pin',
    'reveal',
  ] as const;

  it.each(['graph', 'table'] as const)('can be performed on the %s', (screen) => {
    expect(onView.filter((id) => !ACTIONS[id].isEnabled(contextOf(screen)))).toEqual([]);
  });

  it.each(['views', 'import'] as const)('cannot be performed while %s covers it', (screen) => {
    expect(onView.filter((id) => ACTIONS[id].isEnabled(contextOf(screen)))).toEqual([]);
  });
});

describe('moving by keyboard', () => {
  const place = (context: ActionContext, id: string) => context.store.state().positions.get(id);

  it('shifts only the selected nodes, by the same screen distance at each zoom', () => {
    const context = contextOf('graph');
    ACTIONS.moveRight.perform(context);
    ACTIONS.moveUp.perform(context);
    expect(place(context, 'kp')).toEqual({ x: 340, y: -40 });
    expect(place(context, 'us')).toEqual({ x: -260, y: -40 });
    expect(place(context, 'deal')).toEqual({ x: 0, y: 0 });
  });

  it('is one step until another step is made', () => {
    const context = contextOf('graph');
    for (let press = 0; press < 5; press += 1) ACTIONS.moveDown.perform(context);
    context.store.step((state) => select(state, ['deal'], 'replace'));
    ACTIONS.moveLeft.perform(context);
    expect(context.store.steps().names).toEqual([
      { kind: 'move', count: 2 },
      { kind: 'select', count: 1, of: 'deal' },
      { kind: 'move', count: 1, of: 'deal' },
    ]);
    for (let undone = 0; undone < 3; undone += 1) context.store.undo();
    expect(context.store.state().positions).toEqual(dispute.positions);
  });

  it('needs a selected node and the canvas', () => {
    expect(ACTIONS.moveLeft.isEnabled(contextOf('graph'))).toBe(true);
    expect(ACTIONS.moveLeft.isEnabled(contextOf('table'))).toBe(false);
    const none = contextOf('graph');
    none.store.step((state) => select(state, ['kp denies deal'], 'replace'));
    expect(ACTIONS.moveLeft.isEnabled(none)).toBe(false);
  });
});
