import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';

/** The shown graph; names and kinds come from its nodes. */
export interface ShownGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
}
