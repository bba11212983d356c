/** The page: files of the built client, and its one HTML page for every address that the client knows. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';

/** Names with a hash of the content in them never change. */
const YEAR_IN_SECONDS = 31_536_000;

/**
 * Serves the built client.
 *
 * @param folder dist/client. When there is nothing in it, the page says how to build it.
 */
export function clientFiles(folder: string | undefined): Router {
  const router = express.Router();
  const page = folder === undefined ? undefined : join(folder, 'index.html');
  if (folder === undefined || page === undefined || !existsSync(page)) {
    router.get('/', notBuilt);
    return router;
  }
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_IN_SECONDS * 1000, index: false, redirect: false }));
  router.use(express.static(folder, { index: 'index.html', redirect: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }));
  router.get('/{*path}', (request, response, next) => {
    // An address with an ending is a file that is not there, such as a stale chunk: a page would only confuse.
    if (/\.[a-z0-9]+$/i.test(request.path) || request.accepts('html') === false) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
  return router;
}

const notBuilt: RequestHandler = (_request, response) => {
  response.status(503).type('text/plain').send('The page has not been built. Run: npm run build\nThe interface for programs is at /api/docs.\n');
};
