/** Waits for the end of an import. */
import { ENDED_STATES, type ImportView } from '../contract/imports.ts';
import type { ImportService } from '../ingest/service/import-service.ts';

/**
 * Resolves when the import has ended.
 *
 * @param onProgress Called with each change on the way.
 */
export async function waitForImport(
  imports: ImportService,
  started: ImportView,
  onProgress?: (view: ImportView) => void,
): Promise<ImportView> {
  if (ENDED_STATES.includes(started.state)) return started;
  const unwatch = onProgress === undefined ? undefined : imports.watch(started.id, onProgress);
  try {
    return await imports.settled(started.id);
  } finally {
    unwatch?.();
  }
}
