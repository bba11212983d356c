/** Writes uploads to temporary files, with limits on their size and number. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { IMPORT_FORMATS, type ImportFormat } from '../contract/imports.ts';
import { IMPORT_MEDIA_TYPES } from '../contract/media-types.ts';
import type { ImportSource } from '../ingest/service/import-service.ts';
import { ApiError } from './problem.ts';

export interface UploadLimits {
  readonly bytes: number;
  /** The maximum number of uploads on disk at the same time, waiting or being loaded. */
  readonly files: number;
}

export const UPLOAD_LIMITS: UploadLimits = { bytes: 200_000_000, files: 20 };

/** The folder of files that are being loaded. */
export class UploadSpool {
  readonly #folder: string;
  readonly #limits: UploadLimits;
  readonly #stopping: AbortSignal | undefined;
  #files = 0;

  /** @param stopping Ends the uploads that are on their way: their imports would be refused. */
  constructor(folder: string, limits: UploadLimits = UPLOAD_LIMITS, stopping?: AbortSignal) {
    this.#folder = folder;
    this.#limits = limits;
    this.#stopping = stopping;
  }

  /**
   * Writes the body of a request to a file. Compressed bodies stay compressed.
   *
   * @param file The name that the user gave to the file.
   * @returns The file; `release` deletes it.
   * @throws ApiError `unsupported-media-type`, `body-too-large`, `too-many-imports`, `upload-incomplete` or `engine-storage`.
   */
  async receive(request: IncomingMessage, file: string | undefined): Promise<ImportSource> {
    const format = uploadFormat(request);
    const { bytes } = this.#limits;
    if (Number(request.headers['content-length'] ?? 0) > bytes) throw tooLarge(bytes);
    if (this.#files >= this.#limits.files) {
      throw new ApiError(
        'too-many-imports',
        `${this.#files} uploads are waiting to be loaded. Wait until one has ended, or cancel one.`,
      );
    }
    this.#files += 1;
    const path = join(this.#folder, `upload-${randomUUID()}`);
    const release = async (): Promise<void> => {
      await rm(path, { force: true });
      this.#files -= 1;
    };
    const arriving = counted(bytes);
    const stop = (): void => void arriving.destroy(new ApiError('stopping', 'Start the server again and repeat this.'));
    this.#stopping?.addEventListener('abort', stop, { once: true });
    try {
      await makeFolder(this.#folder);
      await pipeline(request, arriving, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await release();
      throw uploadError(error);
    } finally {
      this.#stopping?.removeEventListener('abort', stop);
    }
    return { path, file: file ?? `upload.${format}`, format, release };
  }
}

/** Not its parents: if they are missing, the data folder was deleted, and must not come back half. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function uploadFormat(request: IncomingMessage): ImportFormat {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const format = IMPORT_FORMATS.find((one) => IMPORT_MEDIA_TYPES[one] === type);
  if (format === undefined) {
    const accepted = Object.values(IMPORT_MEDIA_TYPES).join(', ');
    throw new ApiError('unsupported-media-type', `Name the format of the file in Content-Type: one of ${accepted}.`, {
      headers: { 'Accept-Post': accepted },
    });
  }
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw new ApiError('unsupported-media-type', 'A file may be sent as it is or compressed by gzip.', {
      headers: { 'Accept-Encoding': 'gzip' },
    });
  }
  return format;
}

function counted(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
}

function tooLarge(limit: number): ApiError {
  return new ApiError(
    'body-too-large',
    `A file may be ${Math.round(limit / 1_000_000)} MB long; compress it by gzip, split it, or stop the server and load it with gainsay import.`,
  );
}

const DISK_ERRORS = new Set(['ENOSPC', 'EROFS', 'EDQUOT', 'EACCES', 'EMFILE', 'EIO']);

function uploadError(error: unknown): unknown {
  if (error instanceof ApiError) return error;
  const code = codeOf(error);
  if (code === 'ENOENT')
    return new ApiError(
      'engine-storage',
      'The data folder was deleted or moved while the server ran; nothing was loaded. Put the folder back or start the server again, then send it again.',
      { cause: error },
    );
  if (DISK_ERRORS.has(code))
    return new ApiError('engine-storage', 'The upload could not be written to disk. Make room and send it again.', {
      cause: error,
    });
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new ApiError('upload-incomplete', 'The upload ended early; nothing was loaded.', { cause: error });
  return error;
}
