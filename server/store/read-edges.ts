/** The edges among nodes. */
import type { ActorNode, ClaimNode, GraphEdge, GraphNode, PositionEdge, SpeaksForEdge } from '../contract/explorer.ts';
import { MODALITIES } from '../contract/vocabulary.ts';
import type { Row } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, optionalText, textOf, wordOf } from './read-values.ts';

/** More edges than this cannot be shown usefully. The answer is then marked as truncated. */
export const MAX_EDGES = 10_000;

export interface EdgesAmong {
  readonly edges: GraphEdge[];
  readonly truncated: boolean;
}

/** Every visible edge with one end in `nodes` and the other in `nodes` or `others`: positions by statements, then SPEAKS_FOR. */
export async function readEdges(
  snapshot: Snapshot,
  nodes: readonly GraphNode[],
  others: readonly GraphNode[] = [],
): Promise<EdgesAmong> {
  const [own, other] = [split(nodes), split(others)];
  const actors = [...own.actors, ...other.actors];
  const found = [
    ...(await readPositions(snapshot, actors, own.claims)),
    ...(await readPositions(snapshot, own.actors, other.claims)),
    ...(await readSpeaksFor(snapshot, own.actors, actors)),
    ...(await readSpeaksFor(snapshot, other.actors, own.actors)),
  ];
  const edges = [...new Map(found.map((edge) => [edge.id, edge])).values()];
  return { edges: edges.slice(0, MAX_EDGES), truncated: edges.length > MAX_EDGES };
}

function split(nodes: readonly GraphNode[]): { readonly actors: ActorNode[]; readonly claims: ClaimNode[] } {
  return {
    actors: nodes.filter((node) => node.type === 'actor'),
    claims: nodes.filter((node) => node.type === 'claim'),
  };
}

/** Starts from the side with fewer edges, so that the thousands of claims of a hub actor are not read. */
async function readPositions(
  { q, hidden }: Snapshot,
  actors: readonly ActorNode[],
  claims: readonly ClaimNode[],
): Promise<PositionEdge[]> {
  if (actors.length === 0 || claims.length === 0) return [];
  const edgesOfActors = actors.reduce((sum, { asserts, denies }) => sum + asserts + denies, 0);
  const edgesOfClaims = claims.reduce((sum, { asserters, deniers }) => sum + asserters + deniers, 0);
  const [name, from, to] =
    edgesOfActors <= edgesOfClaims
      ? (['read/positions-from-actors', actors, claims] as const)
      : (['read/positions-from-claims', claims, actors] as const);
  const rows = await q.run(cypher(name), {
    from: from.map(({ id }) => id),
    to: idSet(to.map(({ id }) => id)),
    hidden,
    limit: MAX_EDGES + 1,
  });
  return rows.map(positionEdge);
}

async function readSpeaksFor(
  { q, hidden }: Snapshot,
  from: readonly ActorNode[],
  to: readonly ActorNode[],
): Promise<SpeaksForEdge[]> {
  if (from.length === 0 || to.length === 0) return [];
  const rows = await q.run(cypher('read/speaks-for-among'), {
    from: from.map(({ id }) => id),
    to: idSet(to.map(({ id }) => id)),
    hidden,
    limit: MAX_EDGES + 1,
  });
  return rows.map((row) => ({
    type: 'speaksFor',
    id: textOf(row, 'id'),
    source: textOf(row, 'source'),
    target: textOf(row, 'target'),
  }));
}

/** A set as a query parameter. Looking up a key of a map takes an eighth of the time of `IN` a list of 1,000. */
export function idSet(ids: readonly string[]): { readonly [id: string]: true } {
  return Object.fromEntries(ids.map((id) => [id, true]));
}

/** A position, from columns named like its parts. */
export function positionEdge(row: Row): PositionEdge {
  return {
    type: 'position',
    id: textOf(row, 'id'),
    source: textOf(row, 'source'),
    target: textOf(row, 'target'),
    stance: wordOf(row, 'type', ['ASSERTS', 'DENIES']) === 'ASSERTS' ? 'asserts' : 'denies',
    statements: countOf(row, 'statements'),
    ...optionalText(row, 'firstDate'),
    ...optionalText(row, 'lastDate'),
    modality: wordOf(row, 'modality', MODALITIES),
  };
}
