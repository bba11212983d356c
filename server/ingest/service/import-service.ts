/** The import service as the API and the command line use it. */
import type { ImportFormat, ImportList, ImportView } from '../../contract/imports.ts';

export interface ImportSource {
  /** Path of a file that the service may read until the import has settled. */
  readonly path: string;
  /** The name that the user knows. Every fault shows it. */
  readonly file: string;
  readonly format: ImportFormat;
  /** Called once, when the service no longer needs the file. */
  readonly release?: () => Promise<void>;
}

export interface ImportService {
  /** Queues an import and returns at once; one runs at a time. */
  start(source: ImportSource, options: { readonly dryRun: boolean }): Promise<ImportView>;
  get(id: string): Promise<ImportView | undefined>;
  /** Newest first. Dry runs, failed imports and imports that changed nothing are kept by this process only, the latest hundred of them. */
  list(limit: number): Promise<ImportList>;
  /** Calls `listener` with each change of that import until it settles or the returned function is called. */
  watch(id: string, listener: (view: ImportView) => void): () => void;
  /** Resolves when the import has settled. */
  settled(id: string): Promise<ImportView>;
  /** Stops a waiting or running import and removes what it wrote. No effect once it has settled. */
  cancel(id: string): Promise<ImportView | undefined>;
  /** Undoes a published import. The content is then as if it had never been loaded. */
  undo(id: string): Promise<ImportView | undefined>;
  /** Finishes what a crash or a lost database left: removes unfinished imports and completes interrupted undos. */
  recover(): Promise<void>;
  /** Accepts no new imports. The running one is cancelled and swept, or finishes publishing. */
  close(): Promise<void>;
}

/** The server stops. Work that had begun is finished at the next start. */
export class StoppingError extends Error {
  readonly code = 'stopping';
  constructor(message = 'The server is stopping. Start it again and repeat this.') {
    super(message);
    this.name = 'StoppingError';
  }
}

/** An undo failed after the import was hidden: it is not visible any more, and will not be again. */
export class UndoUnfinishedError extends Error {
  /** That of its cause, which decides how the failure is treated. */
  readonly code: string;
  /** The error that ended it. */
  declare readonly cause: unknown;
  constructor(id: string, cause: unknown) {
    super(
      `${id} is undone: nothing of it is shown any more. Not all of its data could be removed yet; Gainsay removes the rest by itself ${remedyOf(cause)}.`,
      { cause },
    );
    this.code = codeOf(cause);
    this.name = 'UndoUnfinishedError';
  }
}

/** An undo failed before anything was changed. */
export class UndoFailedError extends Error {
  /** That of its cause, which decides how the failure is treated. */
  readonly code: string;
  /** The error that ended it. */
  declare readonly cause: unknown;
  constructor(id: string, cause: unknown) {
    super(`${id} is not undone: nothing was changed, and all of it is still shown. Undo it again ${remedyOf(cause)}.`, {
      cause,
    });
    this.code = codeOf(cause);
    this.name = 'UndoFailedError';
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'internal';
}

function remedyOf(cause: unknown): string {
  const code = codeOf(cause);
  if (code === 'engine-storage') return 'when there is room on the disk';
  if (code === 'engine-removed') return 'when the data folder is back';
  if (code === 'stopping' || code === 'engine-closed') return 'after the next start';
  if (code === 'engine-unavailable') return 'when the database answers';
  return 'when the reason, which the log has, is gone';
}

/** The state of the import does not allow the operation. */
export class ImportStateError extends Error {
  readonly code = 'import-state';
  constructor(message: string) {
    super(message);
    this.name = 'ImportStateError';
  }
}
