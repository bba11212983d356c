/** Commits batches of nodes to the given file, and prints each number after its acknowledgement; ends with a failure or a kill. */
import { writeSync } from 'node:fs';
import { EngineError } from '../../../server/engine/engine.ts';
import { openEmbedded } from '../../../server/engine/embedded.ts';

const BATCH = 'UNWIND range(1, 100) AS i CREATE (:Thing {batch: $batch, text: $text})';

async function main(path: string): Promise<void> {
  const engine = await openEmbedded({ path });
  const text = 'x'.repeat(1000);
  try {
    for (let batch = 1; batch <= 1000; batch += 1) {
      await engine.write((q) => q.run(BATCH, { batch, text }));
      // Written at once and unbuffered: a printed number must have been stored.
      writeSync(1, `${batch}\n`);
    }
  } catch (error) {
    writeSync(1, `${error instanceof EngineError ? error.code : String(error)}\n`);
    process.exit(1);
  }
}

await main(process.argv[2] ?? '');
