/** Reads the bytes of a file: inflates gzip, counts and hashes. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CHUNK_BYTES, INFLATION_GRACE_BYTES, MAX_INFLATED_BYTES, MAX_INFLATION } from './limits.ts';

export const FILE_FAULT_CODES = [
  'empty-file',
  'bad-encoding',
  'bad-format',
  'bad-gzip',
  'too-large',
  'truncated',
  'bad-json',
  'bad-csv',
] as const;
export type FileFaultCode = (typeof FILE_FAULT_CODES)[number];

/** The rest of the file cannot be read. The message tells the user what is wrong and what to do. */
export class FileFault extends Error {
  readonly code: FileFaultCode;
  constructor(code: FileFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'FileFault';
    this.code = code;
  }
}

export interface ByteSource {
  /** The content in chunks, without a byte order mark. Throws {@link FileFault}. */
  readonly chunks: AsyncIterable<Buffer>;
  readonly totalBytes: number;
  /** Bytes of the file that have been read. */
  bytesRead(): number;
  /** SHA-256 (hex) of the bytes read so far: of the whole file after `chunks` has ended. */
  sha256(): string;
}

/** How a ZIP archive begins. */
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];

/** Opens `path`; rejects with the file system's error when it cannot be read. */
export async function openBytes(path: string, signal?: AbortSignal): Promise<ByteSource> {
  const file = await open(path);
  const head = Buffer.alloc(4);
  let totalBytes: number;
  try {
    totalBytes = (await file.stat()).size;
    await file.read(head, 0, 4, 0);
  } finally {
    await file.close();
  }
  const hash = createHash('sha256');
  let bytesRead = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES, signal })) {
      bytesRead += (chunk as Buffer).length;
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  }
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  return {
    chunks: withoutMark(isGzip ? inflated(counted(), () => bytesRead) : counted()),
    totalBytes,
    bytesRead: () => bytesRead,
    sha256: () => hash.copy().digest('hex'),
  };
}

async function* inflated(compressed: AsyncIterable<Buffer>, bytesRead: () => number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  pipeline(compressed, gunzip, () => {});
  let total = 0;
  try {
    for await (const chunk of gunzip) {
      total += (chunk as Buffer).length;
      refuseBomb(total, bytesRead());
      yield chunk as Buffer;
    }
  } catch (error) {
    throw gzipFault(error);
  }
}

function refuseBomb(inflatedBytes: number, compressedBytes: number): void {
  if (inflatedBytes > MAX_INFLATED_BYTES) {
    throw new FileFault('too-large', 'The compressed file contains more than 1 GiB. Split it into smaller files.');
  }
  if (inflatedBytes > INFLATION_GRACE_BYTES && inflatedBytes > compressedBytes * MAX_INFLATION) {
    throw new FileFault(
      'too-large',
      `The compressed file inflates to more than ${MAX_INFLATION} times its size. Load the file without compression.`,
    );
  }
}

function gzipFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') {
    return new FileFault('truncated', 'The compressed file ends too early. Compress or copy it again.', error);
  }
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return new FileFault(
      'bad-gzip',
      'The file begins like gzip but cannot be inflated. Compress it again, or load it without compression.',
      error,
    );
  }
  return error;
}

/** Removes a UTF-8 byte order mark. Refuses UTF-16, archives and empty files with a specific message. */
async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    yield afterMark(head);
    head = undefined;
  }
  if (head === undefined) return;
  if (head.length === 0) throw new FileFault('empty-file', 'The file is empty.');
  yield afterMark(head);
}

function afterMark(head: Buffer): Buffer {
  if (ZIP_MAGIC.every((byte, at) => head[at] === byte)) {
    throw new FileFault(
      'bad-format',
      'The file is a ZIP archive, for example a spreadsheet (.xlsx, .ods). Save the table as CSV in UTF-8, or unpack the archive.',
    );
  }
  // UTF-8 text has no zero byte at its beginning. UTF-16 text has one beside its first character, if that is ASCII.
  const isUtf16 =
    (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head[0] === 0 || head[1] === 0;
  if (isUtf16) throw new FileFault('bad-encoding', 'The file is in UTF-16. Save it as UTF-8.');
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return hasMark ? head.subarray(3) : head;
}
