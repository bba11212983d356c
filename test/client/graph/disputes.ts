/** Disputes for the tests of the canvas: helpers for small ones, and an arbitrary for fast-check. */
import fc from 'fast-check';
import type {
  ActorNode,
  ClaimNode,
  GraphEdge,
  GraphNode,
  PositionEdge,
  SpeaksForEdge,
} from '../../../server/contract/explorer.ts';
import { ACTOR_KINDS, EDGE_STANCES, MODALITIES } from '../../../server/contract/vocabulary.ts';
import { boxAt, isOverlapping } from '../../../client/graph/scene/geometry.ts';
import { extent, usesCompactCards } from '../../../client/graph/scene/node-geometry.ts';
import type { TypeSize } from '../../../client/graph/scene/node-geometry.ts';
import type { Point } from '../../../client/graph/scene/geometry.ts';

export interface Dispute {
  readonly nodes: GraphNode[];
  readonly edges: GraphEdge[];
}

export function actor(id: string, more: Partial<ActorNode> = {}): ActorNode {
  return { type: 'actor', id, name: id, aliases: [], asserts: 0, denies: 0, statements: 0, ...more };
}

export function claim(id: string, more: Partial<ClaimNode> = {}): ClaimNode {
  return { type: 'claim', id, text: `Claim ${id}`, asserters: 0, deniers: 0, statements: 0, ...more };
}

export function position(
  source: string,
  stance: 'asserts' | 'denies',
  target: string,
  more: Partial<PositionEdge> = {},
): PositionEdge {
  return {
    type: 'position',
    id: `${source} ${stance} ${target}`,
    source,
    target,
    stance,
    statements: 1,
    modality: 'stated',
    ...more,
  };
}

export function speaksFor(source: string, target: string): SpeaksForEdge {
  return { type: 'speaksFor', id: `${source} speaksFor ${target}`, source, target };
}

const NAMES = [
  'Ada',
  'US intelligence officials',
  '조선민주주의인민공화국',
  'الخارجية الروسية',
  'Bundesministerium für wirtschaftliche Zusammenarbeit',
  '外交部发言人',
  'A',
];

/** Generates up to `most` actors and as many claims, with arbitrary edges between them. */
export function arbitraryDispute(most = 40): fc.Arbitrary<Dispute> {
  return fc
    .record({
      actors: fc.array(
        fc.record({ name: fc.constantFrom(...NAMES), kind: fc.constantFrom(...ACTOR_KINDS, undefined) }),
        { maxLength: most },
      ),
      claims: fc.nat(most),
      lines: fc.array(
        fc.record({
          from: fc.nat(most),
          to: fc.nat(most),
          stance: fc.constantFrom(...EDGE_STANCES),
          modality: fc.constantFrom(...MODALITIES),
          speaks: fc.nat(9),
        }),
        { maxLength: most * 4 },
      ),
    })
    .map(({ actors, claims, lines }) => {
      const nodes: GraphNode[] = [
        ...actors.map(({ name, kind }, i) => actor(`a${i}`, { name, ...(kind ? { kind } : {}) })),
        ...Array.from({ length: claims }, (_, i) => claim(`c${i}`)),
      ];
      const edges = new Map<string, GraphEdge>();
      for (const { from, to, stance, modality, speaks } of lines) {
        if (actors.length === 0) continue;
        const source = `a${from % actors.length}`;
        const edge =
          speaks === 0
            ? speaksFor(source, `a${to % actors.length}`)
            : position(source, stance, `c${to % Math.max(1, claims)}`, { modality });
        if (edge.source !== edge.target && (speaks === 0 || claims > 0)) edges.set(edge.id, edge);
      }
      return { nodes, edges: [...edges.values()] };
    });
}

/** Returns the pairs of ids with overlapping boxes (bodies and labels). */
export function overlaps(
  nodes: readonly GraphNode[],
  at: ReadonlyMap<string, Point>,
  type: TypeSize = 'standard',
): string[] {
  const isCompact = usesCompactCards(nodes);
  const boxes = nodes.map((node) => ({
    id: node.id,
    box: boxAt(extent(node, isCompact, type), at.get(node.id) ?? { x: NaN, y: NaN }),
  }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => isOverlapping(a.box, b.box))
      .map((b) => `${a.id} over ${b.id}`),
  );
}
