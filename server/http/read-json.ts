/** A JSON body, read with limits of size and depth. */
import type { IncomingMessage } from 'node:http';
import { MEDIA_TYPES } from '../contract/media-types.ts';
import { ApiError } from './problem.ts';

export const JSON_LIMITS = { bytes: 1_000_000, depth: 64 } as const;

export interface BodyLimits {
  /** The maximum size in bytes. */
  readonly maxBytes?: number | undefined;
  /** Milliseconds until the body must be complete. */
  readonly patience: number;
}

/**
 * Reads the body of a request.
 *
 * @throws ApiError `unsupported-media-type`, `body-too-large` or `body-late`.
 */
export async function readJsonBytes(
  request: IncomingMessage,
  { maxBytes = JSON_LIMITS.bytes, patience }: BodyLimits,
): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
    throw new ApiError('unsupported-media-type', `Send JSON with Content-Type: ${MEDIA_TYPES.json}.`, {
      headers: { 'Accept-Post': MEDIA_TYPES.json },
    });
  }
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw new ApiError('unsupported-media-type', 'Send the JSON uncompressed.');
  }
  return readBytes(request, { maxBytes, patience });
}

/**
 * Parses a body.
 *
 * @throws ApiError `malformed-json` or `body-too-deep`.
 */
export function parseJson(bytes: Buffer): unknown {
  const parsed = parse(bytes);
  if (isDeeperThan(parsed, JSON_LIMITS.depth)) {
    throw new ApiError('body-too-deep', `Lists and objects may be nested ${JSON_LIMITS.depth} deep.`);
  }
  return parsed;
}

async function readBytes(
  request: IncomingMessage,
  { maxBytes, patience }: { readonly maxBytes: number; readonly patience: number },
): Promise<Buffer> {
  const tooLarge = (): ApiError =>
    new ApiError('body-too-large', `This JSON body may be ${maxBytes / 1_000_000} MB long.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  let timer: NodeJS.Timeout | undefined;
  const read = new Promise<Buffer>((resolve, reject) => {
    // Close the connection: the rest of the body must not be read as the next request.
    timer = setTimeout(
      () => reject(new ApiError('body-late', 'Send the whole body at once.', { headers: { Connection: 'close' } })),
      patience,
    );
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // Read and discard the rest: a client that is still sending would not see the response.
      if (size > maxBytes) reject(tooLarge());
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', (cause) => reject(new ApiError('upload-incomplete', 'The request ended early.', { cause })));
    request.once('close', () => reject(new ApiError('upload-incomplete', 'The request ended early.')));
  });
  return read.finally(() => clearTimeout(timer));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw new ApiError('malformed-json', 'The body must be one JSON value in UTF-8.', { cause });
  }
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  return Object.values(value).some((member) => isDeeperThan(member, depth - 1));
}
