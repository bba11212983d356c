/** Everything that the user can do with a button or a key, as a table: both use the same row. */
import type { GraphController } from '../graph/graph-controller.ts';
import type { Commands } from './commands.ts';
import { chooseTheme, leavePanel, select, showScreen, THEMES, togglePins } from './explorer-state.ts';
import type { ExplorerStore } from './explorer-store.ts';
import type { VisibleGraph } from './visible-graph.ts';

export interface ActionContext {
  readonly store: ExplorerStore;
  readonly commands: Commands;
  /** What is on the screen. */
  readonly visible: () => VisibleGraph;
  /** Absent until the canvas is there. */
  readonly graph: () => GraphController | undefined;
  readonly goToSearch: () => void;
  readonly showHelp: () => void;
  /** Goes to the next (1) or previous (-1) quotation of the open document; absent while none is open. */
  readonly turnQuotation: () => ((by: 1 | -1) => void) | undefined;
  /** Fetches the start view again and shows it. */
  readonly resetView: () => void;
}

export interface Action {
  readonly id: string;
  readonly label: string;
  /** As `keyMatches` reads them; the first is shown. */
  readonly keys: readonly string[];
  readonly group: 'Find' | 'View' | 'Selection' | 'Page';
  readonly isEnabled: (context: ActionContext) => boolean;
  readonly perform: (context: ActionContext) => void;
}

const ZOOM_STEP = 1.25;
const always = () => true;
const isOnGraph = ({ store, graph }: ActionContext) => store.state().screen === 'graph' && graph() !== undefined && store.state().nodes.size > 0;
const selectedNodes = ({ store }: ActionContext) => [...store.state().selection].filter((id) => store.state().nodes.has(id));

export const ACTIONS = {
  search: {
    id: 'search', label: 'Search', keys: ['/', 'Mod+K'], group: 'Find',
    isEnabled: always, perform: (context) => context.goToSearch(),
  },
  undo: {
    id: 'undo', label: 'Undo', keys: ['Mod+Z'], group: 'View',
    isEnabled: ({ store }) => store.canUndo(), perform: ({ store }) => store.undo(),
  },
  redo: {
    id: 'redo', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], group: 'View',
    isEnabled: ({ store }) => store.canRedo(), perform: ({ store }) => store.redo(),
  },
  zoomIn: {
    id: 'zoomIn', label: 'Zoom in', keys: ['+', '='], group: 'View',
    isEnabled: isOnGraph, perform: ({ graph }) => graph()?.zoomBy(ZOOM_STEP),
  },
  zoomOut: {
    id: 'zoomOut', label: 'Zoom out', keys: ['-'], group: 'View',
    isEnabled: isOnGraph, perform: ({ graph }) => graph()?.zoomBy(1 / ZOOM_STEP),
  },
  fit: {
    id: 'fit', label: 'Fit everything on screen', keys: ['0'], group: 'View',
    isEnabled: isOnGraph, perform: ({ graph }) => graph()?.fit(),
  },
  reset: {
    id: 'reset', label: 'Reset to the start view', keys: ['Shift+R'], group: 'View',
    isEnabled: ({ graph, store }) => store.state().screen === 'graph' && graph() !== undefined, perform: (context) => context.resetView(),
  },
  expand: {
    id: 'expand', label: 'Show neighbours', keys: ['E'], group: 'Selection',
    isEnabled: (context) => selectedNodes(context).length === 1,
    perform: (context) => {
      const [id] = selectedNodes(context);
      if (id !== undefined) void context.commands.expand(id);
    },
  },
  pin: {
    id: 'pin', label: 'Pin or unpin', keys: ['P'], group: 'Selection',
    isEnabled: (context) => selectedNodes(context).length > 0,
    perform: (context) => context.store.step((state) => togglePins(state, selectedNodes(context))),
  },
  reveal: {
    id: 'reveal', label: 'Bring into view', keys: ['.'], group: 'Selection',
    isEnabled: (context) => isOnGraph(context) && context.store.state().selection.size > 0,
    perform: ({ store, graph }) => {
      const [id] = store.state().selection;
      if (id !== undefined) graph()?.reveal(id);
    },
  },
  previousQuotation: {
    id: 'previousQuotation', label: 'Previous quotation of the document', keys: ['['], group: 'Selection',
    isEnabled: ({ turnQuotation }) => turnQuotation() !== undefined, perform: ({ turnQuotation }) => turnQuotation()?.(-1),
  },
  nextQuotation: {
    id: 'nextQuotation', label: 'Next quotation of the document', keys: [']'], group: 'Selection',
    isEnabled: ({ turnQuotation }) => turnQuotation() !== undefined, perform: ({ turnQuotation }) => turnQuotation()?.(1),
  },
  close: {
    id: 'close', label: 'Close the panel, then clear the selection', keys: ['Escape'], group: 'Selection',
    isEnabled: ({ store }) => store.state().screen !== 'graph' || store.state().panel !== undefined || store.state().selection.size > 0,
    perform: ({ store }) => store.step((state) => {
      if (state.screen !== 'graph') return showScreen(state, 'graph');
      return state.panel === undefined ? select(state, [], 'replace') : leavePanel(state);
    }),
  },
  theme: {
    id: 'theme', label: 'Change the theme', keys: ['Shift+D'], group: 'Page',
    isEnabled: always,
    perform: ({ store }) => store.patch((state) => {
      const next = THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length];
      return chooseTheme(state, next ?? 'system');
    }),
  },
  help: {
    id: 'help', label: 'Shortcuts', keys: ['?'], group: 'Page',
    isEnabled: always, perform: (context) => context.showHelp(),
  },
} as const satisfies Record<string, Action>;
export type ActionId = keyof typeof ACTIONS;

/** All actions, in the order in which the help lists them. */
export const ACTION_LIST: readonly Action[] = Object.values(ACTIONS);
