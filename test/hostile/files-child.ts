/** Loads a file into an empty database, in a process of its own, and prints how long that blocked the event loop. Arguments: file, format, folder. */
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImportFormat } from '../../server/contract/imports.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import { createImportService } from '../../server/ingest/service/create-import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { measureLoop } from './loop-meter.ts';

const [path = '', format = '', tmp = ''] = process.argv.slice(2);

async function load(): Promise<void> {
  const engine = await openEmbedded();
  await prepareDatabase(engine, { adopt: false });
  const imports = createImportService({ engine, tmp });
  // Modules are loaded and compiled before the measurement.
  await pause(50);
  const measured = measureLoop();
  const source = { path, file: basename(path), format: ImportFormat.parse(format) };
  const { id } = await imports.start(source, { dryRun: false });
  const { state, errors } = await imports.settled(id);
  await pause(20);
  process.stdout.write(
    JSON.stringify({ state, codes: [...new Set(errors.faults.map(({ code }) => code))], ...measured() }),
  );
  await imports.close();
  await engine.close();
}

await load();
