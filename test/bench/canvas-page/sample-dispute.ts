/** A dispute of a given number of elements (nodes and edges together), identical in every run. */
import type { ActorNode, ClaimNode, GraphNode, PositionEdge } from '../../../server/contract/explorer.ts';
import { ACTOR_KINDS, MODALITIES } from '../../../server/contract/vocabulary.ts';
import { gridLayout } from '../../../client/graph/layout/plain-layouts.ts';
import type { Scene } from '../../../client/graph/scene/scene.ts';

const WORDS = [
  'arms',
  'were',
  'supplied',
  'to',
  'the',
  'front',
  'before',
  'any',
  'treaty',
  'had',
  'been',
  'signed',
  'by',
  'both',
  'sides',
  'of',
  'dispute',
];

/** Returns a scene with two nodes per three edges, like real disputes; a few actors and claims have most of the edges. */
export function sampleScene(elements: number): Scene {
  let seed = 20_220_906;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const half = Math.round(elements / 5);
  const actors = Array.from({ length: half }, (_, index): ActorNode => ({
    type: 'actor',
    id: `a${index}`,
    name: `Speaker ${pick(WORDS)} ${index}`,
    kind: pick(ACTOR_KINDS),
    aliases: [],
    asserts: 3,
    denies: 2,
    statements: Math.ceil(random() * 40),
  }));
  const claims = Array.from({ length: half }, (_, index): ClaimNode => ({
    type: 'claim',
    id: `c${index}`,
    text: Array.from({ length: 9 }, () => pick(WORDS)).join(' '),
    asserters: index % 4,
    deniers: index % 3,
    statements: 1 + (index % 9),
  }));
  const edges = new Map<string, PositionEdge>();
  while (edges.size < elements - 2 * half) {
    const [source, target] = [Math.floor(random() ** 1.6 * half), Math.floor(random() ** 1.3 * half)];
    const stance = random() < 0.55 ? 'asserts' : 'denies';
    const id = `a${source} ${stance} c${target}`;
    edges.set(id, {
      type: 'position',
      id,
      source: `a${source}`,
      target: `c${target}`,
      stance,
      statements: 1 + Math.floor(random() * 5),
      modality: pick(MODALITIES),
    });
  }
  const nodes: GraphNode[] = [...actors, ...claims];
  return {
    nodes,
    edges: [...edges.values()],
    positions: gridLayout(nodes, { width: 1_400, height: 900 }),
    selection: new Set(),
    pinned: new Set(),
    theme: 'light',
  };
}
