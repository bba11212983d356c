/** Errors as application/problem+json, without internal details. */
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { MEDIA_TYPES } from '../contract/media-types.ts';
import { PROBLEMS, type ProblemCode } from '../contract/problems.ts';
import type { Problem } from '../contract/service.ts';
import { EngineError, type EngineErrorCode } from '../engine/engine.ts';
import { CursorError } from '../explorer/cursor.ts';
import { UnknownIdError } from '../explorer/unknown-id.ts';
import { ViewConflictError, ViewDeletedError, ViewExistsError } from '../explorer/views.ts';
import { ExportChangedError } from '../export/export-native.ts';
import { CheckInterruptedError } from '../ingest/check/check-database.ts';
import {
  ImportStateError,
  StoppingError,
  UndoFailedError,
  UndoUnfinishedError,
} from '../ingest/service/import-service.ts';

/** What is wrong with one field of a request; `path` such as `query.limit` or `body.ids.3`. */
export interface RequestIssue {
  readonly path: string;
  readonly message: string;
}

/** An error whose message is sent to the caller. */
export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly issues: readonly RequestIssue[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly currentVersion: number | undefined;
  constructor(
    code: ProblemCode,
    detail: string,
    extra: {
      readonly cause?: unknown;
      readonly issues?: readonly RequestIssue[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly currentVersion?: number;
    } = {},
  ) {
    super(detail, { cause: extra.cause });
    this.name = 'ApiError';
    this.code = code;
    this.issues = extra.issues;
    this.headers = extra.headers ?? {};
    this.currentVersion = extra.currentVersion;
  }
}

/** Seconds after which a caller should try again, for the problems that can end by themselves. */
const RETRY_AFTER: Partial<Record<ProblemCode, number>> = {
  'engine-unavailable': 5,
  'engine-denied': 30,
  'database-unusable': 30,
  starting: 1,
  stopping: 10,
  timeout: 5,
  'too-many-imports': 10,
};

const ENGINE_PROBLEMS: Record<EngineErrorCode, readonly [ProblemCode, string]> = {
  'engine-unavailable': [
    'engine-unavailable',
    'No data is lost. Gainsay retries by itself; try again in a few seconds.',
  ],
  'engine-closed': ['stopping', 'The server is stopping. Start it again and repeat this.'],
  'engine-denied': [
    'engine-denied',
    'The user name or the password that the server was started with is wrong, or lacks rights.',
  ],
  'engine-storage': [
    'engine-storage',
    'The disk is full or read-only. Nothing of this was written; make room and repeat it.',
  ],
  'engine-removed': [
    'engine-storage',
    'The data folder was deleted, moved or replaced while the server ran, so nothing can be saved. What was saved before can still be read: export it, stop the server, then put the folder back or restore a backup.',
  ],
  'engine-locked': ['database-unusable', 'Another process holds the database.'],
  'engine-damaged': ['database-unusable', 'The database file cannot be read.'],
  'query-invalid': ['internal', ''],
  'constraint-violated': ['internal', ''],
  'transaction-failed': ['internal', ''],
};

/** Converts any thrown value to the error that is sent to the caller. An unknown value becomes `internal`, without detail. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof EngineError) {
    const [code, detail] = ENGINE_PROBLEMS[error.code];
    return new ApiError(code, detail, { cause: error });
  }
  if (error instanceof UnknownIdError) return new ApiError(error.code, error.message, { cause: error });
  if (error instanceof StoppingError) return new ApiError('stopping', error.message, { cause: error });
  if (error instanceof UndoFailedError || error instanceof UndoUnfinishedError) {
    // The code says why, the detail what is true of the data now. A removed data folder has more to say.
    const { code, message } = toApiError(error.cause);
    const reason = error.cause instanceof EngineError && error.cause.code === 'engine-removed' ? ` ${message}` : '';
    return new ApiError(code, `${error.message}${reason}`, { cause: error });
  }
  if (error instanceof CursorError) return new ApiError('bad-cursor', error.message, { cause: error });
  if (error instanceof ExportChangedError || error instanceof CheckInterruptedError)
    return new ApiError('data-changed', error.message, { cause: error });
  if (error instanceof ImportStateError) return new ApiError('import-state', error.message, { cause: error });
  if (error instanceof ViewDeletedError || error instanceof ViewExistsError)
    return new ApiError(error.code, error.message, { cause: error });
  if (error instanceof ViewConflictError)
    return new ApiError(error.code, error.message, { cause: error, currentVersion: error.currentVersion });
  if (error instanceof URIError)
    return new ApiError(
      'malformed-url',
      'A % in the address is not followed by two hexadecimal digits that make a character.',
      { cause: error },
    );
  return fileError(error) ?? new ApiError('internal', '', { cause: error });
}

/** The error of a file whose request has a condition or a range; Express gives them a status and headers. */
const FileError = z.object({
  status: z.literal([412, 416]),
  headers: z.optional(z.object({ 'Content-Range': z.optional(z.string()) })),
});

function fileError(error: unknown): ApiError | undefined {
  const { success, data } = FileError.safeParse(error);
  if (!success) return undefined;
  if (data.status === 412)
    return new ApiError(
      'precondition-failed',
      'The file is not the one that If-Match or If-Unmodified-Since names. Request it without the condition.',
      { cause: error },
    );
  const range = data.headers?.['Content-Range'];
  return new ApiError('range-unsatisfiable', 'Range must name bytes that the file has, the first not after the last.', {
    cause: error,
    ...(range !== undefined && { headers: { 'Content-Range': range } }),
  });
}

/** Sends the problem. If the response has already begun, closes the connection, so that no caller takes a partial response for a complete one. */
export function sendProblem(response: ServerResponse, error: ApiError, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, title } = PROBLEMS[error.code];
  const detail = error.message === '' ? 'The log of the server has the reason under this request id.' : error.message;
  const problem: Problem = {
    type: `/api/docs#problem-${error.code}`,
    title,
    status,
    code: error.code,
    detail,
    requestId,
    ...(error.currentVersion === undefined ? {} : { currentVersion: error.currentVersion }),
    ...(error.issues === undefined ? {} : { issues: [...error.issues] }),
  };
  for (const name of ['ETag', 'Location', 'Content-Disposition', 'Last-Modified']) response.removeHeader(name);
  const retryAfter = RETRY_AFTER[error.code];
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  const body = Buffer.from(JSON.stringify(problem));
  response.writeHead(status, { 'Content-Type': MEDIA_TYPES.problem, 'Content-Length': body.length });
  response.end(body);
}
