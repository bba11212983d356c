/** Puts together the parts that work on one database. */
import { mkdirSync, rmSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { CheckReport } from '../contract/check.ts';
import type { ImportView } from '../contract/imports.ts';
import type { ExportFormat } from '../contract/media-types.ts';
import type { GraphEngine } from '../engine/engine.ts';
import { openEngine } from '../engine/open.ts';
import { createExplorer } from '../explorer/create-explorer.ts';
import type { Explorer } from '../explorer/explorer.ts';
import { createViews, type Views } from '../explorer/views.ts';
import { exportNative } from '../export/export-native.ts';
import { checkDatabase } from '../ingest/check/check-database.ts';
import { createImportService } from '../ingest/service/create-import-service.ts';
import type { ImportService } from '../ingest/service/import-service.ts';
import { isEmptyDatabase, prepareDatabase } from '../store/schema.ts';
import { prepareDataFolder, prepareTemporaryFolder } from './data-folder.ts';
import { EXAMPLE_FILE } from './package-files.ts';

export interface Database {
  readonly engine: GraphEngine;
  readonly explorer: Explorer;
  readonly views: Views;
  readonly imports: ImportService;
  /** Checks that the database belongs to Gainsay, and updates its schema. May be repeated. */
  prepare(): Promise<void>;
  isEmpty(): Promise<boolean>;
  exportNative(format: ExportFormat): AsyncIterable<string>;
  check(): Promise<CheckReport>;
  loadExample(): Promise<ImportView>;
  /** A folder for uploads and spools. */
  readonly temporaryFolder: string;
  /** Ends running imports, then closes the database. */
  close(): Promise<void>;
}

/**
 * Opens the configured database; writes nothing before `prepare`.
 *
 * @param options.adopt Take over a database that is neither empty nor marked as Gainsay's.
 * @throws EngineError as `openEngine` does, CommandError when the data folder cannot be written to.
 */
export async function openDatabase(
  config: Config,
  options: { readonly adopt: boolean; readonly logger: Logger },
): Promise<Database> {
  prepareDataFolder(config.dataFolder);
  const engine = await openEngine(
    config.neo4j === undefined ? { embedded: { folder: config.dataFolder } } : { neo4j: config.neo4j },
  );
  try {
    return assemble(engine, prepareTemporaryFolder(config.dataFolder), options);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function assemble(
  engine: GraphEngine,
  temporaryFolder: string,
  options: { readonly adopt: boolean; readonly logger: Logger },
): Database {
  const spools = `${temporaryFolder}/spools`;
  mkdirSync(spools, { recursive: true, mode: 0o700 });
  let isPrepared = false;
  const imports = createImportService({ engine, tmp: spools, logger: options.logger });
  return {
    engine,
    explorer: createExplorer(engine),
    views: createViews(engine),
    imports,
    temporaryFolder,
    async prepare() {
      await prepareDatabase(engine, { adopt: options.adopt, isReturning: isPrepared });
      isPrepared = true;
    },
    isEmpty: () => isEmptyDatabase(engine),
    exportNative: (format) => exportNative(engine, format),
    check: () => checkDatabase(engine),
    loadExample: () =>
      imports.start({ path: EXAMPLE_FILE, file: 'korea-arms.json', format: 'json' }, { dryRun: false }),
    close: async () => {
      try {
        await imports.close();
      } finally {
        rmSync(temporaryFolder, { recursive: true, force: true });
        await engine.close();
      }
    },
  };
}
