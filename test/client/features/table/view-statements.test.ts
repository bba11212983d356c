/** Which lists of statements the page keeps, by their queries. */
import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { createQueryClient } from '../../../../client/ui/queries.ts';
import { forgetOlderLists, VIEW_STATEMENTS } from '../../../../client/features/table/use-view-statements.ts';

it('keeps the list that is shown, the one before it, and all other answers', () => {
  const queries = createQueryClient();
  const keys = [1, 2, 3, 4].map((edges) => [...VIEW_STATEMENTS, 0, edges]);
  for (const [index, key] of keys.entries()) queries.setQueryData(key, index, { updatedAt: 1_000 + index });
  queries.setQueryData(['content', 'overview'], 'other', { updatedAt: 1 });
  const leave = new QueryObserver(queries, {
    queryKey: keys[1] ?? [],
    queryFn: () => 1,
    staleTime: Infinity,
  }).subscribe(() => undefined);
  forgetOlderLists(queries);
  expect(keys.map((key) => queries.getQueryData(key))).toEqual([undefined, 1, undefined, 3]);
  expect(queries.getQueryData(['content', 'overview'])).toBe('other');
  leave();
  queries.clear();
});
