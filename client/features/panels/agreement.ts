/** Agreement and contradiction between several actors. Pure. */
import type { AgreementPair } from '../../../server/contract/agreement.ts';
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';

/** A node that is connected to several of the chosen nodes, with these by stance. */
export interface Shared {
  readonly node: GraphNode;
  readonly asserts: readonly string[];
  readonly denies: readonly string[];
}

/** The claims on which at least two chosen actors take a position, or the actors that take one on at least two chosen claims. */
export function sharedPositions(
  chosen: ReadonlySet<string>,
  { nodes, edges }: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] },
): readonly Shared[] {
  const sides = new Map(nodes.map(({ id }) => [id, { asserts: new Set<string>(), denies: new Set<string>() }]));
  for (const edge of edges) {
    if (edge.type !== 'position') continue;
    const [one, other] = chosen.has(edge.source) ? [edge.source, edge.target] : [edge.target, edge.source];
    if (chosen.has(one)) sides.get(other)?.[edge.stance].add(one);
  }
  return nodes.flatMap((node) => {
    const { asserts = new Set<string>(), denies = new Set<string>() } = sides.get(node.id) ?? {};
    return new Set([...asserts, ...denies]).size < 2 ? [] : [{ node, asserts: [...asserts], denies: [...denies] }];
  });
}

export const PAIR_COLUMNS = ['agree', 'contradict'] as const;
export type PairColumn = (typeof PAIR_COLUMNS)[number];

export interface PairSort {
  readonly column: PairColumn;
  readonly isDescending: boolean;
}

/** Sorted by a column. Ties keep the order of the server: the most contradicting first. */
export function sortedPairs(
  pairs: readonly AgreementPair[],
  { column, isDescending }: PairSort,
): readonly AgreementPair[] {
  return pairs.toSorted((x, y) => (isDescending ? y[column] - x[column] : x[column] - y[column]));
}

/** The sort after a press on the header of a column: the largest first, then the smallest first. */
export function nextSort(sort: PairSort, column: PairColumn): PairSort {
  return { column, isDescending: sort.column !== column || !sort.isDescending };
}
