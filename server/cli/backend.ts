/** What a command works with: the running server, or the database itself when no server runs. */
import type { CheckReport } from '../contract/check.ts';
import type { ImportFormat, ImportList, ImportView } from '../contract/imports.ts';
import type { ExportFormat } from '../contract/media-types.ts';

export interface FileToLoad {
  readonly path: string;
  /** The name of the file in reports. */
  readonly file: string;
  readonly format: ImportFormat;
}

export interface FollowOptions {
  readonly onProgress?: (view: ImportView) => void;
  /** Cancels the import; the promise still resolves, with the cancelled import. */
  readonly cancel?: AbortSignal;
}

export interface Backend {
  /** Loads a file and resolves when the import has ended. */
  load(file: FileToLoad, options: FollowOptions & { readonly dryRun: boolean }): Promise<ImportView>;
  loadExample(options: FollowOptions): Promise<ImportView>;
  imports(limit: number): Promise<ImportList>;
  /** undefined when there is no such import. */
  undo(id: string): Promise<ImportView | undefined>;
  export(format: ExportFormat): AsyncIterable<string | Uint8Array>;
  check(): Promise<CheckReport>;
  close(): Promise<void>;
}
