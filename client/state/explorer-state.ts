/**
 * The state of the explorer as one immutable value: exactly what a link, a saved view or undo must restore. The
 * transitions from one value to the next are in reducers.ts.
 */
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import type { EdgeStance } from '../../server/contract/vocabulary.ts';
import type { CameraView } from '../graph/scene/camera-view.ts';
import type { Point } from '../graph/scene/geometry.ts';
import type { LayoutName } from '../graph/layout/layout-names.ts';
import type { StyleRule } from '../graph/scene/style-rules.ts';
import { NO_FILTERS } from './filters.ts';
import type { Filters } from './filters.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof THEMES)[number];
export const SCREENS = ['graph', 'table', 'views', 'import'] as const;
export type Screen = (typeof SCREENS)[number];
export const TABLES = ['nodes', 'edges', 'statements'] as const;
export type TableName = (typeof TABLES)[number];

/** The content of the side panel. A document keeps the panel that it was opened from, for the way back. */
export type EvidencePanel =
  | { readonly kind: 'overview' }
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'edge'; readonly id: string };
export type DocumentPanel = {
  readonly kind: 'document';
  readonly id: string;
  readonly statement: string | undefined;
  readonly from: Exclude<Panel, DocumentPanel> | undefined;
};
/** The query of the paths panel. */
export type PathsPanel = {
  readonly kind: 'paths';
  readonly from: string;
  readonly to: string;
  readonly stances: readonly EdgeStance[];
};
export type Panel =
  | EvidencePanel
  | DocumentPanel
  | PathsPanel
  /** Summary of the whole selection. */
  | { readonly kind: 'selection' }
  /** How an actor's position on a claim changed over time. */
  | { readonly kind: 'history'; readonly actor: string; readonly claim: string };

/** Sorting and columns of one table. Each table defines its own column names. */
export interface TableLook {
  readonly sort: { readonly column: string; readonly isDescending: boolean } | undefined;
  /** Hidden columns. */
  readonly without: readonly string[];
}
export interface TableState {
  readonly shown: TableName;
  /** Words that rows must contain. */
  readonly text: string;
  readonly looks: Readonly<Record<TableName, TableLook>>;
}

export interface ExplorerState {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Every edge joins two of the nodes. */
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** One for each node; model coordinates, in pixels at zoom 1. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly pinned: ReadonlySet<string>;
  /** Ids of visible nodes and edges. */
  readonly selection: ReadonlySet<string>;
  /** Nodes that the user has hidden; they keep their positions. `visibleGraph` computes what is visible. */
  readonly hidden: ReadonlySet<string>;
  /** For each node that an expansion added: the node that was expanded. */
  readonly broughtBy: ReadonlyMap<string, string>;
  readonly filters: Filters;
  readonly styleRules: readonly StyleRule[];
  /** The layout that was applied last. */
  readonly layout: LayoutName;
  /** Highlighted nodes and edges, such as those of a path. */
  readonly highlight: ReadonlySet<string>;
  readonly panel: Panel | undefined;
  /** The panels that back and forward open, the nearest last. */
  readonly panelBack: readonly Panel[];
  readonly panelForward: readonly Panel[];

  // Undo does not change these: see KEPT_BY_UNDO.
  /** The camera when it last stopped moving; the canvas knows the current one. */
  readonly camera: CameraView | undefined;
  /** The text of the search field. */
  readonly query: string;
  readonly table: TableState;
  readonly screen: Screen;
  readonly theme: ThemeChoice;
}

/** Parts of the state that change by `patch`: undo and redo do not change them. */
export const KEPT_BY_UNDO = [
  'camera',
  'query',
  'table',
  'screen',
  'theme',
] as const satisfies readonly (keyof ExplorerState)[];

/** Nodes with their edges and positions. */
export interface PlacedGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
}

const PLAIN_LOOK: TableLook = { sort: undefined, without: [] };
export const EMPTY_STATE: ExplorerState = {
  nodes: new Map(),
  edges: new Map(),
  positions: new Map(),
  pinned: new Set(),
  selection: new Set(),
  hidden: new Set(),
  broughtBy: new Map(),
  filters: NO_FILTERS,
  styleRules: [],
  layout: 'dispute',
  highlight: new Set(),
  panel: undefined,
  panelBack: [],
  panelForward: [],
  camera: undefined,
  query: '',
  table: { shown: 'nodes', text: '', looks: { nodes: PLAIN_LOOK, edges: PLAIN_LOOK, statements: PLAIN_LOOK } },
  screen: 'graph',
  theme: 'system',
};

/** Whether the screen has the panel beside it. */
export function hasPanel(screen: Screen): boolean {
  return screen === 'graph' || screen === 'table';
}
