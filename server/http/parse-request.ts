/** The parts of a request, parsed by the schemas of its endpoint. */
import * as z from 'zod/mini';
import type { Schema } from '../contract/endpoint.ts';
import { jsonSchemaOf } from '../contract/openapi.ts';
import { ApiError, type RequestIssue } from './problem.ts';

// The small build of zod has no messages of its own: without this, every message would be "Invalid input".
z.config(z.locales.en());

type Part = 'params' | 'query' | 'body';
/** The type of a query value after decoding; all other values stay text. */
type QueryKind = 'integer' | 'boolean' | 'array' | 'other';
export type QueryKinds = ReadonlyMap<string, QueryKind>;

/**
 * Parses one part of a request.
 *
 * @throws ApiError `invalid-request` with an issue for each field that is wrong.
 */
export function parsePart<S extends Schema>(schema: S, value: unknown, part: Part): z.output<S> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.map((issue) => ({ path: [part, ...issue.path.map(String)].join('.'), message: issue.message })),
  );
}

function invalid(issues: readonly RequestIssue[]): ApiError {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new ApiError('invalid-request', `${first?.path ?? ''}: ${first?.message ?? ''}${more}`, {
    issues: issues.slice(0, 50),
  });
}

/** The values of a query that must be decoded, from the schema of the endpoint. */
export function queryKinds(schema: Schema): QueryKinds {
  const { properties = {} } = jsonSchemaOf(schema, 'input') as { properties?: Record<string, { type?: string }> };
  return new Map(
    Object.entries(properties).map(([name, { type }]) => [
      name,
      type === 'integer' || type === 'boolean' || type === 'array' ? type : 'other',
    ]),
  );
}

/**
 * A query string as the values that its schema expects. A value that cannot be decoded stays text, so that
 * the schema refuses it.
 *
 * @param text The part of the address after `?`.
 * @throws ApiError `invalid-request` when a name is given twice.
 */
export function decodeQuery(text: string, kinds: QueryKinds): Record<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (values.has(name))
      throw invalid([{ path: `query.${name}`, message: 'Given twice; join several values by commas.' }]);
    values.set(name, decodeValue(value, kinds.get(name) ?? 'other'));
  }
  return Object.fromEntries(values);
}

function decodeValue(value: string, kind: QueryKind): unknown {
  switch (kind) {
    case 'integer':
      return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'array':
      return value.split(',');
    case 'other':
      return value;
  }
}
