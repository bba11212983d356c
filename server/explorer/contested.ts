/** The list of contested claims. */
import type { ClaimPage } from '../contract/explorer.ts';
import { type ContestedFilter, type ContestedKey, readContested, readContestedTotal } from '../store/read-contested.ts';
import { readClaims } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { present } from '../store/values.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { ContestedQuery } from './queries.ts';
import { requireNamed } from './unknown-id.ts';

/**
 * A page of contested claims.
 *
 * With `from` or `to`, these are the contested claims with a statement in the range, and the order and the numbers
 * `inRange` count only the statements in it. A statement is left out only if it is certainly outside (2022 may be
 * before or after 2022-09: it is in both); one without a date is never in a range.
 *
 * @param countAll The number of all contested claims, for when nothing filters them.
 * @throws CursorError
 * @throws UnknownIdError
 */
export async function contestedPage(
  snapshot: Snapshot,
  query: ContestedQuery,
  countAll: () => Promise<number>,
): Promise<ClaimPage> {
  const { actor, topic, from, to, sort, limit } = query;
  const list = ['contested', sort, actor, topic, from, to];
  const after = query.cursor === undefined ? undefined : readKey(list, query.cursor);
  const filter: ContestedFilter = {
    ...(actor !== undefined && { actor }),
    ...(topic !== undefined && { topic }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
  const rows = await readContested(snapshot, filter, { sort, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.key;
  const isLast = rows.length <= limit;
  const isWhole = isLast && after === undefined;
  const total = isWhole
    ? page.length
    : Object.keys(filter).length === 0
      ? await countAll()
      : await readContestedTotal(snapshot, filter);
  if (total === 0) await requireNamed(snapshot, present({ actor }));
  return {
    claims: await readClaims(
      snapshot,
      page.map(({ key }) => key.id),
    ),
    ...((from !== undefined || to !== undefined) && { inRange: page.flatMap((row) => row.inRange ?? []) }),
    total,
    truncated: !isLast,
    ...(!isLast && last && { next: writeCursor(list, [last.day, last.first, last.second, last.late, last.id]) }),
  };
}

function readKey(list: readonly unknown[], cursor: string): ContestedKey {
  const shape = ['string', 'number', 'number', 'string', 'string'] as const;
  const [day, first, second, late, id] = readCursor(list, cursor, shape);
  return { day: String(day), first: Number(first), second: Number(second), late: String(late), id: String(id) };
}
