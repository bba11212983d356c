/** Loading as the API and the command line see it. */
import type { ImportFormat, ImportList, ImportView } from '../../contract/imports.ts';

export interface ImportSource {
  /** Where the bytes are: a file that the service may read until the import has settled. */
  readonly path: string;
  /** What the user calls it; named in every fault. */
  readonly file: string;
  readonly format: ImportFormat;
  /** Called once, when the service needs the file no longer. */
  readonly release?: () => Promise<void>;
}

export interface ImportService {
  /** Queues an import and returns at once; one runs at a time. */
  start(source: ImportSource, options: { readonly dryRun: boolean }): Promise<ImportView>;
  get(id: string): Promise<ImportView | undefined>;
  /** Newest first. Dry runs, failed ones and those that changed nothing are remembered by this process alone, the latest hundred of them. */
  list(limit: number): Promise<ImportList>;
  /** Calls `listener` with each change of that import until it settles or the returned function is called. */
  watch(id: string, listener: (view: ImportView) => void): () => void;
  /** Resolves when the import has settled. */
  settled(id: string): Promise<ImportView>;
  /** Stops a waiting or running import; nothing of it stays. No effect once it has settled. */
  cancel(id: string): Promise<ImportView | undefined>;
  /** Takes a published import back. The content is then as if it had never been loaded. */
  undo(id: string): Promise<ImportView | undefined>;
  /** Finishes what a crash or a lost database left: unfinished imports are removed, begun undos completed. */
  recover(): Promise<void>;
  /** No new imports; the running one is cancelled and swept, or finishes publishing. */
  close(): Promise<void>;
}

/** The import exists, but this cannot be done with it now. */
export class ImportStateError extends Error {
  readonly code = 'import-state';
  constructor(message: string) {
    super(message);
    this.name = 'ImportStateError';
  }
}
