import { describe, expect, it } from 'vitest';
import { createValueStore } from '../../../client/base/value-store.ts';
import type { Appearance } from '../../../client/control/appearance.ts';
import { followStore } from '../../../client/control/canvas-sync.ts';
import type { GraphController, Scene } from '../../../client/graph/scene/scene.ts';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import { createExplorerStore } from '../../../client/state/explorer-store.ts';
import type { Passing } from '../../../client/state/filters.ts';
import { moveNodes, select, showGraph } from '../../../client/state/reducers.ts';
import { createVisibleGraph } from '../../../client/state/visible-graph.ts';
import { actor, claim, position } from '../support.ts';

const DISPUTE = {
  nodes: [actor('kp'), claim('deal')],
  edges: [position('kp', 'denies', 'deal')],
  positions: new Map([
    ['kp', { x: 100, y: 0 }],
    ['deal', { x: 0, y: 0 }],
  ]),
};

/** A page without a browser: records the calls of the canvas in order. */
function page() {
  const log: string[] = [];
  const scenes: Scene[] = [];
  const note =
    (name: string) =>
    (...args: readonly unknown[]): undefined => {
      log.push([name, ...args.filter((arg) => typeof arg === 'string')].join(' '));
    };
  const mounted: GraphController = {
    render(scene) {
      log.push('render');
      scenes.push(scene);
    },
    fit: note('fit'),
    zoomBy: note('zoomBy'),
    zoomTo: note('zoomTo'),
    setInsets: note('setInsets'),
    reveal: note('reveal'),
    focus: note('focus'),
    viewport: () => ({ zoom: 1, pan: { x: 0, y: 0 } }),
    setViewport: note('setViewport'),
    see: note('see'),
    size: () => ({ width: 800, height: 600 }),
    placeOf: note('placeOf'),
    picture: () => Promise.resolve(undefined),
    destroy: note('destroy'),
  };
  const store = createExplorerStore(EMPTY_STATE);
  const passing = createValueStore<Passing | undefined>(undefined);
  const appearance = createValueStore<Appearance>({ theme: 'light', contrast: 'standard', type: 'standard' });
  const visibleOf = createVisibleGraph();
  const watched: ReadonlyMap<string, unknown>[] = [];
  const { followed, stop } = followStore(mounted, {
    store,
    visible: () => visibleOf(store.state(), passing.value()),
    appearance,
    passing,
    handlers: {} as never,
    watchInsets: () => ({
      update: (positions) => void watched.push(positions),
      stop: () => log.push('insets stopped'),
    }),
    onReady: () => log.push('ready'),
    onFailed: () => log.push('failed'),
  });
  return { log, scenes, store, passing, appearance, followed, stop, watched };
}

const nextTask = () => Promise.resolve();

describe('a canvas that follows the store', () => {
  it('has its camera placed before the first drawing', () => {
    expect(page().log).toEqual(['ready', 'render']);
  });

  it('draws once for all changes of a task', async () => {
    const { log, scenes, store, watched } = page();
    store.patch((state) => showGraph(state, DISPUTE));
    store.step((state) => moveNodes(state, new Map([['kp', { x: 5, y: 6 }]])));
    store.step((state) => select(state, ['kp'], 'replace'));
    expect(log).toEqual(['ready', 'render']);
    await nextTask();
    expect(log).toEqual(['ready', 'render', 'render']);
    expect(scenes[1]?.nodes.map(({ id }) => id)).toEqual(['kp', 'deal']);
    expect(scenes[1]?.positions.get('kp')).toEqual({ x: 5, y: 6 });
    expect([...(scenes[1]?.selection ?? [])]).toEqual(['kp']);
    expect(watched.at(-1)).toBe(store.state().positions);
  });

  it('draws changes before it fits, reveals, focuses or returns a place', () => {
    const works: readonly [string, (canvas: GraphController) => unknown][] = [
      ['fit', (canvas) => canvas.fit()],
      ['reveal kp', (canvas) => canvas.reveal('kp')],
      ['focus kp', (canvas) => canvas.focus('kp')],
      ['placeOf kp', (canvas) => canvas.placeOf('kp')],
      ['see', (canvas) => canvas.see({ center: { x: 0, y: 0 }, width: 10, height: 10 })],
    ];
    for (const [name, work] of works) {
      const { log, store, followed } = page();
      store.patch((state) => showGraph(state, DISPUTE));
      work(followed);
      expect(log).toEqual(['ready', 'render', 'render', name]);
    }
  });

  it('does not draw for changes that the drawing does not depend on', async () => {
    const { log, store, followed } = page();
    store.patch((state) => ({ ...state, query: 'Korea', camera: undefined, panel: { kind: 'overview' } }));
    followed.fit();
    await nextTask();
    expect(log).toEqual(['ready', 'render', 'fit']);
  });

  it('draws for filters and for the look of the page', async () => {
    const { log, scenes, store, passing, appearance } = page();
    store.patch((state) =>
      showGraph({ ...state, filters: { ...state.filters, mode: 'hide', kinds: ['state'] } }, DISPUTE),
    );
    await nextTask();
    passing.set({ nodes: new Set(['kp']), edges: new Set(), narrowed: new Map() });
    await nextTask();
    expect(scenes.at(-1)?.nodes.map(({ id }) => id)).toEqual(['kp']);
    appearance.set({ theme: 'dark', contrast: 'more', type: 'projector' });
    await nextTask();
    expect(scenes.at(-1)).toMatchObject({ theme: 'dark', look: 'more projector', type: 'projector' });
    expect(log.filter((entry) => entry === 'render')).toHaveLength(4);
  });

  it('draws nothing after it is stopped, not even a scheduled drawing', async () => {
    const { log, store, stop } = page();
    store.patch((state) => showGraph(state, DISPUTE));
    stop();
    store.patch((state) => select(state, ['kp'], 'replace'));
    await nextTask();
    expect(log).toEqual(['ready', 'render', 'insets stopped']);
  });
});
