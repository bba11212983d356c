import { ChevronDown, ChevronUp } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { select } from '../state/explorer-state.ts';
import { legendMembers } from '../state/view-counts.ts';
import type { LegendRow } from '../state/view-counts.ts';
import { messageText } from '../words/define-messages.ts';
import { CANVAS, LEGEND_WORDS } from '../words/messages/canvas.ts';
import { numberText } from '../words/numbers.ts';
import { useMessages } from '../words/use-messages.ts';
import { useExplorer, useVisibleGraph } from './explorer-context.ts';
import { lazyPart } from './lazy-part.tsx';

const StyleLegend = lazyPart(() => import('../canvas/StyleLegend.tsx').then(({ StyleLegend: component }) => component));
const NARROW = window.matchMedia('(max-width: 719px)');

/** What the drawing means, with how many of each are shown; a press selects those. */
export function Legend() {
  const [t, words] = [useMessages(CANVAS), useMessages(LEGEND_WORDS)];
  const { store, notices } = useExplorer();
  const { nodes, edges } = useVisibleGraph();
  const [isOpen, setOpen] = useState(!NARROW.matches);
  const members = useMemo(() => [...legendMembers({ nodes, edges })].filter(([, ids]) => ids.length > 0), [nodes, edges]);
  const choose = (row: LegendRow, ids: readonly string[]) => {
    store.step((state) => select(state, ids, 'replace'));
    notices.announcement.set(messageText(CANVAS, 'legendSelected', { count: ids.length, words: words(row) }));
  };
  return (
    <div className={isOpen ? 'legend is-open' : 'legend'} role="group" aria-label={t('legend')}>
      {isOpen && members.map(([row, ids]) => (
        <Button key={row} className="legend-row" aria-label={t('legendRow', { words: words(row), count: ids.length })} onPress={() => choose(row, ids)}>
          <LegendSample row={row} />
          <span>{words(row)}</span>
          <span className="count">{numberText(ids.length)}</span>
        </Button>
      ))}
      {isOpen && <Suspense><StyleLegend /></Suspense>}
      <Button className="legend-fold" aria-expanded={isOpen} aria-label={t(isOpen ? 'foldLegend' : 'openLegend')} onPress={() => setOpen(!isOpen)}>
        {isOpen ? <ChevronDown /> : <><ChevronUp /> {t('legend')}</>}
      </Button>
    </div>
  );
}

function LegendSample({ row }: { readonly row: LegendRow }) {
  return (
    <svg className={`legend-sample is-${row}`} viewBox="0 0 38 14" width="38" height="14" fill="none" aria-hidden="true">
      {row === 'contested' && <rect x="2" y="1.5" width="34" height="11" rx="3.5" strokeWidth="2" />}
      {row === 'asserts' && <><path d="M1 7h28" strokeWidth="2.4" /><path d="m28 2.5 9 4.5-9 4.5z" className="filled" /></>}
      {row === 'denies' && <><path d="M1 7h34" strokeWidth="2.4" strokeDasharray="7 4" /><path d="M36 1.5v11" strokeWidth="2.6" /></>}
      {row === 'hedged' && <><path d="M1 7h27" strokeWidth="1.8" /><path d="m28 2.8 8 4.2-8 4.2z" strokeWidth="1.4" /></>}
      {row === 'reported' && <><path d="M1 7h27M12 3.5v7M15.5 3.5v7" strokeWidth="1.8" /><path d="m28 2.8 8 4.2-8 4.2z" strokeWidth="1.4" /></>}
      {row === 'speaksFor' && <path d="M1 7h36" strokeWidth="1.6" strokeDasharray="1.6 3" />}
    </svg>
  );
}
