/**
 * Writes a dispute into an empty engine as the loader would leave it: edges and counters derived from
 * the statements. Independent of the loader on purpose: read models are tested against the model alone.
 */
import type { GraphEngine, Queryable, Row, Value } from '../../server/engine/engine.ts';
import { schemaStatements } from '../../server/store/cypher.ts';
import { indexTerms } from '../../server/store/text-terms.ts';

interface Owned {
  readonly importId?: string;
}
export interface ActorFixture extends Owned {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly aliases?: readonly string[];
  readonly description?: string;
  readonly speaksFor?: readonly string[];
}
export interface ClaimFixture extends Owned {
  readonly id: string;
  readonly text: string;
  readonly topics?: readonly string[];
  readonly scope?: string;
}
export interface DocumentFixture extends Owned {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly text?: string;
}
export interface StatementFixture extends Owned {
  readonly id: string;
  readonly actor: string;
  readonly claim: string;
  readonly stance: 'asserts' | 'denies' | 'neutral';
  readonly modality?: 'stated' | 'reported' | 'hedged';
  readonly date?: string;
  readonly document?: string;
  readonly quotation?: {
    readonly exact: string;
    readonly start?: number;
    readonly end?: number;
    readonly location: string;
  };
  readonly reportedBy?: readonly string[];
  readonly note?: string;
}
export interface Dispute {
  readonly actors?: readonly ActorFixture[];
  readonly claims?: readonly ClaimFixture[];
  readonly documents?: readonly DocumentFixture[];
  readonly statements?: readonly StatementFixture[];
  readonly imports?: readonly { readonly id: string; readonly state: string }[];
  readonly dataVersion?: number;
}

export const FIRST_IMPORT = 'import-000001';
const BATCH = 2_000;
const MODALITY_ORDER = ['stated', 'reported', 'hedged'] as const;
type Statement = Required<Pick<StatementFixture, 'importId' | 'modality'>> & StatementFixture;

/** Makes schema and text indexes and writes the dispute; what `imports` leave in an unpublished state counts nowhere. */
export async function writeDispute(engine: GraphEngine, dispute: Dispute): Promise<void> {
  for (const statement of schemaStatements(engine.dialect)) await engine.define(statement);
  await engine.defineTextIndexes();
  const imports = dispute.imports ?? [{ id: FIRST_IMPORT, state: 'published' }];
  const hidden = new Set(
    imports.filter(({ state }) => ['loading', 'publishing', 'undoing'].includes(state)).map(({ id }) => id),
  );
  await engine.write(async (q) => {
    await q.run(
      "MERGE (g:Gainsay {id: 'gainsay'}) SET g.schemaVersion = 2, g.dataVersion = $version, g.lastWriteAt = '2022-09-22T00:00:00Z'",
      { version: dispute.dataVersion ?? 1 },
    );
    await q.run('UNWIND $rows AS row CREATE (i:Import) SET i = row', {
      rows: imports.map((one, index) => ({ ...one, number: index + 1 })),
    });
  });
  const statements = (dispute.statements ?? []).map((s) => ({
    importId: FIRST_IMPORT,
    modality: 'stated' as const,
    ...s,
  }));
  await writeNodes(engine, dispute, { statements, hidden });
  await writeRelationships(engine, dispute, statements);
}

async function writeNodes(
  engine: GraphEngine,
  { actors = [], claims = [], documents = [] }: Dispute,
  { statements, hidden }: { statements: readonly Statement[]; hidden: ReadonlySet<string> },
): Promise<void> {
  const visible = statements.filter((s) => !hidden.has(s.importId));
  const [byActor, byClaim] = [groupBy(visible, (s) => s.actor), groupBy(visible, (s) => s.claim)];
  await inBatches(
    engine,
    'UNWIND $rows AS row CREATE (a:Actor) SET a = row',
    actors.map(({ speaksFor: _, ...actor }) => {
      const own = byActor.get(actor.id) ?? [];
      return {
        importId: FIRST_IMPORT,
        aliases: [],
        ...actor,
        ...claimCounts(own),
        statements: own.length,
        terms: indexTerms([actor.name, ...(actor.aliases ?? [])], 'grams'),
      };
    }),
  );
  await inBatches(
    engine,
    'UNWIND $rows AS row CREATE (c:Claim) SET c = row',
    claims.map((claim) => {
      const own = byClaim.get(claim.id) ?? [];
      return {
        importId: FIRST_IMPORT,
        ...claim,
        ...actorCounts(own),
        ...dates(own),
        statements: own.length,
        terms: indexTerms([claim.text], 'grams'),
      };
    }),
  );
  await inBatches(
    engine,
    'UNWIND $rows AS row CREATE (d:Document) SET d = row',
    documents.map(({ publisher: _, ...document }) => ({
      importId: FIRST_IMPORT,
      ...document,
      terms: indexTerms([document.title], 'grams'),
    })),
  );
  await inBatches(engine, 'UNWIND $rows AS row CREATE (s:Statement) SET s = row', statements.map(statementProperties));
}

