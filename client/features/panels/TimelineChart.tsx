import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useDateSpan } from '../../ui/use-date-span.ts';
import { timelineQuery } from '../../ui/queries.ts';
import { dateText } from '../../words/dates.ts';
import { DETAILS } from '../../words/messages/details.ts';
import { numberText } from '../../words/numbers.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { timelineBars } from './timeline-bars.ts';
import type { TimelineBar, TimelineBars } from './timeline-bars.ts';

/** Heights in pixels: of each side, and of the neutral statements below both. */
const SIDE = 38;
const NEUTRAL = 14;
const GAP = 4;

/** The statements of a claim or an actor over time: assertions above the line, denials below it. Renders nothing when all have one date. */
export function TimelineChart({ id }: { readonly id: string }) {
  const t = useMessages(DETAILS);
  const timeline = useQuery(timelineQuery(id, useDateSpan()));
  if (timeline.error !== null && timeline.data === undefined) {
    return (
      <ErrorBar
        what={t('timelineProblem')}
        because={problemText(timeline.error)}
        onRetry={() => void timeline.refetch()}
      />
    );
  }
  if (timeline.data === undefined) return null;
  const drawing = timelineBars(timeline.data);
  const { asserts, denies, neutral } = timeline.data.undated;
  const undated = asserts + denies + neutral;
  if (drawing.bars.length < 2) return null;
  return (
    <section className="timeline" aria-label={t('timeline')}>
      <h3 className="side-heading">
        {t('timeline')} <span className="count">{t(drawing.scale === 'month' ? 'byMonth' : 'byYear')}</span>
      </h3>
      <Chart drawing={drawing} />
      <HiddenTable bars={drawing.bars} />
      {(undated > 0 || drawing.yearOnly > 0) && (
        <p className="muted timeline-note">
          {undated > 0 && t('undated', { count: undated })}{' '}
          {drawing.yearOnly > 0 && t('yearOnly', { count: drawing.yearOnly })}
        </p>
      )}
    </section>
  );
}

function Chart({ drawing: { bars, max, totals } }: { readonly drawing: TimelineBars }) {
  const t = useMessages(DETAILS);
  const hatch = useId();
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return null;
  const above = totals.asserts > 0 ? SIDE : 0;
  const below = totals.denies > 0 ? SIDE : 0;
  const height = above + 1 + below + (totals.neutral > 0 ? NEUTRAL + GAP : 0);
  // Dates at both ends of a narrow group of bars would overlap.
  const isClose = last.from + last.width - first.from < 0.6;
  const percent = (share: number) => `${share * 100}%`;
  const tall = (count: number, room: number) => (count === 0 ? 0 : Math.max(3, (count / max) * room));
  const label = t('timelineLabel', { from: dateText(first.date), to: dateText(last.date), ...totals });
  return (
    <div className="timeline-chart">
      <svg role="img" aria-label={label} width="100%" height={height}>
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="timeline-denies" width="2.8" height="5" />
          </pattern>
        </defs>
        {bars.map((bar) => (
          <g key={bar.date}>
            <title>{barText(bar)}</title>
            <rect x={percent(bar.from)} width={percent(bar.width)} y={0} height={height} fill="transparent" />
            <rect
              className="timeline-asserts"
              x={percent(bar.from)}
              width={percent(bar.width)}
              y={above - tall(bar.asserts, SIDE)}
              height={tall(bar.asserts, SIDE)}
            />
            <rect
              fill={`url(#${hatch})`}
              x={percent(bar.from)}
              width={percent(bar.width)}
              y={above + 1}
              height={tall(bar.denies, SIDE)}
            />
            <rect
              className="timeline-neutral"
              x={percent(bar.from)}
              width={percent(bar.width)}
              y={height - tall(bar.neutral, NEUTRAL)}
              height={tall(bar.neutral, NEUTRAL)}
            />
          </g>
        ))}
        <line className="timeline-line" x1="0" x2="100%" y1={above + 0.5} y2={above + 0.5} />
      </svg>
      <p
        className={isClose ? 'timeline-ends is-close' : 'timeline-ends'}
        aria-hidden="true"
        style={isClose ? {} : { paddingInline: percent(first.from) }}
      >
        <span>
          {dateText(first.date)}
          {isClose && <> – {dateText(last.date)}</>}
        </span>
        {!isClose && <span>{dateText(last.date)}</span>}
      </p>
    </div>
  );
}

function barText({ date, asserts, denies, neutral }: TimelineBar): string {
  return `${dateText(date)}: ✓ ${numberText(asserts)} · ✕ ${numberText(denies)}${neutral > 0 ? ` · ${numberText(neutral)}` : ''}`;
}

/** The same as text, for users who do not see the bars. */
function HiddenTable({ bars }: { readonly bars: readonly TimelineBar[] }) {
  const t = useMessages(DETAILS);
  return (
    <table className="visually-hidden">
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('asserting')}</th>
          <th scope="col">{t('denying')}</th>
          <th scope="col">{t('neither')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ date, asserts, denies, neutral }) => (
          <tr key={date}>
            <th scope="row">{dateText(date)}</th>
            <td>{asserts}</td>
            <td>{denies}</td>
            <td>{neutral}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
