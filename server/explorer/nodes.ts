/** One node, its neighbours, and graphs of chosen nodes. */
import type { ChosenGraph, GraphNode, NodeDetails, Subgraph } from '../contract/explorer.ts';
import { readEdges } from '../store/read-edges.ts';
import { readGroupsOfActor, readGroupsOfClaim, readGroupsOfSpeaking } from '../store/read-groups.ts';
import {
  readActorsOfClaim,
  readClaimsOfActor,
  readSpeaking,
  readSpeakingNeighbours,
  type RankedId,
  type RankedIds,
} from '../store/read-neighbours.ts';
import { readNodes } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { present } from '../store/values.ts';
import type { NeighbourQuery } from './queries.ts';

/** The maximum number of listed speakers of an actor: the busiest ones; the numbers count all. */
const MAX_SPEAKING = 100;
const NONE: RankedIds = { first: [], total: 0 };

/** A node with the numbers of its neighbours, or undefined. */
export async function nodeDetails(snapshot: Snapshot, id: string): Promise<NodeDetails | undefined> {
  const [node] = await readNodes(snapshot, [id]);
  if (!node) return undefined;
  if (node.type === 'claim') {
    const neighbours = { asserts: node.asserters, denies: node.deniers, speaksFor: 0, spokenForBy: 0 };
    return { node, neighbours, groups: await readGroupsOfClaim(snapshot, id), speaking: [] };
  }
  const { speaksFor, spokenForBy, first } = await readSpeaking(snapshot, id, MAX_SPEAKING);
  const groups = [
    ...(await readGroupsOfActor(snapshot, id)),
    ...(first.length === 0 ? [] : await readGroupsOfSpeaking(snapshot, id)),
  ];
  return {
    node,
    neighbours: { asserts: node.asserts, denies: node.denies, speaksFor, spokenForBy },
    groups,
    speaking: first,
  };
}

/** Those of `ids` that exist, in their order, every edge among them, and the ids that do not exist. */
export async function subgraphOf(snapshot: Snapshot, ids: readonly string[]): Promise<ChosenGraph> {
  const nodes = await readNodes(snapshot, ids);
  const { edges, truncated } = await readEdges(snapshot, nodes);
  const known = new Set(nodes.map(({ id }) => id));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  return { nodes, edges, total: nodes.length, truncated, missing };
}

/**
 * The neighbours of a node that match the query and are not excluded, most informative first.
 *
 * `total` counts all of them. The edges are those of the new nodes: to each other, to the node, and to
 * the excluded ones (edges among the excluded ones are already on the screen).
 */
export async function neighboursOf(
  snapshot: Snapshot,
  id: string,
  query: NeighbourQuery,
): Promise<Subgraph | undefined> {
  const [node] = await readNodes(snapshot, [id]);
  if (!node) return undefined;
  const exclude = query.exclude ?? [];
  const { first, total } = await rankedNeighbours(snapshot, node, query);
  const nodes = await readNodes(
    snapshot,
    first.slice(0, query.limit).map((one) => one.id),
  );
  const onScreen = await readNodes(
    snapshot,
    exclude.filter((one) => one !== id),
  );
  const { edges, truncated } = await readEdges(snapshot, nodes, [node, ...onScreen]);
  return { nodes, edges, total, truncated: truncated || total > nodes.length };
}

async function rankedNeighbours(snapshot: Snapshot, node: GraphNode, query: NeighbourQuery): Promise<RankedIds> {
  const { stance, relation, kinds, contested, exclude = [], limit } = query;
  const speaking = relation === 'position' ? undefined : relation;
  const filter = {
    id: node.id,
    exclude: [...exclude, node.id],
    limit,
    ...present({ stance, kinds, contested, speaking }),
  };
  const wantsSpeaking = relation !== 'position' && stance === undefined && contested === undefined;
  const wantsPositions = speaking === undefined;
  if (node.type === 'claim') return wantsPositions ? readActorsOfClaim(snapshot, filter) : NONE;
  const claims = wantsPositions ? await readClaimsOfActor(snapshot, filter) : NONE;
  const actors = wantsSpeaking ? await readSpeakingNeighbours(snapshot, filter) : NONE;
  return { first: [...claims.first, ...actors.first].toSorted(byInformation), total: claims.total + actors.total };
}

function byInformation(a: RankedId, b: RankedId): number {
  return (
    Number(b.contested) - Number(a.contested) ||
    b.statements - a.statements ||
    b.contention - a.contention ||
    (a.day === b.day ? 0 : a.day < b.day ? 1 : -1) ||
    b.weight - a.weight ||
    (a.id < b.id ? -1 : 1)
  );
}