function statementProperties({ actor, claim, document: _, reportedBy: __, quotation, ...own }: Statement): Row {
  const { exact, start, end, location } = quotation ?? {};
  return {
    ...own,
    positionId: `${actor} ${own.stance} ${claim}`,
    terms: indexTerms(exact === undefined ? [] : [exact], 'words'),
    ...(exact !== undefined && { quoteExact: exact }),
    ...(start !== undefined && { quoteStart: start }),
    ...(end !== undefined && { quoteEnd: end }),
    ...(location !== undefined && { quoteLocation: location }),
  };
}

async function writeRelationships(
  engine: GraphEngine,
  { actors = [], documents = [] }: Dispute,
  statements: readonly Statement[],
): Promise<void> {
  await inBatches(
    engine,
    `UNWIND $rows AS row MATCH (a:Actor {id: row.actor}) MATCH (s:Statement {id: row.id}) MATCH (c:Claim {id: row.claim})
    CREATE (a)-[:MADE]->(s) CREATE (s)-[:ABOUT]->(c)`,
    statements.map(({ id, actor, claim }) => ({ id, actor, claim })),
  );
  await inBatches(
    engine,
    'UNWIND $rows AS row MATCH (s:Statement {id: row.id}) MATCH (d:Document {id: row.document}) CREATE (s)-[:QUOTED_IN]->(d)',
    statements.flatMap(({ id, document }) => (document === undefined ? [] : [{ id, document }])),
  );
  await inBatches(
    engine,
    'UNWIND $rows AS row MATCH (s:Statement {id: row.id}) MATCH (a:Actor {id: row.reporter}) CREATE (s)-[:REPORTED_BY {order: row.order}]->(a)',
    statements.flatMap(({ id, reportedBy = [] }) => reportedBy.map((reporter, order) => ({ id, reporter, order }))),
  );
  await inBatches(
    engine,
    'UNWIND $rows AS row MATCH (d:Document {id: row.id}) MATCH (a:Actor {id: row.publisher}) CREATE (d)-[:PUBLISHED_BY]->(a)',
    documents.flatMap(({ id, publisher }) => (publisher === undefined ? [] : [{ id, publisher }])),
  );
  await inBatches(
    engine,
    'UNWIND $rows AS row MATCH (a:Actor {id: row.from}) MATCH (b:Actor {id: row.to}) CREATE (a)-[r:SPEAKS_FOR]->(b) SET r = row.own',
    actors.flatMap(({ id, speaksFor = [], importId = FIRST_IMPORT }) =>
      speaksFor.map((to) => ({ from: id, to, own: { id: `${id} speaksFor ${to}`, importId } })),
    ),
  );
  for (const [stance, type] of [
    ['asserts', 'ASSERTS'],
    ['denies', 'DENIES'],
  ] as const) {
    const positions = groupBy(
      statements.filter((s) => s.stance === stance),
      (s) => `${s.actor} ${s.stance} ${s.claim}`,
    );
    const texts = { ASSERTS: 'CREATE (a)-[r:ASSERTS]->(c)', DENIES: 'CREATE (a)-[r:DENIES]->(c)' };
    await inBatches(
      engine,
      `UNWIND $rows AS row MATCH (a:Actor {id: row.actor}) MATCH (c:Claim {id: row.claim}) ${texts[type]} SET r = row.own`,
      [...positions].flatMap(([id, own]) => positionRow(id, own)),
    );
  }
}

function positionRow(id: string, own: readonly Statement[]): readonly Row[] {
  const [first] = own;
  if (first === undefined) return [];
  const modality = MODALITY_ORDER.find((m) => own.some((s) => s.modality === m)) ?? 'hedged';
  const importId = own.map((s) => s.importId).toSorted()[0] ?? FIRST_IMPORT;
  return [
    { actor: first.actor, claim: first.claim, own: { id, statements: own.length, ...dates(own), modality, importId } },
  ];
}

function claimCounts(own: readonly Statement[]): Row {
  const claimsOf = (stance: string): number => new Set(own.filter((s) => s.stance === stance).map((s) => s.claim)).size;
  return { asserts: claimsOf('asserts'), denies: claimsOf('denies') };
}

function actorCounts(own: readonly Statement[]): Row {
  const actorsOf = (stance: string): number => new Set(own.filter((s) => s.stance === stance).map((s) => s.actor)).size;
  const [asserters, deniers] = [actorsOf('asserts'), actorsOf('denies')];
  return { asserters, deniers, contention: Math.min(asserters, deniers) };
}

function dates(own: readonly Statement[]): Row {
  const known = own.flatMap(({ date }) => (date === undefined ? [] : [date])).toSorted();
  const [first, last] = [known[0], known.at(-1)];
  return { ...(first !== undefined && { firstDate: first }), ...(last !== undefined && { lastDate: last }) };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

async function inBatches(engine: GraphEngine, cypher: string, rows: readonly Value[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    await engine.write(async (q: Queryable) => q.run(cypher, { rows: batch }));
  }
}
