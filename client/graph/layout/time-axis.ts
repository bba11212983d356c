/** The axis of the layout by date: which time is where, computed from the positions of nodes. Pure. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import type { Point } from '../scene/geometry.ts';

export interface TimeTick {
  /** In model pixels. */
  readonly x: number;
  /** A year, month or day; absent for nodes without a date. */
  readonly date?: string;
}

export interface Timed {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
}

/** Lengths of the text of a date by precision. The coarsest precision with enough times is used. */
const [YEAR, MONTH, DAY] = [4, 7, 10];
const PRECISIONS = [YEAR, MONTH, DAY];
const MIN_TICKS = 3;
/** Maximum share of times out of order. With more, nodes have been moved: no axis is better than a wrong one. */
const MAX_ASTRAY = 0.34;
/** A section of time starts at its first few nodes, because a single node may have been moved. */
const FIRST_SHARE = 0.1;

/** Returns the date of the first dated statement of each node. */
export function firstDates(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Map<string, string> {
  const first = new Map<string, string>();
  const take = (id: string, date: string | undefined) => {
    const known = first.get(id);
    if (date !== undefined && (known === undefined || date < known)) first.set(id, date);
  };
  for (const node of nodes) if (node.type === 'claim') take(node.id, node.firstDate);
  for (const edge of edges)
    if (edge.type === 'position') for (const end of [edge.source, edge.target]) take(end, edge.firstDate);
  return first;
}

/** Returns where each section of time starts, from left to right; empty if the drawing is not ordered by time. */
export function timeTicks({ nodes, edges, positions }: Timed): readonly TimeTick[] {
  const dates = firstDates(nodes, edges);
  const dated = [...dates].flatMap(([id, date]) => {
    const at = positions.get(id);
    return at ? [{ date, x: at.x }] : [];
  });
  if (dated.length < MIN_TICKS) return [];
  const precision = precisionOf(dated);
  const begins = [...periodsOf(dated, precision)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, xs]) => ({ date, x: beginOf(xs) }));
  const following: { readonly date: string; readonly x: number }[] = [];
  for (const begin of begins) if (begin.x > (following.at(-1)?.x ?? -Infinity)) following.push(begin);
  if (following.length === 0 || following.length < begins.length * (1 - MAX_ASTRAY)) return [];
  const undated = nodes.flatMap(({ id }) => (dates.has(id) ? [] : (positions.get(id)?.x ?? [])));
  const last = Math.max(...dated.map(({ x }) => x));
  const apart = undated.filter((x) => x > last);
  return apart.length > 0 && apart.length > undated.length / 2 ? [...following, { x: Math.min(...apart) }] : following;
}

/** Returns the coarsest precision with enough times; if none has, months, unless there are more days. */
function precisionOf(dated: readonly { readonly date: string; readonly x: number }[]): number {
  const [years = 0, months = 0, days = 0] = PRECISIONS.map((length) => periodsOf(dated, length).size);
  if (years >= MIN_TICKS) return YEAR;
  if (months >= MIN_TICKS || (months >= days && months >= years)) return MONTH;
  return days >= years ? DAY : YEAR;
}

function periodsOf(
  dated: readonly { readonly date: string; readonly x: number }[],
  length: number,
): Map<string, number[]> {
  const periods = new Map<string, number[]>();
  for (const { date, x } of dated) {
    // A less precise date does not say which period it belongs to.
    if (date.length < length) continue;
    const period = periods.get(date.slice(0, length));
    if (period) period.push(x);
    else periods.set(date.slice(0, length), [x]);
  }
  return periods;
}

function beginOf(xs: readonly number[]): number {
  const sorted = xs.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * FIRST_SHARE)] ?? 0;
}

/** Returns ticks at least `gap` model pixels apart, from the left. */
export function spacedTicks(ticks: readonly TimeTick[], gap: number): readonly TimeTick[] {
  const shown: TimeTick[] = [];
  for (const tick of ticks) if (tick.x - (shown.at(-1)?.x ?? -Infinity) >= gap) shown.push(tick);
  return shown;
}
