/** Makes the logger of the program. */
import { pino, type Logger } from 'pino';
import type { Config, LogLevel } from '../config.ts';

/**
 * Logs go to standard error as JSON lines, so that standard output contains only the result.
 *
 * @param standard The level when the configuration has none.
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
