/** The recently chosen search results, stored in this browser only. */
import * as z from 'zod/mini';
import { SearchKind } from '../../../server/contract/explorer.ts';
import type { SearchResult } from '../../../server/contract/explorer.ts';

/** The number of recent results that are kept. */
export const RECENT_LIMIT = 8;
const KEY = 'gainsay.recent';

/** The part of a search result that is needed to open it again. */
export const RecentFind = z.object({
  kind: SearchKind,
  id: z.string(),
  text: z.string(),
  actor: z.optional(z.object({ id: z.string(), name: z.string() })),
  claim: z.optional(z.object({ id: z.string(), text: z.string() })),
});
export type RecentFind = z.infer<typeof RecentFind>;
const Remembered = z.catch(z.array(RecentFind), []);

/** The latest first. Anything that is not a list of results counts as an empty list. */
export function recentFinds(): readonly RecentFind[] {
  return z.parse(Remembered, stored()).slice(0, RECENT_LIMIT);
}

/** The list with this result once, at the front. */
export function withFind(
  finds: readonly RecentFind[],
  { kind, id, text, actor, claim }: SearchResult,
): readonly RecentFind[] {
  const find: RecentFind = {
    kind,
    id,
    text,
    ...(actor !== undefined && { actor: { id: actor.id, name: actor.name } }),
    ...(claim !== undefined && { claim: { id: claim.id, text: claim.text } }),
  };
  return [find, ...finds.filter((other) => other.kind !== kind || other.id !== id)].slice(0, RECENT_LIMIT);
}

/** Puts a result in front of the list. */
export function rememberFind(result: SearchResult): void {
  store(withFind(recentFinds(), result));
}

/** As a search returns it, but without the marks and the node. */
export function resultOf({ actor, claim, ...find }: RecentFind): SearchResult {
  return { ...find, hits: [], ...(actor !== undefined && { actor }), ...(claim !== undefined && { claim }) };
}

/** Removes a result that no longer exists. */
export function forgetFind({ kind, id }: Pick<RecentFind, 'kind' | 'id'>): void {
  store(recentFinds().filter((find) => find.kind !== kind || find.id !== id));
}

// Storage can be full, or disabled by the browser's settings: the list is then not kept.
function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}

function store(finds: readonly RecentFind[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(finds));
  } catch {
    return;
  }
}
