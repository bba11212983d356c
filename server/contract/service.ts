/** What the service reports about itself: problems, health, readiness. */
import * as z from 'zod/mini';

/** RFC 9457. `code` is stable and for programs, `detail` is a sentence for people. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  /** With `version-conflict`: the current version. */
  currentVersion: z.optional(z.int()),
  issues: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;

export const Health = z.object({ status: z.literal('ok'), version: z.string() });
export type Health = z.infer<typeof Health>;

export const Ready = z.object({
  status: z.enum(['ready', 'unavailable']),
  engine: z.object({ name: z.string(), version: z.optional(z.string()) }),
  schemaVersion: z.optional(z.int()),
  dataVersion: z.optional(z.int()),
  lastWriteAt: z.optional(z.string()),
  reason: z.optional(z.string()),
});
export type Ready = z.infer<typeof Ready>;
