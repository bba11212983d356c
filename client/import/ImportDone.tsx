import { Button } from 'react-aria-components/Button';
import type { ImportView } from '../../server/contract/imports.ts';
import { ErrorBar } from '../page/ErrorBar.tsx';
import { useExplorer } from '../page/explorer-context.ts';
import { showScreen } from '../state/explorer-state.ts';
import { importFlow } from './import-flow.ts';
import { CountTable, ImportReport } from './ImportReport.tsx';
import { UndoImport } from './UndoImport.tsx';

/** How an import ended. */
export function ImportDone({ view }: { readonly view: ImportView }) {
  const { store, actions } = useExplorer();
  if (view.state === 'failed' && view.errors.total > 0) return <ImportReport view={view} />;
  const isPublished = view.state === 'published';
  return (
    <section className="import-report" aria-label="Import ended">
      <h3 dir="auto">{view.title ?? view.file}</h3>
      {view.state === 'failed' && <ErrorBar what="The import failed. Nothing of it stays." because={view.problem?.message} />}
      {view.state === 'cancelled' && <p role="status">Cancelled. Nothing of it stays.</p>}
      {view.state === 'undone' && <p role="status">Undone. The content is as if it had never been loaded.</p>}
      {isPublished && <p role="status">{view.unchanged ? 'Everything in this file was there already: nothing was changed.' : 'Loaded.'}</p>}
      {isPublished && view.counts !== undefined && <CountTable counts={view.counts} />}
      <div className="import-buttons">
        {isPublished && <Button className="button is-primary" onPress={() => store.patch((state) => showScreen(state, 'graph'))}>Show the graph</Button>}
        {isPublished && !view.unchanged && <Button className="button" onPress={actions.resetView}>Show the new start view</Button>}
        {isPublished && !view.unchanged && <UndoImport id={view.id} file={view.title ?? view.file} onUndone={importFlow.clear} />}
        <Button className="button" onPress={importFlow.clear}>Import another file</Button>
      </div>
    </section>
  );
}
