/** The progress of an import as server-sent events. */
import type { Request, Response } from 'express';
import { ENDED_STATES, type ImportView } from '../contract/imports.ts';
import { MEDIA_TYPES } from '../contract/media-types.ts';
import type { ImportService } from '../ingest/service/import-service.ts';

export interface EventStreamOptions {
  readonly imports: ImportService;
  /** Ends every stream. */
  readonly stopping: AbortSignal;
  /** Milliseconds between heartbeats, which keep proxies from closing an idle stream. */
  readonly heartbeat: number;
}

/**
 * Streams the import `id` until it ends, the client disconnects or the server stops.
 *
 * @returns false, without a response, if there is no such import.
 */
export async function streamImport(
  id: string,
  request: Request,
  response: Response,
  options: EventStreamOptions,
): Promise<boolean> {
  const { imports, stopping, heartbeat } = options;
  const first = await imports.get(id);
  if (first === undefined) return false;
  response.writeHead(200, { 'Content-Type': `${MEDIA_TYPES.events}; charset=utf-8`, 'Cache-Control': 'no-store' });
  if (request.method === 'HEAD') {
    response.end();
    return true;
  }
  response.write('retry: 1000\n\n');
  const atEnd: (() => void)[] = [];
  const end = (): void => {
    for (const letGo of atEnd.splice(0)) letGo();
    response.end();
  };
  const tell = (view: ImportView): void => {
    if (response.writableEnded || response.destroyed) return;
    const isEnded = ENDED_STATES.includes(view.state);
    // A slow reader misses some progress events, never the last event.
    if (!isEnded && response.writableNeedDrain) return;
    response.write(`event: ${isEnded ? 'settled' : 'import'}\ndata: ${JSON.stringify(view)}\n\n`);
    if (isEnded) end();
  };
  response.once('close', end);
  stopping.addEventListener('abort', end);
  atEnd.push(() => stopping.removeEventListener('abort', end));
  tell(first);
  if (response.writableEnded) return true;
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
  atEnd.push(imports.watch(id, tell), () => clearInterval(beat));
  // The import may have ended between the first read and the watch.
  const now = await imports.get(id);
  if (now !== undefined && ENDED_STATES.includes(now.state)) tell(now);
  // A disconnect or a stop in the meantime has not been handled.
  if (stopping.aborted || response.destroyed) end();
  return true;
}
