/**
 * The HTTP API as one table. The validation of requests, the OpenAPI document and the typed calls of the
 * client come from it. Each shape is written once, as both sides have it after parsing.
 *
 * In a query string, a list is written as its members joined by commas, and a flag as `true` or `false`.
 */
import * as z from 'zod/mini';
import { FileName } from './file-names.ts';
import { CheckReport } from './check.ts';
import type { Endpoint, Schema } from './endpoint.ts';
import { byId, Cursor, limit } from './endpoint-parts.ts';
import {
  ChosenGraph,
  ClaimPage,
  DocumentView,
  NeighbourKind,
  NodeDetails,
  Overview,
  SearchAnswer,
  SearchKind,
  StatementPage,
  Subgraph,
} from './explorer.ts';
import { graphEndpoints } from './graph-endpoints.ts';
import { ImportList, ImportView } from './imports.ts';
import { EXPORT_FORMATS, MEDIA_TYPES } from './media-types.ts';
import { BODY_PROBLEMS } from './problems.ts';
import { Health, Ready } from './service.ts';
import { viewEndpoints } from './view-endpoints.ts';
import { EdgeStance, Id, PartialDate, Stance } from './vocabulary.ts';

const Words = z.string().check(z.maxLength(500));
const byImport = z.strictObject({ id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/, 'Not the id of an import.')) });
const Text = z.string();

export const CONTESTED_SORTS = ['contested', 'recent', 'statements'] as const;
export const SCHEMA_NAMES = ['gainsay-1', 'gainsay-1-line', 'gainsay-csv-row'] as const;

/** Keeps the exact types of the schemas, so that a call is typed from its row. */
const endpoint = <const E extends Endpoint>(row: E): E => row;

