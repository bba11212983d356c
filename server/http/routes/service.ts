/** Routes about the service itself. */
import type { Router } from 'express';
import type { CheckReport } from '../../contract/check.ts';
import { MEDIA_TYPES } from '../../contract/media-types.ts';
import { openApiDocument } from '../../contract/openapi.ts';
import type { Ready } from '../../contract/service.ts';
import { DOCS_STYLE, docsPage } from '../docs-page.ts';
import { serveEndpoint, type RouteContext } from '../serve-endpoint.ts';

export interface ServiceRouteDependencies {
  readonly version: string;
  readonly ready: () => Promise<Ready>;
  readonly check: () => Promise<CheckReport>;
}

export function serviceRoutes(router: Router, context: RouteContext, deps: ServiceRouteDependencies): void {
  const { version, ready, check } = deps;
  const document = openApiDocument(version);
  const page = docsPage(document);
  serveEndpoint(router, context, 'health', {}, async () => ({ status: 'ok' as const, version }));
  serveEndpoint(router, context, 'ready', {}, async ({ response }) => {
    const state = await ready();
    if (state.status !== 'ready') response.status(503).setHeader('Retry-After', '5');
    return state;
  });
  serveEndpoint(router, context, 'check', { database: true, unhurried: true }, check);
  serveEndpoint(router, context, 'openapi', {}, async () => ({ ...document }));
  serveEndpoint(router, context, 'docs', {}, async () => page);
  router.get('/api/docs.css', (_request, response) => {
    response.type(MEDIA_TYPES.css).setHeader('Cache-Control', 'no-cache');
    response.end(DOCS_STYLE);
  });
}
