/** Documents and their publishers. */
import type { ActorRef, DocumentRef, DocumentView } from '../contract/explorer.ts';
import type { Row } from '../engine/engine.ts';
import { attributesOf } from './attributes.ts';
import { cypher } from './cypher.ts';
import { actorRef } from './read-nodes.ts';
import type { Snapshot } from './read-state.ts';
import { optionalText, textOf } from './read-values.ts';
import { present } from './values.ts';

/** The visible publisher of each document that has one. */
export async function readPublishers(
  { q, hidden }: Snapshot,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ActorRef>> {
  if (ids.length === 0) return new Map();
  const rows = await q.run(cypher('read/publishers'), { ids, hidden, limit: ids.length });
  return new Map(rows.map((row) => [textOf(row, 'document'), actorRef(row)]));
}

/** A reference to a document, from the columns `id`, `title`, `url` and `publishedAt`. */
export function documentRef(row: Row, publishers: ReadonlyMap<string, ActorRef>): DocumentRef {
  const id = textOf(row, 'id');
  const publisher = publishers.get(id);
  return {
    id,
    title: textOf(row, 'title'),
    ...optionalText(row, 'url'),
    ...optionalText(row, 'publishedAt'),
    ...(publisher && { publisher }),
  };
}

/** References to the visible documents among the given ids, by id. */
export async function readDocumentRefs(
  snapshot: Snapshot,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DocumentRef>> {
  if (ids.length === 0) return new Map();
  const rows = await snapshot.q.run(cypher('read/documents-by-id'), {
    ids,
    hidden: snapshot.hidden,
    limit: ids.length,
  });
  const publishers = await readPublishers(snapshot, ids);
  return new Map(rows.map((row) => [textOf(row, 'id'), documentRef(row, publishers)]));
}

/** A visible document with its text, or undefined. */
export async function readDocument(snapshot: Snapshot, id: string): Promise<DocumentView['document'] | undefined> {
  const [row] = await snapshot.q.run(cypher('read/document'), { id, hidden: snapshot.hidden });
  if (!row) return undefined;
  const publishers = await readPublishers(snapshot, [id]);
  return {
    ...documentRef(row, publishers),
    ...optionalText(row, 'language'),
    ...present({ attributes: attributesOf(row) }),
    ...optionalText(row, 'text'),
    ...optionalText(row, 'sha256'),
  };
}

/** The ids of a document's statements in the order of their quotations, at most `limit`. */
export async function readDocumentStatementIds({ q, hidden }: Snapshot, id: string, limit: number): Promise<string[]> {
  const rows = await q.run(cypher('read/document-statements'), { id, hidden, limit });
  return rows.map((row) => textOf(row, 'id'));
}
