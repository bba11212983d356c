/** Saved views in the database. They belong to no import, so imports do not create, hide or remove them. */
import type { View, ViewContent, ViewSummary } from '../contract/views.ts';
import type { Queryable, Row } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { countOf, optionalText, textOf } from './read-values.ts';

/** A view as it is stored. */
export type StoredView = View & { readonly deletedAt?: string };

/** The key of a view in the list. */
export interface ViewKey {
  readonly updatedAt: string;
  readonly id: string;
}

/** The views after `after` that are not deleted, latest change first, at most `limit`. */
export async function readViews(
  q: Queryable,
  { after, limit }: { readonly after: ViewKey | undefined; readonly limit: number },
): Promise<ViewSummary[]> {
  const rows = await q.run(cypher('read/views'), {
    afterTime: after?.updatedAt ?? '',
    afterId: after?.id ?? null,
    limit,
  });
  return rows.map(summaryOf);
}

export async function readViewTotal(q: Queryable): Promise<number> {
  const [row] = await q.run(cypher('read/views-total'));
  return countOf(row ?? {}, 'total');
}

/** A view with its state, even if it is deleted. */
export async function readView(q: Queryable, id: string): Promise<StoredView | undefined> {
  const [row] = await q.run(cypher('read/view'), { id });
  return row && viewOf(row);
}

/** The same within a write, which locks the view until the write ends. */
export async function lockView(q: Queryable, id: string): Promise<StoredView | undefined> {
  const [row] = await q.run(cypher('write/view-lock'), { id });
  return row && viewOf(row);
}

/** Whether the id is in use, also by a node of another program, which must not be overwritten. */
export async function isViewIdTaken(q: Queryable, id: string): Promise<boolean> {
  return (await q.run(cypher('read/view-taken'), { id })).length > 0;
}

/** Writes the view. Can be repeated. */
export async function writeView<V extends StoredView>(q: Queryable, view: V): Promise<V> {
  const properties = Object.fromEntries(
    Object.entries(view).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  await q.run(cypher('write/view-set'), { id: view.id, view: properties });
  return view;
}

/** Removes the views that were deleted before a time (ISO 8601, UTC). */
export async function purgeViews(q: Queryable, before: string): Promise<void> {
  await q.run(cypher('write/views-purge'), { before });
}

/** Whether the stored view has exactly this content. */
export function hasContent(view: View, { name, note, state, thumbnail }: ViewContent): boolean {
  return view.name === name && view.note === note && view.state === state && view.thumbnail === thumbnail;
}

function viewOf(row: Row): StoredView {
  return { ...summaryOf(row), state: textOf(row, 'state'), ...optionalText(row, 'deletedAt') };
}

function summaryOf(row: Row): ViewSummary {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    ...optionalText(row, 'note'),
    ...optionalText(row, 'thumbnail'),
    version: countOf(row, 'version'),
    createdAt: textOf(row, 'createdAt'),
    updatedAt: textOf(row, 'updatedAt'),
  };
}
