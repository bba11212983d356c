import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'react-aria-components/Link';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer } from '../../ui/explorer-context.ts';
import { sourcesQuery } from '../../ui/queries.ts';
import { dateText } from '../../words/dates.ts';
import { COMMON } from '../../words/messages/common.ts';
import { DETAILS } from '../../words/messages/details.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** How many documents are listed at first. */
const SHOWN_AT_FIRST = 5;

/** The documents that quote an actor or contain statements on a claim, those with the most statements first. */
export function Sources({ id }: { readonly id: string }) {
  const [t, common] = [useMessages(DETAILS), useMessages(COMMON)];
  const { commands } = useExplorer();
  const sources = useQuery(sourcesQuery(id));
  const [isOpen, setOpen] = useState(false);
  if (sources.error !== null && sources.data === undefined) {
    return (
      <ErrorBar
        what={t('sourcesProblem')}
        because={problemText(sources.error)}
        onRetry={() => void sources.refetch()}
      />
    );
  }
  if (sources.data === undefined) return null;
  const { documents, publishers, withoutDocument, total, truncated } = sources.data;
  if (documents.length === 0 && withoutDocument === 0) return null;
  const listed = isOpen ? documents : documents.slice(0, SHOWN_AT_FIRST);
  return (
    <section className="side sources" aria-label={t('sources')}>
      <h3 className="side-heading">{t('sources')}</h3>
      {publishers.length > 1 && !truncated && (
        <p className="muted">
          {t('sourcesOf', {
            documents: common('documents', { count: total }),
            publishers: t('publishersCount', { count: publishers.length }),
          })}
        </p>
      )}
      <ul className="source-list">
        {listed.map(({ document, statements }) => (
          <li key={document.id}>
            <Link className="link" onPress={() => commands.openDocument(document.id)}>
              <bdi>{document.title}</bdi>
            </Link>
            <span className="muted">
              {document.publisher !== undefined && (
                <>
                  <bdi>{document.publisher.name}</bdi> ·{' '}
                </>
              )}
              {document.publishedAt !== undefined && <>{dateText(document.publishedAt)} · </>}
              {common('statements', { count: statements })}
            </span>
          </li>
        ))}
      </ul>
      {!isOpen && documents.length > SHOWN_AT_FIRST && (
        <Button className="button" onPress={() => setOpen(true)}>
          {truncated
            ? t('someSources', { shown: documents.length, documents: common('documents', { count: total }) })
            : t('allSources', { documents: common('documents', { count: total }) })}
        </Button>
      )}
      {isOpen && truncated && <p className="muted">{t('sourcesShown', { shown: documents.length, all: total })}</p>}
      {withoutDocument > 0 && <p className="muted">{t('withoutDocument', { count: withoutDocument })}</p>}
    </section>
  );
}
