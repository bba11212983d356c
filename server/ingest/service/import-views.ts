/** What is shown of an import, from what this process and the database know of it. */
import type { ImportView } from '../../contract/imports.ts';
import type { StoredImport } from '../../store/imports.ts';
import type { ImportSource } from './import-service.ts';

const NO_FAULTS = { faults: [], total: 0 };

/** Dry runs are numbered apart, and only in this process. */
export function importId(number: number, dryRun: boolean): string {
  return `${dryRun ? 'dry-run' : 'import'}-${String(number).padStart(6, '0')}`;
}

export function newView(start: {
  readonly number: number;
  readonly source: ImportSource;
  readonly dryRun: boolean;
  readonly startedAt: string;
}): ImportView {
  const {
    number,
    source: { file, format },
    dryRun,
    startedAt,
  } = start;
  return {
    id: importId(number, dryRun),
    file,
    format,
    state: 'waiting',
    dryRun,
    unchanged: false,
    startedAt,
    errors: NO_FAULTS,
    warnings: NO_FAULTS,
  };
}

/** The database decides where an import stands; this process may remember more of its warnings. */
export function storedView(stored: StoredImport, remembered: ImportView | undefined): ImportView {
  const { id, state, file, format, title, startedAt, endedAt, counts, warnings } = stored;
  return {
    id,
    file,
    format,
    state,
    startedAt,
    dryRun: false,
    unchanged: false,
    ...(title !== undefined && { title }),
    ...(endedAt !== undefined && { endedAt }),
    ...(counts && { counts }),
    errors: NO_FAULTS,
    warnings: remembered && remembered.warnings.faults.length > warnings.faults.length ? remembered.warnings : warnings,
  };
}

/** Why something failed, for people: errors of ours say it themselves. */
export function problemOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error))
    return { code: 'internal', message: 'Something unexpected happened. The log says more.' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'internal';
  if (/^[a-z]+(-[a-z0-9]+)*$/.test(code) && code !== 'internal') return { code, message: error.message };
  if (/^E[A-Z]+$/.test(code)) return { code: 'file-unreadable', message: `The file could not be read (${code}).` };
  return { code: 'internal', message: 'Something unexpected happened. The log says more.' };
}
