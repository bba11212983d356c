/** No request is answered with a 5xx. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import { endpoints } from '../../server/contract/endpoints.ts';
import { jsonSchemaOf, type JsonSchema } from '../../server/contract/openapi.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { createViews } from '../../server/explorer/views.ts';
import { KOREA } from '../explorer/korea-dispute.ts';
import { writeDispute } from '../explorer/write-dispute.ts';
import { importView, idleImports, send, startApp, type RunningApp } from './app-server.ts';

let app: RunningApp;
let engine: GraphEngine;
beforeAll(async () => {
  engine = await openEmbedded();
  await writeDispute(engine, KOREA);
  const views = createViews(engine);
  for (const id of ['north-korea', 'a']) await views.create({ id, name: id, state: '{}' });
  app = await startApp({
    explorer: createExplorer(engine),
    views,
    imports: idleImports({ get: async (id) => importView({ id }) }),
  });
});
afterAll(async () => {
  await app.close();
  await engine.close();
});

/** Values that sometimes match a schema, and values that never do. */
function near(schema: JsonSchema): fc.Arbitrary<unknown> {
  const {
    type,
    enum: members,
    properties,
    items,
  } = schema as { type?: string; enum?: string[]; properties?: Record<string, JsonSchema>; items?: JsonSchema };
  const fitting = ((): fc.Arbitrary<unknown> => {
    if (members !== undefined) return fc.constantFrom(...members);
    if (type === 'integer')
      return fc.oneof(fc.integer({ min: -1, max: 300 }), fc.constantFrom(1e300, -0, 0.5, Number.MAX_SAFE_INTEGER));
    if (type === 'boolean') return fc.boolean();
    if (type === 'array' && items !== undefined) return fc.array(near(items), { maxLength: 5 });
    if (type === 'object' && properties !== undefined)
      return fc.record(Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, near(of)])), {
        requiredKeys: [],
      });
    return fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '2022-02',
        '2022-13-01',
        'north-korea',
        'deal',
        'north-korea denies deal',
        '{}',
        '\u0000',
        '\ud800',
        'a'.repeat(3_000),
        '..',
        '%',
        '__proto__',
      ),
    );
  })();
  return fc.oneof({ weight: 6, arbitrary: fitting }, { weight: 1, arbitrary: fc.jsonValue() });
}

const partOf = (schema: Endpoint['query']): fc.Arbitrary<Record<string, unknown>> =>
  schema === undefined
    ? fc.dictionary(fc.string(), fc.string(), { maxKeys: 1 })
    : fc
        .tuple(near(jsonSchemaOf(schema, 'input')), fc.dictionary(fc.string(), fc.string(), { maxKeys: 1 }))
        .map(([value, more]) => (typeof value === 'object' && value !== null ? { ...value, ...more } : more));

/** Lone surrogates cannot be written in an address at all. */
const encoded = (value: unknown): string =>
  encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\p{Cs}/gu, '\ufffd'));

describe.each(Object.entries<Endpoint>(endpoints))('%s', (_name, { method, path, params, query, body }) => {
  it('answers every request with something below 500', async () => {
    const bodies =
      body === undefined
        ? fc.constant(undefined)
        : fc.oneof(
            body === 'upload'
              ? fc.jsonValue().map((value) => JSON.stringify(value))
              : near(jsonSchemaOf(body, 'input')).map((value) => JSON.stringify(value) ?? ''),
            fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
          );
    await fc.assert(
      fc.asyncProperty(
        partOf(params),
        partOf(query),
        bodies,
        fc.constantFrom('"1"', '*', '', 'W/"2"', '"2", "3"', '"'),
        async (inPath, inQuery, sent, ifMatch) => {
          const filled = path.replace(/:(\w+)/g, (_, parameter: string) => encoded(inPath[parameter] ?? 'x') || 'x');
          const pairs = Object.entries(inQuery).map(([key, value]) => `${encoded(key)}=${encoded(value)}`);
          const answer = await send(app.port, {
            method,
            path: pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`,
            ...(sent === undefined ? {} : { body: sent }),
            headers: { 'If-Match': ifMatch, ...(sent !== undefined && { 'Content-Type': 'application/json' }) },
          });
          expect(answer.status, answer.text).toBeLessThan(500);
          const isProblem = answer.headers['content-type'] === 'application/problem+json';
          expect(isProblem, answer.text).toBe(answer.status >= 400);
        },
      ),
      { numRuns: 60 },
    );
  });
});
