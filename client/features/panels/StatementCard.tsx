import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'react-aria-components/Link';
import type { LocatedQuotation, StatementView } from '../../../server/contract/explorer.ts';
import { useExplorer } from '../../ui/explorer-context.ts';
import { dateText } from '../../words/dates.ts';
import { COMMON } from '../../words/messages/common.ts';
import { MODALITIES } from '../../words/messages/model.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { locationTag, notLocatedReason } from '../../words/names.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { lastWords, firstWords } from '../../words/shorten.ts';
import { ActorLink } from './NodeLink.tsx';

const CiteButton = lazy(() => import('./CiteButton.tsx').then(({ CiteButton: component }) => ({ default: component })));

/** How many characters around a quotation are shown. */
const SURROUNDINGS = 90;

interface StatementCardProps {
  readonly statement: StatementView;
  /** False where the actor is the heading. */
  readonly showsActor?: boolean;
  /** False where it is said once for the document that its text is not loaded. */
  readonly saysTextNotLoaded?: boolean;
  /** Whether it is the requested one of several. */
  readonly isCurrent?: boolean;
}

/** One statement: actor, date, quotation, reporters and document. */
export function StatementCard({
  statement,
  showsActor = true,
  saysTextNotLoaded = true,
  isCurrent = false,
}: StatementCardProps) {
  const [common, modalities] = [useMessages(COMMON), useMessages(MODALITIES)];
  const { actor, stance, date, modality, quotation, document, note } = statement;
  const isSaid = quotation?.location === 'no-text' && !saysTextNotLoaded;
  const reason = isSaid ? undefined : notLocatedReason(statement);
  const tag = quotation && !isSaid ? locationTag(quotation.location) : undefined;
  return (
    <article
      className={`statement is-${stance} is-${modality}${isCurrent ? ' is-current' : ''}`}
      data-statement={statement.id}
      {...(isCurrent && { 'aria-current': 'true' as const })}
    >
      <p className="statement-who">
        {showsActor && <ActorLink actor={actor} className="statement-actor" />}
        <span className="muted">{date === undefined ? common('undated') : dateText(date)}</span>
        {modality !== 'stated' && <span className="tag">{modalities(modality)}</span>}
        {tag !== undefined && <span className="tag is-warning">{tag}</span>}
        <Suspense>
          <CiteButton statement={statement} />
        </Suspense>
      </p>
      {quotation !== undefined && <QuotationWords quotation={quotation} statement={statement} />}
      {note !== undefined && (
        <p className="statement-note" dir="auto">
          {note}
        </p>
      )}
      {reason !== undefined && (
        <p className={quotation?.location === 'no-text' ? 'visually-hidden' : 'statement-reason'}>{reason}</p>
      )}
      <p className="statement-source">
        <ReportedBy statement={statement} />
        {document !== undefined && <DocumentButton statement={statement} />}
      </p>
    </article>
  );
}

function ReportedBy({ statement: { reportedBy, document } }: { readonly statement: StatementView }) {
  const t = useMessages(PANELS);
  if (reportedBy.length === 0) return null;
  return (
    <>
      {t.rich('reportedBy', {
        chain: reportedBy.map((actor, index) => (
          <span key={actor.id}>
            {index > 0 && t('via')}
            <ActorLink actor={actor} />
          </span>
        )),
      })}
      {document !== undefined && ' · '}
    </>
  );
}

function DocumentButton({ statement }: { readonly statement: StatementView }) {
  const { commands } = useExplorer();
  const { document } = statement;
  if (document === undefined) return null;
  return (
    <Link className="link" onPress={() => commands.openDocument(document.id, statement.id)}>
      <bdi>{document.title}</bdi>
    </Link>
  );
}

function QuotationWords({
  quotation,
  statement,
}: {
  readonly quotation: LocatedQuotation;
  readonly statement: StatementView;
}) {
  const t = useMessages(PANELS);
  const { commands } = useExplorer();
  const { document } = statement;
  const words = <QuotationText quotation={quotation} />;
  if (document === undefined)
    return (
      <blockquote className="quotation" dir="auto" translate="no">
        {words}
      </blockquote>
    );
  return (
    <blockquote className="quotation">
      <Button className="quotation-button" onPress={() => commands.openDocument(document.id, statement.id)}>
        <span dir="auto" translate="no">
          {words}
        </span>
        <span className="visually-hidden">{t('opensDocument')}</span>
      </Button>
    </blockquote>
  );
}

/** The quotation, marked, between the words around it. */
function QuotationText({ quotation: { exact, prefix, suffix } }: { readonly quotation: LocatedQuotation }) {
  const t = useMessages(PANELS);
  return (
    <>
      {prefix !== undefined && <span className="muted">{lastWords(prefix, SURROUNDINGS)}</span>}
      {t('opening')}
      <mark>{exact}</mark>
      {t('closing')}
      {suffix !== undefined && <span className="muted">{firstWords(suffix, SURROUNDINGS)}</span>}
    </>
  );
}
