/** The page: files of the built client, and its one HTML page for every address that the client knows. */
import { existsSync, readdirSync, type Stats } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';
import { MEDIA_TYPES } from '../contract/media-types.ts';
import { ENCODINGS, encodingFor, type Encoding } from './content-encoding.ts';

/** Names with a hash of the content in them never change. */
const YEAR_IN_SECONDS = 31_536_000;

/** The file endings that the build gives to compressed files. */
const ENDINGS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/**
 * Serves the built client.
 *
 * @param folder dist/client. When it is empty, the page says how to build the client.
 */
export function clientFiles(folder: string | undefined): Router {
  const router = express.Router();
  const page = folder === undefined ? undefined : join(folder, 'index.html');
  if (folder === undefined || page === undefined || !existsSync(page)) {
    router.get('/', notBuilt);
    return router;
  }
  router.use(
    '/assets',
    choosePacked(join(folder, 'assets')),
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: YEAR_IN_SECONDS * 1000,
      index: false,
      redirect: false,
      setHeaders: describePacked,
    }),
  );
  router.use(
    express.static(folder, {
      index: 'index.html',
      redirect: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  router.get('/{*path}', (request, response, next) => {
    // An address with a file ending names a missing file, such as a stale chunk: do not answer it with the page.
    if (/\.[a-z0-9]+$/i.test(request.path) || request.accepts('html') === false) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
  return router;
}

/** Serves the compressed form of a file if there is one and the caller accepts it. A range request gets the uncompressed file. */
function choosePacked(folder: string): RequestHandler {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request, response, next) => {
    const name = request.path.slice(1);
    if (!names.has(`${name}${ENDINGS.br}`)) return next();
    response.vary('Accept-Encoding');
    const encoding = request.headers.range === undefined ? encodingFor(request) : undefined;
    if (encoding !== undefined) request.url = `/${name}${ENDINGS[encoding]}`;
    next();
  };
}

/** Runs only when the file is sent: a problem that is sent in its place is not compressed. */
function describePacked(response: Response, path: string, { size, mtimeMs }: Stats): void {
  const encoding = ENCODINGS.find((one) => path.endsWith(ENDINGS[one]));
  if (encoding === undefined) return;
  response.setHeader('Content-Encoding', encoding);
  response.type(extname(path.slice(0, -ENDINGS[encoding].length)));
  // A cache must tell the two forms apart, even when they have the same size.
  response.setHeader('ETag', `W/"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}-${encoding}"`);
}

const notBuilt: RequestHandler = (_request, response) => {
  response
    .status(503)
    .type(MEDIA_TYPES.plainText)
    .send('The page has not been built. Run: npm run build\nThe interface for programs is at /api/docs.\n');
};
