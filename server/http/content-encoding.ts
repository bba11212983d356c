/** Chooses the compression of a response: Brotli or gzip. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request } from 'express';

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Smaller responses are sent uncompressed: compressing takes longer than sending them. */
export const MIN_COMPRESSED = 4_096;
/** At this level, Brotli is smaller and faster than gzip at its default level. */
const BROTLI_LEVEL = 4;

/** The best encoding that the caller accepts; `undefined` when it accepts none, for example by `q=0`. */
export function encodingFor(request: Request): Encoding | undefined {
  // Ask for one encoding at a time: otherwise the order in the caller's header decides.
  return ENCODINGS.find((encoding) => request.acceptsEncodings(encoding) === encoding);
}

/** The bytes of a response in this encoding. */
export function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(bytes);
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
