import { useEffect, useMemo } from 'react';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { filterBy } from '../../state/hiding.ts';
import type { Filters } from '../../state/filters.ts';
import { filterOptions } from '../../state/filter-options.ts';
import type { FilterOptions } from '../../state/filter-options.ts';
import { filterSyncOf } from '../../control/filter-sync.ts';
import type { FacetStatus, FilterSync } from '../../control/filter-sync.ts';

export interface UsedFilters {
  readonly filters: Filters;
  readonly sync: FilterSync;
  readonly status: FacetStatus;
  readonly options: FilterOptions;
  /** Changes the filters, as a step that can be undone. */
  readonly change: (next: Filters) => void;
}

/** The filters and their possible values. `isLooking`: the statements are fetched even before a filter needs them. */
export function useFilters(isLooking: boolean): UsedFilters {
  const explorer = useExplorer();
  const { store } = explorer;
  const sync = filterSyncOf(explorer);
  const filters = useExplorerState((state) => state.filters);
  const nodes = useExplorerState((state) => state.nodes);
  const edges = useExplorerState((state) => state.edges);
  const status = useValue(sync.status);
  const { facetsOf } = status;
  useEffect(() => (isLooking ? sync.want() : undefined), [isLooking, sync, edges]);
  const options = useMemo(() => filterOptions({ nodes, edges }, facetsOf), [nodes, edges, facetsOf]);
  const change = (next: Filters) => store.step((state) => filterBy(state, next));
  return { filters, sync, status, options, change };
}
