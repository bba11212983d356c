/** Routes to start, follow, cancel and undo imports. */
import type { Response, Router } from 'express';
import { endpointUrl, endpoints } from '../../contract/endpoints.ts';
import type { ImportView } from '../../contract/imports.ts';
import type { ImportService } from '../../ingest/service/import-service.ts';
import { streamImport, type EventStreamOptions } from '../import-events.ts';
import { serveEndpoint, type RouteContext } from '../serve-endpoint.ts';
import type { UploadSpool } from '../upload.ts';

export interface ImportRouteDependencies {
  readonly imports: ImportService;
  readonly uploads: UploadSpool;
  readonly loadExample: () => Promise<ImportView>;
  readonly events: Omit<EventStreamOptions, 'imports'>;
}

export function importRoutes(router: Router, context: RouteContext, deps: ImportRouteDependencies): void {
  const { imports, uploads, loadExample, events } = deps;
  serveEndpoint(
    router,
    context,
    'startImport',
    { database: true, unhurried: true },
    async ({ query, request, response }) => {
      const source = await uploads.receive(request, query.file);
      try {
        return started(response, await imports.start(source, { dryRun: query.dryRun }));
      } catch (error) {
        await source.release?.();
        throw error;
      }
    },
  );
  serveEndpoint(router, context, 'loadExample', { database: true }, async ({ response }) =>
    started(response, await loadExample()),
  );
  serveEndpoint(router, context, 'imports', { database: true }, ({ query }) => imports.list(query.limit));
  serveEndpoint(router, context, 'import', { database: true }, ({ params }) => imports.get(params.id));
  serveEndpoint(
    router,
    context,
    'importEvents',
    { database: true, unhurried: true },
    async ({ params, request, response }) =>
      (await streamImport(params.id, request, response, { imports, ...events })) ? 'handled' : undefined,
  );
  serveEndpoint(router, context, 'cancelImport', { database: true, unhurried: true }, ({ params }) =>
    imports.cancel(params.id),
  );
  serveEndpoint(router, context, 'undoImport', { database: true, unhurried: true }, ({ params }) =>
    imports.undo(params.id),
  );
}

function started(response: Response, view: ImportView): ImportView {
  response.setHeader('Location', endpointUrl(endpoints.import.path, { params: { id: view.id } }));
  return view;
}
