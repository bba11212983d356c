/** The topics of one claim as a set. Pure. */
import { byCodeUnits } from '../../store/values.ts';
import { foldSpelling, preferredSpelling } from './fold-spelling.ts';

/**
 * Sorted, each topic once. Of several spellings of one topic (see {@link foldSpelling}) the preferred one is kept,
 * so the result does not depend on the order of what is united.
 *
 * @returns undefined if there are none.
 */
export function uniteTopics(...lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const all = lists.flatMap((list) => list ?? []);
  if (all.length < 2) return all.length === 0 ? undefined : all;
  const byFold = new Map<string, string>();
  for (const topic of all) {
    const fold = foldSpelling(topic);
    const known = byFold.get(fold);
    byFold.set(fold, known === undefined ? topic : preferredSpelling(known, topic));
  }
  return [...byFold.values()].toSorted(byCodeUnits);
}
