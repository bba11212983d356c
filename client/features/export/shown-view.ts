/** The content of an export: the graph as it is shown, and the same as a scene. */
import type { StatementView } from '../../../server/contract/explorer.ts';
import { applyStyleRules } from '../../graph/scene/style-rules.ts';
import type { StyleLegendEntry } from '../../graph/scene/style-rules.ts';
import { needsCompactCards } from '../../graph/scene/node-geometry.ts';
import { timeTicks } from '../../graph/layout/time-axis.ts';
import type { TimeTick } from '../../graph/layout/time-axis.ts';
import type { Scene } from '../../graph/scene/scene.ts';
import { passesStatement } from '../../state/pass-filters.ts';
import type { ExplorerState } from '../../state/explorer-state.ts';
import { isFiltering } from '../../state/filters.ts';
import type { VisibleGraph } from '../../state/visible-graph.ts';
import type { ShownGraph } from './shown-graph.ts';

export interface ShownView {
  readonly visible: VisibleGraph;
  readonly scene: Scene;
  readonly styleLegend: readonly StyleLegendEntry[];
  /** Only for the layout by date. */
  readonly axis: readonly TimeTick[];
}

export function shownView(state: ExplorerState, visible: VisibleGraph, theme: 'light' | 'dark'): ShownView {
  const [nodes, edges] = [[...visible.nodes.values()], [...visible.edges.values()]];
  const { styles, legend } = applyStyleRules(nodes, edges, state.styleRules, theme);
  const { positions, selection, pinned, highlight } = state;
  const axis = state.layout === 'date' ? timeTicks({ nodes, edges, positions }) : [];
  return {
    visible,
    axis,
    styleLegend: legend,
    scene: {
      nodes,
      edges,
      isCompact: needsCompactCards(nodes, positions),
      positions,
      selection,
      pinned,
      highlight,
      dimmed: visible.dimmed,
      styles,
      theme,
    },
  };
}

/** The graph without what the filters dim. */
export function passingGraph({ nodes, edges, dimmed }: VisibleGraph): ShownGraph {
  return {
    nodes: new Map([...nodes].filter(([id]) => !dimmed.has(id))),
    edges: new Map([...edges].filter(([id]) => !dimmed.has(id))),
  };
}

/** The statements of the edges, and the neutral statements between the nodes, without those that do not pass the filters. */
export function statementsOf(
  statements: readonly StatementView[],
  graph: ShownGraph,
  filters: ExplorerState['filters'],
  onlyPassing: boolean,
): readonly StatementView[] {
  const behind = statements.filter(({ actor, stance, claim }) =>
    stance === 'neutral'
      ? filters.stances.length === 0 && graph.nodes.has(actor.id) && graph.nodes.has(claim.id)
      : graph.edges.has(`${actor.id} ${stance} ${claim.id}`),
  );
  if (!onlyPassing || !isFiltering(filters)) return behind;
  return behind.filter(({ date, modality, document, reportedBy }) =>
    passesStatement({ date, modality, publisher: document?.publisher, isFirstHand: reportedBy.length === 0 }, filters),
  );
}
