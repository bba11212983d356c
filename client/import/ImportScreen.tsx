import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { ErrorBar } from '../page/ErrorBar.tsx';
import { useExplorer, useValue } from '../page/explorer-context.ts';
import { importFlow } from './import-flow.ts';
import type { ImportPhase } from './import-flow.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ImportsList } from './ImportsList.tsx';

/** The screen for loading: one file at a time, checked first; and what was loaded before. */
export function ImportScreen() {
  const phase = useValue(importFlow.now);
  return (
    <section className="screen" aria-label="Import">
      <div className="screen-body">
        <h2 className="screen-title">Import</h2>
        <CurrentImport phase={phase} />
        <ImportsList />
      </div>
    </section>
  );
}

function CurrentImport({ phase }: { readonly phase: ImportPhase }) {
  switch (phase.phase) {
    case 'idle':
      return <ChooseFile />;
    case 'refused':
      return <><ErrorBar what="This cannot be loaded." because={phase.reason} /><ChooseFile /></>;
    case 'uploading':
      return <ImportProgressBar key="sending" words={`Sending ${phase.file.name}`} share={phase.share} onCancel={importFlow.cancel} />;
    case 'running':
      return <ImportProgressBar key={phase.view.state} words={runningWords(phase.view.state, phase.file.name)} share={phase.view.progress?.share} progress={phase.view.progress} onCancel={importFlow.cancel} />;
    case 'report':
      return <ImportReport view={phase.view} />;
    case 'done':
      return <ImportDone view={phase.view} />;
    case 'problem':
      return (
        <>
          <ErrorBar what={phase.dryRun ? 'The file was not checked. Nothing was written.' : 'The file was not loaded.'} because={phase.message} onRetry={importFlow.retry} />
          <ChooseFile />
        </>
      );
  }
}

function runningWords(state: string, file: string): string {
  if (state === 'waiting') return `${file} waits for another import to end`;
  if (state === 'validating') return `Checking ${file}`;
  return state === 'publishing' ? `Publishing ${file}` : `Loading ${file}`;
}

function ChooseFile() {
  const { contentChanged } = useExplorer();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="choose-file">
      <p>Drop a file anywhere on this page, or choose one. It is checked first; nothing is written before you say so.</p>
      <Button className="button is-primary" onPress={() => input.current?.click()}>Choose a file</Button>
      <input
        ref={input} type="file" hidden accept=".json,.jsonl,.ndjson,.csv,.gz"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          importFlow.check(files, contentChanged);
        }}
      />
      <p className="muted">Native JSON and JSONL (<code>gainsay/1</code>), or CSV with one statement a row. <a className="link" href="/api/docs">Formats and API</a></p>
    </div>
  );
}
