/** Names the steps of the history by what they changed, so that every step has a name in each language. */
import type { ExplorerState } from './explorer-state.ts';
import { isFiltering } from './filters.ts';

export const STEP_KINDS = [
  'add',
  'remove',
  'replace',
  'hide',
  'restore',
  'keepOnly',
  'move',
  'layout',
  'pin',
  'unpin',
  'filter',
  'unfilter',
  'style',
  'highlight',
  'select',
  'deselect',
  'panel',
  'closePanel',
  'expand',
  'collapse',
  'openView',
  'openLink',
  'reset',
  'other',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface StepName {
  readonly kind: StepKind;
  /** The number of nodes; for a selection, of nodes and edges. */
  readonly count?: number;
  /** The id of a single node or edge, or the name of a saved view. */
  readonly of?: string;
}

type Reading = (before: ExplorerState, after: ExplorerState) => StepName | undefined;

/** The first reading with a result names the step: a change of the graph precedes the change of selection that comes with it. */
const READINGS: readonly Reading[] = [
  nodesName,
  hiddenName,
  pinsName,
  positionsName,
  filtersName,
  stylesName,
  highlightName,
  selectionName,
  panelName,
];

/** The name of the step that leads from one state to the next. */
export function stepName(before: ExplorerState, after: ExplorerState): StepName {
  for (const reading of READINGS) {
    const name = reading(before, after);
    if (name !== undefined) return name;
  }
  return { kind: 'other' };
}

function named(kind: StepKind, ids: readonly string[]): StepName {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? { kind, count: 1, of: only } : { kind, count: ids.length };
}

const missingIn = (ids: Iterable<string>, others: { has(id: string): boolean }): string[] =>
  [...ids].filter((id) => !others.has(id));

function nodesName({ nodes: before }: ExplorerState, { nodes: after }: ExplorerState): StepName | undefined {
  if (before === after) return undefined;
  const [added, removed] = [missingIn(after.keys(), before), missingIn(before.keys(), after)];
  if (added.length > 0 && removed.length > 0) return { kind: 'replace', count: after.size };
  if (added.length > 0) return named('add', added);
  return removed.length > 0 ? named('remove', removed) : undefined;
}

function hiddenName({ hidden: before }: ExplorerState, { hidden: after }: ExplorerState): StepName | undefined {
  if (before === after) return undefined;
  const hidden = missingIn(after, before);
  const restored = missingIn(before, after);
  if (hidden.length > 0) return named('hide', hidden);
  return restored.length > 0 ? named('restore', restored) : undefined;
}

function pinsName({ pinned: before }: ExplorerState, { pinned: after }: ExplorerState): StepName | undefined {
  if (before === after) return undefined;
  const pinned = missingIn(after, before);
  return pinned.length > 0 ? named('pin', pinned) : named('unpin', missingIn(before, after));
}

function positionsName(before: ExplorerState, after: ExplorerState): StepName | undefined {
  if (before.positions === after.positions) return undefined;
  const moved = [...after.positions]
    .filter(([id, { x, y }]) => {
      const at = before.positions.get(id);
      return at !== undefined && (at.x !== x || at.y !== y);
    })
    .map(([id]) => id);
  if (moved.length === 0) return undefined;
  return before.layout === after.layout ? named('move', moved) : { kind: 'layout', of: after.layout };
}

function filtersName({ filters: before }: ExplorerState, { filters: after }: ExplorerState): StepName | undefined {
  if (before === after) return undefined;
  return { kind: isFiltering(after) ? 'filter' : 'unfilter' };
}

function stylesName({ styleRules: before }: ExplorerState, { styleRules: after }: ExplorerState): StepName | undefined {
  return before === after ? undefined : { kind: 'style' };
}

function highlightName(
  { highlight: before }: ExplorerState,
  { highlight: after }: ExplorerState,
): StepName | undefined {
  return before === after ? undefined : { kind: 'highlight', count: after.size };
}

function selectionName(
  { selection: before }: ExplorerState,
  { selection: after }: ExplorerState,
): StepName | undefined {
  if (before === after) return undefined;
  if (after.size > 0 && (before.size !== after.size || missingIn(after, before).length > 0))
    return named('select', [...after]);
  return after.size === 0 && before.size > 0 ? { kind: 'deselect' } : undefined;
}

function panelName({ panel: before }: ExplorerState, { panel: after }: ExplorerState): StepName | undefined {
  if (before === after) return undefined;
  if (after === undefined) return { kind: 'closePanel' };
  return 'id' in after ? { kind: 'panel', of: after.id } : { kind: 'panel' };
}
