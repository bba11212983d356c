/**
 * Keeps the canvas in sync with the store: subscribes to everything that the drawing depends on, and draws once for
 * all changes of a task. No React component is involved.
 */
import type { GraphController, GraphHandlers, Insets, Scene } from '../graph/scene/scene.ts';
import type { Point, Rect } from '../graph/scene/geometry.ts';
import type { Size } from '../graph/scene/geometry.ts';
import { needsCompactCards } from '../graph/scene/node-geometry.ts';
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';
import type { ExplorerState } from '../state/explorer-state.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { isMotionReduced } from '../state/settings.ts';
import { hiddenNeighbours } from '../state/view-counts.ts';
import type { VisibleGraph } from '../state/visible-graph.ts';
import type { Appearance } from './appearance.ts';
import { createStyler } from './node-styles.ts';

/** Observes the elements over the canvas and reports the insets that they cover. */
export interface InsetsWatch {
  /** Measures now, for a drawing with these positions. */
  update(positions: ReadonlyMap<string, Point>): void;
  stop(): void;
}

export interface MountOptions {
  readonly handlers: GraphHandlers;
  readonly watchInsets: (onInsets: (insets: Insets) => void) => InsetsWatch;
  /** Called before the first drawing: the place for the camera. */
  readonly onReady: (controller: GraphController) => void;
  /** Called when the canvas could not be mounted. */
  readonly onFailed: (cause: unknown) => void;
}

export interface CanvasSync {
  /**
   * The mounted canvas; undefined before and after. Methods that depend on the drawing, such as `fit`, first draw
   * pending changes, so the result is never older than the store.
   */
  readonly controller: ValueStore<GraphController | undefined>;
  /** Mounts the canvas in `element`; returns the function that unmounts it. */
  mount(element: HTMLElement, options: MountOptions): () => void;
  /** The screen rectangle of the canvas; undefined while there is none. */
  area(): Rect | undefined;
  /** The size of the canvas element, known before the script of the canvas is loaded. */
  size(): Size | undefined;
}

interface SyncNeeds {
  readonly store: ExplorerStore;
  readonly visible: () => VisibleGraph;
  readonly appearance: Pick<ValueStore<Appearance>, 'value' | 'subscribe'>;
  /** What `visible` depends on besides the store. */
  readonly passing: Pick<ValueStore<unknown>, 'subscribe'>;
}

export function createCanvasSync(needs: SyncNeeds): CanvasSync {
  const controller = createValueStore<GraphController | undefined>(undefined);
  let canvas: HTMLElement | undefined;
  return {
    controller,
    area: () => canvas?.getBoundingClientRect(),
    size: () => canvas && { width: canvas.clientWidth, height: canvas.clientHeight },
    mount(element, options) {
      canvas = element;
      const ends: (() => void)[] = [];
      let isGone = false;
      const start = async () => {
        // A chunk of its own beside Cytoscape's: index.html preloads both while the shell starts.
        const { mountGraph } = await import('../graph/canvas/graph-controller.ts');
        const mounted = await mountGraph(element, options.handlers, { isMotionReduced });
        if (isGone) {
          mounted.destroy();
          return;
        }
        const { followed, stop } = followStore(mounted, { ...needs, ...options });
        ends.push(stop, mounted.destroy);
        controller.set(followed);
      };
      start().catch(options.onFailed);
      return () => {
        isGone = true;
        canvas = undefined;
        controller.set(undefined);
        for (const end of ends) end();
      };
    },
  };
}

/** Draws the scene now and after each change; the page uses the controller `followed`. */
export function followStore(
  mounted: GraphController,
  { store, visible, appearance, passing, watchInsets, onReady }: SyncNeeds & MountOptions,
): { readonly followed: GraphController; readonly stop: () => void } {
  const insets = watchInsets(mounted.setInsets);
  const styler = createStyler();
  let drawn: readonly unknown[] = [];
  let isScheduled = false;
  let isStopped = false;
  const draw = () => {
    const [state, graph, look] = [store.state(), visible(), appearance.value()];
    const { positions, selection, pinned, highlight, styleRules } = state;
    const sources = [graph, look, positions, selection, pinned, highlight, styleRules];
    if (isStopped || sources.every((source, at) => source === drawn[at])) return;
    drawn = sources;
    insets.update(positions);
    mounted.render({ ...sceneOf(state, graph, look), styles: styler(graph, styleRules, look.theme).styles });
  };
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      draw();
    });
  };
  const ends = [store, appearance, passing].map((source) => source.subscribe(schedule));
  onReady(mounted);
  draw();
  return {
    followed: drawingFirst(mounted, draw),
    stop() {
      isStopped = true;
      for (const end of ends) end();
      insets.stop();
    },
  };
}

/** The same controller, which draws pending changes before the methods that depend on the drawing. */
function drawingFirst(canvas: GraphController, draw: () => void): GraphController {
  const after =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      draw();
      return work(...args);
    };
  return {
    ...canvas,
    fit: after(canvas.fit),
    see: after(canvas.see),
    reveal: after(canvas.reveal),
    focus: after(canvas.focus),
    placeOf: after(canvas.placeOf),
    picture: after(canvas.picture),
  };
}

function sceneOf(state: ExplorerState, visible: VisibleGraph, { theme, contrast, type }: Appearance): Scene {
  const nodes = [...visible.nodes.values()];
  return {
    nodes,
    isCompact: needsCompactCards(nodes, state.positions),
    edges: [...visible.edges.values()],
    positions: state.positions,
    selection: state.selection,
    pinned: state.pinned,
    hiddenNeighbours: hiddenNeighbours(visible),
    dimmed: visible.dimmed,
    highlight: state.highlight,
    theme,
    look: `${contrast} ${type}`,
    type,
  };
}
