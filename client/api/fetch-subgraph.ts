/** Nodes by their ids with all edges between them, for any number of ids. */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import { callEndpoint } from './call-endpoint.ts';

/** The maximum number of ids in one request. */
const REQUEST_LIMIT = 2_000;

export interface FetchedGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/**
 * The nodes that exist, in the order of their ids, and every edge between them. With more ids than one request may
 * have, every pair of parts is fetched together, so that no edge between them is missing.
 *
 * @throws ApiProblem
 */
export async function fetchSubgraph(ids: readonly string[], signal?: AbortSignal): Promise<FetchedGraph> {
  if (ids.length === 0) return { nodes: [], edges: [] };
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const part of requestsFor(ids)) {
    const answer = await callEndpoint('subgraph', { body: { ids: [...part] }, signal });
    for (const node of answer.nodes) nodes.set(node.id, node);
    for (const edge of answer.edges) edges.set(edge.id, edge);
  }
  return { nodes: ids.flatMap((id) => nodes.get(id) ?? []), edges: [...edges.values()] };
}

/** Lists of at most 2,000 ids; any two ids are together in one of them. */
export function requestsFor(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length <= REQUEST_LIMIT) return [ids];
  const half = REQUEST_LIMIT / 2;
  const parts = Array.from({ length: Math.ceil(ids.length / half) }, (_, index) =>
    ids.slice(index * half, (index + 1) * half),
  );
  return parts.flatMap((one, index) => parts.slice(index + 1).map((other) => [...one, ...other]));
}
