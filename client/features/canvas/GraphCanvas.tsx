import { useEffect, useRef } from 'react';
import { createStyler } from '../../control/node-styles.ts';
import type { GraphController, GraphHandlers, Scene } from '../../graph/canvas/graph-controller.ts';
import { needsCompactCards } from '../../graph/scene/node-geometry.ts';
import { moveNodes, select } from '../../state/explorer-state.ts';
import type { ExplorerState } from '../../state/explorer-state.ts';
import { hiddenNeighbours } from '../../state/view-counts.ts';
import type { VisibleGraph } from '../../state/visible-graph.ts';
import { CANVAS } from '../../words/messages/canvas.ts';
import { COMMON } from '../../words/messages/common.ts';
import { messageText } from '../../words/define-messages.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { settings } from '../../state/settings.ts';
import { useExplorer, useExplorerState, useValue, useVisibleGraph } from '../../ui/explorer-context.ts';
import type { Explorer } from '../../ui/explorer-context.ts';
import { watchInsets } from './canvas-insets.ts';
import { useEffectiveTheme, useLook } from '../../ui/use-theme.ts';

/** The one place where React meets the canvas: mounts it once, then renders each state as a scene. */
export function GraphCanvas() {
  const [t, common] = [useMessages(CANVAS), useMessages(COMMON)];
  const explorer = useExplorer();
  const container = useRef<HTMLDivElement>(null);
  const theme = useEffectiveTheme();
  const look = useLook();
  const { type } = useValue(settings);
  const lookNow = useRef({ theme, look, type });
  const draw = useRef<() => void>(() => undefined);

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    return mountCanvas(element, explorer, { lookNow, draw });
  }, [explorer]);

  // After React has laid out the legend, so that the first fit knows what it covers.
  const visible = useVisibleGraph();
  const positions = useExplorerState((state) => state.positions);
  const selection = useExplorerState((state) => state.selection);
  const pinned = useExplorerState((state) => state.pinned);
  const highlight = useExplorerState((state) => state.highlight);
  const styleRules = useExplorerState((state) => state.styleRules);
  useEffect(() => {
    lookNow.current = { theme, look, type };
    draw.current();
  }, [visible, positions, selection, pinned, highlight, styleRules, theme, look, type]);

  useRevealBesidePanel(draw);
  const counts = {
    nodes: common('nodes', { count: visible.nodes.size }),
    edges: common('edges', { count: visible.edges.size }),
  };
  return <div ref={container} className="canvas" role="img" aria-label={t('graphOf', counts)} />;
}

/** A double click must not meet a canvas that has moved between its clicks. */
const REVEAL_AFTER_MS = 350;

/** What was selected must not be lost behind the panel that opens on it. */
function useRevealBesidePanel(draw: { readonly current: () => void }): void {
  const { graph, store } = useExplorer();
  const isOpen = useExplorerState((state) => state.panel !== undefined);
  useEffect(() => {
    const [only, ...others] = store.state().selection;
    if (!isOpen || only === undefined || others.length > 0) return;
    const timer = setTimeout(() => {
      draw.current();
      graph.value()?.reveal(only);
    }, REVEAL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isOpen, graph, store, draw]);
}

type Look = Pick<Scene, 'theme' | 'look' | 'type'>;

interface CanvasRefs {
  readonly lookNow: { readonly current: Look };
  readonly draw: { current: () => void };
}

function mountCanvas(element: HTMLElement, explorer: Explorer, { lookNow, draw }: CanvasRefs): () => void {
  const { store, graph, notices, views } = explorer;
  let controller: GraphController | undefined;
  let isGone = false;
  const undo: (() => void)[] = [];
  const mount = async () => {
    // A chunk of its own beside Cytoscape's: index.html names both, so that they come while the shell starts.
    const { mountGraph } = await import('../../graph/canvas/graph-controller.ts');
    const mounted = await mountGraph(element, handlersOf(explorer));
    if (isGone) {
      mounted.destroy();
      return;
    }
    controller = mounted;
    const insets = watchInsets(element, mounted);
    undo.push(insets.stop);
    const styler = createStyler();
    draw.current = () => {
      const { theme } = lookNow.current;
      const { styles } = styler(explorer.visible(), store.state().styleRules, theme);
      insets.update(store.state().positions);
      mounted.render({ ...sceneOf(store.state(), explorer.visible(), lookNow.current), styles });
    };
    views.camera.placeFirst(mounted);
    draw.current();
    graph.set(mounted);
  };
  mount().catch((cause: unknown) => {
    notices.problem.set({
      what: messageText(CANVAS, 'notStarted'),
      because: cause instanceof Error ? problemText(cause) : messageText(CANVAS, 'scriptNotLoaded'),
      retry: () => window.location.reload(),
    });
  });
  return () => {
    isGone = true;
    graph.set(undefined);
    draw.current = () => undefined;
    for (const one of undo) one();
    controller?.destroy();
  };
}

function sceneOf(state: ExplorerState, visible: VisibleGraph, look: Look): Scene {
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
    ...look,
  };
}

function handlersOf({ store, commands, menu, views, viewport }: Explorer): GraphHandlers {
  return {
    onSelect: (ids, how) => store.step((state) => select(state, ids, how)),
    onExpand: (id) => void commands.expand(id),
    onMove: (moved) => store.step((state) => moveNodes(state, moved)),
    onHover: () => undefined,
    onViewport: (at) => {
      views.camera.onViewport(at);
      viewport.set(at);
    },
    onMenu: menu.set,
  };
}
