/** The shown graph as rows. Pure. */
import type { VisibleGraph } from '../../state/visible-graph.ts';
import { hiddenNeighbours } from '../../state/view-counts.ts';
import type { EdgeRow, NodeRow } from './columns.ts';

type Shown = Pick<VisibleGraph, 'nodes' | 'edges'>;

/** The shown nodes, in the order in which they were added. */
export function nodeRows({ nodes, edges }: Shown, pinned: ReadonlySet<string>): readonly NodeRow[] {
  const shown = new Map<string, number>();
  for (const { source, target } of edges.values()) {
    for (const end of [source, target]) shown.set(end, (shown.get(end) ?? 0) + 1);
  }
  const missing = hiddenNeighbours({ nodes, edges });
  return [...nodes.values()].map((node) => ({
    node,
    shown: shown.get(node.id) ?? 0,
    missing: missing.get(node.id) ?? 0,
    isPinned: pinned.has(node.id),
  }));
}

/** The shown edges with their ends. */
export function edgeRows({ nodes, edges }: Shown): readonly EdgeRow[] {
  return [...edges.values()].flatMap((edge) => {
    const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
    return source === undefined || target === undefined ? [] : [{ edge, source, target }];
  });
}
