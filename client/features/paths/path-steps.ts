/** A path in reading order: from node to node, with the statements between them. */
import type { GraphEdge, GraphNode, StatementView } from '../../../server/contract/explorer.ts';
import type { GraphPath, PathAnswer } from '../../../server/contract/paths.ts';

export interface PathStep {
  readonly node: GraphNode;
  /** The edges to the next node: several where an actor both asserted and denied a claim; none at the end. */
  readonly onward: readonly PathLink[];
}
export interface PathLink {
  readonly edge: GraphEdge;
  /** The newest statements of a position. */
  readonly statements: readonly StatementView[];
}

/** Puts the nodes, edges and statements of an answer in the order of one of its paths. */
export function pathSteps(answer: PathAnswer, path: GraphPath): readonly PathStep[] {
  const nodes = new Map(answer.nodes.map((node) => [node.id, node]));
  const edges = new Map(answer.edges.map((edge) => [edge.id, edge]));
  const onPath = path.edges.flatMap((id) => edges.get(id) ?? []);
  return path.nodes.flatMap((id, index) => {
    const node = nodes.get(id);
    const next = path.nodes[index + 1];
    if (node === undefined) return [];
    const between = onPath.filter(
      ({ source, target }) => (source === id && target === next) || (source === next && target === id),
    );
    return [{ node, onward: between.map((edge) => ({ edge, statements: statementsOf(edge, answer.statements) })) }];
  });
}

/** The number of edges from one end to the other. */
export function hopsOf(path: GraphPath): number {
  return Math.max(0, path.nodes.length - 1);
}

/** The ids of a path that the canvas can highlight. */
export function elementsOf(path: GraphPath): readonly string[] {
  return [...path.nodes, ...path.edges];
}

/** The nodes of the path that are not shown. */
export function missingNodes(path: GraphPath, shown: ReadonlyMap<string, unknown>): readonly string[] {
  return path.nodes.filter((id) => !shown.has(id));
}

function statementsOf(edge: GraphEdge, statements: readonly StatementView[]): readonly StatementView[] {
  if (edge.type === 'speaksFor') return [];
  return statements.filter(
    ({ actor, claim, stance }) => actor.id === edge.source && claim.id === edge.target && stance === edge.stance,
  );
}
