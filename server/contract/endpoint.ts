/** The form of one row of the table of endpoints. */
import type * as z from 'zod/mini';
import type { MEDIA_TYPES } from './media-types.ts';
import type { ProblemCode } from './problems.ts';

/** Every schema of the table is of this kind: it can be parsed with and turned into JSON Schema. */
export type Schema = z.core.$ZodType;

type MediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** Which heading of the documentation it stands under. */
  readonly group: EndpointGroup;
  readonly params?: Schema;
  readonly query?: Schema;
  /** A JSON body, or `upload`: the bytes of a file in one of `IMPORT_MEDIA_TYPES`. */
  readonly body?: Schema | 'upload';
  /** The answer's shape; for server-sent events, the shape of each event. */
  readonly response: Schema;
  readonly answer?: MediaType;
  /** Other media types that it answers in when it is asked to, and their shapes. */
  readonly otherAnswers?: Readonly<Partial<Record<MediaType, Schema>>>;
  /** Answers with an ETag, and by 304 to who names it in `If-None-Match`. */
  readonly tagged?: true;
  /** What it answers by 503 beside problems. */
  readonly unready?: Schema;
  /** The status of success; 200 unless told. */
  readonly status?: 200 | 201 | 202;
  /** Bytes that a JSON body may have; 1 MB unless told. */
  readonly bodyBytes?: number;
  /** Whether `If-Match` must name the version that is to be changed: its number between quotation marks. */
  readonly ifMatch?: true;
  /** Problem codes of its own, beside those that every endpoint may answer with. */
  readonly problems: readonly ProblemCode[];
}

export const ENDPOINT_GROUPS = ['Explore', 'Views', 'Load', 'Take out', 'Service'] as const;
export type EndpointGroup = (typeof ENDPOINT_GROUPS)[number];
