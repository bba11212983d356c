/** Hiding nodes, and selecting among what is visible. Hidden nodes keep their positions. */
import { isContested } from '../../server/contract/contention.ts';
import type { GraphNode, NeighbourKind } from '../../server/contract/explorer.ts';
import type { EdgeStance } from '../../server/contract/vocabulary.ts';
import { select } from './reducers.ts';
import type { ExplorerState } from './explorer-state.ts';
import type { Filters } from './filters.ts';
import { pruneDangling } from './prune-dangling.ts';
import type { VisibleGraph } from './visible-graph.ts';

type Shown = Pick<VisibleGraph, 'nodes' | 'edges'>;

/** Hides nodes; other ids are ignored. Hidden nodes are removed from the selection. */
export function hide(state: ExplorerState, ids: Iterable<string>): ExplorerState {
  const added = [...ids].filter((id) => state.nodes.has(id) && !state.hidden.has(id));
  return added.length === 0 ? state : withHidden(state, new Set([...state.hidden, ...added]));
}

/** Hides all nodes except these and the ends of these edges. Hidden nodes among them are restored. */
export function keepOnly(state: ExplorerState, ids: Iterable<string>): ExplorerState {
  const kept = new Set(
    [...ids].flatMap((id) => {
      const edge = state.edges.get(id);
      return edge === undefined ? [id] : [edge.source, edge.target];
    }),
  );
  if (![...kept].some((id) => state.nodes.has(id))) return state;
  const hidden = new Set([...state.nodes.keys()].filter((id) => !kept.has(id)));
  const isSame = hidden.size === state.hidden.size && [...hidden].every((id) => state.hidden.has(id));
  return isSame ? state : withHidden(state, hidden);
}

/** Shows these hidden nodes, or all of them, again at their positions. */
export function restore(state: ExplorerState, ids: Iterable<string> = state.hidden): ExplorerState {
  const shown = new Set(ids);
  const hidden = new Set([...state.hidden].filter((id) => !shown.has(id)));
  return hidden.size === state.hidden.size ? state : { ...state, hidden };
}

/** Removes nodes from the view: unlike hidden ones they are neither counted nor restored. */
export function removeNodes(state: ExplorerState, ids: Iterable<string>): ExplorerState {
  const gone = new Set([...ids].filter((id) => state.nodes.has(id)));
  if (gone.size === 0) return state;
  return pruneDangling({ ...state, nodes: new Map([...state.nodes].filter(([id]) => !gone.has(id))) });
}

function withHidden(state: ExplorerState, hidden: ReadonlySet<string>): ExplorerState {
  const isShown = (id: string) => {
    const edge = state.edges.get(id);
    return edge === undefined ? !hidden.has(id) : !hidden.has(edge.source) && !hidden.has(edge.target);
  };
  return { ...state, hidden, selection: new Set([...state.selection].filter(isShown)) };
}

/** Inverts the selection among the visible nodes. */
export function invertSelection(state: ExplorerState, shown: Shown): ExplorerState {
  return select(
    state,
    [...shown.nodes.keys()].filter((id) => !state.selection.has(id)),
    'replace',
  );
}

/** Adds the neighbours of the selected nodes and the ends of the selected edges to the selection. */
export function selectNeighbours(state: ExplorerState, shown: Shown): ExplorerState {
  const { selection } = state;
  const joined = [...shown.edges.values()]
    .filter(({ id, source, target }) => selection.has(id) || selection.has(source) || selection.has(target))
    .flatMap(({ source, target }) => [source, target]);
  return select(state, [...new Set([...selection, ...joined])], 'replace');
}

/** The kinds to select nodes by: the kind of an actor, claims, or contested claims. */
export type SelectableKind = NeighbourKind | 'claim' | 'contested';

/** Selects all visible nodes of a kind. */
export function selectByKind(state: ExplorerState, shown: Shown, kind: SelectableKind): ExplorerState {
  return select(
    state,
    [...shown.nodes.values()].filter((node) => isOfKind(node, kind)).map(({ id }) => id),
    'replace',
  );
}

function isOfKind(node: GraphNode, kind: SelectableKind): boolean {
  if (kind === 'contested') return isContested(node);
  if (node.type === 'claim') return kind === 'claim';
  return (node.kind ?? 'unknown') === kind;
}

/** Selects all visible edges of a stance. */
export function selectByStance(state: ExplorerState, shown: Shown, stance: EdgeStance): ExplorerState {
  const edges = [...shown.edges.values()].filter((edge) => edge.type === 'position' && edge.stance === stance);
  return select(
    state,
    edges.map(({ id }) => id),
    'replace',
  );
}

/** Changes some of the filters; the others stay. */
export function filterBy(state: ExplorerState, change: Partial<Filters>): ExplorerState {
  return { ...state, filters: { ...state.filters, ...change } };
}

/** Highlights nodes and edges, such as those of a path; an empty list removes the highlight. */
export function highlight(state: ExplorerState, ids: readonly string[]): ExplorerState {
  if (ids.length === 0 && state.highlight.size === 0) return state;
  return { ...state, highlight: new Set(ids.filter((id) => state.nodes.has(id) || state.edges.has(id))) };
}
