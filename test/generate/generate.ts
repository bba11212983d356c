/** `npm run generate -- --statements 100000 --seed 1 --format jsonl --out file` */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ImportFormat } from '../../server/contract/imports.ts';
import { generateFile } from './write.ts';

const CHUNK_CHARACTERS = 256 * 1024;
const USAGE = 'npm run generate -- [--statements 100000] [--seed 1] [--format jsonl|json|csv] [--out FILE]';

/** Undefined when help was requested. */
function readOptions():
  | {
      readonly statements: number;
      readonly seed: number;
      readonly format: ImportFormat;
      readonly out: string | undefined;
    }
  | undefined {
  const { values } = parseArgs({
    options: {
      statements: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string', default: 'jsonl' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const [statements, seed, format] = [
    Number(values.statements),
    Number(values.seed),
    ImportFormat.safeParse(values.format),
  ];
  if (!Number.isInteger(statements) || statements < 1 || !Number.isInteger(seed) || !format.success)
    throw new TypeError(`Usage: ${USAGE}`);
  return { statements, seed, format: format.data, out: values.out };
}

function generate(): void {
  const options = readOptions();
  if (options === undefined) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { statements, seed, format, out } = options;
  const started = performance.now();
  const file = out === undefined ? 1 : openSync(out, 'w');
  let [chunk, bytes, told] = ['', 0, started];
  const write = (): void => {
    const buffer = Buffer.from(chunk, 'utf8');
    for (let at = 0; at < buffer.length;) at += writeSync(file, buffer, at);
    bytes += buffer.length;
    chunk = '';
    if (performance.now() - told < 1_000) return;
    told = performance.now();
    process.stderr.write(`${(bytes / 1e6).toFixed(0)} MB\n`);
  };
  for (const piece of generateFile({ statements, seed }, format)) {
    chunk += piece;
    if (chunk.length >= CHUNK_CHARACTERS) write();
  }
  write();
  if (out !== undefined) closeSync(file);
  const seconds = (performance.now() - started) / 1_000;
  process.stderr.write(`${statements} statements, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s\n`);
}

try {
  generate();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