export const endpoints = {
  overview: endpoint({
    method: 'GET',
    path: '/api/overview',
    group: 'Explore',
    summary: 'Counts, and the graph of the start view',
    description:
      'The most contested claims with the actors that assert and deny them, at most 150 elements. Nodes without an edge are counted and not shown, unless there is no edge at all.',
    response: Overview,
    tagged: true,
    problems: [],
  }),
  search: endpoint({
    method: 'GET',
    path: '/api/search',
    group: 'Explore',
    summary: 'Find actors, claims, quotations and documents',
    description: 'Finds aliases, beginnings of words and words with typing errors; best hits first.',
    query: z.strictObject({
      q: Words,
      kinds: z.optional(z.array(SearchKind).check(z.minLength(1), z.maxLength(8))),
      limit: limit(20, 100),
    }),
    response: SearchAnswer,
    tagged: true,
    problems: [],
  }),
  node: endpoint({
    method: 'GET',
    path: '/api/nodes/:id',
    group: 'Explore',
    summary: 'One actor or claim, with the numbers of its neighbours by relation',
    params: byId,
    response: NodeDetails,
    tagged: true,
    problems: ['not-found'],
  }),
  neighbours: endpoint({
    method: 'POST',
    path: '/api/nodes/:id/neighbours',
    group: 'Explore',
    summary: 'Expand a node: its neighbours, most informative first',
    description:
      'Also every edge among the neighbours, the node and those excluded. Reads only; POST because the list of ids can be long.',
    params: byId,
    body: z.strictObject({
      stance: z.optional(EdgeStance),
      /** `speaksFor`: the actors that this one speaks for; `spokenForBy`: those that speak for it. */
      relation: z.optional(z.enum(['position', 'speaksFor', 'spokenForBy'])),
      /** Of actors; `unknown` for those without a kind. */
      kinds: z.optional(z.array(NeighbourKind).check(z.minLength(1), z.maxLength(10))),
      /** Of claims: only those that are contested, or only those that are not. */
      contested: z.optional(z.boolean()),
      exclude: z.optional(z.array(Id).check(z.maxLength(5_000))),
      limit: limit(25, 200),
    }),
    response: Subgraph,
    problems: ['not-found', ...BODY_PROBLEMS],
  }),
  subgraph: endpoint({
    method: 'POST',
    path: '/api/subgraph',
    group: 'Explore',
    summary: 'Those nodes that exist, and every edge among them',
    description: '`missing` names the ids that no node has. Reads only; POST because the list of ids can be long.',
    body: z.strictObject({ ids: z.array(Id).check(z.maxLength(2_000)) }),
    response: ChosenGraph,
    problems: BODY_PROBLEMS,
  }),
  contested: endpoint({
    method: 'GET',
    path: '/api/claims/contested',
    group: 'Explore',
    summary: 'Contested claims, page by page',
    description:
      '`contested` sorts by how evenly and widely a claim is disputed, `recent` by its latest statement, `statements` by their number; ties are resolved by the other two. With `from` or `to`, the list has the contested claims with a statement in the range; order and `inRange` count only the statements in it.',
    query: z.strictObject({
      actor: z.optional(Id),
      topic: z.optional(Words),
      from: z.optional(PartialDate),
      to: z.optional(PartialDate),
      sort: z._default(z.enum(CONTESTED_SORTS), 'contested'),
      cursor: z.optional(Cursor),
      limit: limit(25, 200),
    }),
    response: ClaimPage,
    tagged: true,
    problems: ['not-found', 'bad-cursor'],
  }),
  statements: endpoint({
    method: 'GET',
    path: '/api/statements',
    group: 'Explore',
    summary: 'Statements, newest first, page by page',
    description: 'The evidence behind an edge: its actor, claim and stance.',
    query: z.strictObject({
      actor: z.optional(Id),
      claim: z.optional(Id),
      stance: z.optional(Stance),
      document: z.optional(Id),
      from: z.optional(PartialDate),
      to: z.optional(PartialDate),
      cursor: z.optional(Cursor),
      limit: limit(25, 200),
    }),
    response: StatementPage,
    tagged: true,
    problems: ['not-found', 'bad-cursor'],
  }),
  document: endpoint({
    method: 'GET',
    path: '/api/documents/:id',
    group: 'Explore',
    summary: 'A document with its text and its statements in the order of their quotations',
    description: 'The first 1,000 statements, and the one that the query names.',
    params: byId,
    query: z.strictObject({ statement: z.optional(Id) }),
    response: DocumentView,
    tagged: true,
    problems: ['not-found'],
  }),
  ...graphEndpoints,
  ...viewEndpoints,

  startImport: endpoint({
    method: 'POST',
    path: '/api/imports',
    group: 'Load',
    status: 202,
    summary: 'Load a file, or only check it',
    description:
      'The body is the file itself, at most 200 MB. The file is loaded completely or not at all; with `dryRun`, everything is checked and nothing is written. The answer comes at once; follow the import at the address in Location.',
    query: z.strictObject({ file: z.optional(FileName), dryRun: z._default(z.boolean(), false) }),
    body: 'upload',
    response: ImportView,
    problems: ['body-too-large', 'unsupported-media-type', 'upload-incomplete', 'too-many-imports', 'engine-storage'],
  }),
  imports: endpoint({
    method: 'GET',
    path: '/api/imports',
    group: 'Load',
    summary: 'Imports, newest first',
    query: z.strictObject({ limit: limit(50, 500) }),
    response: ImportList,
    problems: [],
  }),
  import: endpoint({
    method: 'GET',
    path: '/api/imports/:id',
    group: 'Load',
    summary: 'One import: its state, progress, counts and faults',
    params: byImport,
    response: ImportView,
    problems: ['not-found'],
  }),
  importEvents: endpoint({
    method: 'GET',
    path: '/api/imports/:id/events',
    group: 'Load',
    answer: MEDIA_TYPES.events,
    summary: 'Follow an import by server-sent events',
    description:
      'Each event is named `import` and carries the import as JSON; the last event is named `settled`; then the stream ends.',
    params: byImport,
    response: ImportView,
    problems: ['not-found'],
  }),
  cancelImport: endpoint({
    method: 'POST',
    path: '/api/imports/:id/cancel',
    group: 'Load',
    summary: 'Cancel a waiting or running import; nothing of it is kept',
    description: 'Has no effect on an import that has ended.',
    params: byImport,
    response: ImportView,
    problems: ['not-found'],
  }),
  undoImport: endpoint({
    method: 'DELETE',
    path: '/api/imports/:id',
    group: 'Load',
    summary: 'Undo a published import',
    description: 'The content is then as if the file had never been loaded, independent of later imports.',
    params: byImport,
    response: ImportView,
    problems: ['not-found', 'import-state', 'engine-storage'],
  }),
  loadExample: endpoint({
    method: 'POST',
    path: '/api/example',
    group: 'Load',
    status: 202,
    summary: 'Load the example dispute',
    response: ImportView,
    problems: ['too-many-imports', 'engine-storage'],
  }),

  export: endpoint({
    method: 'GET',
    path: '/api/export',
    group: 'Export',
    summary: 'Everything as one file in the native format',
    query: z.strictObject({ format: z._default(z.enum(EXPORT_FORMATS), 'json') }),
    response: z.looseObject({}),
    otherAnswers: { [MEDIA_TYPES.jsonLines]: Text },
    problems: ['data-changed'],
  }),
  schema: endpoint({
    method: 'GET',
    path: '/api/schemas/:name',
    group: 'Export',
    answer: MEDIA_TYPES.jsonSchema,
    summary: 'The JSON Schema of a file format',
    params: z.strictObject({ name: z.enum(SCHEMA_NAMES) }),
    response: z.looseObject({}),
    problems: ['not-found'],
  }),

  health: endpoint({
    method: 'GET',
    path: '/api/health',
    group: 'Service',
    summary: 'Whether the server runs',
    response: Health,
    problems: [],
  }),
  ready: endpoint({
    method: 'GET',
    path: '/api/ready',
    group: 'Service',
    summary: 'Whether the database answers, and its version',
    description: 'Answers 503 with the same shape while the database cannot be used.',
    response: Ready,
    unready: Ready,
    problems: [],
  }),
  check: endpoint({
    method: 'POST',
    path: '/api/check',
    group: 'Service',
    summary: 'Check over the whole database that edges and counters agree with the statements',
    description: 'Reads everything: on a large database this takes minutes.',
    response: CheckReport,
    problems: ['data-changed'],
  }),
  openapi: endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    group: 'Service',
    summary: 'This description, as OpenAPI 3.1',
    response: z.looseObject({}),
    problems: [],
  }),
  docs: endpoint({
    method: 'GET',
    path: '/api/docs',
    group: 'Service',
    answer: MEDIA_TYPES.html,
    summary: 'This description, as a page',
    response: Text,
    problems: [],
  }),
} as const;
export type EndpointName = keyof typeof endpoints;

