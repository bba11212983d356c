import { useKeys } from '../../ui/use-keys.ts';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, ExternalLink } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DocumentView, StatementView } from '../../../server/contract/explorer.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { documentQuery } from '../../ui/queries.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';
import { dateText } from '../../words/dates.ts';
import { MODEL, STANCE_VERBS } from '../../words/messages/model.ts';
import { DOCUMENT, PANELS } from '../../words/messages/panels.ts';
import { STANCE_MARKS } from '../../words/names.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { Attributes } from './Attributes.tsx';
import { DocumentText } from './DocumentText.tsx';
import { ActorLink, ClaimLink } from './NodeLink.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';
import { StatementCard } from './StatementCard.tsx';
import { actionLabel } from '../../words/action-label.ts';

/** A document: its text with every quotation marked, scrolled to the quotation of one statement. */
export function DocumentPanel({ id, statement }: { readonly id: string; readonly statement: string | undefined }) {
  const t = useMessages(PANELS);
  const document = useQuery(documentQuery(id));
  // A document with very many statements gives the first only.
  const isBeyond =
    statement !== undefined &&
    document.data?.truncated === true &&
    document.data.statements.every((one) => one.id !== statement);
  const beyond = useQuery({ ...documentQuery(id, statement), enabled: isBeyond });
  if (document.error !== null && document.data === undefined) {
    return (
      <ErrorBar
        what={t('documentProblem')}
        because={problemText(document.error)}
        onRetry={() => void document.refetch()}
      />
    );
  }
  if (document.data === undefined || (isBeyond && beyond.isPending)) return <PanelOutline />;
  return <DocumentBody view={(isBeyond ? beyond.data : undefined) ?? document.data} current={statement} />;
}

const isLocated = ({ quotation }: StatementView) =>
  (quotation?.location === 'located' || quotation?.location === 'typography') &&
  quotation.start !== undefined &&
  quotation.end !== undefined;

function DocumentBody({ view, current }: { readonly view: DocumentView; readonly current: string | undefined }) {
  const keysFor = useKeys();
  const [t, model] = [useMessages(DOCUMENT), useMessages(MODEL)];
  const { commands, quotationTurn } = useExplorer();
  const { document } = view;
  const located = document.text === undefined ? [] : view.statements.filter(isLocated);
  const others = view.statements.filter((statement) => !located.includes(statement));
  const chosen = view.statements.find((statement) => statement.id === current) ?? located[0];
  const at = chosen === undefined ? -1 : located.indexOf(chosen);
  const goTo = (index: number) => {
    const next = located[(index + located.length) % located.length];
    if (next !== undefined) commands.openDocument(document.id, next.id);
  };
  useEffect(() => {
    quotationTurn.set(located.length === 0 ? undefined : (by) => goTo(at < 0 && by < 0 ? -1 : at + by));
    return () => quotationTurn.set(undefined);
  });
  return (
    <>
      <DocumentHead view={view} />
      {chosen !== undefined && (
        <div className="document-current">
          <StatementLine statement={chosen} />
          {located.length > 0 && (
            <div className="document-turn">
              <span className="count">
                {at < 0 ? model('notLocated') : t('position', { at: at + 1, count: located.length })}
              </span>
              <IconButton
                label={actionLabel(ACTIONS.previousQuotation)}
                keys={keysFor(ACTIONS.previousQuotation)[0]}
                onPress={() => goTo(at < 0 ? -1 : at - 1)}
              >
                <ChevronUp />
              </IconButton>
              <IconButton
                label={actionLabel(ACTIONS.nextQuotation)}
                keys={keysFor(ACTIONS.nextQuotation)[0]}
                onPress={() => goTo(at + 1)}
              >
                <ChevronDown />
              </IconButton>
            </div>
          )}
        </div>
      )}
      {document.text === undefined ? (
        <p className="muted">{t('noText')}</p>
      ) : (
        <DocumentText
          text={document.text}
          language={document.language}
          statements={located}
          current={at < 0 ? undefined : chosen?.id}
          onChoose={(one) => commands.openDocument(document.id, one)}
        />
      )}
      {others.length > 0 && (
        <OtherStatements
          heading={t(document.text === undefined ? 'statements' : 'notLocated')}
          hasText={document.text !== undefined}
          statements={others}
          current={at < 0 ? current : undefined}
        />
      )}
      {view.truncated && (
        <p className="muted">{t('truncated', { shown: view.statements.length, total: view.total })}</p>
      )}
    </>
  );
}

/** Statements whose quotations are not in the text. The requested one is scrolled into view. */
function OtherStatements({
  heading,
  hasText,
  statements,
  current,
}: {
  readonly heading: string;
  readonly hasText: boolean;
  readonly statements: readonly StatementView[];
  readonly current: string | undefined;
}) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current !== undefined)
      section.current?.querySelector(`[data-statement="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'center' });
  }, [current]);
  return (
    <section ref={section} className="side">
      <h3 className="side-heading">{heading}</h3>
      {statements.map((statement) => (
        <div key={statement.id}>
          <StatementLine statement={statement} />
          <StatementCard
            statement={statement}
            showsActor={false}
            saysTextNotLoaded={hasText}
            isCurrent={statement.id === current}
          />
        </div>
      ))}
    </section>
  );
}

function DocumentHead({ view: { document } }: { readonly view: DocumentView }) {
  const [t, panels] = [useMessages(DOCUMENT), useMessages(PANELS)];
  const { publisher, publishedAt, url, title } = document;
  const isWeb = url !== undefined && /^https?:\/\//i.test(url);
  return (
    <>
      <p className="panel-kind">
        {panels('documentKind')}
        {publisher !== undefined && (
          <>
            {' '}
            · <ActorLink actor={publisher} />
          </>
        )}
        {publishedAt !== undefined && <> · {dateText(publishedAt)}</>}
      </p>
      <h2 className="panel-title" dir="auto">
        {title}
      </h2>
      {isWeb && (
        <p>
          <a className="link" href={url} target="_blank" rel="noopener noreferrer">
            {t('original')} <ExternalLink aria-hidden="true" />
          </a>
        </p>
      )}
      <Attributes attributes={document.attributes} />
    </>
  );
}

function StatementLine({ statement: { actor, claim, stance } }: { readonly statement: StatementView }) {
  const verbs = useMessages(STANCE_VERBS);
  return (
    <p className="document-statement">
      <span className={`edge-stance is-${stance}`}>{STANCE_MARKS[stance]} </span>
      <ActorLink actor={actor} className="statement-actor" /> {verbs(stance)}: <ClaimLink claim={claim} />
    </p>
  );
}
