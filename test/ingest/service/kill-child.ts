/** Loads or undoes in a separate process, so that it can be killed. Arguments: database, file, import id to undo (or `-`). */
import { dirname } from 'node:path';
import { openEmbedded } from '../../../server/engine/embedded.ts';
import { createImportService } from '../../../server/ingest/service/create-import-service.ts';

const [path = '', file = '', undone = '-'] = process.argv.slice(2);

async function work(): Promise<void> {
  const engine = await openEmbedded({ path });
  const imports = createImportService({ engine, tmp: dirname(file) });
  process.stdout.write('begun\n');
  if (undone === '-') {
    const { id } = await imports.start({ path: file, file: 'large.jsonl', format: 'jsonl' }, { dryRun: false });
    const { state } = await imports.settled(id);
    process.stdout.write(`${state}\n`);
  } else {
    process.stdout.write(`${(await imports.undo(undone))?.state ?? 'absent'}\n`);
  }
  // Runs until it is killed, so that nothing is closed properly.
  setInterval(() => undefined, 1_000);
}

await work();
