import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { FILE_ENDINGS, GZIP_ENDING } from '../../../server/contract/file-names.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { useExplorer, useValue } from '../../ui/explorer-context.ts';
import { messageText } from '../../words/define-messages.ts';
import { IMPORT } from '../../words/messages/import.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { importFlow } from './import-flow.ts';
import type { ImportPhase } from './import-flow.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ImportsList } from './ImportsList.tsx';

/** The import screen: one file at a time, checked first; and the list of earlier imports. */
export function ImportScreen() {
  const t = useMessages(IMPORT);
  const phase = useValue(importFlow.now);
  return (
    <section className="screen" aria-label={t('title')}>
      <div className="screen-body">
        <h2 className="screen-title">{t('title')}</h2>
        <CurrentImport phase={phase} />
        <ImportsList />
      </div>
    </section>
  );
}

function CurrentImport({ phase }: { readonly phase: ImportPhase }) {
  const t = useMessages(IMPORT);
  switch (phase.phase) {
    case 'idle':
      return <ChooseFile />;
    case 'refused':
      return (
        <>
          <ErrorBar what={t('refused')} because={phase.reason} />
          <ChooseFile />
        </>
      );
    case 'uploading':
      return (
        <ImportProgressBar
          key="sending"
          words={t('sending', { file: phase.file.name })}
          share={phase.share}
          onCancel={importFlow.cancel}
        />
      );
    case 'running':
      return (
        <ImportProgressBar
          key={phase.view.state}
          words={runningWords(phase.view.state, phase.file.name)}
          share={phase.view.progress?.share}
          progress={phase.view.progress}
          onCancel={importFlow.cancel}
        />
      );
    case 'report':
      return <ImportReport view={phase.view} />;
    case 'done':
      return <ImportDone view={phase.view} />;
    case 'problem':
      return (
        <>
          <ErrorBar
            what={t(phase.dryRun ? 'notChecked' : 'notLoaded')}
            because={phase.message}
            onRetry={importFlow.retry}
          />
          <ChooseFile />
        </>
      );
  }
}

function runningWords(state: string, file: string): string {
  if (state === 'waiting') return messageText(IMPORT, 'waiting', { file });
  if (state === 'validating') return messageText(IMPORT, 'checking', { file });
  return messageText(IMPORT, state === 'publishing' ? 'publishing' : 'loading', { file });
}

function ChooseFile() {
  const t = useMessages(IMPORT);
  const { contentChanged } = useExplorer();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="choose-file">
      <p>{t('choose')}</p>
      <Button className="button is-primary" onPress={() => input.current?.click()}>
        {t('chooseFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={[...FILE_ENDINGS, GZIP_ENDING].join(',')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          importFlow.check(files, contentChanged);
        }}
      />
      <p className="muted">
        {t.rich('formats', {
          format: <code>gainsay/1</code>,
          link: (
            <a className="link" href="/api/docs">
              {t('formatsLink')}
            </a>
          ),
        })}
      </p>
    </div>
  );
}
