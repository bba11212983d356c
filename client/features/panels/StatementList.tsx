import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { StatementPage, StatementView } from '../../../server/contract/explorer.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { statementsQuery, STATEMENTS_SHOWN } from '../../ui/queries.ts';
import type { StatementFilter } from '../../ui/queries.ts';
import { COMMON } from '../../words/messages/common.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { problemText } from '../../words/problem-text.ts';
import { useDateSpan } from '../../ui/use-date-span.ts';
import { useMessages } from '../../ui/use-messages.ts';

export interface Statements {
  /** Newest first. */
  readonly statements: readonly StatementView[];
  readonly total: number;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly more: () => void;
  readonly retry: () => void;
}

/** The statements of one stance, page by page, in the range of dates of the filters. */
export function useStatements(filter: StatementFilter): Statements {
  const span = useDateSpan();
  const query = useInfiniteQuery(statementsQuery({ ...filter, ...span }));
  const pages: readonly StatementPage[] = query.data?.pages ?? [];
  return {
    statements: pages.flatMap((page) => page.statements),
    total: pages[0]?.total ?? 0,
    isPending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isFetchingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** One error bar for all lists of a panel that could not be fetched: the cause is the same, and one button retries all. */
export function ListsProblem({ lists }: { readonly lists: readonly Statements[] }) {
  const t = useMessages(PANELS);
  const failed = lists.filter(({ error, statements }) => error !== null && statements.length === 0);
  const [first] = failed;
  if (first === undefined) return null;
  const retryAll = () => failed.forEach(({ retry }) => retry());
  return <ErrorBar what={t('statementsProblem')} because={problemText(first.error)} onRetry={retryAll} />;
}

/** Shows statements by `children`, with errors in place and a button that fetches more. */
export function StatementList({ list, children }: { readonly list: Statements; readonly children: ReactNode }) {
  const [t, common] = [useMessages(PANELS), useMessages(COMMON)];
  const { statements, total, error, hasMore, isFetchingMore, more, retry } = list;
  return (
    <>
      {children}
      {error !== null && statements.length > 0 && (
        <ErrorBar what={t('moreProblem')} because={problemText(error)} onRetry={retry} />
      )}
      {hasMore && (
        <p className="list-more">
          <span className="count">
            {t('shownOf', { count: statements.length, total: common('statements', { count: total }) })}
          </span>
          <Button className="button" isDisabled={isFetchingMore} onPress={more}>
            {isFetchingMore
              ? common('fetching')
              : t('showMore', { count: Math.min(STATEMENTS_SHOWN, total - statements.length) })}
          </Button>
        </p>
      )}
    </>
  );
}
