/** An id that nothing has is answered with 404, on every endpoint that takes one: an empty list would say that nobody spoke. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../server/contract/endpoints.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { createViews } from '../../server/explorer/views.ts';
import { KOREA } from '../explorer/korea-dispute.ts';
import { writeDispute } from '../explorer/write-dispute.ts';
import { problemOf, send, startApp, type RunningApp } from './app-server.ts';

let app: RunningApp;
let engine: GraphEngine;
beforeAll(async () => {
  engine = await openEmbedded();
  await writeDispute(engine, KOREA);
  app = await startApp({ explorer: createExplorer(engine), views: createViews(engine) });
});
afterAll(async () => {
  await app.close();
  await engine.close();
});

/** For each endpoint, a request for each place where it takes an id: a path, or a body of a POST. */
const UNKNOWN: Readonly<Partial<Record<EndpointName, readonly (string | object)[]>>> = {
  node: ['/api/nodes/nobody'],
  neighbours: [{}],
  contested: [
    '/api/claims/contested?actor=nobody',
    '/api/claims/contested?actor=deal',
    '/api/claims/contested?actor=nobody&from=2022',
  ],
  statements: [
    '/api/statements?actor=nobody',
    '/api/statements?actor=deal',
    '/api/statements?claim=nothing',
    '/api/statements?claim=russia',
    '/api/statements?document=nothing',
    '/api/statements?actor=russia&claim=nothing',
    '/api/statements?actor=nobody&claim=deal&stance=asserts',
    '/api/statements?document=article&actor=nobody',
    '/api/statements?document=article&claim=eal',
    '/api/statements?actor=nobody&from=2022&to=2023',
  ],
  document: ['/api/documents/nothing', '/api/documents/article?statement=nothing'],
  paths: ['/api/paths?from=nobody&to=russia', '/api/paths?from=russia&to=nobody', '/api/paths?from=nobody&to=nobody'],
  commonNeighbours: [{ ids: ['russia', 'nobody'] }, { ids: ['nobody', 'nothing'], sides: 'same' }],
  agreement: [{ ids: ['russia', 'nobody'] }, { ids: ['russia', 'deal'] }],
  edgeStatements: [
    { edges: ['russia denies deal', 'russia asserts deal'] },
    { edges: [], neutralAmong: ['white-house', 'nobody'] },
  ],
  edgeFacets: [{ edges: ['russia denies deal', 'nobody denies deal'] }],
  positions: ['/api/nodes/nobody/positions'],
  sources: ['/api/nodes/nobody/sources'],
  timeline: ['/api/nodes/nobody/timeline'],
  positionHistory: [
    '/api/analysis/positions?actor=nobody&claim=deal',
    '/api/analysis/positions?actor=russia&claim=nothing',
    '/api/analysis/positions?actor=deal&claim=russia',
  ],
  view: ['/api/views/nothing'],
  updateView: ['/api/views/nothing'],
  deleteView: ['/api/views/nothing'],
  restoreView: ['/api/views/nothing/restore'],
  duplicateView: [{ name: 'V' }],
  import: ['/api/imports/nothing'],
  importEvents: ['/api/imports/nothing/events'],
  cancelImport: ['/api/imports/nothing/cancel'],
  undoImport: ['/api/imports/nothing'],
};

/** These take no id, or say of each id whether it exists. */
const WITHOUT: readonly EndpointName[] = [
  'overview',
  'search',
  'subgraph',
  'views',
  'createView',
  'startImport',
  'imports',
  'loadExample',
  'export',
  'schema',
  'health',
  'ready',
  'check',
  'openapi',
  'docs',
];

const names = Object.keys(endpoints) as EndpointName[];

describe('an unknown id', () => {
  it('is tried on every endpoint that takes one', () => {
    expect(Object.keys(UNKNOWN).concat(WITHOUT).toSorted()).toEqual([...names].toSorted());
  });

  const requests = names.flatMap((name) => (UNKNOWN[name] ?? []).map((what) => [name, what] as const));

  it.each(requests)('is not found by %s: %j', async (name, what) => {
    const { method, path, ifMatch, body }: Endpoint = endpoints[name];
    const sent = typeof what === 'string' ? (name === 'updateView' ? { name: 'V', state: '{}' } : undefined) : what;
    const answer = await send(app.port, {
      method,
      path: typeof what === 'string' ? what : path.replace(':id', 'nobody'),
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(ifMatch && { 'If-Match': '"1"' }),
      },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    });
    expect([answer.status, problemOf(answer).code]).toEqual([404, 'not-found']);
  });

  it('is named in the answer', async () => {
    const answer = await send(app.port, { path: '/api/statements?actor=russia&claim=nothing' });
    expect(problemOf(answer).detail).toBe('There is no claim with the id “nothing”.');
  });

  it('is named by the subgraph, which tells which of many exist', async () => {
    const answer = await send(app.port, {
      method: 'POST',
      path: '/api/subgraph',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ids: ['nobody', 'russia', 'nothing', 'nobody'] }),
    });
    expect(JSON.parse(answer.text)).toMatchObject({ nodes: [{ id: 'russia' }], missing: ['nobody', 'nothing'] });
  });

  it('differs from an id without a result', async () => {
    for (const path of [
      '/api/statements?actor=kcna',
      '/api/statements?actor=russia&claim=smear',
      '/api/statements?document=briefing&actor=russia',
      '/api/claims/contested?actor=white-house&topic=words',
      '/api/claims/contested?actor=kcna',
    ]) {
      const answer = await send(app.port, { path });
      expect([path, answer.status, JSON.parse(answer.text)]).toMatchObject([path, 200, { total: 0 }]);
    }
  });
});
