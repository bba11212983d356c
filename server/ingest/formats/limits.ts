/** Limits of what is read from a file before it is refused. */

/** Bytes of a row: a JSONL line, a CSV record, an element of a JSON list. */
export const MAX_ROW_BYTES = 1_000_000;
/** Bytes of a row that is a document with its text. */
export const MAX_TEXT_ROW_BYTES = 2_500_000;
/** Bytes of a document's text as JSON. The rest of its row is for what several files say about it: their union must fit, too. */
export const MAX_TEXT_BYTES = 2_400_000;
/** Nesting of arrays and objects within a row. */
export const MAX_DEPTH = 64;
/** Bytes that a compressed file may inflate to. */
export const MAX_INFLATED_BYTES = 1024 ** 3;
/** How many times larger than the file the inflated bytes may be … */
export const MAX_INFLATION = 100;
/** … once they are more than this: small files of repeated lines are harmless. */
export const INFLATION_GRACE_BYTES = 8 * 1024 ** 2;
/** Bytes read at a time: small enough that splitting a chunk into its rows does not delay other requests, even rows of two bytes. */
export const CHUNK_BYTES = 32 * 1024;
