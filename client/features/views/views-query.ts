/** The list of saved views, page by page. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ViewList } from '../../../server/contract/views.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';

const PAGE_SIZE = 48;

export const viewsQuery = infiniteQueryOptions({
  queryKey: ['content', 'views'],
  queryFn: ({ signal, pageParam }) =>
    callEndpoint('views', { query: { limit: PAGE_SIZE, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
  initialPageParam: '',
  getNextPageParam: (last: ViewList) => last.next,
  // Other users save views, too.
  staleTime: 0,
});
