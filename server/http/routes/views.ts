/** Saved views, each with its version as ETag. */
import type { IncomingMessage } from 'node:http';
import type { Response, Router } from 'express';
import { endpointUrl, endpoints } from '../../contract/endpoints.ts';
import type { Views } from '../../explorer/views.ts';
import { present } from '../present.ts';
import { ApiError } from '../problem.ts';
import { serveEndpoint, type RouteContext } from '../serve-endpoint.ts';

const DATABASE = { database: true } as const;

export function viewRoutes(router: Router, context: RouteContext, views: Views): void {
  serveEndpoint(router, context, 'views', DATABASE, ({ query }) => views.list(present(query)));
  serveEndpoint(router, context, 'createView', DATABASE, async ({ body, response }) =>
    made(response, await views.create(body)),
  );
  serveEndpoint(router, context, 'view', DATABASE, async ({ params, request, response }) => {
    const view = tagged(response, await views.get(params.id));
    if (view === undefined || !tagsOf(request.headers['if-none-match']).includes(view.version)) return view;
    response.writeHead(304).end();
    return 'handled';
  });
  serveEndpoint(router, context, 'updateView', DATABASE, async ({ params, body, request, response }) =>
    tagged(response, await views.update(params.id, body, knownVersions(request))),
  );
  serveEndpoint(router, context, 'deleteView', DATABASE, ({ params, request }) =>
    views.remove(params.id, knownVersions(request)),
  );
  serveEndpoint(router, context, 'restoreView', DATABASE, async ({ params, response }) =>
    tagged(response, await views.restore(params.id)),
  );
  serveEndpoint(router, context, 'duplicateView', DATABASE, async ({ params, body, response }) =>
    made(response, await views.duplicate(params.id, body)),
  );
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

function tagged<V extends Versioned | undefined>(response: Response, view: V): V {
  if (view === undefined) return view;
  response.setHeader('ETag', `"${view.version}"`);
  response.setHeader('Cache-Control', 'no-cache');
  return view;
}

function made<V extends Versioned | undefined>(response: Response, view: V): V {
  if (view !== undefined) response.setHeader('Location', endpointUrl(endpoints.view.path, { params: { id: view.id } }));
  return tagged(response, view);
}

/** The versions in a list of entity tags; other tags are ignored. */
function tagsOf(header: string | undefined): number[] {
  return (header ?? '').split(',').flatMap((tag) => {
    const version = /^\s*"(\d{1,15})"\s*$/.exec(tag)?.[1];
    return version === undefined ? [] : [Number(version)];
  });
}

/** @throws ApiError `version-required`, also for `*`, which would change any version. */
function knownVersions({ headers }: IncomingMessage): number[] {
  const header = headers['if-match']?.trim() ?? '*';
  if (header === '*')
    throw new ApiError(
      'version-required',
      'Send the version that is to be changed in If-Match, such as "3": the ETag that came with it.',
    );
  return tagsOf(header);
}
