import { ChevronDown, ChevronUp } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { LEGEND_SAMPLES, SAMPLE_BOX } from '../../ui/legend-samples.ts';
import { select } from '../../state/reducers.ts';
import { legendMembers } from '../../state/view-counts.ts';
import type { LegendRow } from '../../state/view-counts.ts';
import { messageText } from '../../words/define-messages.ts';
import { CANVAS, LEGEND_WORDS } from '../../words/messages/canvas.ts';
import { numberText } from '../../words/numbers.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { useExplorer, useVisibleGraph } from '../../ui/explorer-context.ts';
import { useCover } from '../../ui/use-cover.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { NARROW } from '../../ui/use-media.ts';

const StyleLegend = lazyPart(() => import('./StyleLegend.tsx').then(({ StyleLegend: component }) => component));

/** The legend, with the count of each row; a click on a row selects its nodes or edges. */
export function Legend() {
  const [t, words] = [useMessages(CANVAS), useMessages(LEGEND_WORDS)];
  const { store, notices } = useExplorer();
  const { nodes, edges } = useVisibleGraph();
  const cover = useCover('legend');
  const [isOpen, setOpen] = useState(!NARROW.matches());
  const members = useMemo(
    () => [...legendMembers({ nodes, edges })].filter(([, ids]) => ids.length > 0),
    [nodes, edges],
  );
  const choose = (row: LegendRow, ids: readonly string[]) => {
    store.step((state) => select(state, ids, 'replace'));
    notices.announcement.set(messageText(CANVAS, 'legendSelected', { count: ids.length, words: words(row) }));
  };
  return (
    <div ref={cover} className={isOpen ? 'legend is-open' : 'legend'} role="group" aria-label={t('legend')}>
      {isOpen && (
        <div className="legend-rows">
          {members.map(([row, ids]) => (
            <Button
              key={row}
              className="legend-row"
              aria-label={t('legendRow', { words: words(row), count: ids.length })}
              onPress={() => choose(row, ids)}
            >
              <LegendSample row={row} />
              <span>{words(row)}</span> <span className="count">{numberText(ids.length)}</span>
            </Button>
          ))}
          <Suspense>
            <StyleLegend />
          </Suspense>
        </div>
      )}
      <Button
        className="legend-fold"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'foldLegend' : 'openLegend')}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? (
          <ChevronDown />
        ) : (
          <>
            <ChevronUp /> {t('legend')}
          </>
        )}
      </Button>
    </div>
  );
}

function LegendSample({ row }: { readonly row: LegendRow }) {
  const { width, height } = SAMPLE_BOX;
  return (
    <svg
      className={`legend-sample is-${row}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill="none"
      aria-hidden="true"
    >
      {LEGEND_SAMPLES[row].map(({ d, width: stroke, dash, isFilled = false }) => (
        <path
          key={d}
          d={d}
          strokeWidth={stroke}
          strokeDasharray={dash?.join(' ')}
          className={isFilled ? 'filled' : undefined}
        />
      ))}
    </svg>
  );
}
