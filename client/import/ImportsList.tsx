import { useQuery } from '@tanstack/react-query';
import type { ImportState, ImportView } from '../../server/contract/imports.ts';
import { ErrorBar } from '../page/ErrorBar.tsx';
import { importsQuery } from '../page/queries.ts';
import { momentText } from '../words/dates.ts';
import { counted, numberText } from '../words/numbers.ts';
import { UndoImport } from './UndoImport.tsx';

const STATE_WORDS: Readonly<Record<ImportState, string>> = {
  waiting: 'waiting', validating: 'checking', loading: 'loading', publishing: 'publishing', published: 'loaded',
  checked: 'checked only', failed: 'failed', cancelled: 'cancelled', undoing: 'being undone', undone: 'undone',
};

/** What was loaded before, newest first, each with its undo. */
export function ImportsList() {
  const { data: list, error, refetch } = useQuery(importsQuery);
  const imports = list?.imports.filter(({ dryRun }) => !dryRun) ?? [];
  return (
    <section className="imports" aria-label="Earlier imports">
      <h3>Loaded so far</h3>
      {error !== null && <ErrorBar what="The list of imports could not be fetched." because={error.message} onRetry={() => void refetch()} />}
      {list !== undefined && imports.length === 0 && <p className="muted">Nothing yet.</p>}
      <ul>{imports.map((one) => <ImportRow key={one.id} view={one} />)}</ul>
      {list?.truncated === true && <p className="muted">{numberText(list.imports.length)} of {counted(list.total, 'import')} shown.</p>}
    </section>
  );
}

function ImportRow({ view }: { readonly view: ImportView }) {
  const statements = view.counts?.statements.added;
  return (
    <li className="import-row">
      <div>
        <strong dir="auto">{view.title ?? view.file}</strong>
        <div className="muted">
          <bdi>{view.file}</bdi> · {momentText(view.startedAt)} · {STATE_WORDS[view.state]}
          {view.state === 'published' && statements !== undefined && <> · {counted(statements, 'statement')} added</>}
        </div>
      </div>
      {view.state === 'published' && !view.unchanged && <UndoImport id={view.id} file={view.title ?? view.file} />}
    </li>
  );
}
