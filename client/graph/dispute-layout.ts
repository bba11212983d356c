/** The start layout of a dispute: asserting actors left, claims in the middle, denying actors right. */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import type { Point } from './scene.ts';

export interface LayoutOptions {
  /** Size of the canvas that the drawing should suit, in pixels; 950 × 800 if absent. */
  readonly canvas?: { readonly width: number; readonly height: number };
}

/** Gives every node a position. */
export function disputeLayout(
  nodes: readonly GraphNode[], edges: readonly GraphEdge[], options: LayoutOptions = {},
): Map<string, Point> {
  void edges; void options;
  return new Map(nodes.map((node, index) => [node.id, { x: node.type === 'claim' ? 0 : -300, y: index * 110 }]));
}
