/** Chooses where a command does its work: in the running server, or in the database itself when there is none. */
import type { Config } from '../config.ts';
import { findRunningServer } from '../runtime/data-folder.ts';
import { openDatabase } from '../runtime/database.ts';
import { localWorkplace } from './local-backend.ts';
import { createLogger } from '../runtime/logger.ts';
import { remoteWorkplace } from './remote-backend.ts';
import type { Workplace } from './backend.ts';

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
