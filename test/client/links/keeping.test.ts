import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../server/contract/views.ts';
import { requestsFor } from '../../../client/api/fetch-subgraph.ts';
import { cameraViewOf, viewportOf } from '../../../client/graph/scene/camera-view.ts';
import { dropDraft, keepDraft, keptDraft } from '../../../client/links/draft.ts';
import { EMPTY_VIEW } from '../../../client/links/portable-view.ts';
import { readViewFile, viewFile, viewFileName } from '../../../client/links/view-file.ts';
import { writeView } from '../../../client/links/view-format.ts';
import { storageOf } from '../support.ts';
import { views } from './arbitrary-view.ts';

describe('the unsaved view', () => {
  it('is stored and read unchanged', () => {
    fc.assert(
      fc.property(views, (view) => {
        const storage = storageOf(Infinity);
        keepDraft([() => storage], { view, after: '#state=x' });
        expect(keptDraft([() => storage])).toEqual({ view, after: '#state=x' });
      }),
      { numRuns: 30 },
    );
  });

  it('is that of the tab first; the next visit finds the latest of any tab', () => {
    const [mine, theirs, shared] = [storageOf(Infinity), storageOf(Infinity), storageOf(Infinity)];
    const draft = (after: string) => ({ view: EMPTY_VIEW, after });
    keepDraft([() => mine, () => shared], draft('#state=mine'));
    keepDraft([() => theirs, () => shared], draft('#state=theirs'));
    expect(keptDraft([() => mine, () => shared])?.after).toBe('#state=mine');
    expect(keptDraft([() => storageOf(0), () => shared])?.after).toBe('#state=theirs');
  });

  it('removes the older draft when there is no room for it', () => {
    const storage = storageOf(200);
    keepDraft([() => storage], { view: EMPTY_VIEW, after: '' });
    expect(keptDraft([() => storage])).toEqual({ view: EMPTY_VIEW, after: '' });
    const large = {
      ...EMPTY_VIEW,
      positions: new Map(Array.from({ length: 50 }, (_, index) => [`node-${index}`, { x: index, y: 0 }])),
    };
    keepDraft([() => storage], { view: large, after: '' });
    expect(keptDraft([() => storage])).toBeUndefined();
  });

  it('is undefined where storage is forbidden or has other content', () => {
    const forbidden = () => {
      throw new DOMException('Denied.', 'SecurityError');
    };
    expect(keptDraft([forbidden])).toBeUndefined();
    expect(() => keepDraft([forbidden], { view: EMPTY_VIEW, after: '' })).not.toThrow();
    expect(() => dropDraft([forbidden])).not.toThrow();
    for (const other of ['', 'null', '[]', '{"version":2}', '{"version":1,"after":"","view":"{}"}']) {
      const storage = storageOf(Infinity);
      storage.setItem('gainsay.draft', other);
      expect(keptDraft([() => storage])).toBeUndefined();
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
