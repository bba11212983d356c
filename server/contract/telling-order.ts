/** The order of nodes where a list has no other: what tells more about the dispute comes first. */
import { contentionOf } from './contention.ts';
import type { GraphNode } from './explorer.ts';

/**
 * The more contested claim first, then the node with more statements, with the later date, with more positions; the id
 * last, so that the order is total. Compares claims with claims and actors with actors; claims come before actors.
 */
export function byTelling(a: GraphNode, b: GraphNode): number {
  if (a.type !== b.type) return a.type === 'claim' ? -1 : 1;
  const [x, y] = [measuresOf(a), measuresOf(b)];
  return (
    y.contention - x.contention ||
    y.statements - x.statements ||
    (x.day === y.day ? 0 : x.day < y.day ? 1 : -1) ||
    y.positions - x.positions ||
    (a.id === b.id ? 0 : a.id < b.id ? -1 : 1)
  );
}

function measuresOf(node: GraphNode) {
  const { statements } = node;
  if (node.type === 'actor') return { contention: 0, statements, day: '', positions: node.asserts + node.denies };
  const { asserters, deniers, lastDate: day = '' } = node;
  return { contention: contentionOf(node), statements, day, positions: asserters + deniers };
}
