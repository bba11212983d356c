/**
 * Serves a database of crowded actors, in a process of its own. Sends its address to its parent, and after any
 * message from it how long the requests since the last one blocked the event loop.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../server/engine/embedded.ts';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { createImportService } from '../../server/ingest/service/create-import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { startApp } from '../http/app-server.ts';
import { crowdedFile } from './crowded-file.ts';
import { measureLoop } from './loop-meter.ts';

const folder = mkdtempSync(join(tmpdir(), 'gainsay-hostile-'));
const engine = await openEmbedded();
await prepareDatabase(engine, { adopt: false });
const imports = createImportService({ engine, tmp: folder });
const path = join(folder, 'crowded.jsonl');
writeFileSync(path, crowdedFile());
const { id } = await imports.start({ path, file: 'crowded.jsonl', format: 'jsonl' }, { dryRun: false });
const { state } = await imports.settled(id);
rmSync(folder, { recursive: true });
// Nothing is refused for being late: the answers of a busy machine count as well.
const app = await startApp({
  explorer: createExplorer(engine),
  health: () => engine.health(),
  limits: { request: 200_000, suspicion: 200_000 },
});

let measured = measureLoop();
process.on('message', () => {
  process.send?.(measured());
  measured = measureLoop();
});
process.on('disconnect', () => process.exit());
process.send?.({ url: app.url, state });
