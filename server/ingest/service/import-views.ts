/** The view of an import, from what this process and the database know about it. */
import type { ImportView } from '../../contract/imports.ts';
import type { StoredImport } from '../../store/imports.ts';
import type { ImportSource } from './import-service.ts';

const NO_FAULTS = { faults: [], total: 0 };

/** Dry runs have their own numbers, and only in this process. */
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

/** The database decides the state of an import. This process may have more of its warnings. */
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

/** Why something failed, for the user. Errors with a code of ours have a message for users. */
export function problemOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error))
    return { code: 'internal', message: 'An unexpected error occurred. See the log for details.' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'internal';
  if (/^[a-z]+(-[a-z0-9]+)*$/.test(code) && code !== 'internal') return { code, message: error.message };
  if (/^E[A-Z]+$/.test(code)) return { code: 'file-unreadable', message: `The file could not be read (${code}).` };
  return { code: 'internal', message: 'An unexpected error occurred. See the log for details.' };
}
