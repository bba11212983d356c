/**
 * The cost of HTTP for reads: each read of the API against the Cypher statements that it
 * runs, alternately in the same process. Budget: p95 ≤ 1.5 × the bare statements + 3 ms.
 *
 * The peer is strict: the statements alone, one after the other in one read of the engine, with their
 * parameters ready and their rows discarded, without the reads of hidden imports and of the version.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pino } from 'pino';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { CypherStatement, GraphEngine, Queryable } from '../../server/engine/engine.ts';
import { openNeo4j } from '../../server/engine/neo4j.ts';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { createImportService } from '../../server/ingest/service/create-import-service.ts';
import { textOf } from '../../server/store/read-values.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { generateFile } from '../generate/write.ts';
import { type RunningApp, startApp } from '../http/app-server.ts';
import { startNeo4j } from '../neo4j/neo4j-server.ts';
import { type Recorder, recordStatements } from './record-statements.ts';

const SIZES = [10_000, 100_000];
const REQUESTS = 200;
/** The plans of Neo4j are made at the first run of each statement. */
const WARM_UP = 20;
const SEED = 1;

/** One read of the API. */
interface Read {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

interface Line {
  readonly engine: string;
  readonly statements: number;
  readonly read: string;
  readonly bare: readonly number[];
  readonly http: readonly number[];
}

/**
 * Measures and prints a table.
 *
 * @param args `--sizes 10000,100000`, `--requests 200` (a kind of read), `--engine embedded|neo4j` (else both).
 */
export async function run(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const sizes = option('--sizes')?.split(',').map(Number) ?? SIZES;
  const requests = Number(option('--requests') ?? REQUESTS);
  const lines: Line[] = [];
  for (const statements of sizes) {
    if (option('--engine') !== 'neo4j') {
      const engine = await openEmbedded();
      lines.push(...(await measureEngine({ engine, name: 'embedded', statements, requests })));
    }
    if (option('--engine') === 'embedded') continue;
    const server = await startNeo4j({ isMeasured: true });
    try {
      const engine = await openNeo4j(server);
      lines.push(...(await measureEngine({ engine, name: 'Neo4j', statements, requests })));
    } finally {
      await server.stop();
    }
  }
  printTable(lines);
}

async function measureEngine(what: {
  engine: GraphEngine;
  name: string;
  statements: number;
  requests: number;
}): Promise<Line[]> {
  const { engine, name, statements, requests } = what;
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-reads-'));
  const recorder = recordStatements(engine);
  const app = await startApp({
    explorer: createExplorer(recorder.engine),
    logger: pino(new Writable({ write: (_line, _encoding, done) => done() })),
  });
  try {
    await load(engine, folder, statements);
    const reads = await chooseReads(engine, requests);
    const lines: Line[] = [];
    for (const [read, all] of Object.entries(reads)) {
      process.stderr.write(`${name} ${statements}: ${read}\n`);
      lines.push({ engine: name, statements, read, ...(await measure(all, { app, recorder, engine })) });
    }
    return lines;
  } finally {
    await app.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(engine: GraphEngine, folder: string, statements: number): Promise<void> {
  const path = join(folder, 'dispute.jsonl');
  await pipeline(Readable.from(generateFile({ statements, seed: SEED }, 'jsonl')), createWriteStream(path));
  await prepareDatabase(engine, { adopt: false });
  const imports = createImportService({ engine, tmp: folder });
  await imports.recover();
  const { id } = await imports.start({ path, file: 'dispute.jsonl', format: 'jsonl' }, { dryRun: false });
  const { state, problem, errors } = await imports.settled(id);
  await imports.close();
  if (state !== 'published') throw new Error(`The import is ${state}: ${JSON.stringify(problem ?? errors.faults[0])}`);
}

/** Half of the ids are those of the busiest nodes, half are spread over all nodes. */
async function chooseReads(engine: GraphEngine, requests: number): Promise<Record<string, Read[]>> {
  const [actors, claims] = await engine.read(async (q) => [
    await spreadIds(q, 'Actor', requests),
    await spreadIds(q, 'Claim', requests),
  ]);
  const post = (id: string): Read => ({
    method: 'POST',
    path: `/api/nodes/${encodeURIComponent(id)}/neighbours`,
    body: { limit: 25 },
  });
  const get = (path: string): Read => ({ method: 'GET', path });
  return {
    'a node': mixed(actors, claims).map((id) => get(`/api/nodes/${encodeURIComponent(id)}`)),
    'neighbours of an actor': actors.map(post),
    'neighbours of a claim': claims.map(post),
    'paths between two actors': actors.map((id, at) =>
      get(
        `/api/paths?from=${encodeURIComponent(id)}&to=${encodeURIComponent(actors[(at * 7 + 3) % actors.length] ?? id)}`,
      ),
    ),
    'statements on a claim': claims.map((id) => get(`/api/statements?claim=${encodeURIComponent(id)}`)),
    'contested claims, a page': actors.map((_, at) =>
      get(`/api/claims/contested?sort=${['contested', 'recent', 'statements'][at % 3]}&limit=${20 + (at % 10)}`),
    ),
  };
}

const mixed = (a: readonly string[], b: readonly string[]): string[] =>
  a.map((id, at) => (at % 2 === 0 ? id : (b[at] ?? id)));

async function spreadIds(q: Queryable, label: 'Actor' | 'Claim', count: number): Promise<string[]> {
  const texts = {
    Actor: 'MATCH (x:Actor) RETURN x.id AS id ORDER BY x.statements DESC, id LIMIT 1000000',
    Claim: 'MATCH (x:Claim) RETURN x.id AS id ORDER BY x.statements DESC, id LIMIT 1000000',
  };
  const ids = (await q.run(texts[label])).map((row) => textOf(row, 'id'));
  return Array.from(
    { length: count },
    (_, at) => ids[at % 2 === 0 ? (at / 2) % ids.length : Math.floor((at / count) * ids.length)] ?? '',
  );
}

async function measure(
  reads: readonly Read[],
  on: { app: RunningApp; recorder: Recorder; engine: GraphEngine },
): Promise<{ bare: number[]; http: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const [bare, http]: [number[], number[]] = [[], []];
  for (const read of reads.slice(0, WARM_UP)) await send(on.app, agent, read);
  for (const [at, read] of reads.entries()) {
    on.recorder.begin();
    // Once unmeasured, so that neither profits from pages that the other one has warmed.
    await send(on.app, agent, read);
    const statements = on.recorder.end();
    const runBare = async (): Promise<void> => void bare.push(await timeOf(() => runStatements(on.engine, statements)));
    const runHttp = async (): Promise<void> => void http.push(await timeOf(() => send(on.app, agent, read)));
    for (const part of at % 2 === 0 ? [runBare, runHttp] : [runHttp, runBare]) await part();
  }
  agent.destroy();
  return { bare, http };
}

async function runStatements(engine: GraphEngine, statements: readonly CypherStatement[]): Promise<void> {
  await engine.read(async (q) => {
    for (const statement of statements) await q.run(statement.cypher, statement.parameters);
  });
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function send({ port }: RunningApp, agent: Agent, { method, path, body }: Read): Promise<void> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const status = await new Promise<number>((resolve, reject) => {
    const headers =
      text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
    request({ host: '127.0.0.1', port, method, path, agent, headers }, (response) => {
      response
        .resume()
        .once('end', () => resolve(response.statusCode ?? 0))
        .once('error', reject);
    })
      .once('error', reject)
      .end(text);
  });
  if (status !== 200) throw new Error(`${method} ${path} answered ${status}.`);
}

function printTable(lines: readonly Line[]): void {
  const rows = lines.map(({ engine, statements, read, bare, http }) => {
    const [floor, over] = [percentile(bare, 0.95), percentile(http, 0.95)];
    const budget = 1.5 * floor + 3;
    return {
      engine,
      statements,
      read,
      'bare p50': ms(percentile(bare, 0.5)),
      'HTTP p50': ms(percentile(http, 0.5)),
      'bare p95': ms(floor),
      'HTTP p95': ms(over),
      ratio: (over / floor).toFixed(2),
      budget: ms(budget),
      met: over <= budget ? 'yes' : 'NO',
    };
  });
  console.table(rows);
}

const ms = (time: number): string => `${time.toFixed(2)} ms`;

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
