/** The description of the API, for programs and for people. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import { endpoints } from '../../server/contract/endpoints.ts';
import { PROBLEMS } from '../../server/contract/problems.ts';
import type { OpenApiDocument } from '../../server/contract/openapi.ts';
import { send, startApp, type RunningApp } from './app-server.ts';

let app: RunningApp;
let document: OpenApiDocument;
beforeAll(async () => {
  app = await startApp();
  document = JSON.parse((await send(app.port, { path: '/api/openapi.json' })).text) as OpenApiDocument;
});
afterAll(() => app.close());

describe('openapi.json', () => {
  it('describes every endpoint of the table once', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    const table = Object.entries<Endpoint>(endpoints).map(([name, { method, path }]) => `${name} ${method} ${path}`);
    expect(described.toSorted()).toEqual(table.toSorted());
    expect([document.openapi, document.info.version]).toEqual(['3.1.0', '1.2.3']);
  });

  it('names every parameter of a path, and no other', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods)) {
        expect(
          parameters.filter((parameter) => parameter.in === 'path').map(({ name, required }) => [name, required]),
        ).toEqual(inPath.map((name) => [name, true]));
      }
    }
  });

  it('gives dates in parameters their pattern', () => {
    const { parameters = [] } = document.paths['/api/claims/contested']?.['get'] ?? {};
    const from = JSON.stringify(parameters.find(({ name }) => name === 'from')?.schema);
    expect(from).toContain(String.raw`^\\d{4}(-(0[1-9]|1[0-2])`);
  });

  it('refers only to shapes that it has', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, reference]) => reference ?? '',
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(document.components.schemas).toHaveProperty(reference.slice('#/components/schemas/'.length));
    }
  });

  it('gives each operation one success, and the problems that it may answer with', () => {
    for (const methods of Object.values(document.paths)) {
      for (const { responses } of Object.values(methods)) {
        const statuses = Object.keys(responses).map(Number);
        expect(statuses.filter((status) => status < 300)).toHaveLength(1);
        expect(statuses).toEqual(expect.arrayContaining([400, 403, 421, 500, 503]));
      }
    }
  });

  it('describes the answers with a tag, to who has them already', async () => {
    const tagged = Object.entries<Endpoint>(endpoints)
      .filter(([, endpoint]) => endpoint.tagged)
      .map(([name]) => name);
    expect(tagged.toSorted()).toEqual([
      'contested',
      'document',
      'node',
      'overview',
      'paths',
      'positionHistory',
      'positions',
      'search',
      'sources',
      'statements',
      'timeline',
      'view',
    ]);
    for (const methods of Object.values(document.paths)) {
      for (const { operationId, responses, parameters = [] } of Object.values(methods)) {
        expect(['304' in responses, parameters.some(({ name }) => name === 'If-None-Match')]).toEqual([
          tagged.includes(operationId),
          tagged.includes(operationId),
        ]);
      }
    }
    const answer = await send(app.port, { path: '/api/overview' });
    const again = await send(app.port, {
      path: '/api/overview',
      headers: { 'If-None-Match': String(answer.headers.etag) },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each(['json', 'jsonl'])('describes the media type of an export as %s', async (format) => {
    const answer = await send(app.port, { path: `/api/export?format=${format}` });
    const type = String(answer.headers['content-type']).split(';', 1)[0] ?? '';
    expect(Object.keys(document.paths['/api/export']?.['get']?.responses['200']?.content ?? {})).toContain(type);
  });

  it('describes what is answered to a body where none belongs', async () => {
    const answer = await send(app.port, {
      method: 'POST',
      path: '/api/check',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(answer.status).toBe(415);
    expect(document.paths['/api/check']?.['post']?.responses).toHaveProperty('415');
  });

  it('describes what is answered while the database is away', async () => {
    const away = await startApp({
      ready: async () => ({ status: 'unavailable', engine: { name: 'test' }, reason: 'Gone.' }),
    });
    try {
      const answer = await send(away.port, { path: '/api/ready' });
      expect([answer.status, answer.headers['content-type']]).toEqual([503, 'application/json']);
    } finally {
      await away.close();
    }
    const content = document.paths['/api/ready']?.['get']?.responses['503']?.content;
    expect(content?.['application/json']).toEqual({ schema: { $ref: '#/components/schemas/Ready' } });
    expect(content?.['application/problem+json']).toEqual({ schema: { $ref: '#/components/schemas/Problem' } });
  });

  it('describes a search as the API takes it', () => {
    const parameters = document.paths['/api/search']?.['get']?.parameters?.filter(
      (parameter) => parameter.in === 'query',
    );
    expect(parameters?.map(({ name, required }) => [name, required])).toEqual([
      ['q', true],
      ['kinds', false],
      ['limit', false],
    ]);
    expect(parameters?.[2]?.schema).toEqual({ default: 20, type: 'integer', minimum: 1, maximum: 100 });
    expect(parameters?.[1]).toMatchObject({ style: 'form', explode: false });
  });
});

describe('the page of the description', () => {
  it('has every endpoint and every problem, no script, and nothing from elsewhere', async () => {
    const answer = await send(app.port, { path: '/api/docs' });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const name of Object.keys(endpoints)) expect(answer.text).toContain(`<section id="${name}">`);
    for (const code of Object.keys(PROBLEMS)) expect(answer.text).toContain(`<tr id="problem-${code}">`);
    expect(answer.text).not.toMatch(/<script|style=|https?:|src=|undefined|\[object|\{ +\}/);
    const links = [...answer.text.matchAll(/href="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links).toContain('/api/openapi.json');
    const ids = new Set([...answer.text.matchAll(/id="([^"]*)"/g)].map(([, id]) => id));
    for (const link of links)
      expect(
        link.startsWith('#')
          ? ids.has(link.slice(1))
          : ['/', '/api/docs.css', '/api/openapi.json', 'data:,'].includes(link),
      ).toBe(true);
  });

  it('has its own style sheet', async () => {
    const answer = await send(app.port, { path: '/api/docs.css' });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
    expect(answer.text).not.toMatch(/url\(|@import/);
  });
});
