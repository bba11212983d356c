/** Makes the bars of a small chart from counts by month. Pure. */
import type { Timeline } from '../../../server/contract/details.ts';

type Counts = Readonly<Record<'asserts' | 'denies' | 'neutral', number>>;

/** One bar: a month (`2022-09`) or a year (`2022`), and its position as a share of the width of the chart. */
export interface TimelineBar extends Counts {
  readonly date: string;
  readonly from: number;
  readonly width: number;
}

export interface TimelineBars {
  readonly bars: readonly TimelineBar[];
  readonly scale: 'month' | 'year';
  /** The largest count of one stance in one bar. */
  readonly max: number;
  /** The number of statements with only a year, when the bars are months. */
  readonly yearOnly: number;
  readonly totals: Counts;
}

/** With more months than this, the bars are years. */
const MAX_MONTHS = 60;
/** With fewer slots, bars would be too wide. */
const MIN_SLOTS = 12;
const BAR_SHARE = 0.78;

/** Bars by month; by year when there are too many months, or when only years are known. */
export function timelineBars({ buckets }: Pick<Timeline, 'buckets'>): TimelineBars {
  const months = buckets.filter(({ month }) => month.length === 7);
  const span =
    months.length === 0 ? 0 : monthNumber(months.at(-1)?.month ?? '') - monthNumber(months[0]?.month ?? '') + 1;
  const scale = months.length > 0 && span <= MAX_MONTHS ? 'month' : 'year';
  const drawn =
    scale === 'month' ? months.map(({ month, ...counts }) => ({ date: month, ...counts })) : byYear(buckets);
  const slotOf = (date: string) => (scale === 'month' ? monthNumber(date) : Number(date));
  const first = slotOf(drawn[0]?.date ?? '0');
  const used = drawn.length === 0 ? 0 : slotOf(drawn.at(-1)?.date ?? '0') - first + 1;
  const slots = Math.max(used, MIN_SLOTS);
  const indent = (slots - used) / 2;
  const bars = drawn.map((bar) => ({
    ...bar,
    from: (slotOf(bar.date) - first + indent + (1 - BAR_SHARE) / 2) / slots,
    width: BAR_SHARE / slots,
  }));
  const sum = (of: readonly Counts[], stance: keyof Counts) => of.reduce((total, counts) => total + counts[stance], 0);
  const all = buckets.reduce((total, { asserts, denies, neutral }) => total + asserts + denies + neutral, 0);
  const totals = { asserts: sum(drawn, 'asserts'), denies: sum(drawn, 'denies'), neutral: sum(drawn, 'neutral') };
  return {
    bars,
    scale,
    totals,
    yearOnly: all - totals.asserts - totals.denies - totals.neutral,
    max: Math.max(0, ...drawn.flatMap(({ asserts, denies, neutral }) => [asserts, denies, neutral])),
  };
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function byYear(buckets: Timeline['buckets']): readonly ({ readonly date: string } & Counts)[] {
  const years = new Map<string, Counts>();
  for (const { month, asserts, denies, neutral } of buckets) {
    const year = month.slice(0, 4);
    const sum = years.get(year) ?? { asserts: 0, denies: 0, neutral: 0 };
    years.set(year, { asserts: sum.asserts + asserts, denies: sum.denies + denies, neutral: sum.neutral + neutral });
  }
  return [...years].map(([date, counts]) => ({ date, ...counts })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
