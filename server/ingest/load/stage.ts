/** Staging: writes everything new in a file in batches, hidden until the import is published. */
import { mapInTurns } from '../../base/turns.ts';
import { EDGE_STANCES } from '../../contract/vocabulary.ts';
import { contributionNode } from '../../store/contributions.ts';
import type { Queryable } from '../../engine/engine.ts';
import {
  countActors,
  countClaims,
  createNodes,
  createPositions,
  createPublishers,
  createSpeaksFor,
  createStatements,
  pages,
  stagePositions,
  type StatementRow,
} from '../../store/load-batches.ts';
import { type Properties, actorNode, claimNode, documentNode, statementNode } from '../../store/load-rows.ts';
import type { RecordOf } from '../../store/records.ts';
import { readRecords } from '../../store/stored-content.ts';
import { Ahead } from './ahead.ts';
import type { BatchWriter } from './batch-writer.ts';
import { type EntitySection, canonical, referenced } from '../records/contributions.ts';
import type { SpooledRecord, ValidatedFile } from '../records/validated-file.ts';

/** Rows in a transaction. Measured: docs/decisions/0002-stage-imports-in-place.md. */
export const BATCH = 2_000;
/** Documents may contain texts of several megabytes. */
const DOCUMENT_BATCH = 500;
const TEXT_BUDGET = 8_000_000;
export const ENTITY_SECTIONS = ['actors', 'claims', 'documents'] as const;

/** What publishing must update because it existed before. It grows with what the file shares with the database. */
export interface Shared {
  readonly claims: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly positions: readonly string[];
}

interface Course {
  readonly file: ValidatedFile;
  readonly writer: BatchWriter;
  /** Called with the number of rows written since the last call. */
  readonly onRows: (rows: number) => void;
}

/** Writes everything new, and the import's contributions to what exists. */
export async function stageFile(course: Course): Promise<Shared> {
  const existing = { actors: new Set<string>(), claims: new Set<string>(), documents: new Set<string>() };
  for (const section of ENTITY_SECTIONS) await stageEntities(course, section, existing[section]);
  await stageSpeaksFor(course);
  for (const section of ENTITY_SECTIONS) await stageReferences(course, section, existing[section]);
  const touched = await stageStatements(course, existing);
  const positions = await projectClaims(course, touched.claims);
  await countNewActors(course);
  return { ...touched, positions };
}

const NODE_OF: {
  readonly [S in EntitySection]: (record: RecordOf[S], importId: string) => Properties | Promise<Properties>;
} = { actors: actorNode, claims: claimNode, documents: documentNode };

async function stageEntities<S extends EntitySection>(
  { file, writer, onRows }: Course,
  section: S,
  existing: Set<string>,
): Promise<void> {
  const nodeOf = NODE_OF[section];
  const prepared = async function* () {
    for await (const batch of file.batches(section, section === 'documents' ? DOCUMENT_BATCH : BATCH)) {
      const known = batch.filter((spooled) => spooled.known !== 'new');
      for (const { record } of known) existing.add(record.id);
      const fresh = batch.filter((spooled) => spooled.known === 'new').map((spooled) => spooled.record as RecordOf[S]);
      yield {
        rows: batch.length,
        fresh,
        nodes: await mapInTurns(fresh, (record) => nodeOf(record, writer.importId)),
        known: known.map((spooled) => spooled.record as RecordOf[S]),
      };
    }
  };
  const batches = new Ahead(prepared());
  for await (const { rows, fresh, nodes, known } of batches) {
    if (fresh.length > 0) await createInPortions(writer, section, { fresh, nodes, meanwhile: () => batches.prepare() });
    if (known.length > 0)
      await writer.write((q) => contribute(q, section, { importId: writer.importId, role: 'given', records: known }));
    onRows(rows);
  }
}

/** Splits a batch of documents with long texts into several transactions. */
async function createInPortions<S extends EntitySection>(
  writer: BatchWriter,
  section: S,
  {
    fresh,
    nodes,
    meanwhile,
  }: { readonly fresh: readonly RecordOf[S][]; readonly nodes: readonly Properties[]; readonly meanwhile: () => void },
): Promise<void> {
  for (const { from, to } of portions(nodes)) {
    await writer.write(async (q) => {
      const created = createNodes(q, section, nodes.slice(from, to));
      meanwhile();
      await created;
      if (section === 'documents')
        await createPublishers(q, publishersOf(fresh.slice(from, to) as readonly RecordOf['documents'][]));
    });
  }
}

function* portions(nodes: readonly Properties[]): Generator<{ readonly from: number; readonly to: number }> {
  let [from, size] = [0, 0];
  for (const [at, node] of nodes.entries()) {
    const { text } = node;
    const length = typeof text === 'string' ? text.length : 0;
    if (size > 0 && size + length > TEXT_BUDGET) {
      yield { from, to: at };
      [from, size] = [at, 0];
    }
    size += length;
  }
  if (from < nodes.length) yield { from, to: nodes.length };
}

export function publishersOf(documents: readonly RecordOf['documents'][]): { document: string; actor: string }[] {
  return documents.flatMap(({ id, publisher }) =>
    publisher === undefined ? [] : [{ document: id, actor: publisher }],
  );
}

