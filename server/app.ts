/** The HTTP application: middleware and routes. It gets its dependencies as parameters, reads no environment and does not listen. */
import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Limiter } from './base/limiter.ts';
import type { CheckReport } from './contract/check.ts';
import { endpoints } from './contract/endpoints.ts';
import type { ImportView } from './contract/imports.ts';
import type { Ready } from './contract/service.ts';
import type { Explorer } from './explorer/explorer.ts';
import type { Views } from './explorer/views.ts';
import { clientFiles } from './http/client-files.ts';
import { allowHosts } from './http/middleware/host.ts';
import { loggerOf, requestId, requestIdOf } from './http/middleware/request-id.ts';
import { sameOrigin } from './http/middleware/same-origin.ts';
import { securityHeaders } from './http/middleware/security-headers.ts';
import { ApiError, sendProblem, toApiError } from './http/problem.ts';
import { exploreRoutes } from './http/routes/explore.ts';
import { importRoutes } from './http/routes/imports.ts';
import { serviceRoutes } from './http/routes/service.ts';
import { viewRoutes } from './http/routes/views.ts';
import { exportRoutes, type ExportNative, type FileSchemas } from './http/routes/export.ts';
import type { Gate, RouteContext } from './http/serve-endpoint.ts';
import { UploadSpool, type UploadLimits } from './http/upload.ts';
import type { ImportService } from './ingest/service/import-service.ts';

export interface AppDependencies {
  readonly explorer: Explorer;
  readonly views: Views;
  readonly imports: ImportService;
  readonly exportNative: ExportNative;
  readonly check: () => Promise<CheckReport>;
  readonly loadExample: () => Promise<ImportView>;
  readonly schemas: FileSchemas;
  /** Rejects when the database cannot be reached. */
  readonly health: () => Promise<unknown>;
  readonly ready: () => Promise<Ready>;
  /** Why the database cannot be used now, if it cannot. */
  readonly gate: Gate;
  /** Aborted when the server begins to stop: new work is refused, streams end. */
  readonly stopping: AbortSignal;
  readonly logger: Logger;
  readonly version: string;
  /** The folder of uploads until they are loaded. */
  readonly uploadFolder: string;
  /** Allowed host names in addition to those of loopback. */
  readonly hosts?: readonly string[];
  /** The built client. */
  readonly clientFolder?: string;
  readonly limits?: Partial<AppLimits>;
}

export interface AppLimits {
  /** Milliseconds. */
  readonly request: number;
  readonly body: number;
  readonly suspicion: number;
  readonly probe: number;
  readonly heartbeat: number;
  readonly upload: UploadLimits;
}

/** A lost database is reported within 6 s: 4.5 s until the check, and 1 s for the check. */
const LIMITS: AppLimits = {
  request: 30_000,
  body: 20_000,
  suspicion: 4_500,
  probe: 1_000,
  heartbeat: 15_000,
  upload: { bytes: 200_000_000, files: 20 },
};

/** Heavy requests that run at once. */
const HEAVY_REQUESTS = 3;

/** The application, ready to listen. */
export function createApp(deps: AppDependencies): Express {
  const { explorer, imports, logger, stopping } = deps;
  const limits = { ...LIMITS, ...deps.limits };
  const context: RouteContext = {
    gate: deps.gate,
    deadlines: { ...limits, health: deps.health },
    bodyPatience: limits.body,
    heavy: new Limiter(HEAVY_REQUESTS),
    dataVersion: () => explorer.dataVersion(),
    versionOf: (answer) => explorer.versionOf(answer),
    runId: randomUUID().slice(0, 8),
  };
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').set('query parser', false);
  app.use(requestId(logger), allowHosts(deps.hosts ?? []), securityHeaders);

  const api = express.Router({ caseSensitive: true });
  api.use('/api', sameOrigin, refuseWhileStopping(stopping));
  serviceRoutes(api, context, deps);
  exploreRoutes(api, context, explorer);
  viewRoutes(api, context, deps.views);
  importRoutes(api, context, {
    imports,
    loadExample: deps.loadExample,
    uploads: new UploadSpool(deps.uploadFolder, limits.upload, stopping),
    events: { stopping, heartbeat: limits.heartbeat },
  });
  exportRoutes(api, context, deps);
  refuseOtherMethods(api);
  api.use('/api', notFound);
  app.use(api, clientFiles(deps.clientFolder), notFound, lastResort);
  return app;
}

function refuseWhileStopping(stopping: AbortSignal): RequestHandler {
  return (_request, _response, next) => {
    if (stopping.aborted)
      throw new ApiError('stopping', 'Start the server again and repeat this.', { headers: { Connection: 'close' } });
    next();
  };
}

/** Answers 405, with the allowed methods, to a method that an address of the table does not have. */
function refuseOtherMethods(router: express.Router): void {
  const rows = Object.values(endpoints).map(({ path, method }) => ({
    path,
    method,
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}/?$`),
  }));
  for (const path of new Set(rows.map((row) => row.path))) {
    router.all(path, (request) => {
      // An address may match several rows: /api/nodes/common also matches the row of a node.
      const allowed = [
        ...new Set<string>(rows.filter(({ pattern }) => pattern.test(request.path)).map(({ method }) => method)),
      ];
      const allow = (allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed).join(', ');
      throw new ApiError('method-not-allowed', `Use ${allow}.`, { headers: { Allow: allow } });
    });
  }
}

const notFound: RequestHandler = () => {
  throw new ApiError('not-found', 'There is nothing at this address.');
};

/** Express recognises an error handler by its four arguments. */
const lastResort: ErrorRequestHandler = (thrown: unknown, _request, response, _next) => {
  const error = toApiError(thrown);
  if (error.code === 'internal') loggerOf(response).error({ err: thrown }, 'a request failed');
  else loggerOf(response).info({ code: error.code, err: error.cause }, 'a request was refused');
  sendProblem(response, error, requestIdOf(response));
};
