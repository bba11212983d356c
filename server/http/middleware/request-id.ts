/** Gives each request an id and a logger that carries it, and logs how the request ended. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

interface RequestLocals {
  requestId: string;
  logger: Logger;
}

/** The id of the request that `response` answers; the problem and every log line carry it. */
export function requestIdOf(response: Response): string {
  return (response.locals as RequestLocals).requestId;
}

/** The logger of that request. */
export function loggerOf(response: Response): Logger {
  return (response.locals as RequestLocals).logger;
}

/** Ids are made here, never taken from the caller: what is in the log is ours alone. Queries are not logged: they hold what people search for. */
export function requestId(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const begun = performance.now();
    const locals = response.locals as RequestLocals;
    locals.requestId = id;
    locals.logger = logger.child({ requestId: id });
    response.setHeader('X-Request-Id', id);
    response.once('close', () => {
      const line = {
        method: request.method,
        path: request.originalUrl.split('?', 1)[0]?.slice(0, 500),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - begun),
        complete: response.writableFinished,
      };
      locals.logger.info(line, 'request');
    });
    next();
  };
}
