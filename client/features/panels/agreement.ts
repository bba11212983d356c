/** Agreement and contradiction between several actors, from the claims that they share. Pure. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';

/** A node that is connected to several of the chosen nodes, with these by stance. */
export interface Shared {
  readonly node: GraphNode;
  readonly asserts: readonly string[];
  readonly denies: readonly string[];
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** Numbers of shared claims on which both take the same side, and on which they take opposite sides. */
  readonly agree: number;
  readonly contradict: number;
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

/** Whether two different chosen nodes are on opposite sides. */
export function isContradiction({ asserts, denies }: Pick<Shared, 'asserts' | 'denies'>): boolean {
  return asserts.some((one) => denies.some((other) => other !== one));
}

/** All pairs that share a claim; pairs with the most contradictions first. */
export function pairsOf(shared: readonly Shared[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const count = (one: string, other: string, what: 'agree' | 'contradict') => {
    if (one === other) return;
    const [a, b] = one < other ? [one, other] : [other, one];
    const key = `${a} ${b}`;
    const known = pairs.get(key) ?? { a, b, agree: 0, contradict: 0 };
    pairs.set(key, { ...known, [what]: known[what] + 1 });
  };
  for (const { asserts, denies } of shared) {
    for (const side of [asserts, denies])
      side.forEach((one, index) => side.slice(index + 1).forEach((other) => count(one, other, 'agree')));
    for (const key of oppositions(asserts, denies)) count(...key, 'contradict');
  }
  return [...pairs.values()].toSorted(
    (x, y) => y.contradict - x.contradict || y.agree - x.agree || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1),
  );
}

/** Each pair on opposite sides once, also when both took both sides. */
function oppositions(asserts: readonly string[], denies: readonly string[]): readonly (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>();
  for (const one of asserts) {
    for (const other of denies) {
      const pair = one < other ? ([one, other] as const) : ([other, one] as const);
      found.set(pair.join(' '), pair);
    }
  }
  return [...found.values()];
}
