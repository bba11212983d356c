/** Sweeping: deletes everything that an invisible import owns, in batches. Can be repeated and resumed. */
import { deleteImport, setImport, type StoredState, unfinishedImports } from '../store/imports.ts';
import { holdLease } from '../store/lease.ts';
import { deleteNodes, deletePositions, ownedIds } from '../store/load-batches.ts';
import { type WritingContext, persistently } from './batch-writer.ts';

/** Nodes a transaction. */
const BATCH = 2_000;
const DOCUMENT_BATCH = 500;
const ORDER = ['statements', 'contributions', 'documents', 'claims', 'actors'] as const;

export interface Sweeping extends WritingContext {
  readonly state: StoredState;
  readonly now: () => string;
  /** Called with the number of nodes that have been deleted since the last call. */
  readonly onDeleted?: (nodes: number) => void;
}

/**
 * Deletes what the import owns, then the memory of it, or, of one that was being taken back, marks it as undone.
 * Does nothing to an import that is visible.
 */
export async function sweepImport(sweeping: Sweeping): Promise<void> {
  if (sweeping.state === 'published' || sweeping.state === 'undone') return;
  for (const section of ORDER) {
    while ((await deleteSome(sweeping, section)) > 0);
  }
  const { engine, holder, importId, state, now } = sweeping;
  await persistently(sweeping, () => engine.write(async (q) => {
    await holdLease(q, holder);
    if (state === 'undoing') await setImport(q, importId, { state: 'undone', endedAt: now() });
    else await deleteImport(q, importId);
  }));
}

async function deleteSome(sweeping: Sweeping, section: (typeof ORDER)[number]): Promise<number> {
  const { engine, holder, importId, onDeleted } = sweeping;
  const deleted = await persistently(sweeping, () => engine.write(async (q) => {
    await holdLease(q, holder);
    const ids = await ownedIds(q, section, { importId, limit: section === 'documents' ? DOCUMENT_BATCH : BATCH });
    if (section === 'statements' && ids.length > 0) await deletePositions(q, { statements: ids, importId });
    await deleteNodes(q, section, ids);
    return ids.length;
  }));
  onDeleted?.(deleted);
  return deleted;
}

/** Finishes what a crash or a lost database has left. The caller holds the lease. */
export async function sweepUnfinished(context: Omit<Sweeping, 'importId' | 'state'>): Promise<void> {
  const unfinished = await persistently(context, () => context.engine.read((q) => unfinishedImports(q)));
  for (const { id, state } of unfinished) await sweepImport({ ...context, importId: id, state });
}
