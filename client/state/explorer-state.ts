/**
 * What the explorer shows, as one immutable value: all that a link, a saved view or an undo must bring back, and
 * nothing else. The steps from one value to the next are in reducers.ts.
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

/** What the side panel is open on. A document remembers what led to it, for the way back. */
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
/** What was looked for with the paths panel. */
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
  /** Of everything selected at once. */
  | { readonly kind: 'selection' }
  /** How an actor's position on a claim went. */
  | { readonly kind: 'history'; readonly actor: string; readonly claim: string };

/** One table of the twin of the canvas. Column names are the table's own. */
export interface TableLook {
  readonly sort: { readonly column: string; readonly isDescending: boolean } | undefined;
  /** Columns that are not shown. */
  readonly without: readonly string[];
}
export interface TableState {
  readonly shown: TableName;
  /** Words that rows must hold. */
  readonly text: string;
  readonly looks: Readonly<Record<TableName, TableLook>>;
}

export interface ExplorerState {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Every edge joins two of the nodes. */
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Every node has one; model coordinates, in pixels at zoom 1. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly pinned: ReadonlySet<string>;
  /** Ids of nodes and edges that are shown. */
  readonly selection: ReadonlySet<string>;
  /** Nodes that the user has hidden; they keep their places. What is shown says `visibleGraph`. */
  readonly hidden: ReadonlySet<string>;
  /** For a node that an expansion brought: the node that was expanded. */
  readonly broughtBy: ReadonlyMap<string, string>;
  readonly filters: Filters;
  readonly styleRules: readonly StyleRule[];
  /** The layout that was applied last. */
  readonly layout: LayoutName;
  /** Nodes and edges that are pointed out, such as those of a path. */
  readonly highlight: ReadonlySet<string>;
  readonly panel: Panel | undefined;
  /** Panels that back and forward lead to, the nearest last. */
  readonly panelBack: readonly Panel[];
  readonly panelForward: readonly Panel[];

  // What undo leaves alone: see KEPT_BY_UNDO.
  /** What the camera saw when it last came to rest; the canvas itself knows where it is now. */
  readonly camera: CameraView | undefined;
  /** What stands in the search field. */
  readonly query: string;
  readonly table: TableState;
  readonly screen: Screen;
  readonly theme: ThemeChoice;
}

/** Parts of the state that are changed by `patch`: undo and redo leave them as they are. */
export const KEPT_BY_UNDO = [
  'camera',
  'query',
  'table',
  'screen',
  'theme',
] as const satisfies readonly (keyof ExplorerState)[];

/** Nodes with their edges, and where the nodes stand. */
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

/** Whether the panel stands beside a screen. */
export function hasPanel(screen: Screen): boolean {
  return screen === 'graph' || screen === 'table';
}
