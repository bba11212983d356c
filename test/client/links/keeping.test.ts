import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../server/contract/views.ts';
import { requestsFor } from '../../../client/api/fetch-subgraph.ts';
import { cameraViewOf, viewportOf } from '../../../client/graph/scene/camera-view.ts';
import { createDrafts } from '../../../client/links/draft.ts';
import { EMPTY_VIEW } from '../../../client/links/portable-view.ts';
import { readViewFile, viewFile, viewFileName } from '../../../client/links/view-file.ts';
import { writeView } from '../../../client/links/view-format.ts';
import { storageOf } from '../support.ts';
import { views } from './arbitrary-view.ts';

/** A browser with one local storage; `tab` opens a document, in a new tab or on the session storage of an earlier one. */
function browserOf(room = Infinity) {
  const local = storageOf(room);
  let [clock, documents] = [0, 0];
  const now = () => {
    clock += 1;
    return clock;
  };
  return {
    local,
    tab: (session = storageOf(room)) => {
      documents += 1;
      const drafts = createDrafts({ session: () => session, local: () => local, document: `d${documents}`, now });
      return { session, drafts };
    },
  };
}

const draft = (after: string) => ({ view: EMPTY_VIEW, after });

describe('the unsaved view', () => {
  it('is stored and read unchanged', () => {
    fc.assert(
      fc.property(views, (view) => {
        const browser = browserOf();
        const { session, drafts } = browser.tab();
        drafts.keep({ view, after: '#state=x' });
        expect(browser.tab(session).drafts.kept()).toEqual({ view, after: '#state=x' });
        expect(browser.tab().drafts.kept()).toEqual({ view, after: '#state=x' });
      }),
      { numRuns: 30 },
    );
  });

  it('is that of the tab first; the next visit finds the newest of any tab', () => {
    const browser = browserOf();
    const [mine, theirs] = [browser.tab(), browser.tab()];
    mine.drafts.keep(draft('#state=mine'));
    theirs.drafts.keep(draft('#state=theirs'));
    expect(browser.tab(mine.session).drafts.kept()?.after).toBe('#state=mine');
    expect(browser.tab().drafts.kept()?.after).toBe('#state=theirs');
    mine.drafts.keep(draft('#state=later'));
    expect(browser.tab().drafts.kept()?.after).toBe('#state=later');
  });

  it('is not overwritten or removed by another tab', () => {
    const browser = browserOf();
    const [mine, theirs] = [browser.tab(), browser.tab()];
    mine.drafts.keep(draft('#state=mine'));
    theirs.drafts.keep(draft('#state=theirs'));
    theirs.drafts.drop();
    expect(browser.tab().drafts.kept()?.after).toBe('#state=mine');
  });

  it('is one after any number of reloads', () => {
    const browser = browserOf();
    let { session, drafts } = browser.tab();
    for (let visit = 0; visit < 30; visit += 1) {
      drafts.keep(draft(`#state=${visit}`));
      ({ session, drafts } = browser.tab(session));
      expect(drafts.kept()?.after).toBe(`#state=${visit}`);
      drafts.take();
    }
    expect(browser.local.length).toBe(1);
    drafts.drop();
    expect(browser.local.length).toBe(0);
  });

  it('of a tab that only offered it stays until the user opens it', () => {
    const browser = browserOf();
    browser.tab().drafts.keep(draft('#state=old'));
    const next = browser.tab();
    expect(next.drafts.kept()?.after).toBe('#state=old');
    next.drafts.keep(draft('#state=new'));
    expect(browser.local.length).toBe(2);
    next.drafts.drop();
    expect(browser.tab().drafts.kept()?.after).toBe('#state=old');
  });

  it('of a duplicated tab is a second one when the first is stored again', () => {
    const browser = browserOf();
    const first = browser.tab();
    first.drafts.keep(draft('#state=first'));
    const copy = storageOf(Infinity);
    copy.setItem('gainsay.draft', first.session.getItem('gainsay.draft') ?? '');
    const second = browser.tab(copy);
    second.drafts.kept();
    second.drafts.take();
    second.drafts.keep(draft('#state=second'));
    first.drafts.keep(draft('#state=first'));
    expect(browser.local.length).toBe(2);
    expect(browser.tab(second.session).drafts.kept()?.after).toBe('#state=second');
    expect(browser.tab().drafts.kept()?.after).toBe('#state=first');
  });

  it('is kept for the ten newest tabs', () => {
    const browser = browserOf();
    for (let tab = 1; tab <= 14; tab += 1) browser.tab().drafts.keep(draft(`#state=${tab}`));
    expect(browser.local.length).toBe(10);
    expect(browser.tab().drafts.kept()?.after).toBe('#state=14');
  });

  it('of an earlier version of the page is read, and replaced once it is continued', () => {
    const browser = browserOf();
    const stored = { version: 1, after: '#state=x', view: writeView(EMPTY_VIEW) };
    browser.local.setItem('gainsay.draft', JSON.stringify(stored));
    const { drafts } = browser.tab();
    expect(drafts.kept()?.after).toBe('#state=x');
    drafts.take();
    drafts.keep(draft('#state=y'));
    expect(browser.local.length).toBe(1);
    expect(browser.tab().drafts.kept()?.after).toBe('#state=y');
  });

  it('removes the older draft of its tab when there is no room for it', () => {
    const browser = browserOf(250);
    const { session, drafts } = browser.tab();
    drafts.keep(draft(''));
    expect(browser.tab(session).drafts.kept()).toEqual(draft(''));
    const large = {
      ...EMPTY_VIEW,
      positions: new Map(Array.from({ length: 50 }, (_, index) => [`node-${index}`, { x: index, y: 0 }])),
    };
    drafts.keep({ view: large, after: '' });
    expect(browser.tab(session).drafts.kept()).toBeUndefined();
    expect(browser.local.length).toBe(0);
  });

  it('is undefined where storage is forbidden or has other content', () => {
    const forbidden = () => {
      throw new DOMException('Denied.', 'SecurityError');
    };
    const none = createDrafts({ session: forbidden, local: forbidden, document: 'd', now: () => 1 });
    expect(none.kept()).toBeUndefined();
    expect(() => none.keep(draft(''))).not.toThrow();
    expect(() => none.drop()).not.toThrow();
    for (const other of ['', 'null', '[]', '{"version":2}', '{"version":1,"after":"","view":"{}"}']) {
      const browser = browserOf();
      const { session, drafts } = browser.tab();
      session.setItem('gainsay.draft', other);
      browser.local.setItem('gainsay.draft', other);
      expect(drafts.kept()).toBeUndefined();
    }
  });
});

