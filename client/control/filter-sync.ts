/**
 * Keeps `passing` in sync with graph and filters, and fetches the facets of statements: once for each
 * edge, and only when a filter or the open panel needs them.
 */
import type { GraphEdge, PositionEdge } from '../../server/contract/explorer.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import { createAttempt } from './attempt.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { isFiltering } from '../state/filters.ts';
import type { Passing } from '../state/filters.ts';
import type { Notices } from './notices.ts';
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';
import { message } from '../words/define-messages.ts';
import { FILTERS } from '../words/messages/filters.ts';
import { facetsByEdge } from '../state/facet-table.ts';
import type { Facet } from '../state/facet-table.ts';
import { needsFacets, passingOf } from '../state/pass-filters.ts';
import type { FacetsOf } from '../state/pass-filters.ts';

/** The limit of one request. */
const EDGES_AT_ONCE = 5_000;

export interface FacetStatus {
  /** The facets fetched so far; a new function after each response. */
  readonly facetsOf: FacetsOf;
  readonly isFetching: boolean;
  readonly isTruncated: boolean;
}

export interface FilterSync {
  readonly status: ValueStore<FacetStatus>;
  /** Fetches facets even if no filter needs them, until the returned function is called. */
  want(): () => void;
  /** Follows the store until the returned function is called. */
  start(): () => void;
}

interface FilterSyncNeeds {
  readonly store: ExplorerStore;
  readonly passing: ValueStore<Passing | undefined>;
  readonly notices: Notices;
}

export function createFilterSync({ store, passing, notices }: FilterSyncNeeds): FilterSync {
  // The key is the edge object: newer content is a new object, so its facets are fetched again.
  const known = new WeakMap<GraphEdge, readonly Facet[]>();
  const status = createValueStore<FacetStatus>({
    facetsOf: (edge) => known.get(edge),
    isFetching: false,
    isTruncated: false,
  });
  const attempt = createAttempt(notices);
  let wishes = 0;
  /** The edges of the last request: a failed request is not repeated automatically. */
  let asked: ReadonlyMap<string, GraphEdge> | undefined;

  const update = () => {
    const { nodes, edges, filters } = store.state();
    passing.set(isFiltering(filters) ? passingOf({ nodes, edges }, filters, status.value().facetsOf) : undefined);
  };
  const fetchFacets = async (missing: readonly PositionEdge[]) => {
    for (let from = 0; from < missing.length; from += EDGES_AT_ONCE) {
      const part = missing.slice(from, from + EDGES_AT_ONCE);
      const ids = part.map(({ id }) => id);
      const columns = await callEndpoint('edgeFacets', { body: { edges: ids } });
      const found = facetsByEdge(ids, columns);
      for (const edge of part) known.set(edge, found.get(edge.id) ?? []);
      status.set({
        facetsOf: (edge) => known.get(edge),
        isFetching: true,
        isTruncated: status.value().isTruncated || columns.truncated,
      });
    }
  };
  const fetchMissing = () => {
    const { edges, filters } = store.state();
    if (edges === asked || status.value().isFetching || (wishes === 0 && !needsFacets(filters))) return;
    asked = edges;
    const missing = [...edges.values()].filter(
      (edge): edge is PositionEdge => edge.type === 'position' && !known.has(edge),
    );
    if (missing.length === 0) return;
    status.set({ ...status.value(), isFetching: true });
    void attempt(message(FILTERS, 'problem'), () =>
      fetchFacets(missing).finally(() => {
        status.set({ ...status.value(), isFetching: false });
        update();
        fetchMissing();
      }),
    );
  };
  return {
    status,
    want() {
      wishes += 1;
      fetchMissing();
      return () => {
        wishes -= 1;
      };
    },
    start() {
      let seen = store.state();
      const look = () => {
        const now = store.state();
        if (now.nodes === seen.nodes && now.edges === seen.edges && now.filters === seen.filters) return;
        seen = now;
        update();
        fetchMissing();
      };
      update();
      fetchMissing();
      return store.subscribe(look);
    },
  };
}

const syncs = new WeakMap<ExplorerStore, FilterSync>();

/** The one sync of a store, created on first use. */
export function filterSyncOf(needs: FilterSyncNeeds): FilterSync {
  const existing = syncs.get(needs.store);
  if (existing) return existing;
  const sync = createFilterSync(needs);
  syncs.set(needs.store, sync);
  return sync;
}
