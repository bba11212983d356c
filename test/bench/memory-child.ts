/**
 * Imports a file into a new database and records its writes beside the file, or replays the recorded writes; prints the
 * peak of resident memory in bytes. Arguments: import|replay, database, file.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { createImportService } from '../../server/ingest/service/create-import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { recordWrites, replay, statementsOf } from './record-writes.ts';

const [task = '', path = '', file = ''] = process.argv.slice(2);
const noted = `${file}.noted`;

async function importFile(engine: GraphEngine): Promise<void> {
  const notes = openSync(noted, 'w');
  const recording = recordWrites(engine, (transaction) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(transaction.length);
    writeSync(notes, length);
    writeSync(notes, transaction);
  });
  const imports = createImportService({ engine: recording, tmp: dirname(file) });
  const { id } = await imports.start({ path: file, file: 'bench.jsonl', format: 'jsonl' }, { dryRun: false });
  const { state } = await imports.settled(id);
  if (state !== 'published') throw new Error(`The import ended as ${state}.`);
  await imports.close();
  closeSync(notes);
}

async function replayNotes(engine: GraphEngine): Promise<void> {
  const notes = openSync(noted, 'r');
  const length = Buffer.alloc(4);
  while (readSync(notes, length) === length.length) {
    const transaction = Buffer.alloc(length.readUInt32LE());
    readSync(notes, transaction);
    await replay(engine, statementsOf(transaction));
  }
  closeSync(notes);
}

async function work(): Promise<void> {
  const engine = await openEmbedded({ path });
  await prepareDatabase(engine, { adopt: false });
  await (task === 'import' ? importFile(engine) : replayNotes(engine));
  process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`);
  await engine.close();
}

await work();
