/** The entries of the browser's history: their marks, and when a change adds one. */
import * as z from 'zod/mini';
import type { ExplorerState } from '../state/explorer-state.ts';

const Mark = z.object({
  gainsay: z.object({
    entry: z.int(),
    opened: z.optional(z.object({ id: z.string(), name: z.string(), version: z.int(), note: z.optional(z.string()) })),
  }),
});

/** The mark that the page has set on an entry, if any. */
export function markOf(state: unknown): z.infer<typeof Mark>['gainsay'] | undefined {
  const mark = z.safeParse(Mark, state);
  return mark.success ? mark.data.gainsay : undefined;
}

/** Whether a change adds a history entry: of nodes, screen, layout, filters or styles, but not of the selection alone. */
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
