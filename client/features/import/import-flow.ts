/** One import from the page, from the chosen file to the published content: a state machine outside of React, so that it continues when the user leaves the screen. */
import { FILE_ENDINGS, formatOfName } from '../../../server/contract/file-names.ts';
import type { ImportView } from '../../../server/contract/imports.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { followImport } from '../../api/follow-import.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { createValueStore } from '../../base/value-store.ts';
import type { ValueStore } from '../../base/value-store.ts';
import { messageText } from '../../words/define-messages.ts';
import { IMPORT } from '../../words/messages/import.ts';
import { problemText } from '../../words/problem-text.ts';

export type ImportPhase =
  | { readonly phase: 'idle' }
  /** The file has an unknown format, or there were several files. */
  | { readonly phase: 'refused'; readonly reason: string }
  | { readonly phase: 'uploading'; readonly file: File; readonly dryRun: boolean; readonly share: number }
  | { readonly phase: 'running'; readonly file: File; readonly view: ImportView }
  /** The dry run has ended: `view.errors` and `view.counts` say what an import would do. */
  | { readonly phase: 'report'; readonly file: File; readonly view: ImportView }
  /** The import has ended: published, failed or cancelled. */
  | { readonly phase: 'done'; readonly file: File; readonly view: ImportView }
  | { readonly phase: 'problem'; readonly file: File; readonly dryRun: boolean; readonly message: string };

export interface ImportFlow {
  readonly now: ValueStore<ImportPhase>;
  /** Uploads one file for a dry run. `onPublished` is called when the file is published later. */
  check(files: readonly File[], onPublished: () => void): void;
  /** Loads the checked file. */
  load(): void;
  /** Repeats the last upload. */
  retry(): void;
  /** Stops an upload or a running import. */
  cancel(): void;
  /** Returns to the start, ready for another file. */
  clear(): void;
  /** Returns to the start if the shown import is this one, which was undone. */
  forget(id: string): void;
}

/** The only import flow of the page. */
export const importFlow: ImportFlow = createImportFlow();

function createImportFlow(): ImportFlow {
  const now = createValueStore<ImportPhase>({ phase: 'idle' });
  let onPublished: () => void = () => undefined;
  let upload: AbortController | undefined;
  let stopFollowing: () => void = () => undefined;

  const start = async (chosen: File, dryRun: boolean) => {
    const format = formatOfName(chosen.name);
    if (format === undefined) {
      now.set({
        phase: 'refused',
        reason: messageText(IMPORT, 'unknownFormat', { file: chosen.name, endings: FILE_ENDINGS.join(', ') }),
      });
      return;
    }
    upload = new AbortController();
    now.set({ phase: 'uploading', file: chosen, dryRun, share: 0 });
    try {
      const { signal } = upload;
      // The file may change on the disk after its check. What is loaded is what was checked.
      const file = dryRun ? await copyOf(chosen) : chosen;
      signal.throwIfAborted();
      const onProgress = (share: number) => now.set({ phase: 'uploading', file, dryRun, share });
      follow(file, await uploadFile({ file, format, dryRun, onProgress, signal }));
    } catch (problem) {
      if (upload.signal.aborted) now.set({ phase: 'idle' });
      else
        now.set({
          phase: 'problem',
          file: chosen,
          dryRun,
          message: problem instanceof ApiProblem ? problemText(problem) : messageText(IMPORT, 'unreadable'),
        });
    }
  };
  const follow = (file: File, started: ImportView) => {
    const onChange = (view: ImportView) => now.set(phaseOf(file, view, onPublished));
    onChange(started);
    if (now.value().phase !== 'running') return;
    stopFollowing = followImport(started.id, {
      onChange,
      onProblem: (problem) => {
        if (problem.status === 404)
          now.set({ phase: 'problem', file, dryRun: started.dryRun, message: messageText(IMPORT, 'forgotten') });
      },
    });
  };
  const clear = () => {
    stopFollowing();
    now.set({ phase: 'idle' });
  };
  return {
    now,
    check(files, whenPublished) {
      const [file, ...others] = files;
      if (isBusy(now.value()) || file === undefined) return;
      onPublished = whenPublished;
      if (others.length > 0) now.set({ phase: 'refused', reason: messageText(IMPORT, 'several') });
      else void start(file, true);
    },
    load() {
      const current = now.value();
      if (current.phase === 'report') void start(current.file, false);
    },
    retry() {
      const current = now.value();
      if (current.phase === 'problem') void start(current.file, current.dryRun);
    },
    cancel() {
      const current = now.value();
      if (current.phase === 'uploading') upload?.abort();
      if (current.phase === 'running')
        void callEndpoint('cancelImport', { params: { id: current.view.id } }).catch(() => undefined);
    },
    clear,
    forget(id) {
      const current = now.value();
      if (current.phase === 'done' && current.view.id === id) clear();
    },
  };
}

/** The file as it is now, under its name. Its bytes no longer depend on the disk. */
export async function copyOf(file: File): Promise<File> {
  return new File([await file.arrayBuffer()], file.name, { type: file.type });
}

function isBusy({ phase }: ImportPhase): boolean {
  return phase === 'uploading' || phase === 'running';
}

function phaseOf(file: File, view: ImportView, onPublished: () => void): ImportPhase {
  switch (view.state) {
    case 'checked':
      return { phase: 'report', file, view };
    case 'published':
      onPublished();
      return { phase: 'done', file, view };
    case 'failed':
      return { phase: view.dryRun ? 'report' : 'done', file, view };
    case 'cancelled':
    case 'undoing':
    case 'undone':
      return { phase: 'done', file, view };
    case 'waiting':
    case 'validating':
    case 'loading':
    case 'publishing':
      return { phase: 'running', file, view };
  }
}
