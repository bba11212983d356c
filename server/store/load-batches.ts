/** Writes batches of records. Each function is one step of a transaction. */
import { type EdgeStance, EDGE_STANCES } from '../contract/vocabulary.ts';
import type { Queryable } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import type { Properties } from './load-rows.ts';
import type { StatementRecord } from './records.ts';
import { integerOr, texts } from './values.ts';

/** Fewer rows were written than given, because an id that a row refers to is missing. This is a defect, since files are validated first. */
export class BatchIncompleteError extends Error {
  readonly code = 'batch-incomplete';
  constructor(query: string, written: number, expected: number) {
    super(`${query} wrote only ${written} of ${expected} rows: an id that the others refer to is missing.`);
    this.name = 'BatchIncompleteError';
  }
}

type NodeSection = 'actors' | 'claims' | 'documents' | 'contributions';

/** Creates nodes from their properties. */
export function createNodes(q: Queryable, section: NodeSection, rows: readonly Properties[]): Promise<void> {
  return writeAll(q, `write/${section}-create`, rows);
}

/** Sets properties of existing nodes. `null` removes a property. */
export async function setNodes(
  q: Queryable,
  section: NodeSection | 'statements',
  rows: readonly { readonly id: string; readonly properties: Properties }[],
): Promise<void> {
  if (rows.length > 0) await q.run(cypher(`write/${section}-set`), { rows });
}

export function createSpeaksFor(
  q: Queryable,
  rows: readonly { readonly id: string; readonly from: string; readonly to: string; readonly importId: string }[],
): Promise<void> {
  return writeAll(q, 'write/speaks-for-create', rows);
}

export async function clearSpeaksFor(q: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await q.run(cypher('write/speaks-for-clear'), { ids });
}

export function createPublishers(
  q: Queryable,
  rows: readonly { readonly document: string; readonly actor: string }[],
): Promise<void> {
  return writeAll(q, 'write/publishers-create', rows);
}

export async function clearPublishers(q: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await q.run(cypher('write/publishers-clear'), { ids });
}

export interface StatementRow {
  readonly record: StatementRecord;
  readonly properties: Properties;
}

/** Creates statements with all their relationships, except the edges of their positions. */
export async function createStatements(q: Queryable, rows: readonly StatementRow[]): Promise<void> {
  const plain: { [name: string]: string | Properties }[] = [];
  const quoted: { [name: string]: string | Properties }[] = [];
  const reporters: { statement: string; actor: string; order: number }[] = [];
  for (const { record, properties } of rows) {
    const { id, actor, claim, document } = record;
    if (document === undefined) plain.push({ actor, claim, properties });
    else quoted.push({ actor, claim, document, properties });
    record.reportedBy.forEach((reporter, order) => reporters.push({ statement: id, actor: reporter, order }));
  }
  await writeTogether(q, [
    { query: 'write/statements-create', rows: plain },
    { query: 'write/quoted-statements-create', rows: quoted },
  ]);
  await writeAll(q, 'write/reporters-create', reporters);
}

/** Creates the edges of the positions on claims that this import owns. */
export async function createPositions(
  q: Queryable,
  batch: { readonly claims: readonly string[]; readonly importId: string },
): Promise<void> {
  await q.runAll(EDGE_STANCES.map((stance) => ({ cypher: cypher(`write/${stance}-create`), parameters: batch })));
}

/**
 * Creates the missing edges of one import's positions on some claims.
 *
 * @returns Ids of positions that had an edge before. {@link recountPositions} updates them.
 */
export async function stagePositions(
  q: Queryable,
  stance: EdgeStance,
  batch: { readonly claims: readonly string[]; readonly importId: string },
): Promise<string[]> {
  return texts((await q.run(cypher(`write/${stance}-stage`), batch))[0], 'shared');
}

interface Recount {
  readonly ids: readonly string[];
  /** An import that is being undone and does not count; empty for none. */
  readonly without: string;
}

/** Makes the edges of these positions agree with their statements. */
export async function recountPositions(q: Queryable, { ids, without }: Recount): Promise<void> {
  for (const stance of EDGE_STANCES) {
    const positions = ids.filter((id) => id.includes(` ${stance} `));
    for (const page of pages(positions)) await q.run(cypher(`write/${stance}-recount`), { positions: page, without });
  }
}

/** Recounts the actors and statements of claims. */
export function countClaims(q: Queryable, recount: Recount): Promise<void> {
  return count(q, recount, [
    'write/claims-reset',
    'write/claims-count',
    'write/claims-count-asserters',
    'write/claims-count-deniers',
  ]);
}

/** Recounts the claims and statements of actors. */
export function countActors(q: Queryable, recount: Recount): Promise<void> {
  return count(q, recount, [
    'write/actors-reset',
    'write/actors-count',
    'write/actors-count-asserts',
    'write/actors-count-denies',
  ]);
}

async function count(
  q: Queryable,
  { ids, without }: Recount,
  queries: readonly [reset: string, ...counts: string[]],
): Promise<void> {
  const [reset, ...counts] = queries;
  for (const page of pages(ids)) {
    await q.run(cypher(reset), { ids: page });
    for (const query of counts) await q.run(cypher(query), { ids: page, without });
  }
}

/** Locks some claims, in order of id, so that no other transaction changes what is counted. */
export async function lockClaims(q: Queryable, ids: readonly string[]): Promise<void> {
  for (const page of pages(ids.toSorted())) await q.run(cypher('write/claims-lock'), { ids: page });
}

/** Ids of some nodes that an import owns. */
export async function ownedIds(
  q: Queryable,
  section: NodeSection | 'statements',
  { importId, limit }: { readonly importId: string; readonly limit: number },
): Promise<string[]> {
  return texts((await q.run(cypher(`write/${section}-owned`), { importId, limit }))[0], 'ids');
}

export async function deleteNodes(
  q: Queryable,
  section: NodeSection | 'statements',
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await q.run(cypher(`write/${section}-delete`), { ids });
}

/** Deletes the edges that an import owns of the positions of these statements. */
export async function deletePositions(
  q: Queryable,
  batch: { readonly statements: readonly string[]; readonly importId: string },
): Promise<void> {
  for (const stance of EDGE_STANCES) await q.run(cypher(`write/${stance}-delete`), batch);
}

async function writeAll(q: Queryable, query: string, rows: readonly Properties[]): Promise<void> {
  await writeTogether(q, [{ query, rows }]);
}

interface Write {
  readonly query: string;
  readonly rows: readonly Properties[];
}

/** Runs writes that do not depend on each other. */
async function writeTogether(q: Queryable, writes: readonly Write[]): Promise<void> {
  const portions = writes.flatMap(({ query, rows }) =>
    [...pages(rows, PORTION)].map((portion) => ({ query, rows: portion })),
  );
  if (portions.length === 0) return;
  const answers = await q.runAll(portions.map(({ query, rows }) => ({ cypher: cypher(query), parameters: { rows } })));
  portions.forEach(({ query, rows }, at) => {
    const written = integerOr(answers[at]?.[0]?.['written'], 0);
    if (written !== rows.length) throw new BatchIncompleteError(query, written, rows.length);
  });
}

const PAGE = 2_000;
/** Rows that are passed to the engine at once, while it works on the previous ones. */
const PORTION = 500;

export function* pages<T>(items: readonly T[], size = PAGE): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