describe('a view as a file', () => {
  const saved = (more: Partial<View> = {}): View => ({
    id: 'v',
    name: 'Who denies?',
    version: 3,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    state: writeView(EMPTY_VIEW),
    ...more,
  });

  it('is read back with name, note, picture and state', () => {
    const thumbnail = 'data:image/png;base64,iVBORw0KGgoAAAA=';
    expect(readViewFile(viewFile(saved({ note: 'Look.', thumbnail })))).toEqual({
      content: { name: 'Who denies?', note: 'Look.', thumbnail, state: writeView(EMPTY_VIEW) },
    });
    expect(readViewFile(viewFile(saved()))).toEqual({ content: { name: 'Who denies?', state: writeView(EMPTY_VIEW) } });
  });

  it('is refused when it is of another kind, damaged, or newer', () => {
    expect(readViewFile('')).toEqual({ fault: 'damaged' });
    expect(readViewFile('{"kind":"gainsay-view","version":1,"name":"x","state":{}}')).toEqual({ fault: 'damaged' });
    expect(
      readViewFile('{"kind":"gainsay-view","version":1,"name":"two\\nlines","state":{"v":1,"n":[],"p":[]}}'),
    ).toEqual({ fault: 'damaged' });
    expect(
      readViewFile(
        '{"kind":"gainsay-view","version":1,"name":"x","thumbnail":"https://elsewhere.example/x.png","state":{"v":1,"n":[],"p":[]}}',
      ),
    ).toEqual({ fault: 'damaged' });
    expect(readViewFile('{"kind":"gainsay-view","version":1,"name":"x","state":{"v":2}}')).toEqual({ fault: 'newer' });
  });

  it('is read from any text without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readViewFile(text)).toEqual({ fault: 'damaged' });
      }),
    );
  });

  it('gets a name that every file system accepts', () => {
    expect(viewFileName('Who denies? / 북한: „так“')).toBe('Who-denies-북한-так.gainsay-view.json');
    expect(viewFileName('???')).toBe('view.gainsay-view.json');
  });
});

describe('the camera', () => {
  it('is restored unchanged on the same canvas', () => {
    const [viewport, size] = [
      { zoom: 0.8, pan: { x: 120, y: -40 } },
      { width: 1_000, height: 700 },
    ];
    const back = viewportOf(cameraViewOf(viewport, size), size);
    expect(back.zoom).toBeCloseTo(0.8, 9);
    expect(back.pan.x).toBeCloseTo(120, 6);
    expect(back.pan.y).toBeCloseTo(-40, 6);
  });

  it('shows the same area, centred, on a canvas of another size', () => {
    const seen = cameraViewOf({ zoom: 1, pan: { x: 0, y: 0 } }, { width: 1_000, height: 500 });
    expect(viewportOf(seen, { width: 400, height: 800 })).toEqual({ zoom: 0.4, pan: { x: 0, y: 300 } });
  });
});

describe('fetching many nodes', () => {
  it('requests each pair of nodes together, within the limit of the server', () => {
    const ids = Array.from({ length: 4_321 }, (_, index) => `n${index}`);
    const requests = requestsFor(ids);
    expect(requests.every((one) => one.length <= 2_000)).toBe(true);
    const sets = requests.map((one) => new Set(one));
    for (const [a, b] of [
      [0, 1],
      [0, 4_320],
      [999, 1_000],
      [1_500, 3_999],
      [4_000, 4_320],
    ] as const) {
      expect(sets.some((one) => one.has(`n${a}`) && one.has(`n${b}`))).toBe(true);
    }
    expect(requestsFor(ids.slice(0, 2_000))).toEqual([ids.slice(0, 2_000)]);
  });
});
