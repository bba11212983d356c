/** Uploads a file unchanged and reports the progress. XMLHttpRequest reports it; fetch does not. */
import { endpoints, endpointUrl } from '../../server/contract/endpoints.ts';
import { isGzipName, uploadName } from '../../server/contract/file-names.ts';
import type { ImportFormat, ImportView } from '../../server/contract/imports.ts';
import { IMPORT_MEDIA_TYPES } from '../../server/contract/media-types.ts';
import { unreachable } from './api-problem.ts';
import { parsedAnswer } from './call-endpoint.ts';

export interface Upload {
  readonly file: File;
  readonly format: ImportFormat;
  readonly dryRun: boolean;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Uploads a file as an import and returns the import as the server created it.
 *
 * @throws ApiProblem; an aborted upload rejects with the signal's reason.
 */
export function uploadFile(upload: Upload): Promise<ImportView> {
  return new Promise((resolve, reject) => {
    const { file, format, dryRun, onProgress, signal } = upload;
    const endpoint = endpoints.startImport;
    const request = new XMLHttpRequest();
    request.open(endpoint.method, endpointUrl(endpoint.path, { query: { file: uploadName(file.name), dryRun } }));
    request.setRequestHeader('Content-Type', IMPORT_MEDIA_TYPES[format]);
    if (isGzipName(file.name)) request.setRequestHeader('Content-Encoding', 'gzip');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      try {
        resolve(parsedAnswer('startImport', request.status, request.responseText));
      } catch (problem) {
        reject(problem instanceof Error ? problem : unreachable(problem));
      }
    };
    request.onerror = () => reject(unreachable(undefined));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
