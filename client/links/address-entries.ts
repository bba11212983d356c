/** The entries of the browser's history: what they are marked with, and when there is a new one. */
import * as z from 'zod/mini';
import type { ExplorerState } from '../state/explorer-state.ts';

const Mark = z.object({
  gainsay: z.object({
    entry: z.int(),
    opened: z.optional(z.object({ id: z.string(), name: z.string(), version: z.int(), note: z.optional(z.string()) })),
  }),
});

/** The mark that the page gave an entry of the history. */
export function markOf(state: unknown): z.infer<typeof Mark>['gainsay'] | undefined {
  const mark = z.safeParse(Mark, state);
  return mark.success ? mark.data.gainsay : undefined;
}

/** Whether Back should lead from one to the other: other nodes, another screen or another look; not a mere selection. */
export function isMajor(before: ExplorerState, after: ExplorerState): boolean {
  const isSame =
    before.hidden === after.hidden &&
    before.filters === after.filters &&
    before.styleRules === after.styleRules &&
    before.screen === after.screen &&
    before.layout === after.layout;
  if (!isSame) return true;
  return (
    before.nodes !== after.nodes &&
    (before.nodes.size !== after.nodes.size || [...after.nodes.keys()].some((id) => !before.nodes.has(id)))
  );
}
