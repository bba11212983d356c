import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { GraphEdge, GraphNode, StatementPage, StatementView } from '../../../server/contract/explorer.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';

/** The maximum number of edges in one request. */
const EDGES_A_REQUEST = 2_000;
const PAGE = 500;
/** The maximum number of nodes for which the server searches neutral statements. */
const MAX_NODES = 5_000;
/** The maximum number of statements that the page keeps. */
export const STATEMENTS_KEPT = 100_000;

/** The prefix of the query keys of the lists. */
export const VIEW_STATEMENTS = ['content', 'viewStatements'] as const;
/** How many lists are kept beside the shown one: the previous one, for undo. */
const LISTS_BESIDE = 1;

/** The start of the next page: the batch of edges, and the cursor in it. */
interface PageStart {
  readonly lot: number;
  readonly cursor: string | undefined;
}

export interface ViewStatements {
  readonly statements: readonly StatementView[];
  /** The total of all batches that have been started; the total of the others is unknown. */
  readonly total: number;
  readonly isComplete: boolean;
  /** There are more statements than the page keeps. */
  readonly isCapped: boolean;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly error: Error | null;
  readonly more: () => void;
  readonly retry: () => void;
}

interface ViewParts {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
}

const keys = new WeakMap<ReadonlyMap<string, unknown>, number>();
let lastKey = 0;

/** A short name for a set of nodes or edges: a key of hundreds of ids would be serialised on every rendering. */
function keyOf(things: ReadonlyMap<string, unknown>): number {
  const key = keys.get(things) ?? (lastKey += 1);
  keys.set(things, key);
  return key;
}

/**
 * Removes the lists of views that are no longer shown, except the latest. Each change of a view makes a new list
 * of up to a hundred thousand statements: too large to be cached for minutes, as other answers are.
 */
export function forgetOlderLists(queries: QueryClient): void {
  const cache = queries.getQueryCache();
  const lists = cache
    .findAll({ queryKey: VIEW_STATEMENTS, type: 'inactive' })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  for (const list of lists.slice(LISTS_BESIDE)) cache.remove(list);
}

/**
 * The statements of the shown edges, and the neutral statements between the shown nodes, which have no edge; newest first, page by page.
 *
 * @param nodes Empty: no neutral statements.
 * @param wantsAll Fetches page after page until all are there, for example to sort them.
 */
export function useViewStatements(
  { nodes, edges }: ViewParts,
  { isShown, wantsAll }: { readonly isShown: boolean; readonly wantsAll: boolean },
): ViewStatements {
  const lots = useMemo(() => {
    const ids = [...edges.values()].filter(({ type }) => type === 'position').map(({ id }) => id);
    // The neutral statements come with the first batch.
    return Array.from({ length: Math.max(nodes.size > 0 ? 1 : 0, Math.ceil(ids.length / EDGES_A_REQUEST)) }, (_, lot) =>
      ids.slice(lot * EDGES_A_REQUEST, (lot + 1) * EDGES_A_REQUEST),
    );
  }, [nodes, edges]);
  const query = useInfiniteQuery({
    queryKey: [...VIEW_STATEMENTS, keyOf(nodes), keyOf(edges)],
    queryFn: ({ signal, pageParam: { lot, cursor } }) =>
      callEndpoint('edgeStatements', {
        body: {
          edges: lots[lot] ?? [],
          limit: PAGE,
          ...(lot === 0 && { neutralAmong: [...nodes.keys()].slice(0, MAX_NODES) }),
          ...(cursor !== undefined && { cursor }),
        },
        signal,
      }),
    initialPageParam: { lot: 0, cursor: undefined } as PageStart,
    getNextPageParam: ({ next }: StatementPage, _pages, { lot }): PageStart | undefined => {
      if (next !== undefined) return { lot, cursor: next };
      return lot + 1 < lots.length ? { lot: lot + 1, cursor: undefined } : undefined;
    },
    enabled: isShown && lots.length > 0,
  });
  const queries = useQueryClient();
  useEffect(() => forgetOlderLists(queries), [queries, nodes, edges]);
  const statements = useMemo(() => query.data?.pages.flatMap((page) => page.statements) ?? [], [query.data]);
  const isCapped = query.hasNextPage && statements.length >= STATEMENTS_KEPT;
  const { hasNextPage, isFetching, error, fetchNextPage } = query;
  const canGoOn = isShown && hasNextPage && !isCapped && !isFetching && error === null;
  useEffect(() => {
    if (wantsAll && canGoOn) void fetchNextPage();
  }, [wantsAll, canGoOn, fetchNextPage]);
  return {
    statements,
    total: totalOf(query.data?.pages ?? [], query.data?.pageParams ?? []),
    isComplete: query.isSuccess && (!hasNextPage || isCapped),
    isCapped,
    isPending: query.isPending && lots.length > 0,
    isFetching,
    error,
    more: () => {
      if (hasNextPage && !isCapped && !isFetching) void fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}

/** Every page contains the total of its batch. */
function totalOf(pages: readonly StatementPage[], starts: readonly unknown[]): number {
  return pages.reduce(
    (sum, page, index) => ((starts[index] as PageStart).cursor === undefined ? sum + page.total : sum),
    0,
  );
}
