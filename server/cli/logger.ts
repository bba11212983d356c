/** The log of the program. */
import { pino, type Logger } from 'pino';
import type { Config } from '../config.ts';

/** Logs go to standard error as JSON lines, so that standard output stays for what the user asked for. */
export function createLogger({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino(
    { level: logLevel, base: null, redact: { paths: ['password', '*.password', 'headers.authorization'], censor: '[hidden]' } },
    pino.destination({ fd: 2, sync: true }),
  );
}
