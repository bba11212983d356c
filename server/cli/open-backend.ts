/** Chooses the backend of a command. */
import type { Config } from '../config.ts';
import { findRunningServer } from '../runtime/data-folder.ts';
import { openDatabase } from '../runtime/database.ts';
import { createLogger } from '../runtime/logger.ts';
import type { Backend } from './backend.ts';
import { localBackend } from './local-backend.ts';
import { remoteBackend } from './remote-backend.ts';

/** The running server on the configured data folder and database, or else that database, opened and prepared. */
export async function openBackend(config: Config): Promise<Backend> {
  const running = await findRunningServer(config);
  if (running !== undefined) return remoteBackend(running.url);
  // A command prints how it ended: a logged warning would repeat it.
  const database = await openDatabase(config, { adopt: false, logger: createLogger(config, 'error') });
  try {
    await database.prepare();
    await database.imports.recover();
  } catch (error) {
    await database.close();
    throw error;
  }
  return localBackend(database);
}
