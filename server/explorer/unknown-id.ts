/** Ids that a request names and that nothing visible has. */
import { readDocumentRefs } from '../store/read-documents.ts';
import { readActors, readClaims, readNodes } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { readKnownPositions } from '../store/read-statements.ts';

export const NAMED_THINGS = ['actor', 'claim', 'document', 'node', 'position'] as const;
export type NamedThing = (typeof NAMED_THINGS)[number];

/** A request named an id that nothing has: never answered with an empty list, which would say that nobody spoke. */
export class UnknownIdError extends Error {
  readonly code = 'not-found';
  constructor(thing: NamedThing, id: string) {
    super(`There is no ${thing} with the id “${id}”.`);
    this.name = 'UnknownIdError';
  }
}

/** @throws UnknownIdError for the first of `ids` that is not among `found`. */
export function requireAll(thing: NamedThing, ids: readonly string[], found: Iterable<string>): void {
  const known = new Set(found);
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new UnknownIdError(thing, unknown);
}

/**
 * To be called when a list is empty: with a result, each id of its filter exists, and nothing needs to be read.
 *
 * @throws UnknownIdError
 */
export async function requireNamed(
  snapshot: Snapshot,
  { actor, claim, document }: { readonly actor?: string; readonly claim?: string; readonly document?: string },
): Promise<void> {
  if (actor !== undefined) requireAll('actor', [actor], idsOf(await readActors(snapshot, [actor])));
  if (claim !== undefined) requireAll('claim', [claim], idsOf(await readClaims(snapshot, [claim])));
  if (document !== undefined) requireAll('document', [document], (await readDocumentRefs(snapshot, [document])).keys());
}

/**
 * A position exists if it has a statement.
 *
 * @throws UnknownIdError
 */
export async function requirePositions(snapshot: Snapshot, ids: readonly string[]): Promise<void> {
  requireAll('position', ids, await readKnownPositions(snapshot, ids));
}

/** @throws UnknownIdError */
export async function requireNodes(snapshot: Snapshot, ids: readonly string[]): Promise<void> {
  requireAll('node', ids, idsOf(await readNodes(snapshot, ids)));
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}
