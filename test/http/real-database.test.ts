/** Every route over real HTTP and a real database: a dispute is imported, read in every way, and exported. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints, endpointUrl, type EndpointName, type ResponseOf } from '../../server/contract/endpoints.ts';
import { ImportView } from '../../server/contract/imports.ts';
import { jsonSchemas } from '../../server/contract/json-schemas.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { createViews } from '../../server/explorer/views.ts';
import { exportNative } from '../../server/export/export-native.ts';
import { checkDatabase } from '../../server/ingest/check/check-database.ts';
import { createImportService } from '../../server/ingest/service/create-import-service.ts';
import type { ImportService } from '../../server/ingest/service/import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { readReadiness } from '../../server/runtime/readiness.ts';
import { readEvents } from '../../server/cli/server-events.ts';
import { problemOf, send, startApp, type RunningApp } from './app-server.ts';
import { SMALL_DISPUTE } from './small-dispute.ts';

let app: RunningApp;
let engine: GraphEngine;
let imports: ImportService;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-http-'));
  engine = await openEmbedded({ shuffleUnordered: true });
  await prepareDatabase(engine, { adopt: false });
  imports = createImportService({ engine, tmp: folder });
  app = await startApp({
    explorer: createExplorer(engine),
    views: createViews(engine),
    imports,
    exportNative: (format) => exportNative(engine, format),
    check: () => checkDatabase(engine),
    ready: () => readReadiness(engine, () => undefined),
    health: () => engine.health(),
    schemas: jsonSchemas(),
  });
});
afterAll(async () => {
  await app.close();
  await imports.close();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

type Values = Parameters<typeof endpointUrl>[1];

/** Calls an endpoint, and parses its answer with the schema of the contract, which refuses unknown members. */
async function ask<N extends EndpointName>(name: N, values: Values & { body?: unknown } = {}): Promise<ResponseOf<N>> {
  const { method, path, response } = endpoints[name];
  const answer = await fetch(app.url + endpointUrl(path, values), {
    method,
    ...(values.body === undefined
      ? {}
      : { body: JSON.stringify(values.body), headers: { 'Content-Type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return response.parse(await answer.json()) as ResponseOf<N>;
}

/** Uploads a file, and follows the events to the end. */
async function load(
  content: string,
  { type = 'application/json', query = '' } = {},
): Promise<{ states: string[]; settled: ImportView }> {
  const begun = await fetch(`${app.url}/api/imports?file=mill.json${query}`, {
    method: 'POST',
    body: content,
    headers: { 'Content-Type': type },
  });
  expect(begun.status).toBe(202);
  const events = await fetch(`${app.url}${begun.headers.get('location')}/events`);
  const views: ImportView[] = [];
  for await (const event of readEvents(events)) views.push(ImportView.parse(JSON.parse(event)));
  const settled = views.at(-1);
  if (settled === undefined) throw new Error('There was no event.');
  return { states: views.map(({ state }) => state), settled };
}
const exported = async (format: string): Promise<string> =>
  (await fetch(`${app.url}/api/export?format=${format}`)).text();
const NEW = { actors: 3, claims: 2, documents: 1, statements: 5 };
const added = ({ counts }: ImportView) =>
  counts && Object.fromEntries(Object.entries(counts).map(([kind, tally]) => [kind, tally.added]));

describe('a dispute, over HTTP', () => {
  it('is tried out without anything written', async () => {
    const { settled } = await load(JSON.stringify(SMALL_DISPUTE), { query: '&dryRun=true' });
    expect([settled.state, settled.dryRun, added(settled)]).toEqual(['checked', true, NEW]);
    expect((await ask('overview')).counts).toMatchObject({ actors: 0, statements: 0 });
  });

  it('with a fault is refused with row and field, and nothing is kept', async () => {
    const statements = [...SMALL_DISPUTE.statements, { actor: 'nobody', claim: 'mill-sold', stance: 'asserts' }];
    const { settled } = await load(JSON.stringify({ ...SMALL_DISPUTE, statements }));
    expect(settled.state).toBe('failed');
    expect(settled.errors).toMatchObject({
      total: 1,
      faults: [{ file: 'mill.json', row: 6, section: 'statements', field: 'actor', code: 'unknown-id' }],
    });
    expect((await ask('overview')).counts.actors).toBe(0);
  });

  it('is loaded, and followed to the end', async () => {
    const before = await ask('ready');
    const { settled } = await load(JSON.stringify(SMALL_DISPUTE));
    expect([settled.state, settled.unchanged, added(settled)]).toEqual(['published', false, NEW]);
    const after = await ask('ready');
    expect(after).toMatchObject({ status: 'ready', engine: { name: expect.any(String) } });
    expect(after.dataVersion).toBe((before.dataVersion ?? 0) + 1);
    expect(await ask('import', { params: { id: settled.id } })).toMatchObject({
      state: 'published',
      file: 'mill.json',
    });
    expect((await ask('imports')).imports[0]).toMatchObject({ id: settled.id, state: 'published' });
  });

  it('is seen whole in the overview', async () => {
    const { counts, graph } = await ask('overview');
    expect(counts).toEqual({ actors: 3, claims: 2, contested: 1, documents: 1, statements: 5, asserts: 2, denies: 1 });
    expect(graph.nodes.map(({ id }) => id).toSorted()).toEqual([
      'council',
      'gazette',
      'mill-closes',
      'mill-sold',
      'owner',
    ]);
    expect(graph.edges.map(({ id }) => id).toSorted()).toEqual([
      'council asserts mill-closes',
      'gazette asserts mill-sold',
      'owner denies mill-closes',
    ]);
  });

  it('is found by an alias, and by kinds', async () => {
    const { results } = await ask('search', { query: { q: 'tc' } });
    expect(results[0]).toMatchObject({ kind: 'actor', id: 'council', text: 'Town council', matched: 'TC' });
    const claims = await ask('search', { query: { q: 'mill', kinds: ['claim'] } });
    expect(claims.results.map(({ id }) => id).toSorted()).toEqual(['mill-closes', 'mill-sold']);
  });

  it('opens node by node', async () => {
    const details = await ask('node', { params: { id: 'mill-closes' } });
    expect(details).toMatchObject({
      node: { type: 'claim', asserters: 1, deniers: 1, statements: 3, firstDate: '2024-03-01', lastDate: '2024-04' },
      neighbours: { asserts: 1, denies: 1 },
    });
    const neighbours = await ask('neighbours', { params: { id: 'mill-closes' }, body: { stance: 'denies' } });
    expect([neighbours.nodes.map(({ id }) => id), neighbours.total, neighbours.truncated]).toEqual([
      ['owner'],
      1,
      false,
    ]);
    const subgraph = await ask('subgraph', { body: { ids: ['owner', 'mill-closes', 'nobody'] } });
    expect(subgraph.edges).toMatchObject([
      { type: 'position', id: 'owner denies mill-closes', statements: 2, modality: 'stated' },
    ]);
  });

  it('opens down to the words', async () => {
    const evidence = await ask('statements', { query: { actor: 'owner', claim: 'mill-closes', stance: 'denies' } });
    expect(evidence.statements.map(({ id }) => id)).toEqual(['s3', 's2']);
    const document = await ask('document', { params: { id: 'article' } });
    for (const { quotation } of document.statements) {
      expect(document.document.text?.slice(quotation?.start, quotation?.end)).toBe(quotation?.exact);
    }
    expect(document.statements.map(({ id }) => id)).toEqual(['s1', 's2']);
  });

  it('is read page by page', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask('statements', { query: { limit: 2, cursor } });
      expect(page.total).toBe(5);
      ids.push(...page.statements.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect([ids.length, ids.slice(0, 3)]).toEqual([5, ['s3', 's2', 's1']]);
    const wrong = await send(app.port, { path: '/api/statements?cursor=invented' });
    expect([wrong.status, problemOf(wrong).code]).toEqual([400, 'bad-cursor']);
  });

  it('shows what is contested', async () => {
    const { claims, total } = await ask('contested');
    expect([claims.map(({ id }) => id), total]).toEqual([['mill-closes'], 1]);
  });

  it('hangs together by paths and common neighbours', async () => {
    const { paths, nodes, edges, statements, truncated, maxHops } = await ask('paths', {
      query: { from: 'council', to: 'owner' },
    });
    expect(paths).toEqual([
      {
        nodes: ['council', 'mill-closes', 'owner'],
        edges: ['council asserts mill-closes', 'owner denies mill-closes'],
      },
    ]);
    expect([nodes.map(({ id }) => id), edges.map(({ id }) => id)]).toEqual([
      ['council', 'mill-closes', 'owner'],
      ['owner denies mill-closes', 'council asserts mill-closes'],
    ]);
    expect([statements.map(({ id }) => id), truncated, maxHops]).toEqual([['s3', 's2', 's1'], false, 6]);
    const denied = await ask('paths', {
      query: { from: 'council', to: 'owner', stances: ['denies'], maxHops: 2, k: 1, speaksFor: false },
    });
    expect([denied.paths, denied.maxHops, denied.truncated]).toEqual([[], 2, false]);
    expect(problemOf(await send(app.port, { path: '/api/paths?from=council&to=nobody' })).code).toBe('not-found');
    const common = await ask('commonNeighbours', { body: { ids: ['council', 'owner'] } });
    expect([common.nodes.map(({ id }) => id), common.shared, common.edges.length]).toEqual([['mill-closes'], [2], 2]);
  });

  it('tells what is behind its edges, and beside its nodes', async () => {
    const edges = ['council asserts mill-closes', 'owner denies mill-closes', 'gazette asserts mill-sold'];
    const page = await ask('edgeStatements', { body: { edges, limit: 3 } });
    expect([page.statements.map(({ id }) => id), page.total, page.truncated]).toEqual([['s3', 's2', 's1'], 4, true]);
    expect(
      (await ask('edgeStatements', { body: { edges, limit: 3, cursor: page.next } })).statements.map(({ id }) => id),
    ).toEqual(['s4']);
    expect(await ask('edgeFacets', { body: { edges } })).toEqual({
      edge: [0, 1, 1, 2],
      date: ['2024-03-01', '2024-03-02', '2024-04', ''],
      modality: [0, 0, 2, 1],
      publisher: [0, 0, -1, -1],
      firstHand: [0, 1, 1, 1],
      publishers: [{ id: 'gazette', name: 'Gazette', kind: 'media' }],
      total: 4,
      truncated: false,
    });
    const byId = { params: { id: 'mill-closes' } };
    expect((await ask('positions', { ...byId, query: { limit: 1 } })).positions.map(({ edge }) => edge.id)).toEqual([
      'owner denies mill-closes',
    ]);
    expect(await ask('sources', byId)).toMatchObject({
      documents: [{ document: { id: 'article' }, statements: 2 }],
      publishers: [{ publisher: { id: 'gazette' }, documents: 1 }],
      withoutDocument: 1,
    });
    expect((await ask('timeline', byId)).buckets).toEqual([
      { month: '2024-03', asserts: 1, denies: 1, neutral: 0 },
      { month: '2024-04', asserts: 0, denies: 1, neutral: 0 },
    ]);
    const history = await ask('positionHistory', { query: { actor: 'owner', claim: 'mill-closes' } });
    expect([history.steps.map(({ statement }) => statement.id), history.changes]).toEqual([['s2', 's3'], 0]);
    expect((await ask('node', byId)).groups).toEqual([
      { relation: 'asserts', kind: 'organisation', count: 1 },
      { relation: 'denies', kind: 'person', count: 1 },
    ]);
    const bad = await send(app.port, {
      method: 'POST',
      path: '/api/subgraph/facets',
      headers: { 'Content-Type': 'application/json' },
      body: '{"edges":["owner denies"]}',
    });
    expect([bad.status, problemOf(bad).issues?.[0]?.path]).toEqual([400, 'body.edges.0']);
  });

  it('keeps a saved view apart from its content', async () => {
    const saved = await ask('createView', { body: { id: 'mine', name: 'The mill', state: '{"nodes":["owner"]}' } });
    expect(await ask('view', { params: { id: 'mine' } })).toEqual(saved);
  });

  it('has the version of the content that it was read at', async () => {
    const { dataVersion } = await ask('ready');
    for (const path of [
      '/api/search?q=mill',
      '/api/nodes/owner',
      '/api/claims/contested',
      '/api/statements',
      '/api/paths?from=owner&to=council',
      '/api/overview',
    ]) {
      const first = await send(app.port, { path });
      const tag = first.headers.etag ?? '';
      expect([path, tag.slice(tag.indexOf('-'))]).toEqual([path, `-${dataVersion}"`]);
      const again = await send(app.port, { path, headers: { 'If-None-Match': tag } });
      expect([again.status, again.headers.etag]).toEqual([304, tag]);
    }
  });

  it('agrees with itself', async () => {
    expect(await ask('check')).toMatchObject({ faults: [], total: 0 });
  });

  it('is taken out as a file that changes nothing when it is loaded again', async () => {
    const answer = await fetch(`${app.url}/api/export?format=json`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="gainsay-\d{4}-\d\d-\d\d\.json"$/);
    const file = await answer.text();
    expect(JSON.parse(file)).toMatchObject({ format: 'gainsay/1', actors: { length: 3 }, statements: { length: 5 } });
    const { settled } = await load(file);
    expect([settled.state, settled.unchanged]).toEqual(['published', true]);
    const lines = await exported('jsonl');
    expect(
      lines
        .trimEnd()
        .split('\n')
        .filter((line) => (JSON.parse(line) as { type: string }).type === 'statement'),
    ).toHaveLength(5);
  });

  it('can be undone, and leaves what was there before', async () => {
    const before = await exported('jsonl');
    const { settled } = await load('actor,claim,stance\nMiller,The mill is old.,asserts\n', { type: 'text/csv' });
    expect((await ask('overview')).counts.actors).toBe(4);
    expect(await ask('undoImport', { params: { id: settled.id } })).toMatchObject({ id: settled.id, state: 'undone' });
    expect(await exported('jsonl')).toBe(before);
    expect((await ask('views')).views.map(({ id, version }) => [id, version])).toEqual([['mine', 1]]);
    expect(await ask('undoImport', { params: { id: settled.id } })).toMatchObject({ state: 'undone' });
  });

  it('has nothing to undo of what was not published', async () => {
    const { settled } = await load('{}');
    expect(settled.state).toBe('failed');
    const answer = await send(app.port, { method: 'DELETE', path: `/api/imports/${settled.id}` });
    expect([answer.status, problemOf(answer).code]).toEqual([409, 'import-state']);
  });

  it('has nothing under unknown ids', async () => {
    for (const [method, path] of [
      ['GET', '/api/nodes/x'],
      ['GET', '/api/documents/x'],
      ['GET', '/api/imports/x'],
      ['DELETE', '/api/imports/x'],
      ['POST', '/api/imports/x/cancel'],
      ['GET', '/api/imports/x/events'],
    ] as const) {
      const answer = await send(app.port, { method, path });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('publishes the schemas of its files', async () => {
    for (const name of ['gainsay-1', 'gainsay-1-line', 'gainsay-csv-row']) {
      const answer = await send(app.port, { path: `/api/schemas/${name}` });
      expect([answer.headers['content-type'], JSON.parse(answer.text)]).toEqual([
        'application/schema+json',
        jsonSchemas()[name as 'gainsay-1'],
      ]);
    }
  });
});
