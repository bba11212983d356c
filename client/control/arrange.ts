/** Lays out the visible graph: one layout at a time, as one step, which can be stopped. */
import type { LayoutName } from '../graph/layout/layout-names.ts';
import type { Point } from '../graph/scene/geometry.ts';
import { moveNodes } from '../state/reducers.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { reasonOf } from './notices.ts';
import type { Notices } from './notices.ts';
import { message } from '../words/define-messages.ts';
import { LAYOUT_CONTROLS } from '../words/messages/layouts.ts';
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';
import type { VisibleGraph } from '../state/visible-graph.ts';

/** The layout that is running. */
export interface RunningLayout {
  readonly name: LayoutName;
  /** Progress, from 0 to 1. */
  readonly done: number;
}

export interface Arranger {
  readonly running: ValueStore<RunningLayout | undefined>;
  /** Lays out all visible nodes; stops a running layout first. Pinned nodes stay. */
  arrange(name: LayoutName): Promise<void>;
  stop(): void;
}

interface ArrangerNeeds {
  readonly store: ExplorerStore;
  readonly notices: Notices;
  readonly visible: () => VisibleGraph;
  readonly canvasSize: () => { readonly width: number; readonly height: number };
  /** Fits the whole drawing, after the positions have changed. */
  readonly fit: () => void;
}

/** The code of the layouts is loaded on first use. */
export function createArranger({ store, notices, visible, canvasSize, fit }: ArrangerNeeds): Arranger {
  const running = createValueStore<RunningLayout | undefined>(undefined);
  let current: AbortController | undefined;
  const compute = async (name: LayoutName, signal: AbortSignal): Promise<ReadonlyMap<string, Point> | undefined> => {
    const { runLayout } = await import('../graph/layout/run-layout.ts');
    const { nodes: all, positions, pinned, selection } = store.state();
    const { nodes, edges } = visible();
    // Hidden and filtered nodes are not laid out: they would leave empty space.
    const away = [...all.values()].filter(({ id }) => !nodes.has(id));
    const input = {
      nodes: [...nodes.values()],
      edges: [...edges.values()],
      positions,
      pinned,
      selection,
      canvas: canvasSize(),
      away,
    };
    return runLayout(name, input, { signal, onProgress: (done) => running.set({ name, done }) });
  };
  const stop = () => {
    current?.abort();
    current = undefined;
    running.set(undefined);
  };
  const arranger: Arranger = {
    running,
    stop,
    async arrange(name) {
      stop();
      const mine = new AbortController();
      current = mine;
      running.set({ name, done: 0 });
      try {
        const positions = await compute(name, mine.signal);
        if (positions === undefined || mine.signal.aborted) return;
        store.step((state) => moveNodes({ ...state, layout: name }, positions), { kind: 'layout', of: name });
        notices.problem.set(undefined);
        fit();
      } catch (problem) {
        if (mine.signal.aborted) return;
        notices.problem.set({
          what: message(LAYOUT_CONTROLS, 'problem'),
          because: reasonOf(problem),
          retry: () => void arranger.arrange(name),
        });
      } finally {
        if (current === mine) stop();
      }
    },
  };
  return arranger;
}
