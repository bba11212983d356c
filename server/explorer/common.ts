/** The common neighbours of several nodes. */
import type { CommonNeighbours } from '../contract/paths.ts';
import { readEdges } from '../store/read-edges.ts';
import { readNodes } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { CommonQuery } from './queries.ts';
import { hasSides, isOpposed, readShared, type SharedNode } from './shared-nodes.ts';
import { requireAll } from './unknown-id.ts';

/**
 * A page of the nodes that are connected to at least two of `ids`: those connected to most of them first, then the more
 * contested, then those with most statements behind the connections.
 *
 * @throws CursorError
 * @throws UnknownIdError
 */
export async function commonNeighbours(snapshot: Snapshot, query: CommonQuery): Promise<CommonNeighbours> {
  const { sides, cursor, limit } = query;
  const ids = [...new Set(query.ids)];
  const given = await readNodes(snapshot, ids);
  requireAll(
    'node',
    ids,
    given.map(({ id }) => id),
  );
  const list = ['common', sides, ...ids];
  const after = cursor === undefined ? undefined : readKey(list, cursor);
  const { nodes: all, isCut } = await readShared(snapshot, given, { speaksFor: sides === undefined });
  const shared = all
    .filter((one) => sides === undefined || (hasSides(one) && isOpposed(one) === (sides === 'opposite')))
    .map(keyed)
    .toSorted(byKey);
  const rest = after === undefined ? shared : shared.filter((one) => byKey(one, { key: after }) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const isLast = rest.length <= limit;
  const nodes = await readNodes(
    snapshot,
    page.map(({ node }) => node.point.id),
  );
  const { edges, truncated } = await readEdges(snapshot, nodes, given);
  const counts = new Map(page.map(({ node: { point, joined } }) => [point.id, joined.size]));
  return {
    nodes,
    edges,
    shared: nodes.map(({ id }) => counts.get(id) ?? 0),
    total: shared.length,
    incomplete: isCut || truncated,
    truncated: isCut || truncated || !isLast,
    ...(!isLast && last && { next: writeCursor(list, last.key) }),
  };
}

type Key = readonly [joined: number, contention: number, statements: number, degree: number, id: string];

function keyed(node: SharedNode): { readonly node: SharedNode; readonly key: Key } {
  const { point, joined, statements } = node;
  return { node, key: [joined.size, point.contention, statements, point.degree, point.id] };
}

function byKey({ key: a }: { readonly key: Key }, { key: b }: { readonly key: Key }): number {
  const byNumbers = b[0] - a[0] || b[1] - a[1] || b[2] - a[2] || b[3] - a[3];
  return byNumbers || (a[4] === b[4] ? 0 : a[4] < b[4] ? -1 : 1);
}

function readKey(list: readonly unknown[], cursor: string): Key {
  const shape = ['number', 'number', 'number', 'number', 'string'] as const;
  const [joined, contention, statements, degree, id] = readCursor(list, cursor, shape);
  return [Number(joined), Number(contention), Number(statements), Number(degree), String(id)];
}
