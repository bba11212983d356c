/** The type of a row in the table of endpoints. */
import type * as z from 'zod/mini';
import type { MEDIA_TYPES } from './media-types.ts';
import type { ProblemCode } from './problems.ts';

/** The type of every schema in the table: it can parse values and be converted to JSON Schema. */
export type Schema = z.core.$ZodType;

type MediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** The heading in the documentation. */
  readonly group: EndpointGroup;
  readonly params?: Schema;
  readonly query?: Schema;
  /** A JSON body, or `upload`: the bytes of a file in one of `IMPORT_MEDIA_TYPES`. */
  readonly body?: Schema | 'upload';
  /** The answer's shape; for server-sent events, the shape of each event. */
  readonly response: Schema;
  readonly answer?: MediaType;
  /** Other media types of the answer, which a caller can request, and their shapes. */
  readonly otherAnswers?: Readonly<Partial<Record<MediaType, Schema>>>;
  /** Sends an ETag, and 304 to a caller that has it in `If-None-Match`. */
  readonly tagged?: true;
  /** The shape of a 503 answer that is not a problem. */
  readonly unready?: Schema;
  /** The status of success; 200 by default. */
  readonly status?: 200 | 201 | 202;
  /** The maximum size of a JSON body in bytes; 1 MB by default. */
  readonly bodyBytes?: number;
  /** Whether `If-Match` must contain the version to change: its number in quotation marks. */
  readonly ifMatch?: true;
  /** The problem codes of this endpoint, in addition to those of every endpoint. */
  readonly problems: readonly ProblemCode[];
}

export const ENDPOINT_GROUPS = ['Explore', 'Views', 'Load', 'Export', 'Service'] as const;
export type EndpointGroup = (typeof ENDPOINT_GROUPS)[number];
