/** Where a command does its work: in the running server, or in the database itself when there is none. */
import type { Config } from '../config.ts';
import type { CheckReport } from '../contract/check.ts';
import type { ImportFormat, ImportList, ImportView } from '../contract/imports.ts';
import type { ExportFormat } from '../http/routes/take-out.ts';
import { createLogger } from './logger.ts';
import { findRunningServer } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { localWorkplace } from './local-workplace.ts';
import { remoteWorkplace } from './remote-workplace.ts';

export interface FileToLoad {
  readonly path: string;
  /** What it is called in reports. */
  readonly file: string;
  readonly format: ImportFormat;
}

export interface FollowOptions {
  readonly onProgress?: (view: ImportView) => void;
  /** Cancels the import; the promise still resolves with how it ended. */
  readonly cancel?: AbortSignal;
}

export interface Workplace {
  /** Loads a file and resolves when the import has settled. */
  load(file: FileToLoad, options: FollowOptions & { readonly dryRun: boolean }): Promise<ImportView>;
  loadExample(options: FollowOptions): Promise<ImportView>;
  imports(limit: number): Promise<ImportList>;
  /** undefined when there is no such import. */
  undo(id: string): Promise<ImportView | undefined>;
  export(format: ExportFormat): AsyncIterable<string | Uint8Array>;
  check(): Promise<CheckReport>;
  close(): Promise<void>;
}

/** The running server on the configured data folder and database, or else that database, opened and prepared. */
export async function openWorkplace(config: Config): Promise<Workplace> {
  const running = await findRunningServer(config);
  if (running !== undefined) return remoteWorkplace(running.url);
  // Whoever gives a command is told in sentences how it ended: a warning would only say it twice.
  const database = await openDatabase(config, { adopt: false, logger: createLogger(config, 'error') });
  try {
    await database.prepare();
    await database.imports.recover();
  } catch (error) {
    await database.close();
    throw error;
  }
  return localWorkplace(database);
}
