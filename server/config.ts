/** Reads and checks the environment. No other file reads it. */
import { resolve } from 'node:path';
import * as z from 'zod/mini';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Neo4jConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

export interface Config {
  /** Absolute path of the folder that holds the embedded database, uploads and server.json. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absent: the default of the command. */
  readonly logLevel?: LogLevel;
  /** Absent: the embedded engine. */
  readonly neo4j?: Neo4jConfig;
}

/** Everything that is wrong with the environment or the options, one sentence each. */
export class ConfigError extends Error {
  readonly code = 'config';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
/** A scheme and what follows it; the rest is checked by parts. */
const NEO4J_ADDRESS = /^((?:bolt|neo4j)(?:\+s|\+ssc)?):\/\/(.+)$/s;
const NEO4J_HOST = /^(?:[\p{L}\p{N}._-]+|\[[\da-fA-F:.]+\])(?::(\d{1,5}))?$/u;

const Environment = z.object({
  GAINSAY_DATA: z._default(z.string().check(z.regex(/^[^\0]+$/, 'GAINSAY_DATA is not a path.')), './data'),
  GAINSAY_HOST: z._default(
    z
      .string()
      .check(
        z.refine(
          (host) => LOOPBACK.includes(host),
          'GAINSAY_HOST must be 127.0.0.1, localhost or ::1: there is no log-in yet, so everyone who can reach another address could read, load and undo everything.',
        ),
      ),
    '127.0.0.1',
  ),
  PORT: z._default(
    z.string().check(z.refine((text) => isPort(text), 'PORT (or --port) must be a whole number from 0 to 65535.')),
    '4242',
  ),
  LOG_LEVEL: z.optional(z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`)),
  NEO4J_URI: z.optional(
    z.string().check(
      z.superRefine((text, context) => {
        const fault = neo4jAddressFault(text);
        if (fault !== undefined) context.addIssue(fault);
      }),
    ),
  ),
  NEO4J_USER: z._default(z.string(), 'neo4j'),
  /** Empty for a server whose authentication is off. */
  NEO4J_PASSWORD: z._default(z.string(), ''),
  NEO4J_DATABASE: z.optional(
    z.string().check(z.regex(/^[A-Za-z0-9.-]{1,63}$/, 'NEO4J_DATABASE is not the name of a database.')),
  ),
});

/**
 * What is wrong with the address of Neo4j. Each part that is not the server has a variable of its own, so it is refused
 * rather than ignored. No message repeats the address, which may contain a password.
 */
function neo4jAddressFault(text: string): string | undefined {
  const [, scheme = '', rest = ''] = NEO4J_ADDRESS.exec(text) ?? [];
  if (text.includes('@'))
    return 'NEO4J_URI must not contain a user or a password, because addresses are logged. Set NEO4J_USER and NEO4J_PASSWORD, and remove everything up to the @.';
  const [, host = '', path = ''] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
  const port = NEO4J_HOST.exec(host)?.[1];
  if (!NEO4J_HOST.test(host) || (port !== undefined && (port === '0' || !isPort(port))))
    return 'NEO4J_URI must be an address such as neo4j://localhost:7687 or bolt://localhost:7687.';
  if (path === '' || path === '/') return undefined;
  // The driver passes the policy on to a cluster; with bolt:// it refuses a query itself.
  if (scheme.startsWith('neo4j') && /^\/?\?policy=[\w.-]+$/.test(path)) return undefined;
  if (path.startsWith('/') && !/[?#]/.test(path))
    return 'NEO4J_URI must end after the port: it names a server, not a database. Name the database with NEO4J_DATABASE.';
  return 'NEO4J_URI must end after the port: remove the ? or # and what follows. Only neo4j:// addresses may have ?policy=NAME, the routing policy of a cluster.';
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

/**
 * Reads the configuration. An empty variable counts as absent.
 *
 * @param environment `process.env`, or a similar object.
 * @param options The options of the command line; they override the environment.
 * @throws ConfigError with every fault at once.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  options: { readonly port?: string } = {},
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(options.port === undefined ? given : { ...given, PORT: options.port });
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  if (given['NEO4J_URI'] === undefined && given['NEO4J_PASSWORD'] !== undefined) {
    faults.push('NEO4J_PASSWORD is set but NEO4J_URI is not: set NEO4J_URI to use Neo4j, or unset both.');
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return freeze(parsed.data);
}

function freeze(environment: z.output<typeof Environment>): Config {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = environment;
  const neo4j =
    uri === undefined
      ? undefined
      : Object.freeze({ uri, user, password, ...(database === undefined ? {} : { database }) });
  return Object.freeze({
    dataFolder: resolve(environment.GAINSAY_DATA),
    host: environment.GAINSAY_HOST,
    port: Number(environment.PORT),
    ...(environment.LOG_LEVEL === undefined ? {} : { logLevel: environment.LOG_LEVEL }),
    ...(neo4j === undefined ? {} : { neo4j }),
  });
}
