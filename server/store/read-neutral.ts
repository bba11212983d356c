/** Neutral positions, which have no edge. */
import type { GraphNode } from '../contract/explorer.ts';
import { cypher } from './cypher.ts';
import type { Snapshot } from './read-state.ts';
import { textOf } from './read-values.ts';

/** The maximum number of positions that are read. */
const MAX_NEUTRAL = 20_000;

/** The ids of the neutral positions of the actors among `nodes` on the claims among them. */
export async function readNeutralPositions({ q, hidden }: Snapshot, nodes: readonly GraphNode[]): Promise<string[]> {
  const [actors, claims] = [nodes.filter(({ type }) => type === 'actor'), nodes.filter(({ type }) => type === 'claim')];
  if (actors.length === 0 || claims.length === 0) return [];
  // From the side with fewer statements, so that the thousands of a hub are not read.
  const [name, from] =
    statementsOf(actors) <= statementsOf(claims)
      ? (['read/neutral-of-actors', actors] as const)
      : (['read/neutral-on-claims', claims] as const);
  const rows = await q.run(cypher(name), { from: from.map(({ id }) => id), hidden, limit: MAX_NEUTRAL });
  const isAmong = new Set(nodes.map(({ id }) => id));
  return rows
    .map((row) => textOf(row, 'position'))
    .filter((position) => {
      const [actor = '', , claim = ''] = position.split(' ');
      return isAmong.has(actor) && isAmong.has(claim);
    });
}

function statementsOf(nodes: readonly GraphNode[]): number {
  return nodes.reduce((sum, { statements }) => sum + statements, 0);
}
