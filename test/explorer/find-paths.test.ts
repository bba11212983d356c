/** The search for paths against an enumeration of all of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoundPath, findPaths } from '../../server/explorer/find-paths.ts';
import type { Link, Point } from '../../server/store/read-links.ts';

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly id: string;
  readonly statements: number;
}

/** Some nodes are contested. */
const contentionOf = (at: number): number => at % 3;

const name = (at: number): string => `n${String(at).padStart(2, '0')}`;

/** A graph in memory that is read as the database is. */
function readerOf(edges: readonly Edge[]) {
  const degreeOf = (at: number): number => edges.filter(({ a, b }) => a === at || b === at).length;
  const point = (at: number): Point => ({
    id: name(at),
    type: 'actor',
    degree: degreeOf(at),
    contention: contentionOf(at),
  });
  let reads = 0;
  const read = async (from: readonly Point[], within?: readonly Point[]): Promise<Link[]> => {
    reads += 1;
    const [sources, targets] = [new Set(from.map(({ id }) => id)), within && new Set(within.map(({ id }) => id))];
    return edges.flatMap(({ a, b, id, statements }) =>
      [
        [a, b],
        [b, a],
      ].flatMap(([start = 0, end = 0]) =>
        sources.has(name(start)) && (targets?.has(name(end)) ?? true)
          ? [{ from: name(start), to: point(end), edge: id, word: 'asserts' as const, statements }]
          : [],
      ),
    );
  };
  return { read, point, reads: () => reads };
}

/** Every path of at most `maxHops` edges, in the order of the search. */
function allPaths(edges: readonly Edge[], from: number, to: number, maxHops: number): FoundPath[] {
  const steps = (at: number): { next: number; edges: string[]; statements: number }[] => {
    const found = new Map<number, { next: number; edges: string[]; statements: number }>();
    for (const { a, b, id, statements } of edges) {
      if (a !== at && b !== at) continue;
      const next = a === at ? b : a;
      const known = found.get(next) ?? { next, edges: [], statements: 0 };
      found.set(next, { next, edges: [...known.edges, id].toSorted(), statements: known.statements + statements });
    }
    const degree = (one: number): number => edges.filter(({ a, b }) => a === one || b === one).length;
    return [...found.values()].toSorted(
      (x, y) =>
        y.statements - x.statements ||
        contentionOf(y.next) - contentionOf(x.next) ||
        degree(y.next) - degree(x.next) ||
        x.next - y.next,
    );
  };
  const ofLength = (length: number, nodes: readonly number[], passed: readonly string[]): FoundPath[] => {
    const last = nodes.at(-1) ?? from;
    if (nodes.length - 1 === length) return last === to ? [{ nodes: nodes.map(name), edges: passed }] : [];
    if (last === to) return [];
    return steps(last)
      .filter(({ next }) => !nodes.includes(next))
      .flatMap((step) => ofLength(length, [...nodes, step.next], [...passed, ...step.edges]));
  };
  return Array.from({ length: maxHops }, (_, at) => at + 1).flatMap((length) => ofLength(length, [from], []));
}

const graphs = fc
  .integer({ min: 2, max: 9 })
  .chain((nodes) =>
    fc
      .uniqueArray(
        fc.record({
          a: fc.nat(nodes - 1),
          b: fc.nat(nodes - 1),
          stance: fc.constantFrom('asserts', 'denies'),
          statements: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 18, selector: ({ a, b, stance }) => `${Math.min(a, b)} ${stance} ${Math.max(a, b)}` },
      )
      .map((edges) => ({
        nodes,
        edges: edges
          .filter(({ a, b }) => a !== b)
          .map(({ a, b, stance, statements }) => ({
            a: Math.min(a, b),
            b: Math.max(a, b),
            id: `${Math.min(a, b)} ${stance} ${Math.max(a, b)}`,
            statements,
          })),
      })),
  );

describe('the search for paths', () => {
  it('finds the shortest ones, in their order, on any small graph', async () => {
    await fc.assert(
      fc.asyncProperty(
        graphs,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 8 }),
        async ({ edges }, maxHops, k) => {
          const { read, point } = readerOf(edges);
          const { paths, truncated } = await findPaths({
            from: point(0),
            to: point(1),
            maxHops,
            k,
            read,
            hasTime: () => true,
          });
          const all = allPaths(edges, 0, 1, maxHops);
          expect(paths).toEqual(all.slice(0, k));
          // With exactly k paths, the search may or may not know that there are no more.
          expect(truncated).toBe(all.length === k ? truncated : all.length > k);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says that it was cut short when time runs out', async () => {
    const edges = [
      { a: 0, b: 2, id: 'x', statements: 1 },
      { a: 2, b: 3, id: 'y', statements: 1 },
      { a: 3, b: 1, id: 'z', statements: 1 },
    ];
    const { read, point, reads } = readerOf(edges);
    const search = { from: point(0), to: point(1), maxHops: 6, k: 3, read };
    expect(await findPaths({ ...search, hasTime: () => reads() < 2 })).toEqual({ paths: [], truncated: true });
    expect(await findPaths({ ...search, hasTime: () => true })).toEqual({
      paths: [{ nodes: [0, 2, 3, 1].map(name), edges: ['x', 'y', 'z'] }],
      truncated: false,
    });
  });

  it('does not read the edges of nodes that have too many, and says so', async () => {
    const { read, point } = readerOf([
      { a: 0, b: 2, id: 'x', statements: 1 },
      { a: 2, b: 1, id: 'y', statements: 1 },
    ]);
    const hub = { ...point(0), degree: 2_000_000 };
    expect(await findPaths({ from: hub, to: point(1), maxHops: 1, k: 1, read, hasTime: () => true })).toEqual({
      paths: [],
      truncated: false,
    });
    expect(
      (
        await findPaths({
          from: hub,
          to: { ...point(1), degree: 2_000_000 },
          maxHops: 2,
          k: 1,
          read,
          hasTime: () => true,
        })
      ).truncated,
    ).toBe(true);
  });

  it('takes a node for a path to itself', async () => {
    const { read, point } = readerOf([]);
    expect(await findPaths({ from: point(0), to: point(0), maxHops: 6, k: 5, read, hasTime: () => true })).toEqual({
      paths: [{ nodes: ['n00'], edges: [] }],
      truncated: false,
    });
  });
});
