/** Commands with a server that does not answer, breaks the connection or refuses. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { endingOf } from '../../server/cli/ending.ts';
import { EXIT } from '../../server/runtime/command-error.ts';
import { remoteBackend } from '../../server/cli/remote-backend.ts';
import { exitOfImport } from '../../server/cli/commands/import.ts';
import { unlessInterrupted } from '../../server/cli/commands/context.ts';
import { readConfig } from '../../server/config.ts';
import { importView } from '../http/app-server.ts';

const FILE = { path: fileURLToPath(import.meta.url), file: 'a.json', format: 'json' } as const;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function at(listener: RequestListener): Promise<ReturnType<typeof remoteBackend>> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => listener(request, response));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return remoteBackend(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** How a command with this result ends. */
async function ending(work: Promise<unknown>): Promise<ReturnType<typeof endingOf>> {
  return endingOf(
    await work.then(
      () => new Error('It did not fail.'),
      (error: unknown) => error,
    ),
  );
}

async function all(pieces: AsyncIterable<string | Uint8Array>): Promise<number> {
  let count = 0;
  for await (const piece of pieces) count += piece.length;
  return count;
}

const breakOff: RequestListener = (_request, response) => {
  response.write('{"format":');
  setImmediate(() => response.destroy());
};

describe('a server', () => {
  it('that is gone is named', async () => {
    const backend = remoteBackend('http://127.0.0.1:1');
    for (const work of [
      backend.imports(5),
      backend.undo('import-000001'),
      backend.check(),
      all(backend.export('json')),
      backend.load(FILE, { dryRun: true }),
    ]) {
      expect(await ending(work)).toEqual({
        exit: EXIT.databaseUnreachable,
        message: expect.stringContaining('does not answer'),
        unexpected: false,
      });
    }
  });

  it('that breaks an export off says that it is not whole', async () => {
    expect(await ending(all((await at(breakOff)).export('json')))).toEqual({
      exit: EXIT.notPossibleNow,
      message: expect.stringContaining('Export again'),
      unexpected: false,
    });
  });

  it('that is killed while it loads says where to look', async () => {
    const backend = await at((request, response) => {
      if (request.method === 'POST')
        response
          .writeHead(202, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(importView({ state: 'waiting' })));
      else breakOff(request, response);
    });
    expect(await ending(backend.load(FILE, { dryRun: false }))).toEqual({
      exit: EXIT.failed,
      message: expect.stringContaining('see gainsay imports'),
      unexpected: false,
    });
  });

  it.each([400, 404])('that knows no such import says so, by %i', async (status) => {
    const problem = { type: '/', title: 'No', status, code: 'x' };
    const backend = await at((_request, response) =>
      response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem)),
    );
    expect(await backend.undo('x y')).toBeUndefined();
  });

  it('is told the name of any file', async () => {
    const asked: string[] = [];
    const backend = await at((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://localhost').searchParams.get('file') ?? '');
      response.writeHead(202, { 'Content-Type': 'application/json' }).end(JSON.stringify(importView()));
    });
    await ending(backend.load({ ...FILE, file: 'a\\b\nc d ü.csv' }, { dryRun: true }));
    expect(asked[0]).toBe('a_b_c d ü.csv');
  });

  it.each([
    [409, EXIT.notPossibleNow],
    [429, EXIT.notPossibleNow],
    [507, EXIT.storage],
    [503, EXIT.databaseUnreachable],
  ])('that refuses by %i ends the command by %i', async (status, exit) => {
    const problem = { type: '/', title: 'Not so', status, code: 'x', detail: 'Wait.' };
    const backend = await at((_request, response) =>
      response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem)),
    );
    expect(await ending(backend.load(FILE, { dryRun: false }))).toEqual({
      exit,
      message: 'Not so. Wait.',
      unexpected: false,
    });
  });
});

describe('an import that failed', () => {
  it.each([
    ['spool-storage', EXIT.storage],
    ['engine-storage', EXIT.storage],
    ['engine-unavailable', EXIT.databaseUnreachable],
    ['internal', EXIT.failed],
  ])('by %s ends the command by %i', (code, exit) => {
    expect(exitOfImport(importView({ state: 'failed', problem: { code, message: 'No.' } }))).toBe(exit);
  });
});

describe('work that changes nothing', () => {
  it('is left when the user interrupts it, and waited for otherwise', async () => {
    const interruption = new AbortController();
    const context = { config: readConfig({}), json: false, interrupted: interruption.signal };
    expect(await unlessInterrupted(context, Promise.resolve(7))).toBe(7);
    const left = ending(unlessInterrupted(context, new Promise(() => {})));
    interruption.abort();
    expect(await left).toEqual({ exit: EXIT.interrupted, message: 'Interrupted.', unexpected: false });
    expect(await ending(unlessInterrupted(context, new Promise(() => {})))).toMatchObject({ exit: EXIT.interrupted });
  });
});
