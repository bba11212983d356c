/** Changes the content of entities that several imports share, and everything that depends on it. */
import { isTurnOver, mapInTurns, nextTurn, runInTurns } from '../../base/turns.ts';
import type { Queryable } from '../../engine/engine.ts';
import {
  clearPublishers,
  clearSpeaksFor,
  createPublishers,
  createSpeaksFor,
  pages,
  setNodes,
} from '../../store/load-batches.ts';
import { type Properties, actorContent, claimContent, documentContent } from '../../store/load-rows.ts';
import { readQuotations } from '../../store/quotations.ts';
import type { RecordOf } from '../../store/records.ts';
import type { EntitySection } from '../records/contributions.ts';
import { locateSteps } from '../records/locate-quotation.ts';
import { publishersOf, speaksForOf } from './stage.ts';

/** Quotations that are written at a time. */
const LOCATED_BATCH = 2_000;

/** `owner` is the import that owns the entity afterwards. */
export interface ContentChange<R> {
  readonly before: R;
  readonly after: R;
  readonly owner: string;
  /** An import that is being undone: its statements are left as they are. */
  readonly without?: string;
}

/** Writes contents, owners, and what depends on them: SPEAKS_FOR, PUBLISHED_BY, positions of quotations. */
export async function writeContent<S extends EntitySection>(
  q: Queryable,
  section: S,
  changes: readonly ContentChange<RecordOf[S]>[],
): Promise<void> {
  if (changes.length > 0) await WRITE[section](q, changes);
}

const WRITE: {
  readonly [S in EntitySection]: (q: Queryable, changes: readonly ContentChange<RecordOf[S]>[]) => Promise<void>;
} = {
  actors: writeActors,
  claims: async (q, changes) =>
    setNodes(q, 'claims', await mapInTurns(changes, (change) => owned(change, claimContent(change.after)))),
  documents: writeDocuments,
};

async function writeActors(q: Queryable, changes: readonly ContentChange<RecordOf['actors']>[]): Promise<void> {
  await setNodes(
    q,
    'actors',
    await mapInTurns(changes, async (change) => owned(change, await actorContent(change.after))),
  );
  await clearSpeaksFor(
    q,
    changes.map(({ after }) => after.id),
  );
  await createSpeaksFor(
    q,
    changes.flatMap(({ after, owner }) => speaksForOf([after], owner)),
  );
}

async function writeDocuments(q: Queryable, changes: readonly ContentChange<RecordOf['documents']>[]): Promise<void> {
  await setNodes(q, 'documents', await mapInTurns(changes, (change) => owned(change, documentChange(change))));
  const republished = changes.filter(({ before, after }) => before.publisher !== after.publisher);
  await clearPublishers(
    q,
    republished.map(({ after }) => after.id),
  );
  await createPublishers(q, publishersOf(republished.map(({ after }) => after)));
  await relocate(
    q,
    changes.filter(({ before, after }) => before.sha256 !== after.sha256),
  );
}

/** Records from the database come without text, so a text that does not change is not written. */
function documentChange({ before, after }: ContentChange<RecordOf['documents']>): Properties {
  const content = documentContent(after);
  if (before.sha256 !== after.sha256) return content;
  return Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'text' && name !== 'sha256'));
}

/** After a text was added or removed, locates the quotations of other imports in it again. */
async function relocate(q: Queryable, changes: readonly ContentChange<RecordOf['documents']>[]): Promise<void> {
  for (const { after, without = '' } of changes) {
    const quotations = await readQuotations(q, { documents: [after.id], without });
    for (const page of pages(quotations, LOCATED_BATCH)) {
      const rows: { id: string; properties: Properties }[] = [];
      for (const { id, quotation } of page) {
        if (isTurnOver()) await nextTurn();
        const { start, end, location } = await runInTurns(locateSteps(quotation, after.text));
        rows.push({ id, properties: { quoteStart: start ?? null, quoteEnd: end ?? null, quoteLocation: location } });
      }
      await setNodes(q, 'statements', rows);
    }
  }
}

function owned<R extends { readonly id: string }>(
  { after, owner }: ContentChange<R>,
  content: Properties,
): { id: string; properties: Properties } {
  return { id: after.id, properties: { ...content, importId: owner } };
}
