/** The queries of the server: one place for their keys, so that one call can invalidate all of them. */
import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { MAX_PAIRS } from '../../server/contract/agreement.ts';
import type { StatementPage } from '../../server/contract/explorer.ts';
import type { CommonNeighbours } from '../../server/contract/paths.ts';
import type { Stance } from '../../server/contract/vocabulary.ts';
import { askReady, callEndpoint } from '../api/call-endpoint.ts';

/** How many statements of a side are shown at first, and added with each “more”. */
export const STATEMENTS_SHOWN = 25;
const READY_EVERY_MS = 15_000;
const READY_WHEN_LOST_MS = 2_500;

/**
 * A failure is shown in place at once and retried when the server responds again, so no query retries by itself.
 * `networkMode: 'always'` because the server is on this machine: it responds even while the browser is offline.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: 60_000, refetchOnWindowFocus: false },
    },
  });
}

export const readyQuery = queryOptions({
  queryKey: ['ready'],
  queryFn: ({ signal }) => askReady(signal),
  staleTime: 0,
  refetchOnWindowFocus: 'always',
  refetchInterval: ({ state }) =>
    state.status === 'error' || state.data?.status === 'unavailable' ? READY_WHEN_LOST_MS : READY_EVERY_MS,
});

export const overviewQuery = queryOptions({
  queryKey: ['content', 'overview'],
  queryFn: ({ signal }) => callEndpoint('overview', { signal }),
});

export const nodeQuery = (id: string) =>
  queryOptions({
    queryKey: ['content', 'node', id],
    queryFn: ({ signal }) => callEndpoint('node', { params: { id }, signal }),
  });

/** A document with its first statements, and with `statement` if it is given. */
export const documentQuery = (id: string, statement?: string) =>
  queryOptions({
    queryKey: ['content', 'document', id, statement],
    queryFn: ({ signal }) =>
      callEndpoint('document', { params: { id }, query: statement === undefined ? {} : { statement }, signal }),
  });

/** A range of dates; both ends are included. */
export interface DateSpan {
  readonly from?: string;
  readonly to?: string;
}

export interface StatementFilter {
  readonly actor?: string;
  readonly claim?: string;
  readonly stance: Stance;
  /** Only statements in this range. */
  readonly from?: string;
  readonly to?: string;
}

export const statementsQuery = (filter: StatementFilter) =>
  infiniteQueryOptions({
    queryKey: ['content', 'statements', filter],
    queryFn: ({ signal, pageParam }) =>
      callEndpoint('statements', {
        query: { ...filter, limit: STATEMENTS_SHOWN, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last: StatementPage) => last.next,
  });

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['content', 'search', text],
    queryFn: ({ signal }) => callEndpoint('search', { query: { q: text, limit: 20 }, signal }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });

export const timelineQuery = (id: string, range: DateSpan) =>
  queryOptions({
    queryKey: ['content', 'timeline', id, range],
    queryFn: ({ signal }) => callEndpoint('timeline', { params: { id }, query: { ...range }, signal }),
  });

/** The most that one answer has. */
const MAX_SOURCES = 500;
export const sourcesQuery = (id: string) =>
  queryOptions({
    queryKey: ['content', 'sources', id],
    queryFn: ({ signal }) => callEndpoint('sources', { params: { id }, query: { limit: MAX_SOURCES }, signal }),
  });

export const positionHistoryQuery = (actor: string, claim: string) =>
  queryOptions({
    queryKey: ['content', 'positionHistory', actor, claim],
    queryFn: ({ signal }) => callEndpoint('positionHistory', { query: { actor, claim }, signal }),
  });

/** The maximum number of nodes that are compared, and the number of nodes that a list shows at first and adds. */
export const MAX_IN_COMMON = 50;
const SHARED_SHOWN = 8;
const SHARED_ADDED = 50;

export type CommonSides = 'opposite' | 'same';

/** What the nodes share, page by page; with `sides`, only where they take opposite sides or all the same. */
export const commonQuery = (ids: readonly string[], sides?: CommonSides) =>
  infiniteQueryOptions({
    queryKey: ['content', 'common', sides ?? 'all', ids],
    queryFn: ({ signal, pageParam }) =>
      callEndpoint('commonNeighbours', {
        body: {
          ids: [...ids],
          ...(sides !== undefined && { sides }),
          ...(pageParam === '' ? { limit: SHARED_SHOWN } : { limit: SHARED_ADDED, cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last: CommonNeighbours) => last.next,
  });

/** Who agrees with whom: all pairs of the actors at once. */
export const agreementQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['content', 'agreement', ids],
    queryFn: ({ signal }) => callEndpoint('agreement', { body: { ids: [...ids], limit: MAX_PAIRS }, signal }),
  });

const IMPORTS_WHILE_RUNNING_MS = 1_000;
const RUNNING: readonly string[] = ['waiting', 'validating', 'loading', 'publishing', 'undoing'];
export const importsQuery = queryOptions({
  queryKey: ['content', 'imports'],
  queryFn: ({ signal }) => callEndpoint('imports', { query: { limit: 50 }, signal }),
  refetchInterval: ({ state }) =>
    state.data?.imports.some((one) => RUNNING.includes(one.state)) ? IMPORTS_WHILE_RUNNING_MS : false,
});
