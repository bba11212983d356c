/** The counts that the legend and the badges show. Pure. */
import { isContested } from '../../server/contract/contention.ts';
import type { GraphEdge } from '../../server/contract/explorer.ts';
import type { ExplorerState } from './explorer-state.ts';

export const LEGEND_ROWS = ['asserts', 'denies', 'hedged', 'reported', 'speaksFor', 'contested'] as const;
export type LegendRow = (typeof LEGEND_ROWS)[number];

/** The ids of the nodes or edges of each legend row; a hedged or reported edge also counts under its stance. */
export function legendMembers(
  state: Pick<ExplorerState, 'nodes' | 'edges'>,
): ReadonlyMap<LegendRow, readonly string[]> {
  const members = new Map<LegendRow, string[]>(LEGEND_ROWS.map((row) => [row, []]));
  for (const edge of state.edges.values()) {
    for (const row of rowsOf(edge)) members.get(row)?.push(edge.id);
  }
  for (const node of state.nodes.values()) {
    if (isContested(node)) members.get('contested')?.push(node.id);
  }
  return members;
}

function rowsOf(edge: GraphEdge): readonly LegendRow[] {
  if (edge.type === 'speaksFor') return ['speaksFor'];
  return edge.modality === 'stated' ? [edge.stance] : [edge.stance, edge.modality];
}

/** The number of missing positions of each node; nodes with none missing are left out. */
export function hiddenNeighbours(state: Pick<ExplorerState, 'nodes' | 'edges'>): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const edge of state.edges.values()) {
    if (edge.type === 'speaksFor') continue;
    for (const end of [edge.source, edge.target]) shown.set(end, (shown.get(end) ?? 0) + 1);
  }
  const hidden = new Map<string, number>();
  for (const node of state.nodes.values()) {
    const positions = node.type === 'actor' ? node.asserts + node.denies : node.asserters + node.deniers;
    const missing = positions - (shown.get(node.id) ?? 0);
    if (missing > 0) hidden.set(node.id, missing);
  }
  return hidden;
}
