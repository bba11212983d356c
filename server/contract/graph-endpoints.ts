/** The rows of the table of endpoints for paths, common neighbours, and details of nodes and edges. */
import * as z from 'zod/mini';
import { Agreement, AGREEMENT_SORTS, MAX_COMPARED, MAX_PAIRS } from './agreement.ts';
import { NodeSources, PositionHistory, PositionPage, Timeline } from './details.ts';
import type { Endpoint } from './endpoint.ts';
import { byId, Cursor, limit, PositionId } from './endpoint-parts.ts';
import { StatementPage } from './explorer.ts';
import { COMMON_SIDES, CommonNeighbours, EdgeFacets, PathAnswer } from './paths.ts';
import { BODY_PROBLEMS } from './problems.ts';
import { EdgeStance, Id, PartialDate } from './vocabulary.ts';

const Stances = z.array(EdgeStance).check(z.minLength(1), z.maxLength(2));

export const graphEndpoints = {
  paths: {
    method: 'GET',
    path: '/api/paths',
    group: 'Explore',
    summary: 'The shortest paths from one node to another',
    description:
      'At most `k` paths of at most `maxHops` edges without a node twice, shortest first. With `stances` only over positions of these; `speaksFor=false` leaves out who speaks for whom. An empty list means that there is none.',
    query: z.strictObject({
      from: Id,
      to: Id,
      maxHops: limit(6, 6),
      k: limit(5, 20),
      stances: z.optional(Stances),
      speaksFor: z._default(z.boolean(), true),
    }),
    response: PathAnswer,
    tagged: true,
    problems: ['not-found'],
  },
  commonNeighbours: {
    method: 'POST',
    path: '/api/nodes/common',
    group: 'Explore',
    summary: 'The common neighbours of some nodes: the nodes that are connected to all or most of them',
    description:
      'Page by page. With `sides`, only those on which two of the given nodes take opposite sides, or only those on which all that take a side take the same. Reads only; POST because the list of ids can be long.',
    body: z.strictObject({
      ids: z.array(Id).check(z.minLength(2), z.maxLength(MAX_COMPARED)),
      sides: z.optional(z.enum(COMMON_SIDES)),
      cursor: z.optional(Cursor),
      limit: limit(25, 200),
    }),
    response: CommonNeighbours,
    problems: ['not-found', ...BODY_PROBLEMS, 'bad-cursor'],
  },
  agreement: {
    method: 'POST',
    path: '/api/analysis/agreement',
    group: 'Explore',
    summary:
      'Who agrees with whom: for each two of some actors, on how many claims they take one side or opposite sides',
    description:
      'Counts over all claims of the actors. Pairs without a shared claim are left out. Reads only; POST because the list of ids can be long.',
    body: z.strictObject({
      ids: z.array(Id).check(z.minLength(2), z.maxLength(MAX_COMPARED)),
      sort: z._default(z.enum(AGREEMENT_SORTS), 'contradict'),
      cursor: z.optional(Cursor),
      limit: limit(100, MAX_PAIRS),
    }),
    response: Agreement,
    problems: ['not-found', ...BODY_PROBLEMS, 'bad-cursor'],
  },
  edgeStatements: {
    method: 'POST',
    path: '/api/subgraph/statements',
    group: 'Explore',
    summary: 'The statements behind some edges, newest first, page by page',
    description:
      '`edges` are ids of positions. With `neutralAmong`, ids of nodes, also the neutral statements of these actors on these claims, which no edge represents. Reads only; POST because the lists of ids can be long.',
    body: z.strictObject({
      edges: z.array(PositionId).check(z.maxLength(2_000)),
      neutralAmong: z.optional(z.array(Id).check(z.maxLength(5_000))),
      cursor: z.optional(Cursor),
      limit: limit(100, 500),
    }),
    response: StatementPage,
    problems: ['not-found', ...BODY_PROBLEMS, 'bad-cursor'],
  },
  edgeFacets: {
    method: 'POST',
    path: '/api/subgraph/facets',
    group: 'Explore',
    bodyBytes: 3_000_000,
    summary: 'The values for filters of the statements behind some edges, as columns',
    description: 'For at most 50,000 statements. Reads only; POST because the list of ids can be long.',
    body: z.strictObject({ edges: z.array(PositionId).check(z.maxLength(5_000)) }),
    response: EdgeFacets,
    problems: ['not-found', ...BODY_PROBLEMS],
  },
  positions: {
    method: 'GET',
    path: '/api/nodes/:id/positions',
    group: 'Explore',
    summary: 'The positions of an actor, or on a claim, latest statement first, page by page',
    params: byId,
    query: z.strictObject({ stance: z.optional(EdgeStance), cursor: z.optional(Cursor), limit: limit(25, 200) }),
    response: PositionPage,
    tagged: true,
    problems: ['not-found', 'bad-cursor'],
  },
  sources: {
    method: 'GET',
    path: '/api/nodes/:id/sources',
    group: 'Explore',
    summary: 'The documents that quote an actor, or hold statements on a claim, and who published them',
    params: byId,
    query: z.strictObject({ limit: limit(50, 500) }),
    response: NodeSources,
    tagged: true,
    problems: ['not-found'],
  },
  timeline: {
    method: 'GET',
    path: '/api/nodes/:id/timeline',
    group: 'Explore',
    summary: 'The statements of an actor, or on a claim, by month and stance',
    params: byId,
    query: z.strictObject({ from: z.optional(PartialDate), to: z.optional(PartialDate) }),
    response: Timeline,
    tagged: true,
    problems: ['not-found'],
  },
  positionHistory: {
    method: 'GET',
    path: '/api/analysis/positions',
    group: 'Explore',
    summary: 'The statements of an actor on a claim, oldest first, and the changes of its position',
    query: z.strictObject({ actor: Id, claim: Id }),
    response: PositionHistory,
    tagged: true,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Endpoint>;
