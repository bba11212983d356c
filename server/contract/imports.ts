/** What an import reports while it runs and after it has ended. */
import * as z from 'zod/mini';

const Count = z.int().check(z.nonnegative());

export const IMPORT_FORMATS = ['json', 'jsonl', 'csv'] as const;
export const ImportFormat = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.infer<typeof ImportFormat>;

/**
 * `waiting` for its turn, `validating`, `loading` (staged, not visible), `publishing`, then one of
 * `published`, `checked` (a dry run), `failed`, `cancelled`; later `undoing` and `undone`.
 */
export const IMPORT_STATES = [
  'waiting',
  'validating',
  'loading',
  'publishing',
  'published',
  'checked',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const;
export const ImportState = z.enum(IMPORT_STATES);
export type ImportState = z.infer<typeof ImportState>;

/** The states in which an import has ended: it no longer changes by itself. */
export const ENDED_STATES: readonly ImportState[] = ['published', 'checked', 'failed', 'cancelled', 'undone'];

/** One fault of a file. `row` counts from 1: the line of a JSONL or CSV file, the element of a JSON array. */
export const ImportFault = z.object({
  file: z.string(),
  row: z.optional(Count),
  /** Which list of a JSON file the row is of: actors, claims, documents, statements. */
  section: z.optional(z.string()),
  field: z.optional(z.string()),
  /** Stable, kebab-case: unknown-id, duplicate-id, bad-date, bad-value, missing, row-too-long, bad-encoding, … */
  code: z.string(),
  reason: z.string(),
});
export type ImportFault = z.infer<typeof ImportFault>;

/** The first 1,000 faults and how many there are in all. */
export const FaultReport = z.object({ faults: z.array(ImportFault), total: Count });
export type FaultReport = z.infer<typeof FaultReport>;

const Tally = z.object({
  added: Count,
  merged: Count,
  /** In the database already. */
  unchanged: Count,
  /** Equal to an earlier record of the same file; absent if there is none. */
  repeated: z.optional(Count),
});
export const ImportCounts = z.object({ actors: Tally, claims: Tally, documents: Tally, statements: Tally });
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportProgress = z.object({
  rows: Count,
  /** Bytes read of bytes in all, or rows loaded of rows in all, as a share from 0 to 1. */
  share: z.number().check(z.minimum(0), z.maximum(1)),
  rowsPerSecond: z.number().check(z.minimum(0)),
  secondsLeft: z.optional(z.number().check(z.minimum(0))),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

export const ImportView = z.object({
  id: z.string(),
  file: z.string(),
  title: z.optional(z.string()),
  format: ImportFormat,
  state: ImportState,
  dryRun: z.boolean(),
  /** True when every record of the file was there already: nothing was written. */
  unchanged: z.boolean(),
  startedAt: z.string(),
  endedAt: z.optional(z.string()),
  progress: z.optional(ImportProgress),
  counts: z.optional(ImportCounts),
  errors: FaultReport,
  /** Stored, but to be checked, such as quotations that were not located and similar names. */
  warnings: FaultReport,
  /** Why it failed, when no row is the cause. */
  problem: z.optional(z.object({ code: z.string(), message: z.string() })),
});
export type ImportView = z.infer<typeof ImportView>;

export const ImportList = z.object({ imports: z.array(ImportView), total: Count, truncated: z.boolean() });
export type ImportList = z.infer<typeof ImportList>;
