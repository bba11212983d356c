/** Runs commands through the API of a running server. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import * as z from 'zod/mini';
import { CheckReport } from '../contract/check.ts';
import { endpoints, endpointUrl } from '../contract/endpoints.ts';
import { uploadName } from '../contract/file-names.ts';
import { ENDED_STATES, ImportList, ImportView } from '../contract/imports.ts';
import { IMPORT_MEDIA_TYPES } from '../contract/media-types.ts';
import { Problem } from '../contract/service.ts';
import { CommandError, EXIT, type ExitCode } from '../runtime/command-error.ts';
import { readEvents } from './server-events.ts';
import type { FileToLoad, FollowOptions, Backend } from './backend.ts';

type Call = RequestInit & { readonly duplex?: 'half' };

export function remoteBackend(server: string): Backend {
  const call = (path: string, init: Call): Promise<Response> => callServer(server, path, init);
  const follow = (started: ImportView, options: FollowOptions): Promise<ImportView> =>
    followImport(server, started, options);
  return {
    load: async (file, options) => {
      const path = endpointUrl(endpoints.startImport.path, {
        query: { file: uploadName(file.file), dryRun: options.dryRun },
      });
      return follow(await parsed(ImportView, await call(path, await upload(file))), options);
    },
    loadExample: async (options) =>
      follow(await parsed(ImportView, await call(endpoints.loadExample.path, { method: 'POST' })), options),
    imports: async (limit) =>
      parsed(ImportList, await call(endpointUrl(endpoints.imports.path, { query: { limit } }), {})),
    undo: async (id) => {
      const answer = await reach(server, endpointUrl(endpoints.undoImport.path, { params: { id } }), {
        method: 'DELETE',
      });
      // 400 means that the text cannot be the id of an import.
      if (answer.status === 404 || answer.status === 400) return undefined;
      return parsed(ImportView, await accepted(answer));
    },
    export: (format) => exported(call, format),
    check: async () => parsed(CheckReport, await call(endpoints.check.path, { method: 'POST' })),
    close: async () => {},
  };
}

async function callServer(server: string, path: string, init: Call): Promise<Response> {
  return accepted(await reach(server, path, init));
}

async function reach(server: string, path: string, init: Call): Promise<Response> {
  try {
    return await fetch(`${server}${path}`, init);
  } catch (cause) {
    throw new CommandError(
      EXIT.databaseUnreachable,
      `The running server at ${server} does not answer. If it hangs, stop it and try again.`,
      cause,
    );
  }
}

async function accepted(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const problem = Problem.safeParse(await answer.json().catch(() => undefined));
  const { title = `The server answered ${answer.status}`, detail = '' } = problem.success ? problem.data : {};
  throw new CommandError(exitFor(answer.status), `${title}. ${detail}`.trim());
}

function exitFor(status: number): ExitCode {
  switch (status) {
    case 404:
      return EXIT.notFound;
    case 409:
    case 429:
      return EXIT.notPossibleNow;
    case 413:
    case 415:
      return EXIT.fileRefused;
    case 503:
      return EXIT.databaseUnreachable;
    case 507:
      return EXIT.storage;
    default:
      return EXIT.failed;
  }
}

async function parsed<S extends z.ZodMiniType>(schema: S, answer: Response): Promise<z.output<S>> {
  const body = z.safeParse(schema, await answer.json().catch(() => undefined));
  if (!body.success)
    throw new CommandError(
      EXIT.failed,
      'The running server has another version of Gainsay. Stop it, and start this version.',
    );
  return body.data;
}

const GZIP_MAGIC = [0x1f, 0x8b];

async function upload({ path, format }: FileToLoad): Promise<Call> {
  const { size } = await stat(path);
  const isCompressed = await beginsWith(path, GZIP_MAGIC);
  return {
    method: 'POST',
    body: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
    duplex: 'half',
    headers: {
      'Content-Type': IMPORT_MEDIA_TYPES[format],
      'Content-Length': String(size),
      ...(isCompressed ? { 'Content-Encoding': 'gzip' } : {}),
    },
  };
}

async function beginsWith(path: string, magic: readonly number[]): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return magic.every((byte, index) => buffer[index] === byte);
  } finally {
    await handle.close();
  }
}

async function followImport(
  server: string,
  started: ImportView,
  { onProgress, cancel }: FollowOptions,
): Promise<ImportView> {
  const params = { id: started.id };
  const stop = (): void =>
    void callServer(server, endpointUrl(endpoints.cancelImport.path, { params }), { method: 'POST' }).catch(() => {});
  cancel?.addEventListener('abort', stop);
  if (cancel?.aborted === true) stop();
  try {
    const events = await callServer(server, endpointUrl(endpoints.importEvents.path, { params }), {});
    for await (const text of untilBroken(readEvents(events))) {
      const view = ImportView.safeParse(JSON.parse(text));
      if (!view.success) continue;
      if (ENDED_STATES.includes(view.data.state)) return view.data;
      onProgress?.(view.data);
    }
  } finally {
    cancel?.removeEventListener('abort', stop);
  }
  throw new CommandError(
    EXIT.failed,
    `The server stopped while it loaded ${started.file}. The import is either complete or absent: see gainsay imports.`,
  );
}

/** A server that is killed breaks the connection: this counts as the end of the events. */
async function* untilBroken(events: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* events;
  } catch {
    // The caller reports the missing last event.
  }
}

async function* exported(
  call: (path: string, init: Call) => Promise<Response>,
  format: string,
): AsyncGenerator<Uint8Array> {
  const { body } = await call(endpointUrl(endpoints.export.path, { query: { format } }), {});
  try {
    if (body !== null) yield* body;
  } catch (cause) {
    throw new CommandError(
      EXIT.notPossibleNow,
      'The running server stopped the export, because the data changed or the server stopped. Export again.',
      cause,
    );
  }
}
