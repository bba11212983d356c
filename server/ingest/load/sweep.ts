/** Sweeping: deletes everything that an invisible import owns, in batches. Can be repeated and resumed. */
import { deleteImport, setImport, type StoredState, unfinishedImports } from '../../store/imports.ts';
import { holdLease } from '../../store/lease.ts';
import { deleteNodes, deletePositions, ownedIds, pages } from '../../store/load-batches.ts';
import { type WritingContext, persistently } from './batch-writer.ts';

/** Nodes a transaction. */
const BATCH = 2_000;
const DOCUMENT_BATCH = 500;
/** Ids looked up at once: the embedded engine goes through all that the import owns for each look-up. */
const LISTED = 50_000;
const ORDER = ['statements', 'contributions', 'documents', 'claims', 'actors'] as const;
type SweptSection = (typeof ORDER)[number];
const INDEXED = {
  statements: 'Statement',
  contributions: undefined,
  documents: 'Document',
  claims: 'Claim',
  actors: 'Actor',
} as const;
/** Nodes of one label from which on it is quicker to make its text index anew than to take each out of it, however many stay. */
const MANY = 500;

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
  for (const section of ORDER) await deleteSection(sweeping, section);
  const { engine, holder, importId, state, now } = sweeping;
  await persistently(sweeping, () =>
    engine.write(async (q) => {
      await holdLease(q, holder);
      if (state === 'undoing') await setImport(q, importId, { state: 'undone', endedAt: now() });
      else await deleteImport(q, importId);
    }),
  );
}

async function deleteSection(sweeping: Sweeping, section: SweptSection): Promise<void> {
  const label = INDEXED[section];
  const first = await listed(sweeping, section);
  const deleteAll = async (): Promise<void> => {
    for (let ids = first; ids.length > 0; ids = await listed(sweeping, section))
      await deleteListed(sweeping, section, ids);
  };
  if (label !== undefined && first.length >= MANY) await sweeping.engine.withoutTextIndex(label, deleteAll);
  else await deleteAll();
}

function listed(sweeping: Sweeping, section: SweptSection): Promise<readonly string[]> {
  const { engine, importId } = sweeping;
  return persistently(sweeping, () => engine.read((q) => ownedIds(q, section, { importId, limit: LISTED })));
}

/** Nobody else touches them: each batch begins with the lease. */
async function deleteListed(sweeping: Sweeping, section: SweptSection, listedIds: readonly string[]): Promise<void> {
  const { engine, holder, importId, onDeleted } = sweeping;
  for (const ids of pages(listedIds, section === 'documents' ? DOCUMENT_BATCH : BATCH)) {
    await persistently(sweeping, () =>
      engine.write(async (q) => {
        await holdLease(q, holder);
        if (section === 'statements') await deletePositions(q, { statements: ids, importId });
        await deleteNodes(q, section, ids);
      }),
    );
    onDeleted?.(ids.length);
  }
}

/** Finishes what a crash or a lost database has left. The caller holds the lease. */
export async function sweepUnfinished(context: Omit<Sweeping, 'importId' | 'state'>): Promise<void> {
  const unfinished = await persistently(context, () => context.engine.read((q) => unfinishedImports(q)));
  for (const { id, state } of unfinished) await sweepImport({ ...context, importId: id, state });
}
