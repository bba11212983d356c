/** The problems that the API answers with. */

/** Every problem code that the API answers with: its status and its title. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request does not fit the description of this endpoint' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'body-too-deep': { status: 400, title: 'The body is nested too deeply' },
  'bad-cursor': { status: 400, title: 'This cursor was not given out by this list' },
  'malformed-url': { status: 400, title: 'The address cannot be decoded' },
  'cross-site': { status: 403, title: 'Requests from other sites are refused' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'This method is not allowed here' },
  'body-late': { status: 408, title: 'The body did not arrive in time' },
  'import-state': { status: 409, title: 'This cannot be done with the import now' },
  'data-changed': { status: 409, title: 'The data changed while it was read' },
  'view-exists': { status: 409, title: 'Another view has this id' },
  'view-deleted': { status: 410, title: 'This view has been deleted' },
  'precondition-failed': { status: 412, title: 'The condition of the request does not hold' },
  'version-conflict': { status: 412, title: 'Somebody else has changed this' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'A body of this type is not understood here' },
  'range-unsatisfiable': { status: 416, title: 'The file does not have this range' },
  'host-refused': { status: 421, title: 'This Host is not served here' },
  'version-required': { status: 428, title: 'If-Match must name the version that is to be changed' },
  'too-many-imports': { status: 429, title: 'Too many imports are waiting' },
  'upload-incomplete': { status: 400, title: 'The upload ended early' },
  internal: { status: 500, title: 'Something went wrong in the server' },
  'engine-unavailable': { status: 503, title: 'The database cannot be reached' },
  'engine-denied': { status: 503, title: 'The database refuses this server' },
  'database-unusable': { status: 503, title: 'The database cannot be used as it is' },
  starting: { status: 503, title: 'The server is still starting' },
  stopping: { status: 503, title: 'The server is stopping' },
  timeout: { status: 503, title: 'The answer took too long' },
  'engine-storage': { status: 507, title: 'The database cannot write to its disk' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;
export type ProblemCode = keyof typeof PROBLEMS;

/** Why the database cannot be used now. */
export interface Unavailability {
  readonly code: ProblemCode;
  /** For people. */
  readonly detail: string;
  readonly cause?: unknown;
}

/** The problems that every endpoint can answer with. */
export const COMMON_PROBLEMS = [
  'invalid-request',
  'malformed-url',
  'cross-site',
  'unsupported-media-type',
  'host-refused',
  'internal',
  'engine-unavailable',
  'starting',
  'stopping',
  'timeout',
] as const satisfies readonly ProblemCode[];

/** The additional problems of an endpoint with a JSON body. */
export const BODY_PROBLEMS = [
  'malformed-json',
  'body-too-deep',
  'body-late',
  'body-too-large',
  'unsupported-media-type',
] as const satisfies readonly ProblemCode[];
