/** Publishing: the one small transaction that makes a staged import visible. */
import type { Queryable } from '../../engine/engine.ts';
import type { FaultReport } from '../../contract/imports.ts';
import { byEntity, contributionNode, contributionsOf } from '../../store/contributions.ts';
import { importStanding, raiseDataVersion, reportText, setImport } from '../../store/imports.ts';
import { holdLease } from '../../store/lease.ts';
import { countActors, countClaims, createNodes, lockClaims, recountPositions } from '../../store/load-batches.ts';
import type { RecordOf } from '../../store/records.ts';
import { type Stored, readRecords } from '../../store/stored-content.ts';
import { type WritingContext, persistently } from './batch-writer.ts';
import { type EntitySection, canonical, unite } from '../records/contributions.ts';
import { writeContent } from './entity-content.ts';
import type { ValidatedFile } from '../records/validated-file.ts';
import { ENTITY_SECTIONS, type Shared } from './stage.ts';

/** Entities merged at a time. It is small because documents contain their text. */
const MERGE_BATCH = 200;
/** How many warnings of an import the database stores, beside their total. */
const REMEMBERED_WARNINGS = 100;

/** Applies the changes to content of other imports and makes everything visible. Repeating it changes nothing. */
export async function publish(
  context: WritingContext,
  file: ValidatedFile,
  { shared, endedAt }: { readonly shared: Shared; readonly endedAt: () => string },
): Promise<void> {
  const { engine, holder, importId, signal } = context;
  await persistently(context, () =>
    engine.write(async (q) => {
      await holdLease(q, holder);
      if ((await importStanding(q, importId))?.state === 'published') return;
      await lockClaims(q, [...shared.claims]);
      for (const section of ENTITY_SECTIONS) await mergeAll(q, file, { section, importId });
      await recountPositions(q, { ids: shared.positions, without: '' });
      await countClaims(q, { ids: [...shared.claims], without: '' });
      await countActors(q, { ids: [...shared.actors], without: '' });
      const now = endedAt();
      const report = reportText({ counts: file.counts, warnings: shortened(file.warnings) });
      await setImport(q, importId, { state: 'published', endedAt: now, report });
      await raiseDataVersion(q, now);
      signal?.throwIfAborted();
    }),
  );
}

function shortened({ faults, total }: FaultReport): FaultReport {
  return { faults: faults.slice(0, REMEMBERED_WARNINGS), total };
}

async function mergeAll(
  q: Queryable,
  file: ValidatedFile,
  { section }: { readonly section: EntitySection; readonly importId: string },
): Promise<void> {
  if (file.counts[section].merged === 0) return;
  for await (const batch of file.batches(section, MERGE_BATCH)) {
    const records = batch.filter(({ known }) => known === 'merge').map(({ record }) => record);
    if (records.length > 0) await merge(q, section, records);
  }
}

/** Unites records with the known ones, and stores the owner's share before it changes. */
async function merge<S extends EntitySection>(
  q: Queryable,
  section: S,
  records: readonly RecordOf[S][],
): Promise<void> {
  const ids = records.map(({ id }) => id);
  const before = new Map(
    (await readRecords(q, section, { ids, hidden: [] })).map((stored) => [stored.record.id, stored]),
  );
  await keepOwnersShare(q, section, [...before.values()]);
  await writeContent(
    q,
    section,
    records.flatMap((record) => {
      const known = before.get(record.id);
      return known
        ? [{ before: known.record, after: unite(section, [known.record, record]), owner: known.importId }]
        : [];
    }),
  );
}

/** Stores the owner's share as a contribution. Before the first merge, the entity's content is the owner's share. */
async function keepOwnersShare<S extends EntitySection>(
  q: Queryable,
  section: S,
  stored: readonly Stored<RecordOf[S]>[],
): Promise<void> {
  const shares = byEntity(
    await contributionsOf(
      q,
      section,
      stored.map(({ record }) => record.id),
    ),
  );
  const missing = stored.filter(
    ({ record, importId }) => !(shares.get(record.id) ?? []).some((share) => share.importId === importId),
  );
  const nodes = missing.map(({ record, importId }) =>
    contributionNode(section, {
      importId,
      ownerId: importId,
      entityId: record.id,
      role: 'given',
      payload: canonical(record),
    }),
  );
  await createNodes(q, 'contributions', nodes);
}
