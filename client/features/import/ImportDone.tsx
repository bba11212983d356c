import { Button } from 'react-aria-components/Button';
import type { ImportView } from '../../../server/contract/imports.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer } from '../../ui/explorer-context.ts';
import { showScreen } from '../../state/reducers.ts';
import { IMPORT, IMPORT_REPORT } from '../../words/messages/import.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { importFlow } from './import-flow.ts';
import { CountTable, ImportReport } from './ImportReport.tsx';
import { UndoImport } from './UndoImport.tsx';

/** The end of an import. */
export function ImportDone({ view }: { readonly view: ImportView }) {
  const [t, screen] = [useMessages(IMPORT_REPORT), useMessages(IMPORT)];
  const { store, actions } = useExplorer();
  if (view.state === 'failed' && view.errors.total > 0) return <ImportReport view={view} />;
  const isPublished = view.state === 'published';
  return (
    <section className="import-report" aria-label={t('ended')}>
      <h3 dir="auto">{view.title ?? view.file}</h3>
      {view.state === 'failed' && <ErrorBar what={t('failed')} because={view.problem?.message} />}
      {view.state === 'cancelled' && <p role="status">{t('cancelled')}</p>}
      {view.state === 'undone' && <p role="status">{t('undone')}</p>}
      {isPublished && <p role="status">{t(view.unchanged ? 'nothingChanged' : 'loaded')}</p>}
      {isPublished && view.counts !== undefined && <CountTable counts={view.counts} />}
      <div className="import-buttons">
        {isPublished && (
          <Button className="button is-primary" onPress={() => store.patch((state) => showScreen(state, 'graph'))}>
            {t('showGraph')}
          </Button>
        )}
        {isPublished && !view.unchanged && (
          <Button className="button" onPress={actions.resetView}>
            {t('showStart')}
          </Button>
        )}
        {isPublished && !view.unchanged && <UndoImport id={view.id} file={view.title ?? view.file} />}
        <Button className="button" onPress={importFlow.clear}>
          {screen('importAnother')}
        </Button>
      </div>
    </section>
  );
}
