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

/** The server makes the ids and never takes them from the caller, so that a caller cannot write into the log. Queries are not logged: they contain what people search for. */
export function requestId(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const started = performance.now();
    const locals = response.locals as RequestLocals;
    locals.requestId = id;
    locals.logger = logger.child({ requestId: id });
    response.setHeader('X-Request-Id', id);
    response.once('close', () => {
      const line = {
        method: request.method,
        path: request.originalUrl.split('?', 1)[0]?.slice(0, 500),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - started),
        complete: response.writableFinished,
      };
      locals.logger.info(line, 'request');
    });
    next();
  };
}
