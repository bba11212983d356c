/** Undoing an import: one transaction that hands over what it shares and hides the rest. */
import type { Queryable } from '../../engine/engine.ts';
import {
  type StoredContribution,
  byEntity,
  contributedIds,
  contributionsOf,
  contributionsToOwned,
} from '../../store/contributions.ts';
import { importStanding, raiseDataVersion, setImport } from '../../store/imports.ts';
import { holdLease } from '../../store/lease.ts';
import {
  countActors,
  countClaims,
  deleteNodes,
  lockClaims,
  pages,
  recountPositions,
  setNodes,
} from '../../store/load-batches.ts';
import type { RecordOf } from '../../store/records.ts';
import { readRecords } from '../../store/stored-content.ts';
import { touchedByUndo, sharedPositions } from '../../store/undo-reads.ts';
import { type WritingContext, persistently } from './batch-writer.ts';
import { type EntitySection, type Share, recordOfCanonical, uniteShares } from '../records/contributions.ts';
import { type ContentChange, writeContent } from './entity-content.ts';
import { ENTITY_SECTIONS } from './stage.ts';

const PAGE = 500;

/** Hides a published import. Shared content becomes as if the import had never been loaded; sweeping deletes the rest. */
export async function hideImport(context: WritingContext, { now }: { readonly now: () => string }): Promise<void> {
  const { engine, holder, importId } = context;
  await persistently(context, () =>
    engine.write(async (q) => {
      await holdLease(q, holder);
      if ((await importStanding(q, importId))?.state !== 'published') return;
      // Statements first: the remaining ones need their quotations located again when a document's text is removed.
      const positions = await handOverStatements(q, importId);
      for (const section of ENTITY_SECTIONS) {
        await withdraw(q, section, importId);
        await handOver(q, section, importId);
      }
      await recount(q, importId, positions);
      await setImport(q, importId, { state: 'undoing' });
      await raiseDataVersion(q, now());
    }),
  );
}

/** Removes this import's part from entities of other owners. If the owner has no stored share, the content never changed. */
async function withdraw<S extends EntitySection>(q: Queryable, section: S, importId: string): Promise<void> {
  for (const ids of pages(await contributedIds(q, section, importId), PAGE)) {
    const groups = byEntity(await contributionsOf(q, section, ids));
    const remaining = new Map<string, Remaining<S>>();
    const obsolete: string[] = [];
    for (const [id, group] of groups) {
      const rest = group.filter((share) => share.importId !== importId);
      const owner = rest.find((share) => share.importId === share.ownerId);
      if (owner === undefined) continue;
      remaining.set(id, { shares: sharesOf(section, rest), owner: owner.importId });
      if (rest.length === 1) obsolete.push(owner.id);
    }
    await rewrite(q, section, { remaining, without: importId });
    await deleteNodes(q, 'contributions', obsolete);
  }
}

/** Hands entities of this import over to the other imports that have a part in them: the one with the lowest id becomes the owner. */
async function handOver<S extends EntitySection>(q: Queryable, section: S, importId: string): Promise<void> {
  const groups = [...byEntity(await contributionsToOwned(q, section, importId))];
  for (const page of pages(groups, PAGE)) {
    const remaining = new Map<string, Remaining<S>>();
    const heirs = new Map<string, string>();
    for (const [id, group] of page) {
      const shares = sharesOf(section, group);
      const owner = uniteShares(section, shares)?.owner;
      if (owner === undefined) continue;
      remaining.set(id, { shares, owner });
      heirs.set(id, owner);
    }
    await rewrite(q, section, { remaining, without: importId });
    await giveTo(q, page, { heirs, keepsShare: true });
  }
}

interface Remaining<S extends EntitySection> {
  readonly shares: readonly Share<S>[];
  readonly owner: string;
}

async function rewrite<S extends EntitySection>(
  q: Queryable,
  section: S,
  { remaining, without }: { readonly remaining: ReadonlyMap<string, Remaining<S>>; readonly without: string },
): Promise<void> {
  const known = await readRecords(q, section, { ids: [...remaining.keys()], hidden: [] });
  const changes: ContentChange<RecordOf[S]>[] = [];
  for (const { record: before } of known) {
    const rest = remaining.get(before.id);
    const united = rest && uniteShares(section, rest.shares);
    if (rest && united) changes.push({ before, after: united.record, owner: rest.owner, without });
  }
  await writeContent(q, section, changes);
}

/** Hands over the statements that other imports contain as well. @returns The positions of those that remain. */
async function handOverStatements(q: Queryable, importId: string): Promise<readonly string[]> {
  const positions = new Set<string>();
  const groups = [...byEntity(await contributionsToOwned(q, 'statements', importId))];
  for (const page of pages(groups, PAGE)) {
    const heirs = new Map(
      page.map(([id, group]) => [id, group.map((share) => share.importId).reduce((a, b) => (a < b ? a : b))]),
    );
    await setNodes(
      q,
      'statements',
      [...heirs].map(([id, owner]) => ({ id, properties: { importId: owner } })),
    );
    await giveTo(q, page, { heirs, keepsShare: false });
    for (const { record } of await readRecords(q, 'statements', { ids: [...heirs.keys()], hidden: [] }))
      positions.add(record.positionId);
  }
  return [...positions];
}

/** Sets the new owner in the contributions. The owner's own share is kept only beside shares of others. */
async function giveTo(
  q: Queryable,
  groups: readonly (readonly [string, readonly StoredContribution[]])[],
  how: { readonly heirs: ReadonlyMap<string, string>; readonly keepsShare: boolean },
): Promise<void> {
  const obsolete: string[] = [];
  const kept: { id: string; properties: { ownerId: string; role: string } }[] = [];
  for (const [entityId, group] of groups) {
    const owner = how.heirs.get(entityId);
    if (owner === undefined) continue;
    for (const { id, importId, role } of group) {
      const isOwners = importId === owner;
      if (isOwners && !(how.keepsShare && group.length > 1)) obsolete.push(id);
      else kept.push({ id, properties: { ownerId: owner, role: isOwners ? 'given' : role } });
    }
  }
  await setNodes(q, 'contributions', kept);
  await deleteNodes(q, 'contributions', obsolete);
}

async function recount(q: Queryable, importId: string, handedOver: readonly string[]): Promise<void> {
  const { claims, actors } = await touchedByUndo(q, importId);
  await lockClaims(q, claims);
  const positions = new Set([...handedOver, ...(await sharedPositions(q, { claims, importId }))]);
  await recountPositions(q, { ids: [...positions], without: importId });
  await countClaims(q, { ids: claims, without: importId });
  await countActors(q, { ids: actors, without: importId });
}

/** @throws SyntaxError when a payload is not JSON, which happens only in a damaged database. */
function sharesOf<S extends EntitySection>(section: S, contributions: readonly StoredContribution[]): Share<S>[] {
  return contributions.map(({ importId, role, payload = '{}' }) => ({
    importId,
    role,
    record: recordOfCanonical(section, payload),
  }));
}
