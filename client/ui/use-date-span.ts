import { useMemo } from 'react';
import { useExplorerState } from './explorer-context.ts';
import type { DateSpan } from './queries.ts';

/** The range of dates of the filters: panels show and count only the statements in it. Empty without one. */
export function useDateSpan(): DateSpan {
  const from = useExplorerState(({ filters }) => filters.from);
  const to = useExplorerState(({ filters }) => filters.to);
  return useMemo(() => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }), [from, to]);
}
