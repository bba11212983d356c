/** A real Neo4j for the tests: a process of our own on a free loopback port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { auth, driver as createDriver } from 'neo4j-driver';
import { RELEASES, type Release, neo4jJars } from './neo4j-jars.ts';
import { findJava } from './toolchain.ts';

export interface Neo4jServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Of the process that runs now; another after {@link Neo4jServer.restart}. */
  readonly pid: number;
  /** Ends it in order, and removes its folder if it was made here. */
  stop(): Promise<void>;
  /** `kill -9`: what it had not written is lost, the folder stays. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port, and waits until it answers. */
  restart(): Promise<void>;
}

export interface Neo4jServerOptions {
  readonly release?: Release;
  /** Of its database; a temporary one when absent. */
  readonly folder?: string;
  readonly port?: number;
  /**
   * For benchmarks: with the compiler and the planner that users have. Without it the server saves processor time:
   * a test runs each statement a few times, so that optimising compilation and new plans cost more than they give
   * (both together were half of the time of the suites).
   */
  readonly isMeasured?: boolean;
}

const USER = 'neo4j';
const PASSWORD = 'gainsay-tests';
const OPENED_PACKAGES = ['java.nio', 'java.io', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);
/** In milliseconds; a machine with nothing else to do needs some 8 s. */
const START_LIMIT = 240_000;

/**
 * Starts a Neo4j, with authentication, and waits until Bolt answers (some 8 s).
 *
 * @throws Error with the end of its log when it does not come up, or with what is missing on this machine.
 */
export async function startNeo4j({
  release = 'lts',
  folder,
  port,
  isMeasured = false,
}: Neo4jServerOptions = {}): Promise<Neo4jServer> {
  const jars = neo4jJars(release);
  const home = folder ?? mkdtempSync(join(tmpdir(), 'gainsay-neo4j-'));
  const boltPort = port ?? (await freePort());
  const uri = `bolt://127.0.0.1:${boltPort}`;
  configure(home, boltPort, isMeasured ? [] : ['dbms.cypher.min_replan_interval=1h']);
  const launch = (): Promise<ChildProcess> =>
    startProcess({ release, home, jars, uri, javaArguments: isMeasured ? [] : ['-XX:TieredStopAtLevel=1'] });
  let running = await launch();
  return {
    uri,
    user: USER,
    password: PASSWORD,
    get pid() {
      return running.pid ?? 0;
    },
    async stop() {
      await end(running, 'SIGTERM');
      if (folder === undefined) rmSync(home, { recursive: true, force: true });
    },
    kill: () => end(running, 'SIGKILL'),
    async restart() {
      await end(running, 'SIGTERM');
      running = await launch();
    },
  };
}

function configure(home: string, port: number, settings: readonly string[]): void {
  mkdirSync(join(home, 'conf'), { recursive: true });
  writeFileSync(
    join(home, 'conf/neo4j.conf'),
    [
      'server.default_listen_address=127.0.0.1',
      `server.bolt.listen_address=127.0.0.1:${port}`,
      'server.http.enabled=false',
      'server.https.enabled=false',
      'dbms.usage_report.enabled=false',
      'server.memory.pagecache.size=128m',
      // Tests try wrong passwords; nobody shall be locked out for that.
      'dbms.security.auth_max_failed_attempts=0',
      ...settings,
      '',
    ].join('\n'),
  );
}

interface Launch {
  readonly release: Release;
  readonly home: string;
  readonly jars: string;
  readonly uri: string;
  readonly javaArguments: readonly string[];
}

async function startProcess({ release, home, jars, uri, javaArguments }: Launch): Promise<ChildProcess> {
  const { java: minimum, javaArguments: releaseArguments, mainClass } = RELEASES[release];
  const java = findJava(minimum);
  if (java === undefined) throw new Error(`Neo4j ${RELEASES[release].version} needs Java ${minimum} or newer.`);
  const log = join(home, 'console.log');
  const output = openSync(log, 'a');
  const server = spawn(
    java,
    [
      '-Xmx512m',
      '-XX:+UseSerialGC',
      ...releaseArguments,
      ...javaArguments,
      ...OPENED_PACKAGES,
      '-cp',
      join(jars, '*'),
      mainClass,
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ],
    { stdio: ['ignore', output, output] },
  );
  closeSync(output);
  const orphaned = (): void => void server.kill('SIGKILL');
  process.once('exit', orphaned);
  server.once('exit', () => process.off('exit', orphaned));
  await untilAnswering(uri, server).catch(async (error: unknown) => {
    await end(server, 'SIGKILL');
    throw new Error(`Neo4j did not start:\n${readFileSync(log, 'utf8').slice(-3000)}`, { cause: error });
  });
  return server;
}

/** Asks again and again until the server lets us in with our password; a new server's is changed to it first. */
async function untilAnswering(uri: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT;
  for (;;) {
    try {
      if (await canLogIn(uri, PASSWORD)) return;
      await changePassword(uri);
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
    }
    await delay(200);
  }
}

async function canLogIn(uri: string, password: string): Promise<boolean> {
  const driver = createDriver(uri, auth.basic(USER, password), { telemetryDisabled: true, maxTransactionRetryTime: 0 });
  try {
    await driver.executeQuery('RETURN 1', {}, { database: 'neo4j' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'Neo.ClientError.Security.Unauthorized')
      return false;
    throw error;
  } finally {
    await driver.close();
  }
}

async function changePassword(uri: string): Promise<void> {
  const driver = createDriver(uri, auth.basic(USER, USER), { telemetryDisabled: true, maxTransactionRetryTime: 0 });
  try {
    await driver.executeQuery(
      'ALTER CURRENT USER SET PASSWORD FROM $from TO $to',
      { from: USER, to: PASSWORD },
      { database: 'system' },
    );
  } finally {
    await driver.close();
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill(signal);
  await exited;
}

/** A loopback port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
