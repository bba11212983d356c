import { useMemo } from 'react';
import { spacedTicks, timeTicks } from '../../graph/layout/time-axis.ts';
import { useExplorer, useExplorerState, useValue, useVisibleGraph } from '../../ui/explorer-context.ts';
import { dateText } from '../../words/dates.ts';
import { CANVAS } from '../../words/messages/canvas.ts';
import { COMMON } from '../../words/messages/common.ts';
import { useCover } from '../../ui/use-cover.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** Width of a label, in screen pixels. */
const LABEL_ROOM = 104;

/** Years, months or days along the upper edge of the canvas, for the layout by date. */
export function TimeAxis() {
  const [t, common] = [useMessages(CANVAS), useMessages(COMMON)];
  const cover = useCover('axis');
  const { graph, viewport } = useExplorer();
  const { nodes, edges } = useVisibleGraph();
  const positions = useExplorerState((state) => state.positions);
  const [controller, moved] = [useValue(graph), useValue(viewport)];
  const camera = moved ?? controller?.viewport();
  const ticks = useMemo(
    () => timeTicks({ nodes: [...nodes.values()], edges: [...edges.values()], positions }),
    [nodes, edges, positions],
  );
  if (camera === undefined || ticks.length === 0) return null;
  const { zoom, pan } = camera;
  return (
    <div ref={cover} className="time-axis" role="group" aria-label={t('timeAxis')}>
      {spacedTicks(ticks, LABEL_ROOM / zoom).map(({ x, date }) => (
        <span
          key={date ?? 'undated'}
          className="time-tick"
          style={{ transform: `translateX(${Math.round(x * zoom + pan.x)}px)` }}
        >
          {date === undefined ? common('undated') : dateText(date)}
        </span>
      ))}
    </div>
  );
}
