/** Imports a file into a database, or opens it anew; prints the peak of resident memory in bytes. Arguments: import|open, database, file. */
import { dirname } from 'node:path';
import { openEmbedded } from '../../server/engine/embedded.ts';
import { createImportService } from '../../server/ingest/create-import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';

const [task = '', path = '', file = ''] = process.argv.slice(2);

async function work(): Promise<void> {
  const engine = await openEmbedded({ path });
  await prepareDatabase(engine, { adopt: false });
  if (task === 'import') {
    const imports = createImportService({ engine, tmp: dirname(file) });
    const { id } = await imports.start({ path: file, file: 'bench.jsonl', format: 'jsonl' }, { dryRun: false });
    const { state } = await imports.settled(id);
    if (state !== 'published') throw new Error(`The import ended as ${state}.`);
    await imports.close();
  } else {
    await engine.read((q) => q.run('MATCH (n) RETURN count(n) AS total'));
  }
  process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`);
  await engine.close();
}

await work();
