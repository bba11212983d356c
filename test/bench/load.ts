/**
 * A whole import (read, validate, stage, publish) against a bare loop of the same Cypher statements with the
 * same parameters, ready in memory, on another empty database. Budget: ≥ 0.8 × its speed. Then the import is
 * undone; budget: the time of the import, at every size. If it takes longer, deletion depends on the size of the database.
 *
 * The statements are recorded in a separate import that is not measured: it warms up both sides (a JVM
 * needs two minutes to reach its full speed), and the objects of a recorder would slow the import down.
 *
 * Options: --sizes 10000,100000   --engines embedded,neo4j   --rounds 4
 */
import { mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { openNeo4j } from '../../server/engine/neo4j.ts';
import { createImportService } from '../../server/ingest/service/create-import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { generateFile } from '../generate/write.ts';
import { startNeo4j } from '../neo4j/neo4j-server.ts';
import { recordWrites, replay, statementsOf, type RecordedTransaction } from './record-writes.ts';
import { printTable, seconds } from './table.ts';

interface Place {
  readonly name: string;
  /** An engine on an empty, prepared database. */
  openEmpty(): Promise<GraphEngine>;
  end(): Promise<void>;
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '10000,100000' },
      engines: { type: 'string', default: 'embedded,neo4j' },
      rounds: { type: 'string', default: '4' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-bench-'));
  const lines: string[][] = [];
  try {
    for (const name of values.engines.split(',')) {
      const place = name === 'neo4j' ? await neo4jPlace() : embeddedPlace(folder);
      try {
        for (const size of values.sizes.split(',').map(Number))
          lines.push(await measure(place, { size, folder, rounds: Number(values.rounds) }));
      } finally {
        await place.end();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  printTable(
    [
      'engine',
      'statements',
      'validate',
      'whole import',
      'bare loop',
      'statements/s',
      'bare/s',
      'ratio',
      'undo',
      'undo ÷ import',
    ],
    lines,
  );
}

async function measure(
  place: Place,
  { size, folder, rounds }: { readonly size: number; readonly folder: string; readonly rounds: number },
): Promise<string[]> {
  const file = join(folder, `${size}.jsonl`);
  writeJsonl(file, size);
  const transactions = await noted(place, file, { folder });
  const rows: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    // Alternately, because the second one runs on a warmer machine.
    const importFirst = round % 2 === 0;
    const early = importFirst ? undefined : await replayed(place, transactions);
    const timed = await imported(await place.openEmpty(), file, { folder });
    rows.push({ ...timed, bare: early ?? (await replayed(place, transactions)) });
  }
  return line(place.name, size, rows);
}

interface Round extends Imported {
  readonly bare: number;
}

function line(place: string, size: number, rounds: readonly Round[]): string[] {
  const [took, bare, validated, undone] = (['took', 'bare', 'validated', 'undone'] as const).map((column) =>
    median(rounds.map((round) => round[column])),
  ) as [number, number, number, number];
  const perSecond = (milliseconds: number): string => Math.round((size / milliseconds) * 1000).toLocaleString('en');
  return [
    place,
    size.toLocaleString('en'),
    seconds(validated),
    seconds(took),
    seconds(bare),
    perSecond(took),
    perSecond(bare),
    (bare / took).toFixed(2),
    seconds(undone),
    (undone / took).toFixed(2),
  ];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

interface Imported {
  /** Milliseconds. */
  readonly took: number;
  readonly validated: number;
  readonly undone: number;
}

/** The transactions of an import, without those of its undo. */
async function noted(
  place: Place,
  path: string,
  { folder }: { readonly folder: string },
): Promise<readonly RecordedTransaction[]> {
  const transactions: RecordedTransaction[] = [];
  let upTo = 0;
  const engine = recordWrites(await place.openEmpty(), (transaction) => transactions.push(transaction));
  await imported(engine, path, { folder, onPublished: () => (upTo = transactions.length) });
  return transactions.slice(0, upTo);
}

async function imported(
  engine: GraphEngine,
  path: string,
  { folder, onPublished }: { readonly folder: string; readonly onPublished?: () => void },
): Promise<Imported> {
  const imports = createImportService({ engine, tmp: folder });
  let validated = 0;
  const began = performance.now();
  const { id } = await imports.start({ path, file: 'bench.jsonl', format: 'jsonl' }, { dryRun: false });
  imports.watch(id, ({ state }) => {
    if (state === 'loading' && validated === 0) validated = performance.now() - began;
  });
  const view = await imports.settled(id);
  const took = performance.now() - began;
  if (view.state !== 'published')
    throw new Error(`The import ended as ${view.state}: ${JSON.stringify(view.problem ?? view.errors)}`);
  onPublished?.();
  const undoBegan = performance.now();
  await imports.undo(id);
  const undone = performance.now() - undoBegan;
  await imports.close();
  await engine.close();
  return { took, validated, undone };
}

/** Milliseconds that the engine was busy with the transactions. */
async function replayed(place: Place, transactions: readonly RecordedTransaction[]): Promise<number> {
  const engine = await place.openEmpty();
  let took = 0;
  for (const transaction of transactions) {
    const statements = statementsOf(transaction);
    const began = performance.now();
    await replay(engine, statements);
    took += performance.now() - began;
  }
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
  const server = await startNeo4j({ isMeasured: true });
  return {
    name: 'Neo4j',
    async openEmpty() {
      const engine = await openNeo4j(server);
      await empty(engine);
      await prepareDatabase(engine, { adopt: false });
      return engine;
    },
    end: () => server.stop(),
  };
}

/** Statements before their actors and claims: a busy actor has thousands of edges. */
async function empty(engine: GraphEngine): Promise<void> {
  for (const label of ['Statement', 'Claim', 'Document', 'Actor', 'Contribution', 'Import', 'Gainsay']) {
    const text = `MATCH (n:${label}) WITH n LIMIT 2000 DETACH DELETE n RETURN count(n) AS deleted`;
    while ((await engine.write((q) => q.run(text)))[0]?.['deleted'] !== 0);
  }
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
