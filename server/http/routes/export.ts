/** Routes for the export of all content, and for the schemas of the file formats. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response, Router } from 'express';
import type { SCHEMA_NAMES } from '../../contract/endpoints.ts';
import { localDay } from '../../contract/file-names.ts';
import { EXPORT_MEDIA_TYPES, type ExportFormat } from '../../contract/media-types.ts';
import { serveEndpoint, type RouteContext } from '../serve-endpoint.ts';

export type ExportNative = (format: ExportFormat) => AsyncIterable<string>;

/** The JSON Schemas of the file formats, by name. */
export type FileSchemas = Readonly<Record<(typeof SCHEMA_NAMES)[number], object>>;

export function exportRoutes(
  router: Router,
  context: RouteContext,
  deps: { readonly exportNative: ExportNative; readonly schemas: FileSchemas },
): void {
  const { exportNative, schemas } = deps;
  serveEndpoint(
    router,
    context,
    'export',
    { database: true, unhurried: true },
    async ({ query, request, response }) => {
      await streamExport(exportNative(query.format), query.format, response, request.method === 'HEAD');
      return 'handled';
    },
  );
  serveEndpoint(router, context, 'schema', {}, async ({ params }) => ({ ...schemas[params.name] }));
}

/** Waits for the first chunk before it sends anything: if the database fails at once, the response is a problem. */
async function streamExport(
  pieces: AsyncIterable<string>,
  format: ExportFormat,
  response: Response,
  isHead: boolean,
): Promise<void> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  const day = localDay(new Date());
  response.writeHead(200, {
    'Content-Type': `${EXPORT_MEDIA_TYPES[format]}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="gainsay-${day}.${format}"`,
    'Cache-Control': 'no-store',
  });
  if (isHead) {
    await iterator.return?.();
    response.end();
    return;
  }
  await pipeline(Readable.from(continued(first, iterator), { objectMode: false }), response);
}

async function* continued(first: IteratorResult<string>, iterator: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    for (let step = first; step.done !== true; step = await iterator.next()) yield step.value;
  } finally {
    await iterator.return?.();
  }
}
