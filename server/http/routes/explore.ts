/** Routes that read the graph. */
import type { Router } from 'express';
import type { Explorer } from '../../explorer/explorer.ts';
import { serveEndpoint, type RouteContext } from '../serve-endpoint.ts';
import { present } from '../present.ts';

const READ = { database: true, cached: 'by-version' } as const;
/** Up to thousands of ids in a body, and as many nodes in the answer. */
const HEAVY = { database: true, heavy: true } as const;

export function exploreRoutes(router: Router, context: RouteContext, explorer: Explorer): void {
  serveEndpoint(router, context, 'overview', { database: true, cached: 'bytes-by-version' }, () => explorer.overview());
  // While a user types, each new character replaces the search before it: a search that nobody waits for must not delay the next one.
  serveEndpoint(router, context, 'search', READ, ({ query: { q, ...rest }, response }) =>
    explorer.search({
      ...present({ text: q, ...rest }),
      isWanted: () => !response.destroyed && !response.writableEnded,
    }),
  );
  serveEndpoint(router, context, 'node', READ, ({ params }) => explorer.node(params.id));
  serveEndpoint(router, context, 'neighbours', HEAVY, ({ params, body }) =>
    explorer.neighbours(params.id, present(body)),
  );
  serveEndpoint(router, context, 'subgraph', HEAVY, ({ body }) => explorer.subgraph(body.ids));
  serveEndpoint(router, context, 'contested', READ, ({ query }) => explorer.contested(present(query)));
  serveEndpoint(router, context, 'statements', READ, ({ query }) => explorer.statements(present(query)));
  serveEndpoint(router, context, 'paths', READ, ({ query }) => explorer.paths(present(query)));
  serveEndpoint(router, context, 'commonNeighbours', HEAVY, ({ body }) => explorer.common(present(body)));
  serveEndpoint(router, context, 'agreement', HEAVY, ({ body }) => explorer.agreement(present(body)));
  serveEndpoint(router, context, 'edgeStatements', HEAVY, ({ body }) => explorer.edgeStatements(present(body)));
  serveEndpoint(router, context, 'edgeFacets', HEAVY, ({ body }) => explorer.edgeFacets(body.edges));
  serveEndpoint(router, context, 'positions', READ, ({ params, query }) =>
    explorer.positions(params.id, present(query)),
  );
  serveEndpoint(router, context, 'sources', READ, ({ params, query }) => explorer.sources(params.id, query.limit));
  serveEndpoint(router, context, 'timeline', READ, ({ params, query }) => explorer.timeline(params.id, present(query)));
  serveEndpoint(router, context, 'positionHistory', READ, ({ query }) => explorer.positionHistory(query));
  serveEndpoint(router, context, 'document', READ, ({ params, query }) =>
    explorer.document(params.id, query.statement),
  );
}
