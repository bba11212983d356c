/** Waiting for an import to settle. */
import { ENDED_STATES, type ImportView } from '../contract/imports.ts';
import type { ImportService } from '../ingest/service/import-service.ts';

/**
 * Resolves when the import has settled.
 *
 * @param onProgress Called with each change on the way.
 */
export async function waitForImport(
  imports: ImportService,
  begun: ImportView,
  onProgress?: (view: ImportView) => void,
): Promise<ImportView> {
  if (ENDED_STATES.includes(begun.state)) return begun;
  const unwatch = onProgress === undefined ? undefined : imports.watch(begun.id, onProgress);
  try {
    return await imports.settled(begun.id);
  } finally {
    unwatch?.();
  }
}
