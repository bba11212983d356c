/** Who agrees with whom: counts over all claims that two actors share. */
import { setImmediate } from 'node:timers/promises';
import type { Agreement, AgreementPair } from '../contract/agreement.ts';
import { readActors } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { AgreementQuery } from './queries.ts';
import { hasSides, isOpposed, readShared, type SharedNode } from './shared-nodes.ts';
import { requireAll } from './unknown-id.ts';

/** The number of pairs that are counted without a pause. */
const PAIRS_AT_ONCE = 500_000;

/**
 * A page of the pairs of actors that share at least one claim.
 *
 * @throws CursorError
 * @throws UnknownIdError
 */
export async function agreementOf(snapshot: Snapshot, query: AgreementQuery): Promise<Agreement> {
  const { sort, cursor, limit } = query;
  const ids = [...new Set(query.ids)];
  const actors = await readActors(snapshot, ids);
  requireAll(
    'actor',
    ids,
    actors.map(({ id }) => id),
  );
  const list = ['agreement', sort, ...ids];
  const after = cursor === undefined ? undefined : readKey(list, cursor);
  const { nodes, isCut } = await readShared(snapshot, actors, { speaksFor: false });
  const claims = nodes.filter(hasSides);
  const pairs = (await countPairs(ids, claims)).map((pair) => ({ pair, key: keyOf(pair, sort) })).toSorted(byKey);
  const rest = after === undefined ? pairs : pairs.filter((one) => byKey(one, { key: after }) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const isLast = rest.length <= limit;
  const contradicted = claims.filter(isOpposed).length;
  return {
    pairs: page.map(({ pair }) => pair),
    claims: claims.length,
    contradicted,
    agreed: claims.length - contradicted,
    total: pairs.length,
    incomplete: isCut,
    truncated: isCut || !isLast,
    ...(!isLast && last && { next: writeCursor(list, last.key) }),
  };
}

/** All pairs of actors with a shared claim; in each pair, the actor that comes first in `ids` is `a`. */
async function countPairs(ids: readonly string[], claims: readonly SharedNode[]): Promise<AgreementPair[]> {
  const size = ids.length;
  const [shared, agree, contradict] = [0, 0, 0].map(() => new Uint32Array(size * size)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let counted = 0;
  for (const { asserts, denies, joined } of claims) {
    const places = [...joined];
    counted += places.length ** 2;
    if (counted > PAIRS_AT_ONCE) {
      await setImmediate();
      counted = 0;
    }
    for (const one of places) {
      for (const other of places) {
        if (one >= other) continue;
        const cell = one * size + other;
        shared[cell] = (shared[cell] ?? 0) + 1;
        if ((asserts.has(one) && asserts.has(other)) || (denies.has(one) && denies.has(other)))
          agree[cell] = (agree[cell] ?? 0) + 1;
        if ((asserts.has(one) && denies.has(other)) || (denies.has(one) && asserts.has(other)))
          contradict[cell] = (contradict[cell] ?? 0) + 1;
      }
    }
  }
  return ids.flatMap((a, one) =>
    ids.flatMap((b, other) => {
      const cell = one * size + other;
      const count = shared[cell] ?? 0;
      return one >= other || count === 0
        ? []
        : [{ a, b, shared: count, agree: agree[cell] ?? 0, contradict: contradict[cell] ?? 0 }];
    }),
  );
}

type Key = readonly [first: number, second: number, third: number, a: string, b: string];

/** The sorted number first, then the others: contradictions, agreements, shared claims. */
function keyOf({ a, b, agree, contradict, shared }: AgreementPair, sort: AgreementQuery['sort']): Key {
  if (sort === 'contradict') return [contradict, agree, shared, a, b];
  return sort === 'agree' ? [agree, contradict, shared, a, b] : [shared, contradict, agree, a, b];
}

function byKey({ key: x }: { readonly key: Key }, { key: y }: { readonly key: Key }): number {
  return y[0] - x[0] || y[1] - x[1] || y[2] - x[2] || compare(x[3], y[3]) || compare(x[4], y[4]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readKey(list: readonly unknown[], cursor: string): Key {
  const shape = ['number', 'number', 'number', 'string', 'string'] as const;
  const [first, second, third, a, b] = readCursor(list, cursor, shape);
  return [Number(first), Number(second), Number(third), String(a), String(b)];
}
