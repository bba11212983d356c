/** Places for nodes that join a drawing in which nothing may move. */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import type { Point } from './scene.ts';

export interface Placing {
  /** All nodes, those that have a position and those that need one. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  /** The node that was expanded: newcomers without another neighbour go there. */
  readonly near?: string;
}

/** Positions of the nodes that had none, and of no other. */
export function placeNewNodes(placing: Placing): Map<string, Point> {
  const missing = placing.nodes.filter((node) => !placing.positions.has(node.id));
  return new Map(missing.map((node, index) => [node.id, { x: 600, y: index * 110 }]));
}
