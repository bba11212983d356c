/** What of the state is on the screen: the one place that canvas, list, table, legend and counts read it from. */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import type { ExplorerState } from './explorer-state.ts';
import { isFiltering } from './filters.ts';
import type { Passing } from './filters.ts';

export interface VisibleGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Every edge joins two of the nodes. */
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Nodes and edges among them that filters let step back. */
  readonly dimmed: ReadonlySet<string>;
  /** Nodes that the user has hidden. */
  readonly hiddenNodes: number;
  /** Nodes that filters have taken away, beyond those. */
  readonly filteredNodes: number;
  readonly dimmedNodes: number;
}

type Source = Pick<ExplorerState, 'nodes' | 'edges' | 'hidden' | 'filters'>;

/**
 * Splits the state's graph into what is shown, dimmed and hidden. A line whose end is away is away, too.
 *
 * @param passing What passes the filters; absent: everything does.
 */
export function visibleGraph(source: Source, passing: Passing | undefined): VisibleGraph {
  const { hidden, filters } = source;
  const isFiltered = passing !== undefined && isFiltering(filters);
  const isTakenAway = isFiltered && filters.mode === 'hide';
  const isShown = (id: string) => !hidden.has(id) && !(isTakenAway && !passing.nodes.has(id));
  const isNothingAway = hidden.size === 0 && !isTakenAway;
  const nodes = isNothingAway ? source.nodes : new Map([...source.nodes].filter(([id]) => isShown(id)));
  const edges = isNothingAway
    ? source.edges
    : new Map(
        [...source.edges].filter(
          ([id, { source: from, target }]) =>
            nodes.has(from) && nodes.has(target) && !(isTakenAway && !passing.edges.has(id)),
        ),
      );
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

/** The same, remembered as long as neither the graph nor what hides or filters changes: for subscribers, who need one value. */
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
