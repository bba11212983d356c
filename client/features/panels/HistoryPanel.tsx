import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { positionHistoryQuery } from '../../ui/queries.ts';
import { COMMON } from '../../words/messages/common.ts';
import { DETAILS } from '../../words/messages/details.ts';
import { STANCE_VERBS } from '../../words/messages/model.ts';
import { STANCE_MARKS } from '../../words/names.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { ActorLink, ClaimLink } from './NodeLink.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';
import { StatementCard } from './StatementCard.tsx';

/** The history of an actor's position on a claim: its statements, oldest first, with every change of sides marked. */
export function HistoryPanel({ actor, claim }: { readonly actor: string; readonly claim: string }) {
  const [t, common, verbs] = [useMessages(DETAILS), useMessages(COMMON), useMessages(STANCE_VERBS)];
  const history = useQuery(positionHistoryQuery(actor, claim));
  if (history.error !== null && history.data === undefined) {
    return (
      <ErrorBar
        what={t('historyProblem')}
        because={problemText(history.error)}
        onRetry={() => void history.refetch()}
      />
    );
  }
  if (history.data === undefined) return <PanelOutline />;
  const { steps, changes, total, truncated } = history.data;
  return (
    <>
      <p className="panel-kind">{t('historyKind', { statements: common('statements', { count: total }) })}</p>
      <h2 className="edge-title">
        <ActorLink actor={history.data.actor} className="edge-actor" />
        <ClaimLink claim={history.data.claim} />
      </h2>
      <p>
        {changes === 0 ? (
          <span className="muted">{t('noChange')}</span>
        ) : (
          <span className="pill">{t('changes', { count: changes })}</span>
        )}
      </p>
      <ol className="history">
        {steps.map(({ statement, changedFrom }) => (
          <li key={statement.id}>
            {changedFrom !== undefined && (
              <p className={`history-change is-${statement.stance}`}>
                <ArrowLeftRight aria-hidden="true" /> {t(changedFrom === 'denies' ? 'nowAsserts' : 'nowDenies')}
              </p>
            )}
            <p className={`edge-stance is-${statement.stance}`}>
              <span aria-hidden="true">{STANCE_MARKS[statement.stance]} </span>
              {verbs(statement.stance)}
            </p>
            <StatementCard statement={statement} showsActor={false} />
          </li>
        ))}
      </ol>
      {truncated && <p className="muted">{t('historyTruncated', { shown: steps.length, all: total })}</p>}
    </>
  );
}
