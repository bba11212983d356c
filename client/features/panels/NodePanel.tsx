import { useQuery } from '@tanstack/react-query';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorerState } from '../../ui/explorer-context.ts';
import { nodeQuery } from '../../ui/queries.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { ActorPanel } from './ActorPanel.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';

/** The panel of an actor or a claim. It shows at once what the canvas has, and the details when they arrive. */
export function NodePanel({ id }: { readonly id: string }) {
  const t = useMessages(PANELS);
  const shown = useExplorerState((state) => state.nodes.get(id));
  const details = useQuery(nodeQuery(id));
  const node = details.data?.node ?? shown;
  if (node === undefined) {
    return details.error === null ? (
      <PanelOutline />
    ) : (
      <NodeProblem error={details.error} onRetry={() => void details.refetch()} />
    );
  }
  return (
    <>
      {node.type === 'claim' ? (
        <ClaimPanel claim={node} details={details.data} />
      ) : (
        <ActorPanel actor={node} details={details.data} />
      )}
      {details.error !== null && details.data === undefined && (
        <ErrorBar
          what={t('neighboursProblem')}
          because={problemText(details.error)}
          onRetry={() => void details.refetch()}
        />
      )}
    </>
  );
}

function NodeProblem({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useMessages(PANELS);
  return <ErrorBar what={t('detailsProblem')} because={problemText(error)} onRetry={onRetry} />;
}
