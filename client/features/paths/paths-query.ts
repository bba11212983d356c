import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PathsPanel } from '../../state/explorer-state.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';

/** The maximum number of hops that the server follows. */
export const MAX_HOPS = 6;
const PATHS_SHOWN = 5;

/** The shortest paths between two nodes. Disabled until both are known. */
export const pathsQuery = ({ from, to, stances }: PathsPanel) =>
  queryOptions({
    queryKey: ['content', 'paths', from, to, stances],
    queryFn: ({ signal }) =>
      callEndpoint('paths', {
        query: { from, to, k: PATHS_SHOWN, maxHops: MAX_HOPS, ...(stances.length > 0 && { stances: [...stances] }) },
        signal,
      }),
    enabled: from !== '' && to !== '' && from !== to,
  });

const OPTIONS = 12;
/** Actors and claims for a search field. */
export const nodeSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ['content', 'search', 'nodes', text],
    queryFn: ({ signal }) =>
      callEndpoint('search', { query: { q: text, kinds: ['actor', 'claim'], limit: OPTIONS }, signal }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
