import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PlugZap } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from '../ui/use-messages.ts';
import { useExplorer } from '../ui/explorer-context.ts';
import { readyQuery } from '../ui/queries.ts';

type Connection = 'ready' | 'no-server' | 'no-database' | 'unknown';

/** A line shown while server or database do not respond. It polls, and refreshes the page's content when they respond again. */
export function ConnectionBar() {
  const t = useMessages(PAGE);
  const { contentChanged } = useExplorer();
  const queries = useQueryClient();
  const { data: ready, isError, isSuccess } = useQuery(readyQuery);
  const connection = connectionOf({ isError, isSuccess, status: ready?.status });
  const seen = useRef<{ connection: Connection; dataVersion: number | undefined }>({
    connection: 'unknown',
    dataVersion: undefined,
  });

  useEffect(() => {
    const before = seen.current;
    if (connection === 'unknown') return;
    const isBack = connection === 'ready' && (before.connection === 'no-server' || before.connection === 'no-database');
    const isNewer =
      connection === 'ready' && before.dataVersion !== undefined && before.dataVersion !== ready?.dataVersion;
    seen.current = { connection, dataVersion: connection === 'ready' ? ready?.dataVersion : before.dataVersion };
    if (isBack || isNewer) contentChanged();
  }, [connection, ready?.dataVersion, contentChanged]);

  useEffect(() => watchFailures(queries), [queries]);

  if (connection === 'ready' || connection === 'unknown') return null;
  return (
    <div className="connection-bar" role="status">
      <PlugZap aria-hidden="true" />
      {t(connection === 'no-server' ? 'noServer' : 'noDatabase')}
    </div>
  );
}

function connectionOf({
  isError,
  isSuccess,
  status,
}: {
  isError: boolean;
  isSuccess: boolean;
  status: string | undefined;
}): Connection {
  if (isError) return 'no-server';
  if (!isSuccess) return 'unknown';
  return status === 'ready' ? 'ready' : 'no-database';
}

/** Checks the connection at once when any query fails because server or database do not respond. */
function watchFailures(queries: ReturnType<typeof useQueryClient>): () => void {
  return queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey[0] === 'ready' || query.state.status !== 'error') return;
    void queries.invalidateQueries({ queryKey: readyQuery.queryKey });
  });
}
