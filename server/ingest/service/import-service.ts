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

/** The state of the import does not allow the operation. */
export class ImportStateError extends Error {
  readonly code = 'import-state';
  constructor(message: string) {
    super(message);
    this.name = 'ImportStateError';
  }
}
