/** The shown graph as rows. Pure. */
import { byTelling } from '../../../server/contract/telling-order.ts';
import type { VisibleGraph } from '../../state/visible-graph.ts';
import { hiddenNeighbours } from '../../state/view-counts.ts';
import type { EdgeRow, NodeRow } from './columns.ts';

type Shown = Pick<VisibleGraph, 'nodes' | 'edges'>;

/** The shown nodes, claims before actors, the more telling first: the order of an unsorted table, and of ties. */
export function nodeRows({ nodes, edges }: Shown, pinned: ReadonlySet<string>): readonly NodeRow[] {
  const shown = new Map<string, number>();
  for (const { source, target } of edges.values()) {
    for (const end of [source, target]) shown.set(end, (shown.get(end) ?? 0) + 1);
  }
  const missing = hiddenNeighbours({ nodes, edges });
  return [...nodes.values()]
    .toSorted(byTelling)
    .map((node) => ({
      node,
      shown: shown.get(node.id) ?? 0,
      missing: missing.get(node.id) ?? 0,
      isPinned: pinned.has(node.id),
    }));
}

/** The shown edges with their ends: those with most statements first, then the latest, then those on the more telling claim. */
export function edgeRows({ nodes, edges }: Shown): readonly EdgeRow[] {
  return [...edges.values()]
    .flatMap((edge) => {
      const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
      return source === undefined || target === undefined ? [] : [{ edge, source, target }];
    })
    .toSorted(byStatements);
}

function byStatements(a: EdgeRow, b: EdgeRow): number {
  const [x, y] = [measuresOf(a), measuresOf(b)];
  return (
    y.statements - x.statements ||
    (x.day === y.day ? 0 : x.day < y.day ? 1 : -1) ||
    byTelling(a.target, b.target) ||
    byTelling(a.source, b.source) ||
    (a.edge.id < b.edge.id ? -1 : 1)
  );
}

function measuresOf({ edge }: EdgeRow) {
  return edge.type === 'position'
    ? { statements: edge.statements, day: edge.lastDate ?? '' }
    : { statements: 0, day: '' };
}
