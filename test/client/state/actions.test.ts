import { describe, expect, it } from 'vitest';
import { LAYOUT_NAMES } from '../../../client/graph/layout-names.ts';
import type { LayoutName } from '../../../client/graph/layout-names.ts';
import { ACTION_LIST } from '../../../client/state/actions.ts';
import type { ActionContext } from '../../../client/state/actions.ts';
import { EMPTY_STATE, SCREENS } from '../../../client/state/explorer-state.ts';
import { createExplorerStore } from '../../../client/state/explorer-store.ts';
import { LAYOUT_ACTION_OF } from '../../../client/state/layout-actions.ts';
import { SCREEN_ACTION_OF } from '../../../client/state/screen-actions.ts';
import { ACTION_WORDS } from '../../../client/words/messages/actions.ts';

describe('the table of actions', () => {
  it('calls each action by its id, and in every language', () => {
    expect(ACTION_LIST.map(({ id }) => id).toSorted()).toEqual(Object.keys(ACTION_WORDS.en).toSorted());
    expect(ACTION_LIST.filter(({ id, label }) => ACTION_WORDS.en[id as keyof typeof ACTION_WORDS.en] !== label)).toEqual([]);
  });

  it.each(LAYOUT_NAMES)('has the layout %s', (name) => {
    const asked: LayoutName[] = [];
    const arranger = { arrange: (one: LayoutName) => { asked.push(one); return Promise.resolve(); } };
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
