/** Chooses where a command does its work: in the running server, or in the database itself when there is none. */
import type { Config } from '../config.ts';
import { findRunningServer } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { localWorkplace } from './local-workplace.ts';
import { createLogger } from './logger.ts';
import { remoteWorkplace } from './remote-workplace.ts';
import type { Workplace } from './workplace.ts';

/** The running server on the configured data folder and database, or else that database, opened and prepared. */
export async function openWorkplace(config: Config): Promise<Workplace> {
  const running = await findRunningServer(config);
  if (running !== undefined) return remoteWorkplace(running.url);
  // Whoever gives a command is told in sentences how it ended: a warning would only say it twice.
  const database = await openDatabase(config, { adopt: false, logger: createLogger(config, 'error') });
  try {
    await database.prepare();
    await database.imports.recover();
  } catch (error) {
    await database.close();
    throw error;
  }
  return localWorkplace(database);
}
