/** A data folder with a generated dispute in it, for benches that open the page. */
import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { generateFile } from '../generate/write.ts';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

/** Loads it by the built command line; gives the data folder, which lies in `folder`. */
export async function loadGenerated(
  folder: string,
  dispute: { readonly statements: number; readonly seed: number },
): Promise<string> {
  const [path, data] = [join(folder, 'dispute.jsonl'), join(folder, 'data')];
  await pipeline(Readable.from(generateFile(dispute, 'jsonl')), createWriteStream(path));
  execFileSync(process.execPath, ['dist/server/cli.js', 'import', path], {
    cwd: PACKAGE,
    env: { ...process.env, GAINSAY_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return data;
}
