import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import { addGraph, select } from '../../../client/state/reducers.ts';
import { createExplorerStore } from '../../../client/state/explorer-store.ts';
import { createValueStore } from '../../../client/base/value-store.ts';
import { createUrlSync } from '../../../client/links/url-sync.ts';
import { createDrafts } from '../../../client/links/draft.ts';
import { actor, storageOf } from '../support.ts';

/** A page that shows one actor, with a simulated clock and URL. */
function openPage() {
  const store = createExplorerStore(
    addGraph(EMPTY_STATE, { nodes: [actor('kp')], edges: [], positions: new Map([['kp', { x: 0, y: 0 }]]) }),
  );
  const [session, local] = [storageOf(Infinity), storageOf(Infinity)];
  const drafts = (document: string) =>
    createDrafts({ session: () => session, local: () => local, document, now: () => 1 });
  const written: string[] = [];
  let [due, leave]: [(() => void) | undefined, () => void] = [undefined, () => undefined];
  const location = { hash: '', pathname: '/', search: '' };
  const put = (_: unknown, __: string, address?: string | URL | null) => {
    if (address == null) return;
    written.push(String(address));
    location.hash = String(address).replace(/^[^#]*/u, '');
  };
  const urlSync = createUrlSync({
    store,
    opener: { open: async () => false, openSaved: async () => false },
    values: {
      isOpening: createValueStore<boolean>(false),
      opened: createValueStore(undefined),
      notice: createValueStore(undefined),
    },
    placeCamera: () => undefined,
    showStart: () => undefined,
    browser: {
      history: { state: null, pushState: put, replaceState: put },
      location,
      addEventListener: (type: string, listener: () => void) => {
        if (type === 'pagehide') leave = listener;
      },
      removeEventListener: () => undefined,
      setTimeout: (work: () => void) => {
        due = work;
        return 1;
      },
      clearTimeout: () => {
        due = undefined;
      },
    } as unknown as Window,
    drafts: drafts('mine'),
  });
  return {
    store,
    urlSync,
    written,
    leave: () => leave(),
    draft: () => drafts('next').kept()?.view.selection,
    /** Runs the pending timeout now. */
    wait: () => {
      const work = due;
      due = undefined;
      work?.();
    },
    isWaiting: () => due !== undefined,
  };
}

const choose = (page: ReturnType<typeof openPage>) => page.store.step((state) => select(state, ['kp'], 'replace'));

describe('the URL', () => {
  it('includes actions before the sync followed the store', async () => {
    const page = openPage();
    const begun = page.urlSync.start();
    choose(page);
    await begun;
    expect(page.isWaiting()).toBe(true);
    page.wait();
    await expect.poll(() => page.written.at(-1)).toMatch(/^\/#state=/u);
  });

  it('is not written before the first action', async () => {
    const page = openPage();
    await page.urlSync.start();
    expect(page.isWaiting()).toBe(false);
  });

  it('is backed by a draft when the user leaves before or during the write', async () => {
    const page = openPage();
    await page.urlSync.start();
    page.leave();
    expect(page.draft()).toBeUndefined();
    choose(page);
    page.leave();
    expect([...(page.draft() ?? [])]).toEqual(['kp']);
    page.store.step((state) => select(state, [], 'replace'));
    page.wait();
    page.leave();
    expect([...(page.draft() ?? ['kp'])]).toEqual([]);
    await expect.poll(() => page.written.length).toBe(1);
  });
});
