/** The result of a check of the whole database. */
import * as z from 'zod/mini';

const Count = z.int().check(z.nonnegative());

/** One disagreement. `code` is stable, kebab-case; `id` names the node or edge concerned. */
export const CheckFault = z.object({ code: z.string(), id: z.optional(z.string()), message: z.string() });
export type CheckFault = z.infer<typeof CheckFault>;

/** The first 1,000 faults, how many there are in all, and how many records were checked. */
export const CheckReport = z.object({
  faults: z.array(CheckFault),
  total: Count,
  checked: z.object({ actors: Count, claims: Count, documents: Count, statements: Count, edges: Count }),
});
export type CheckReport = z.infer<typeof CheckReport>;
