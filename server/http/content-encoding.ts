/** In which of the two forms that browsers take compressed an answer is sent. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request } from 'express';

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Answers that are smaller are sent as they are: compressing takes longer than sending them. */
export const LEAST_COMPRESSED = 4_096;
/** Brotli at this level is smaller than gzip at its usual one, and faster. */
const BROTLI_LEVEL = 4;

/** The best form that the caller takes; none if it names none, or refuses them by `q=0`. */
export function encodingFor(request: Request): Encoding | undefined {
  // One by one: both at once would leave the choice to the order in which the caller names them.
  return ENCODINGS.find((encoding) => request.acceptsEncodings(encoding) === encoding);
}

/** The bytes of an answer in that form. */
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
