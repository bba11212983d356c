/** Runs commands on the database itself. */
import type { ImportView } from '../contract/imports.ts';
import type { Database } from '../runtime/database.ts';
import { waitForImport } from '../runtime/wait-for-import.ts';
import type { FollowOptions, Backend } from './backend.ts';

export function localBackend(database: Database): Backend {
  const { imports } = database;
  const follow = async (started: ImportView, { onProgress, cancel }: FollowOptions): Promise<ImportView> => {
    const stop = (): void => void imports.cancel(started.id);
    cancel?.addEventListener('abort', stop);
    if (cancel?.aborted === true) stop();
    try {
      return await waitForImport(imports, started, onProgress);
    } finally {
      cancel?.removeEventListener('abort', stop);
    }
  };
  return {
    load: async (file, options) => follow(await imports.start(file, { dryRun: options.dryRun }), options),
    loadExample: async (options) => follow(await database.loadExample(), options),
    imports: (limit) => imports.list(limit),
    undo: (id) => imports.undo(id),
    export: (format) => database.exportNative(format),
    check: () => database.check(),
    close: () => database.close(),
  };
}
