/** Sweeping: deletes everything that a hidden import owns, in batches. Can be repeated and resumed. */
import { deleteImport, setImport, type StoredState, unfinishedImports } from '../../store/imports.ts';
import { holdLease } from '../../store/lease.ts';
import { deleteNodes, deletePositions, ownedIds, pages } from '../../store/load-batches.ts';
import { type WritingContext, persistently } from './batch-writer.ts';

/** Nodes per transaction. */
const BATCH = 2_000;
const DOCUMENT_BATCH = 500;
/** Ids read at once. For each read, the embedded engine scans everything that the import owns. */
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
/** From this number of nodes of one label on, it is faster to rebuild its text index than to remove each node from it, however many remain. */
const MANY = 500;

export interface Sweeping extends WritingContext {
  readonly state: StoredState;
  readonly now: () => string;
  /** Called with the number of nodes deleted since the last call. */
  readonly onDeleted?: (nodes: number) => void;
}

/**
 * Deletes what the import owns, then the import itself. An import that was being undone is marked as undone instead.
 * Does nothing if the import is visible.
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

/** No other server changes these nodes, because each batch checks the lease first. */
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

/** Finishes what a crash or a lost database left. The caller holds the lease. */
export async function sweepUnfinished(context: Omit<Sweeping, 'importId' | 'state'>): Promise<void> {
  const unfinished = await persistently(context, () => context.engine.read((q) => unfinishedImports(q)));
  for (const { id, state } of unfinished) await sweepImport({ ...context, importId: id, state });
}
