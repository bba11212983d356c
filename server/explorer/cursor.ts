/** Cursors: the end of a page, in a form that only the same list accepts. */
import { createHash } from 'node:crypto';

/** A cursor that was not made by this API, or for another query. */
export class CursorError extends Error {
  readonly code = 'bad-cursor';
  constructor() {
    super('This cursor is not one that this list has given out. Start again without it.');
    this.name = 'CursorError';
  }
}

type Key = readonly (string | number)[];

/** Increased when the meaning of the keys changes: older cursors are then refused. */
const VERSION = 2;

/**
 * @param list Name of the list and everything that chooses and sorts its items (not the page's length).
 * @param key What the last item of the page is sorted by.
 */
export function writeCursor(list: readonly unknown[], key: Key): string {
  return Buffer.from(JSON.stringify([VERSION, fingerprint(list), ...key])).toString('base64url');
}

/**
 * Reads a cursor that {@link writeCursor} made for the same list.
 *
 * @param shape For each part of the key, what it must be.
 * @throws CursorError
 */
export function readCursor(list: readonly unknown[], cursor: string, shape: readonly ('string' | 'number')[]): Key {
  const [version, print, ...key] = parse(cursor);
  if (version !== VERSION || print !== fingerprint(list) || key.length !== shape.length) throw new CursorError();
  return key.map((part, at) => {
    const isRight = typeof part === shape[at] && (typeof part === 'string' || Number.isSafeInteger(part));
    if (!isRight || (typeof part !== 'string' && typeof part !== 'number')) throw new CursorError();
    return part;
  });
}

function parse(cursor: string): readonly unknown[] {
  if (!/^[\w-]+$/.test(cursor)) throw new CursorError();
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CursorError();
}

function fingerprint(list: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(list.map((part) => part ?? null)))
    .digest('base64url')
    .slice(0, 12);
}
