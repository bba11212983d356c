/** The list of contested claims. */
import type { ClaimPage } from '../contract/explorer.ts';
import {
  type ContestedFilter,
  type ContestedKey,
  readContestedKeys,
  readContestedTotal,
} from '../store/read-contested.ts';
import { readClaims } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { ContestedQuery } from './queries.ts';

/**
 * A page of contested claims.
 *
 * Dates are those of a claim's first and last statement; a claim is left out only if all of its time lies
 * certainly before `from` or after `to` (2022 may be before or after 2022-09: it stays).
 *
 * @param countAll The number of all contested claims, for when nothing filters them.
 * @throws CursorError
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
  const keys = await readContestedKeys(snapshot, filter, { sort, after, limit: limit + 1 });
  const page = keys.slice(0, limit);
  const last = page.at(-1);
  const isLast = keys.length <= limit;
  const isWhole = isLast && after === undefined;
  const total = isWhole
    ? page.length
    : Object.keys(filter).length === 0
      ? await countAll()
      : await readContestedTotal(snapshot, filter);
  return {
    claims: await readClaims(
      snapshot,
      page.map(({ id }) => id),
    ),
    total,
    truncated: !isLast,
    ...(!isLast && last && { next: writeCursor(list, [last.day, last.contention, last.statements, last.id]) }),
  };
}

function readKey(list: readonly unknown[], cursor: string): ContestedKey {
  const [day, contention, statements, id] = readCursor(list, cursor, ['string', 'number', 'number', 'string']);
  return { day: String(day), contention: Number(contention), statements: Number(statements), id: String(id) };
}
