import { useQuery } from '@tanstack/react-query';
import type { ImportView } from '../../../server/contract/imports.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { importsQuery } from '../../ui/queries.ts';
import { momentText } from '../../words/dates.ts';
import { COMMON } from '../../words/messages/common.ts';
import { IMPORT_STATES, IMPORTS } from '../../words/messages/import.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { UndoImport } from './UndoImport.tsx';

/** The earlier imports, newest first, each with a button that undoes it. */
export function ImportsList() {
  const [t, common] = [useMessages(IMPORTS), useMessages(COMMON)];
  const { data: list, error, refetch } = useQuery(importsQuery);
  const imports = list?.imports.filter(({ dryRun }) => !dryRun) ?? [];
  return (
    <section className="imports" aria-label={t('earlier')}>
      <h3>{t('loadedSoFar')}</h3>
      {error !== null && <ErrorBar what={t('problem')} because={problemText(error)} onRetry={() => void refetch()} />}
      {list !== undefined && imports.length === 0 && <p className="muted">{t('nothing')}</p>}
      <ul>
        {imports.map((one) => (
          <ImportRow key={one.id} view={one} />
        ))}
      </ul>
      {list?.truncated === true && (
        <p className="muted">
          {t('truncated', { shown: list.imports.length, imports: common('imports', { count: list.total }) })}
        </p>
      )}
    </section>
  );
}

function ImportRow({ view }: { readonly view: ImportView }) {
  const [t, common, states] = [useMessages(IMPORTS), useMessages(COMMON), useMessages(IMPORT_STATES)];
  const statements = view.counts?.statements.added;
  return (
    <li className="import-row">
      <div>
        <strong dir="auto">{view.title ?? view.file}</strong>
        <div className="muted">
          <bdi>{view.file}</bdi> · {momentText(view.startedAt)} · {states(view.state)}
          {view.state === 'published' && statements !== undefined && (
            <> · {t('statementsAdded', { statements: common('statements', { count: statements }) })}</>
          )}
        </div>
      </div>
      {view.state === 'published' && !view.unchanged && <UndoImport id={view.id} file={view.title ?? view.file} />}
    </li>
  );
}
