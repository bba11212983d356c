/**
 * A whole import (read, validate, stage, publish) against a bare loop of the same Cypher statements with the
 * same parameters, ready in memory, on another empty database. Budget: ≥ 0.8 × its speed. Then the import is
 * taken back; budget: in the time that it took, at every size, or deleting has become dearer with what is there.
 *
 * Options: --sizes 10000,100000   --engines embedded,neo4j   --rounds 3
 */
import { mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { openNeo4j } from '../../server/engine/neo4j.ts';
import { createImportService } from '../../server/ingest/create-import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { generateFile } from '../generate/write.ts';
import { startNeo4j } from '../neo4j/neo4j-server.ts';
import { recordWrites, type RecordedTransaction } from './record-writes.ts';
import { printTable, seconds } from './table.ts';

interface Place {
  readonly name: string;
  /** An engine on an empty, prepared database. */
  openEmpty(): Promise<GraphEngine>;
  end(): Promise<void>;
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { sizes: { type: 'string', default: '10000,100000' }, engines: { type: 'string', default: 'embedded,neo4j' }, rounds: { type: 'string', default: '3' } } });
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
  const lines: string[][] = [];
  try {
    for (const name of values.engines.split(',')) {
      const place = name === 'neo4j' ? await neo4jPlace() : embeddedPlace(folder);
      try {
        for (const size of values.sizes.split(',').map(Number)) lines.push(...(await measure(place, { size, folder, rounds: Number(values.rounds) })));
      } finally {
        await place.end();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  printTable(['engine', 'statements', 'validate', 'whole import', 'bare loop', 'statements/s', 'bare/s', 'ratio', 'undo', 'undo ÷ import'], lines);
}

async function measure(place: Place, { size, folder, rounds }: { readonly size: number; readonly folder: string; readonly rounds: number }): Promise<string[][]> {
  const file = join(folder, `${size}.jsonl`);
  writeJsonl(file, size);
  const warm = join(folder, 'warm.jsonl');
  writeJsonl(warm, 2_000);
  await imported(place, warm, { folder });
  const ratios: { ratio: number; line: string[] }[] = [];
  for (let round = 0; round < rounds; round++) {
    const { took, validated, undone, transactions } = await imported(place, file, { folder });
    const bare = await replayed(place, transactions);
    const ratio = bare / took;
    const perSecond = (milliseconds: number): string => Math.round((size / milliseconds) * 1000).toLocaleString('en');
    ratios.push({ ratio, line: [place.name, size.toLocaleString('en'), seconds(validated), seconds(took), seconds(bare), perSecond(took), perSecond(bare), ratio.toFixed(2), seconds(undone), (undone / took).toFixed(2)] });
  }
  const median = ratios.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ratios.length / 2)];
  return median ? [median.line] : [];
}

interface Imported {
  /** Milliseconds. */
  readonly took: number;
  readonly validated: number;
  readonly undone: number;
  /** Of the import alone. */
  readonly transactions: readonly RecordedTransaction[];
}

async function imported(place: Place, path: string, { folder }: { readonly folder: string }): Promise<Imported> {
  const engine = await place.openEmpty();
  const recorder = recordWrites(engine);
  const imports = createImportService({ engine: recorder.engine, tmp: folder });
  let validated = 0;
  const began = performance.now();
  const { id } = await imports.start({ path, file: 'bench.jsonl', format: 'jsonl' }, { dryRun: false });
  imports.watch(id, ({ state }) => {
    if (state === 'loading' && validated === 0) validated = performance.now() - began;
  });
  const view = await imports.settled(id);
  const took = performance.now() - began;
  if (view.state !== 'published') throw new Error(`The import ended as ${view.state}: ${JSON.stringify(view.problem ?? view.errors)}`);
  const transactions = [...recorder.transactions];
  const undoBegan = performance.now();
  await imports.undo(id);
  const undone = performance.now() - undoBegan;
  await imports.close();
  await engine.close();
  return { took, validated, undone, transactions };
}

/** Milliseconds. */
async function replayed(place: Place, transactions: readonly RecordedTransaction[]): Promise<number> {
  const engine = await place.openEmpty();
  const began = performance.now();
  for (const statements of transactions) {
    await engine.write(async (q) => {
      for (const { cypher, parameters } of statements) await q.run(cypher, parameters);
    });
  }
  const took = performance.now() - began;
  await engine.close();
  return took;
}

function embeddedPlace(folder: string): Place {
  let database = 0;
  return {
    name: 'embedded',
    async openEmpty() {
      const engine = await openEmbedded({ path: join(folder, `embedded-${(database += 1)}`, 'graph.grafeo') });
      await prepareDatabase(engine, { adopt: false });
      return engine;
    },
    end: async () => undefined,
  };
}

async function neo4jPlace(): Promise<Place> {
  const server = await startNeo4j();
  return {
    name: 'Neo4j',
    async openEmpty() {
      const engine = await openNeo4j(server);
      await engine.define('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
      await prepareDatabase(engine, { adopt: false });
      return engine;
    },
    end: () => server.stop(),
  };
}

function writeJsonl(path: string, statements: number): void {
  writeFileSync(path, '');
  let chunk = '';
  for (const piece of generateFile({ statements, seed: 1 }, 'jsonl')) {
    chunk += piece;
    if (chunk.length < 1_000_000) continue;
    appendFileSync(path, chunk);
    chunk = '';
  }
  appendFileSync(path, chunk);
}
