/** Disputes in the contract's shapes, made from little. */
import fc from 'fast-check';
import { TOKEN_NAMES } from '../../client/graph/scene/tokens.ts';
import type { TokenName, Tokens } from '../../client/graph/scene/tokens.ts';
import type {
  ActorNode,
  ClaimNode,
  GraphEdge,
  GraphNode,
  PositionEdge,
  StatementView,
} from '../../server/contract/explorer.ts';
import type { EdgeStance } from '../../server/contract/vocabulary.ts';

export function actor(id: string, more: Partial<ActorNode> = {}): ActorNode {
  return { type: 'actor', id, name: `Actor ${id}`, aliases: [], asserts: 0, denies: 0, statements: 0, ...more };
}

export function claim(id: string, more: Partial<ClaimNode> = {}): ClaimNode {
  return { type: 'claim', id, text: `Claim ${id}`, asserters: 0, deniers: 0, statements: 0, ...more };
}

export function nodeMap(...nodes: readonly GraphNode[]): ReadonlyMap<string, GraphNode> {
  return new Map(nodes.map((node) => [node.id, node]));
}

export function position(
  source: string,
  stance: EdgeStance,
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

export function statement(id: string, more: Partial<StatementView> = {}): StatementView {
  return {
    id,
    actor: { id: 'a', name: 'A' },
    claim: { id: 'c', text: 'C' },
    stance: 'asserts',
    modality: 'stated',
    reportedBy: [],
    importId: 'import-000001',
    ...more,
  };
}

/** Graphs of up to 6 actors and 6 claims from one small set of ids, so that two of them overlap. */
export const graphs = fc
  .record({
    actors: fc.uniqueArray(fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6')),
    claims: fc.uniqueArray(fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6')),
    seed: fc.array(
      fc.record({ from: fc.nat(5), to: fc.nat(5), stance: fc.constantFrom('asserts' as const, 'denies' as const) }),
      { maxLength: 12 },
    ),
  })
  .map(({ actors, claims, seed }) => {
    const nodes: GraphNode[] = [...actors.map((id) => actor(id)), ...claims.map((id) => claim(id))];
    const edges = new Map<string, GraphEdge>();
    for (const { from, to, stance } of seed) {
      const [source, target] = [actors[from], claims[to]];
      if (source !== undefined && target !== undefined)
        edges.set(`${source} ${stance} ${target}`, position(source, stance, target));
    }
    return {
      nodes,
      edges: [...edges.values()],
      positions: new Map(nodes.map(({ id }, index) => [id, { x: index * 10, y: index }])),
    };
  });

/** A theme whose colours are made of their names and their order. */
export function tokensOf(color: (name: TokenName, index: number) => string): Tokens {
  return Object.fromEntries(TOKEN_NAMES.map((name, index) => [name, color(name, index)])) as Record<TokenName, string>;
}

/** A storage of the browser that holds so many characters. */
export function storageOf(room: number): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => {
      items.delete(key);
    },
    setItem(key, value) {
      if (value.length > room) throw new DOMException('No room.', 'QuotaExceededError');
      items.set(key, value);
    },
  };
}
