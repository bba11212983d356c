/** The log of the program. */
import { pino, type Logger } from 'pino';
import type { Config, LogLevel } from '../config.ts';

/**
 * Logs go to standard error as JSON lines, so that standard output stays for what the user asked for.
 *
 * @param standard What is logged when the configuration does not say.
 */
export function createLogger({ logLevel }: Pick<Config, 'logLevel'>, standard: LogLevel): Logger {
  return pino(
    {
      level: logLevel ?? standard,
      base: null,
      redact: { paths: ['password', '*.password', 'headers.authorization'], censor: '[hidden]' },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
