/** Which part of the state is visible: canvas, list, table, legend and counts all read it from here. */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import type { ExplorerState } from './explorer-state.ts';
import { isFiltering } from './filters.ts';
import type { Passing } from './filters.ts';

export interface VisibleGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Every edge joins two of the nodes. While statements are filtered, its counts and dates are those of the passing ones. */
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Those of the nodes and edges that the filters dim. */
  readonly dimmed: ReadonlySet<string>;
  /** Nodes that the user has hidden. */
  readonly hiddenNodes: number;
  /** Nodes that the filters hide, without those that the user has hidden. */
  readonly filteredNodes: number;
  readonly dimmedNodes: number;
}

type Source = Pick<ExplorerState, 'nodes' | 'edges' | 'hidden' | 'filters'>;

/**
 * Splits the graph of the state into visible, dimmed and hidden parts. An edge is hidden with either of its ends.
 *
 * @param passing The nodes and edges that pass the filters; `undefined`: all pass.
 */
export function visibleGraph(source: Source, passing: Passing | undefined): VisibleGraph {
  const { hidden, filters } = source;
  const isFiltered = passing !== undefined && isFiltering(filters);
  const isTakenAway = isFiltered && filters.mode === 'hide';
  const isShown = (id: string) => !hidden.has(id) && !(isTakenAway && !passing.nodes.has(id));
  const isNothingAway = hidden.size === 0 && !isTakenAway;
  const nodes = isNothingAway ? source.nodes : new Map([...source.nodes].filter(([id]) => isShown(id)));
  const shownEdges = isNothingAway
    ? source.edges
    : new Map(
        [...source.edges].filter(
          ([id, { source: from, target }]) =>
            nodes.has(from) && nodes.has(target) && !(isTakenAway && !passing.edges.has(id)),
        ),
      );
  const edges = isFiltered ? withCounts(shownEdges, passing.narrowed) : shownEdges;
  const isDimming = isFiltered && filters.mode === 'dim';
  const dimmedNodes = isDimming ? [...nodes.keys()].filter((id) => !passing.nodes.has(id)) : [];
  const dimmedEdges = isDimming ? [...edges.keys()].filter((id) => !passing.edges.has(id)) : [];
  return {
    nodes,
    edges,
    dimmed: new Set([...dimmedNodes, ...dimmedEdges]),
    hiddenNodes: hidden.size,
    filteredNodes: source.nodes.size - hidden.size - nodes.size,
    dimmedNodes: dimmedNodes.length,
  };
}

function withCounts(
  edges: ReadonlyMap<string, GraphEdge>,
  narrowed: Passing['narrowed'],
): ReadonlyMap<string, GraphEdge> {
  if (narrowed.size === 0) return edges;
  return new Map([...edges].map(([id, edge]) => [id, narrowed.get(id) ?? edge]));
}

/** {@link visibleGraph} with a cache of one result: subscribers need the same value until graph, hidden nodes or filters change. */
export function createVisibleGraph(): typeof visibleGraph {
  let last:
    | { readonly source: Source; readonly passing: Passing | undefined; readonly visible: VisibleGraph }
    | undefined;
  return ({ nodes, edges, hidden, filters }, passing) => {
    const isSame =
      last !== undefined &&
      last.passing === passing &&
      last.source.nodes === nodes &&
      last.source.edges === edges &&
      last.source.hidden === hidden &&
      last.source.filters === filters;
    if (last === undefined || !isSame) {
      const source = { nodes, edges, hidden, filters };
      last = { source, passing, visible: visibleGraph(source, passing) };
    }
    return last.visible;
  };
}
