/** The composition root of the server: configuration → engine → app → listen → graceful stop. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { Connections } from './runtime/connections.ts';
import { databaseName, findRunningServer, removeServerNote, writeServerNote } from './runtime/data-folder.ts';
import { openDatabase, type Database } from './runtime/database.ts';
import { CommandError, EXIT } from './runtime/command-error.ts';
import { DatabaseMonitor } from './runtime/database-monitor.ts';
import { createLogger } from './runtime/logger.ts';
import { CLIENT_FOLDER, packageVersion } from './runtime/package-files.ts';
import { readReadiness } from './runtime/readiness.ts';
import { waitForImport } from './runtime/wait-for-import.ts';
import type { Config } from './config.ts';
import { jsonSchemas } from './contract/json-schemas.ts';
import { EngineError } from './engine/engine.ts';

export interface ServeOptions {
  readonly config: Config;
  /** Load nothing, not even into an empty database. */
  readonly empty: boolean;
  /** Take over a database that is neither empty nor Gainsay's. */
  readonly adopt: boolean;
  /** Stops the start, or the running server. */
  readonly stop: AbortSignal;
  readonly logger?: Logger;
  /** Called once when the page and the API can be used. */
  readonly onListening?: (url: string, state: 'ready' | 'waiting for the database') => void;
}

/** Milliseconds that running work has to end after the stop signal. */
const DRAIN = 20_000;

/** Milliseconds that the start waits for recovery, which can take longer. The content that it removes is hidden. */
const FIRST_WORK = 10_000;

/**
 * Runs the server until `stop` is aborted, then drains it. Resolves when everything is released.
 *
 * @throws CommandError, EngineError or the store's errors when it cannot start.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { config, stop, adopt } = options;
  const logger = options.logger ?? createLogger(config, 'warn');
  const database = await openOrExplain(config, { adopt, logger });
  const recover = (): Promise<void> =>
    database.imports
      .recover()
      .catch((error: unknown) => logger.warn({ err: error }, 'what an interrupted import left is removed later'));
  const monitor = new DatabaseMonitor({
    prepare: () => database.prepare(),
    health: () => database.engine.health(),
    onReturn: () => void recover(),
    logger,
  });
  const stopping = new AbortController();
  const server = createServer(
    { headersTimeout: 15_000, requestTimeout: 300_000 },
    createApp({
      ...database,
      gate: () => monitor.gate(),
      health: () => database.engine.health(),
      ready: () => readReadiness(database.engine, () => monitor.gate()),
      schemas: jsonSchemas(),
      stopping: stopping.signal,
      logger,
      version: packageVersion(),
      uploadFolder: `${database.temporaryFolder}/uploads`,
      clientFolder: CLIENT_FOLDER,
    }),
  );
  const connections = new Connections(server);
  const stopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    const url = await listen(server, config);
    writeServerNote(config.dataFolder, { url, pid: process.pid, database: databaseName(config) });
    const started = monitor
      .start(async () => {
        await atMost(FIRST_WORK, recover());
        await loadExampleIfEmpty(database, options, logger);
      })
      .then((isReady) => {
        if (!stop.aborted) options.onListening?.(url, isReady ? 'ready' : 'waiting for the database');
      });
    await Promise.race([started.then(() => stopped), stopped]);
  } finally {
    stopping.abort();
    await letGo({ server, connections, monitor, database, config });
  }
}

/** A lock nearly always means that Gainsay already runs: then the message names its address. */
async function openOrExplain(
  config: Config,
  options: { readonly adopt: boolean; readonly logger: Logger },
): Promise<Database> {
  try {
    return await openDatabase(config, options);
  } catch (error) {
    const running =
      error instanceof EngineError && error.code === 'engine-locked' ? await findRunningServer(config) : undefined;
    if (running === undefined) throw error;
    throw new CommandError(
      EXIT.databaseHeld,
      `Gainsay is running on this data folder already: open ${running.url}, or stop it (process ${running.pid}) first.`,
      error,
    );
  }
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port)));
    server.listen({ host, port }, () => {
      const address = server.address() as AddressInfo;
      resolve(`http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`);
    });
  });
}

function listenError(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new CommandError(
      EXIT.portTaken,
      `Port ${port} is taken by another program. Choose another with --port, such as --port ${port === 65_535 ? 4243 : port + 1}, or stop that program.`,
      error,
    );
  if (code === 'EACCES')
    return new CommandError(
      EXIT.portTaken,
      `Port ${port} may not be used by you. Choose one above 1023 with --port.`,
      error,
    );
  return error;
}

/** Never rejects: the server is useful without the example. */
async function loadExampleIfEmpty(database: Database, { empty, stop }: ServeOptions, logger: Logger): Promise<void> {
  try {
    if (empty || stop.aborted || !(await database.isEmpty())) return;
    const view = await waitForImport(database.imports, await database.loadExample());
    if (view.state !== 'published' && !stop.aborted)
      logger.error({ problem: view.problem, errors: view.errors }, 'the example could not be loaded');
  } catch (error) {
    if (!stop.aborted) logger.error({ err: error }, 'the example could not be loaded');
  }
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}

interface Running {
  readonly server: Server;
  readonly connections: Connections;
  readonly monitor: DatabaseMonitor;
  readonly database: Database;
  readonly config: Config;
}

/**
 * Waits for requests to end, ends imports, and closes the database in any case. New work is already refused. What a
 * database that does not answer leaves unfinished is removed at the next start.
 */
async function letGo({ server, connections, monitor, database, config }: Running): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    if (server.listening) server.close(() => resolve());
    else resolve();
  });
  // Otherwise a connection would stay open after its response, for a next request that is refused.
  const idle = setInterval(() => connections.closeUnused(), 50);
  const force = setTimeout(() => {
    server.closeAllConnections();
    database.engine.abandon();
  }, DRAIN);
  try {
    await Promise.all([closed, database.imports.close()]);
  } finally {
    clearInterval(idle);
    clearTimeout(force);
    await monitor.stop();
    await database.close();
    removeServerNote(config.dataFolder);
  }
}
