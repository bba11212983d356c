/** The real app on a free loopback port, and requests that a browser would never send. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp, type AppDependencies } from '../../server/app.ts';
import type { ImportView } from '../../server/contract/imports.ts';
import { Problem } from '../../server/contract/service.ts';
import type { Explorer } from '../../server/explorer/explorer.ts';
import type { Views } from '../../server/explorer/views.ts';
import type { ImportService } from '../../server/ingest/service/import-service.ts';

export interface RunningApp {
  readonly url: string;
  readonly port: number;
  readonly stopping: AbortController;
  /** Every line that was logged, parsed. */
  readonly log: readonly Record<string, unknown>[];
  /** The folder of uploads. */
  readonly uploadFolder: string;
  close(): Promise<void>;
}

const EMPTY_GRAPH = { nodes: [], edges: [], total: 0, truncated: false };
const COUNTS = { actors: 0, claims: 0, contested: 0, documents: 0, statements: 0, asserts: 0, denies: 0 };

/** An explorer of an empty database: for tests that stop before the database. */
export function emptyExplorer(changes: Partial<Explorer> = {}): Explorer {
  return {
    dataVersion: async () => 0,
    versionOf: () => 0,
    overview: async () => ({ counts: COUNTS, graph: EMPTY_GRAPH }),
    search: async ({ text }) => ({ query: text, results: [], truncated: false }),
    node: async () => undefined,
    neighbours: async () => undefined,
    subgraph: async () => ({ ...EMPTY_GRAPH, missing: [] }),
    contested: async () => ({ claims: [], total: 0, truncated: false }),
    statements: async () => ({ statements: [], total: 0, truncated: false }),
    paths: async () => undefined,
    common: async () => ({ ...EMPTY_GRAPH, shared: [], incomplete: false }),
    agreement: async () => ({
      pairs: [],
      claims: 0,
      contradicted: 0,
      agreed: 0,
      total: 0,
      incomplete: false,
      truncated: false,
    }),
    edgeStatements: async () => ({ statements: [], total: 0, truncated: false }),
    edgeFacets: async () => ({
      edge: [],
      date: [],
      modality: [],
      publisher: [],
      firstHand: [],
      publishers: [],
      total: 0,
      truncated: false,
    }),
    positions: async () => undefined,
    sources: async () => undefined,
    timeline: async () => undefined,
    positionHistory: async () => undefined,
    document: async () => undefined,
    ...changes,
  };
}

/** Views that are empty and cannot be changed. */
export function noViews(changes: Partial<Views> = {}): Views {
  const view = {
    id: 'v',
    name: 'V',
    state: '{}',
    version: 1,
    createdAt: '2026-11-24T12:00:00.000Z',
    updatedAt: '2026-11-24T12:00:00.000Z',
  };
  return {
    list: async () => ({ views: [], total: 0, truncated: false }),
    get: async () => undefined,
    create: async () => view,
    update: async () => undefined,
    remove: async () => undefined,
    restore: async () => undefined,
    duplicate: async () => undefined,
    ...changes,
  };
}

/** An import that has ended. */
export function importView(changes: Partial<ImportView> = {}): ImportView {
  const none = { faults: [], total: 0 };
  return {
    id: 'import-000001',
    file: 'a.json',
    format: 'json',
    state: 'published',
    dryRun: false,
    unchanged: false,
    startedAt: '2026-11-24T12:00:00.000Z',
    errors: none,
    warnings: none,
    ...changes,
  };
}

/** A service that accepts files and discards them. */
export function idleImports(changes: Partial<ImportService> = {}): ImportService {
  return {
    start: async (source, { dryRun }) => {
      await source.release?.();
      return importView({ file: source.file, format: source.format, dryRun });
    },
    get: async () => undefined,
    list: async () => ({ imports: [], total: 0, truncated: false }),
    watch: () => () => {},
    settled: async (id) => importView({ id }),
    cancel: async () => undefined,
    undo: async () => undefined,
    recover: async () => {},
    close: async () => {},
    ...changes,
  };
}

/** Starts the app. Dependencies that are not given behave as on an empty database. */
export async function startApp(changes: Partial<AppDependencies> = {}): Promise<RunningApp> {
  const stopping = new AbortController();
  const log: Record<string, unknown>[] = [];
  const uploadFolder = mkdtempSync(join(tmpdir(), 'gainsay-uploads-'));
  const app = createApp({
    explorer: emptyExplorer(),
    views: noViews(),
    imports: idleImports(),
    exportNative: async function* () {
      yield '{}\n';
    },
    check: async () => ({
      faults: [],
      total: 0,
      checked: { actors: 0, claims: 0, documents: 0, statements: 0, edges: 0 },
    }),
    loadExample: async () => importView(),
    schemas: { 'gainsay-1': {}, 'gainsay-1-line': {}, 'gainsay-csv-row': {} },
    health: async () => ({ name: 'test', version: '0' }),
    ready: async () => ({ status: 'ready', engine: { name: 'test' }, dataVersion: 0 }),
    gate: () => undefined,
    stopping: stopping.signal,
    logger: pino(
      { level: 'debug', base: null },
      { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) },
    ),
    version: '1.2.3',
    uploadFolder,
    ...changes,
  });
  const server = createServer(app);
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stopping,
    log,
    uploadFolder,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      rmSync(uploadFolder, { recursive: true, force: true });
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body as it was received, and as text if it was not compressed. */
  readonly bytes: Buffer;
  readonly text: string;
}

/** A request with exactly these headers; `fetch` does not send a given Host or Origin. */
export function send(
  port: number,
  {
    method = 'GET',
    path,
    headers = {},
    body,
  }: {
    readonly method?: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array;
  },
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString() });
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

/** The problem of an answer; fails when the answer is not a valid problem. */
export function problemOf(answer: RawAnswer): Problem {
  if (answer.headers['content-type'] !== 'application/problem+json')
    throw new Error(`Not a problem: ${answer.status} ${answer.text.slice(0, 200)}`);
  return Problem.parse(JSON.parse(answer.text));
}
