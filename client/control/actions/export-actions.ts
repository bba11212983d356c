/** Actions that filter, style and export the view. */
import { isOnGraph } from '../action.ts';
import type { Action, ActionContext } from '../action.ts';
import { filterBy } from '../../state/hiding.ts';
import { isFiltering, NO_FILTERS } from '../../state/filters.ts';
import { openTool } from '../open-tool.ts';

const hasNodes = ({ store }: ActionContext) => store.state().nodes.size > 0;
const isFiltered = ({ store }: ActionContext) => isFiltering(store.state().filters);

export const EXPORT_ACTIONS = {
  filters: {
    id: 'filters',
    keys: ['Shift+F'],
    group: 'View',
    isEnabled: hasNodes,
    perform: () => openTool.set(openTool.value() === 'filters' ? undefined : 'filters'),
  },
  filterMode: {
    id: 'filterMode',
    keys: [],
    group: 'View',
    isEnabled: isFiltered,
    perform: ({ store }) =>
      store.step((state) => filterBy(state, { mode: state.filters.mode === 'dim' ? 'hide' : 'dim' })),
  },
  clearFilters: {
    id: 'clearFilters',
    keys: [],
    group: 'View',
    isEnabled: isFiltered,
    perform: ({ store }) => store.step((state) => filterBy(state, { ...NO_FILTERS, mode: state.filters.mode })),
  },
  styles: {
    id: 'styles',
    keys: ['Shift+S'],
    group: 'View',
    isEnabled: isOnGraph,
    perform: () => openTool.set(openTool.value() === 'styles' ? undefined : 'styles'),
  },
  export: { id: 'export', keys: ['X'], group: 'View', isEnabled: hasNodes, perform: () => openTool.set('export') },
} as const satisfies Record<string, Action>;
