/** The OpenAPI 3.1 document, made from the table of endpoints. */
import * as z from 'zod/mini';
import * as checks from './check.ts';
import * as details from './details.ts';
import type { Endpoint, Schema } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import * as explorer from './explorer.ts';
import * as imports from './imports.ts';
import { IMPORT_MEDIA_TYPES, MEDIA_TYPES } from './media-types.ts';
import * as graphPaths from './paths.ts';
import { COMMON_PROBLEMS, PROBLEMS, type ProblemCode } from './problems.ts';
import { describeRefined } from './refined-schemas.ts';
import * as service from './service.ts';
import * as views from './views.ts';

export type JsonSchema = { readonly [key: string]: unknown };
export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly style?: 'form';
  readonly explode?: false;
}
interface Content {
  readonly [mediaType: string]: { readonly schema: JsonSchema };
}
export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: { readonly [status: string]: { readonly description: string; readonly content?: Content } };
}
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: { readonly [path: string]: { readonly [method: string]: OpenApiOperation } };
  readonly components: { readonly schemas: { readonly [name: string]: JsonSchema } };
}

/**
 * JSON Schema (draft 2020-12) of one of the contract's schemas.
 *
 * @param io `input`: as it is sent, defaults optional; `output`: as it is after parsing.
 */
export function jsonSchemaOf(schema: Schema, io: 'input' | 'output'): JsonSchema {
  const made: Record<string, unknown> = {
    ...z.toJSONSchema(schema, { io, unrepresentable: 'any', override: describeRefined }),
  };
  delete made['$schema'];
  delete made['~standard'];
  return made;
}

/** The document of the whole API; the same for the same table. */
export function openApiDocument(version: string): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gainsay',
      version,
      description: `Who asserts what, who denies it, and the words behind each edge. Problems are ${MEDIA_TYPES.problem} (RFC 9457) with a stable code.`,
    },
    paths,
    components: { schemas: componentSchemas() },
  };
}

const COMPONENTS = '#/components/schemas/';
/** The shapes of answers that have a name in the contract, under that name. */
const componentNames = new Map<Schema, string>(
  [checks, details, explorer, imports, graphPaths, service, views]
    .flatMap((module) => Object.entries<unknown>(module))
    .flatMap(([name, value]) =>
      value instanceof z.core.$ZodType && value._zod.def.type !== 'enum' ? [[value, name] as const] : [],
    ),
);

function componentSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, name] of componentNames) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'output',
    unrepresentable: 'any',
    override: describeRefined,
    uri: (id) => `${COMPONENTS}${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _version, $id: _address, ...plain } = schema as JsonSchema;
      return [name, plain];
    }),
  );
}

/** A reference to a named shape, or the shape itself. */
function answerSchema(schema: Schema): JsonSchema {
  const name = componentNames.get(schema);
  return name === undefined ? jsonSchemaOf(schema, 'output') : { $ref: `${COMPONENTS}${name}` };
}

function operation(operationId: string, endpoint: Endpoint): OpenApiOperation {
  const parameters = [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    ...(endpoint.ifMatch ? [IF_MATCH] : []),
    ...(endpoint.tagged ? [IF_NONE_MATCH] : []),
  ];
  return {
    operationId,
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    tags: [endpoint.group],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true as const, content: bodyContent(endpoint.body) } }),
    responses: { ...successOf(endpoint), ...problemsOf(endpoint) },
  };
}

const IF_MATCH: OpenApiParameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  schema: { type: 'string', pattern: '^"\\d+"$' },
};

const IF_NONE_MATCH: OpenApiParameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  schema: { type: 'string' },
};

function parametersOf(schema: Schema | undefined, place: 'path' | 'query'): OpenApiParameter[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
    ...(property['type'] === 'array' ? { style: 'form' as const, explode: false as const } : {}),
  }));
}

function bodyContent(body: Schema | 'upload'): Content {
  if (body !== 'upload') return { [MEDIA_TYPES.json]: { schema: jsonSchemaOf(body, 'input') } };
  return Object.fromEntries(
    Object.values(IMPORT_MEDIA_TYPES).map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
  );
}

const SUCCESSES = {
  200: 'Success.',
  201: 'Saved; it is at the address in Location.',
  202: 'Started; follow it at the address in Location.',
} as const;

function successOf(endpoint: Endpoint): OpenApiOperation['responses'] {
  const mediaType = endpoint.answer ?? MEDIA_TYPES.json;
  const others = Object.entries(endpoint.otherAnswers ?? {}).map(
    ([type, schema]) => [type, { schema: answerSchema(schema) }] as const,
  );
  const content = { [mediaType]: { schema: answerSchema(endpoint.response) }, ...Object.fromEntries(others) };
  const status = endpoint.status ?? 200;
  return {
    [status]: { description: SUCCESSES[status], content },
    ...(endpoint.tagged && { 304: { description: 'The answer is the one that the caller has.' } }),
  };
}

function problemsOf(endpoint: Endpoint): OpenApiOperation['responses'] {
  const codes: readonly ProblemCode[] = [...new Set<ProblemCode>([...COMMON_PROBLEMS, ...endpoint.problems])];
  const statuses = new Set(codes.map((code) => PROBLEMS[code].status).toSorted((a, b) => a - b));
  const problem = { [MEDIA_TYPES.problem]: { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...statuses].map((status) => {
      const these = codes.filter((code) => PROBLEMS[code].status === status);
      const unready =
        status === 503 && endpoint.unready !== undefined
          ? { [MEDIA_TYPES.json]: { schema: answerSchema(endpoint.unready) } }
          : {};
      return [
        status,
        {
          description: these.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
          content: { ...unready, ...problem },
        },
      ];
    }),
  );
}
