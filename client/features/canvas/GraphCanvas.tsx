import { useEffect, useRef } from 'react';
import type { GraphHandlers } from '../../graph/scene/scene.ts';
import { moveNodes, select } from '../../state/reducers.ts';
import { CANVAS } from '../../words/messages/canvas.ts';
import { COMMON } from '../../words/messages/common.ts';
import { message } from '../../words/define-messages.ts';
import { useExplorer, useVisibleGraph } from '../../ui/explorer-context.ts';
import type { Explorer } from '../../ui/explorer-context.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { watchInsets } from './canvas-insets.ts';

/** The element of the canvas. Its drawing follows the store without React; see control/canvas-sync.ts. */
export function GraphCanvas() {
  const [t, common] = [useMessages(CANVAS), useMessages(COMMON)];
  const explorer = useExplorer();
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const { canvas, covers, views } = explorer;
    return canvas.mount(element, {
      handlers: handlersOf(explorer),
      watchInsets: (onInsets) => watchInsets(element, covers, onInsets),
      onReady: views.camera.placeFirst,
      onFailed: (cause) => tellFailure(cause, explorer),
    });
  }, [explorer]);

  const visible = useVisibleGraph();
  const counts = {
    nodes: common('nodes', { count: visible.nodes.size }),
    edges: common('edges', { count: visible.edges.size }),
  };
  return <div ref={container} className="canvas" role="img" aria-label={t('graphOf', counts)} />;
}

function tellFailure(cause: unknown, { notices }: Explorer): void {
  notices.problem.set({
    what: message(CANVAS, 'notStarted'),
    because: cause instanceof Error ? cause : message(CANVAS, 'scriptNotLoaded'),
    retry: () => window.location.reload(),
  });
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