/** SPEAKS_FOR edges have the same owner as the actor that speaks. */
export function speaksForOf(
  actors: readonly RecordOf['actors'][],
  importId: string,
): { id: string; from: string; to: string; importId: string }[] {
  return actors.flatMap(({ id, speaksFor }) =>
    speaksFor.map((to) => ({ id: `${id} speaksFor ${to}`, from: id, to, importId })),
  );
}

async function stageSpeaksFor({ file, writer }: Course): Promise<void> {
  for await (const batch of file.batches('actors', BATCH)) {
    const rows = speaksForOf(
      batch.filter(({ known }) => known === 'new').map(({ record }) => record),
      writer.importId,
    );
    for (const page of pages(rows, BATCH)) await writer.write((q) => createSpeaksFor(q, page));
  }
}

async function stageReferences({ file, writer }: Course, section: EntitySection, existing: Set<string>): Promise<void> {
  for await (const ids of file.referred(section, BATCH)) {
    for (const id of ids) existing.add(id);
    await writer.write(async (q) => {
      const found = await readRecords(q, section, { ids, hidden: [] });
      await contribute(q, section, {
        importId: writer.importId,
        role: 'reference',
        records: found.map(({ record }) => referenced(section, record)),
      });
    });
  }
}

interface Contribution<S extends EntitySection> {
  readonly importId: string;
  readonly role: 'given' | 'reference';
  readonly records: readonly RecordOf[S][];
}

async function contribute<S extends EntitySection>(
  q: Queryable,
  section: S,
  { importId, role, records }: Contribution<S>,
): Promise<void> {
  const owners = await ownersOf(
    q,
    section,
    records.map(({ id }) => id),
  );
  await createNodes(
    q,
    'contributions',
    records.map((record) =>
      contributionNode(section, {
        importId,
        ownerId: owners.get(record.id) ?? '',
        entityId: record.id,
        role,
        payload: canonical(record),
      }),
    ),
  );
}

async function ownersOf(
  q: Queryable,
  section: EntitySection | 'statements',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await readRecords(q, section, { ids, hidden: [] });
  return new Map(found.map(({ record, importId }) => [record.id, importId]));
}

interface Existing {
  readonly actors: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
}

async function stageStatements(
  { file, writer, onRows }: Course,
  existing: Existing,
): Promise<{ claims: Set<string>; actors: Set<string> }> {
  const touched = { claims: new Set<string>(), actors: new Set<string>() };
  const { importId } = writer;
  const prepared = async function* () {
    for await (const batch of file.batches('statements', BATCH))
      yield { batch, rows: await statementRows(batch, importId) };
  };
  const batches = new Ahead(prepared());
  for await (const { batch, rows } of batches) {
    for (const {
      record: { actor, claim },
    } of rows) {
      if (existing.claims.has(claim)) touched.claims.add(claim);
      if (existing.actors.has(actor)) touched.actors.add(actor);
    }
    const same = batch.filter(({ known }) => known !== 'new').map(({ record }) => record.id);
    await writer.write(async (q) => {
      const created = createStatements(q, rows);
      batches.prepare();
      await created;
      if (same.length === 0) return;
      const owners = await ownersOf(q, 'statements', same);
      await createNodes(
        q,
        'contributions',
        same.map((id) =>
          contributionNode('statements', { importId, ownerId: owners.get(id) ?? '', entityId: id, role: 'given' }),
        ),
      );
    });
    onRows(batch.length);
  }
  return touched;
}

function statementRows(batch: readonly SpooledRecord<'statements'>[], importId: string): Promise<StatementRow[]> {
  const fresh = batch.filter(({ known }) => known === 'new');
  return mapInTurns(fresh, ({ record }) => ({ record, properties: statementNode(record, importId) }));
}

/** Creates the edges of positions and counts the new claims. @returns The positions whose edges existed before. */
async function projectClaims({ file, writer }: Course, touched: ReadonlySet<string>): Promise<string[]> {
  const shared: string[] = [];
  const { importId } = writer;
  const batches = new Ahead(newIds(file, 'claims'));
  for await (const fresh of batches) {
    await writer.write(async (q) => {
      const created = createPositions(q, { claims: fresh, importId });
      batches.prepare();
      await created;
      await countClaims(q, { ids: fresh, without: '' });
    });
  }
  for (const claims of pages([...touched], BATCH)) {
    const found: string[] = [];
    await writer.write(async (q) => {
      found.length = 0;
      for (const stance of EDGE_STANCES) found.push(...(await stagePositions(q, stance, { claims, importId })));
    });
    shared.push(...found);
  }
  return shared;
}

async function countNewActors({ file, writer }: Course): Promise<void> {
  const batches = new Ahead(newIds(file, 'actors'));
  for await (const ids of batches) {
    await writer.write(async (q) => {
      const counted = countActors(q, { ids, without: '' });
      batches.prepare();
      await counted;
    });
  }
}

async function* newIds(file: ValidatedFile, section: EntitySection): AsyncGenerator<readonly string[]> {
  for await (const batch of file.batches(section, BATCH)) {
    const ids = batch.filter(({ known }) => known === 'new').map(({ record }) => record.id);
    if (ids.length > 0) yield ids;
  }
}