type InputOf<S> = S extends Schema ? z.input<S> : undefined;
/** What a caller passes for one part of a request (values with a default are optional). */
export type ParamsOf<N extends EndpointName> = (typeof endpoints)[N] extends { params: infer S }
  ? InputOf<S>
  : undefined;
export type QueryOf<N extends EndpointName> = (typeof endpoints)[N] extends { query: infer S } ? InputOf<S> : undefined;
export type BodyOf<N extends EndpointName> = (typeof endpoints)[N] extends { body: infer S }
  ? S extends 'upload'
    ? Blob
    : InputOf<S>
  : undefined;
export type ResponseOf<N extends EndpointName> = z.output<(typeof endpoints)[N]['response']>;

/** A query value before it is converted to text. `undefined` is left out. */
type QueryValue = string | number | boolean | readonly string[] | undefined;

/**
 * The address of a call, such as `/api/nodes/north-korea` or `/api/search?q=dprk&kinds=actor,claim`.
 *
 * @param path A path of the table, with parameters as `:name`.
 * @throws TypeError if a parameter of the path is not given.
 */
export function endpointUrl(
  path: string,
  values: {
    readonly params?: Readonly<Record<string, string>> | undefined;
    readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  } = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values.params?.[name];
    if (value === undefined) throw new TypeError(`The path ${path} needs ${name}.`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values.query ?? {})) {
    if (value !== undefined) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text === '' ? filled : `${filled}?${text}`;
}
