/** Contested claims, page by page. */
import type { Parameters } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, textOf } from './read-values.ts';

export interface ContestedFilter {
  readonly actor?: string;
  readonly topic?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The key of a claim in a sorted list: the values that it is sorted by, and its id. */
export interface ContestedKey {
  readonly day: string;
  readonly contention: number;
  readonly statements: number;
  readonly id: string;
}

/** The keys of the claims after `after`, at most `limit`. */
export async function readContestedKeys(
  { q, hidden }: Snapshot,
  filter: ContestedFilter,
  page: {
    readonly sort: 'contested' | 'recent' | 'statements';
    readonly after: ContestedKey | undefined;
    readonly limit: number;
  },
): Promise<ContestedKey[]> {
  const { sort, after, limit } = page;
  const rows = await q.run(cypher(filter.actor === undefined ? 'read/contested' : 'read/contested-of-actor'), {
    ...filterParameters(filter),
    hidden,
    sort,
    limit,
    afterId: after?.id ?? null,
    afterDay: after?.day ?? '',
    afterContention: after?.contention ?? 0,
    afterStatements: after?.statements ?? 0,
  });
  return rows.map((row) => ({
    day: textOf(row, 'day'),
    contention: countOf(row, 'contention'),
    statements: countOf(row, 'statements'),
    id: textOf(row, 'id'),
  }));
}

/** The number of claims that match the filter. Counts all of them. */
export async function readContestedTotal({ q, hidden }: Snapshot, filter: ContestedFilter): Promise<number> {
  const name = filter.actor === undefined ? 'read/contested-total' : 'read/contested-of-actor-total';
  const [row] = await q.run(cypher(name), { ...filterParameters(filter), hidden });
  return countOf(row ?? {}, 'total');
}

function filterParameters({ actor, topic, from, to }: ContestedFilter): Parameters {
  const own = { topic: topic ?? null, from: from ?? null, to: to ?? null };
  return actor === undefined ? own : { ...own, actor };
}
