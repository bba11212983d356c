/** Maps the errors of the embedded engine to those of the port. */
import { EngineError } from './engine.ts';

/** The codes of the engine for disk failures: a commit that could not be logged, input and output. */
const STORAGE_CODES: readonly string[] = ['GRAFEO-T009', 'GRAFEO-X003'];

/** By GQLSTATUS (ISO/IEC 39075): class 42 is syntax and access rule, 22 data, G2 graph type violation. */
export function queryError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const status = gqlStatus(error);
  const said = error instanceof Error ? error.message : String(error);
  if (STORAGE_CODES.includes(grafeoCode(error)))
    return new EngineError(
      'engine-storage',
      'The database could not be written, and nothing was changed. Make room on the disk, and try again.',
      error,
    );
  if (status.startsWith('G2') || status.startsWith('23'))
    return new EngineError('constraint-violated', `A constraint forbids this: ${said}`, error);
  if (status.startsWith('42') || status.startsWith('22'))
    return new EngineError('query-invalid', `The query is wrong: ${said}`, error);
  return new EngineError('transaction-failed', `The query failed: ${said}`, error);
}

/** The answer to a text search of a label without index: an invalid value. */
export function isIndexMissing(error: unknown): boolean {
  return grafeoCode(error) === 'GRAFEO-V001';
}

/** The stable code at the start of every message of the engine, such as GRAFEO-X001; there is no separate field. */
function grafeoCode(error: unknown): string {
  return error instanceof Error ? (/\bGRAFEO-[A-Z]\d{3}\b/.exec(error.message)?.[0] ?? '') : '';
}

function gqlStatus(error: unknown): string {
  return error instanceof Error && 'gqlStatus' in error && typeof error.gqlStatus === 'string' ? error.gqlStatus : '';
}

/** The folder is writable, so the cause is a lock, a full disk or an unreadable file; the code of the engine tells which. */
export function openingError(path: string, error: unknown): EngineError {
  if (grafeoCode(error) === 'GRAFEO-X001') {
    return new EngineError(
      'engine-locked',
      `The database ${path} is in use by another process. Stop that one first, or name another folder.`,
      error,
    );
  }
  if (STORAGE_CODES.includes(grafeoCode(error))) {
    return new EngineError(
      'engine-storage',
      `The database ${path} could not be opened, because something beside it could not be written or read. Nothing is lost: make room on the disk, or check your rights, and try again.`,
      error,
    );
  }
  return new EngineError(
    'engine-damaged',
    `The file ${path} is not a readable database. Restore it from a backup, or move it away to start with an empty one.`,
    error,
  );
}
