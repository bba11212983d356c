/**
 * The importer's own share of memory: the peak of a process that imports, less that of a process that writes the
 * same to the same engine, read from a file transaction by transaction (the embedded engine keeps the graph in
 * memory, and half as much again while it is written to). Budget: flat, ≤ 400 MB.
 *
 * Options: --sizes 10000,100000   --full (1,000,000 too)
 */
import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { generateFile } from '../generate/write.ts';
import { megabytes, printTable, seconds } from './table.ts';

const CHILD = fileURLToPath(new URL('memory-child.ts', import.meta.url));

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { sizes: { type: 'string', default: '10000,100000' }, full: { type: 'boolean', default: false } },
  });
  const sizes = [...values.sizes.split(',').map(Number), ...(values.full ? [1_000_000] : [])];
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
  const lines: string[][] = [];
  try {
    for (const size of sizes) {
      const file = join(folder, `${size}.jsonl`);
      await pipeline(Readable.from(generateFile({ statements: size, seed: 1 }, 'jsonl')), createWriteStream(file));
      const database = join(folder, String(size), 'graph.grafeo');
      const began = performance.now();
      const peak = await inChild('import', database, file);
      const took = performance.now() - began;
      const bare = await inChild('replay', `${database}.bare`, file);
      lines.push([
        size.toLocaleString('en'),
        seconds(took),
        megabytes(peak),
        megabytes(bare),
        megabytes(peak - bare),
        (peak / bare).toFixed(2),
      ]);
      rmSync(join(folder, String(size)), { recursive: true, force: true });
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  printTable(['statements', 'import', 'peak', 'bare loop', 'own share', 'ratio'], lines);
}

async function inChild(...args: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', CHILD, ...args]);
  return Number(stdout.trim());
}
