/** Contested claims, page by page. */
import type { RangeCounts } from '../contract/explorer.ts';
import type { Parameters, Row } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, textOf } from './read-values.ts';

export interface ContestedFilter {
  readonly actor?: string;
  readonly topic?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The key of a claim in a sorted list: the values that it is sorted by, most significant first, and its id. */
export interface ContestedKey {
  /** Of the latest statement if the list is sorted by it, else empty. */
  readonly day: string;
  readonly first: number;
  readonly second: number;
  /** Of the latest statement unless the list is sorted by it first. */
  readonly late: string;
  readonly id: string;
}

/** A claim of the list; with a range of dates, also the counts of the statements in the range. */
export interface ContestedRow {
  readonly key: ContestedKey;
  readonly inRange?: RangeCounts;
}

/** The claims after `after`, at most `limit`. */
export async function readContested(
  { q, hidden }: Snapshot,
  filter: ContestedFilter,
  page: {
    readonly sort: 'contested' | 'recent' | 'statements';
    readonly after: ContestedKey | undefined;
    readonly limit: number;
  },
): Promise<ContestedRow[]> {
  const { sort, after, limit } = page;
  const rows = await q.run(cypher(queryOf(filter)), {
    ...filterParameters(filter),
    hidden,
    sort,
    limit,
    afterId: after?.id ?? null,
    afterDay: after?.day ?? '',
    afterFirst: after?.first ?? 0,
    afterSecond: after?.second ?? 0,
    afterLate: after?.late ?? '',
  });
  return rows.map((row) => ({
    key: {
      day: textOf(row, 'day'),
      first: countOf(row, 'first'),
      second: countOf(row, 'second'),
      late: textOf(row, 'late'),
      id: textOf(row, 'id'),
    },
    ...(hasRange(filter) && { inRange: rangeCounts(row) }),
  }));
}

/** The number of claims that match the filter. Counts all of them. */
export async function readContestedTotal({ q, hidden }: Snapshot, filter: ContestedFilter): Promise<number> {
  const [row] = await q.run(cypher(`${queryOf(filter)}-total`), { ...filterParameters(filter), hidden });
  return countOf(row ?? {}, 'total');
}

function hasRange({ from, to }: ContestedFilter): boolean {
  return from !== undefined || to !== undefined;
}

/** Without a range, the counters of the claims decide; with one, statements must be read. */
function queryOf(filter: ContestedFilter): `read/contested${'' | '-of-actor'}${'' | '-within'}` {
  return `read/contested${filter.actor === undefined ? '' : '-of-actor'}${hasRange(filter) ? '-within' : ''}`;
}

function filterParameters(filter: ContestedFilter): Parameters {
  const { actor, topic, from, to } = filter;
  return {
    topic: topic ?? null,
    ...(hasRange(filter) && { from: from ?? null, to: to ?? null }),
    ...(actor !== undefined && { actor }),
  };
}

function rangeCounts(row: Row): RangeCounts {
  return {
    asserters: countOf(row, 'asserters'),
    deniers: countOf(row, 'deniers'),
    statements: countOf(row, 'statements'),
    firstDate: textOf(row, 'earliest'),
    lastDate: textOf(row, 'latest'),
  };
}
