/** Runs one import from the file to the published graph. */
import type { GraphEngine } from '../../engine/engine.ts';
import { createImport, importStanding } from '../../store/imports.ts';
import { openKnownRecords } from '../../store/known-records.ts';
import { holdLease, type LeaseHolder } from '../../store/lease.ts';
import { BatchWriter, type WritingContext, persistently } from '../load/batch-writer.ts';
import { PhaseProgress } from './import-progress.ts';
import type { LiveImport } from './live-import.ts';
import type { ImportSource } from './import-service.ts';
import { publish } from '../load/publish.ts';
import type { ValidatedFile } from '../records/validated-file.ts';
import { stageFile } from '../load/stage.ts';
import { validateFile } from '../validate/validate-file.ts';

export interface JobDependencies {
  readonly engine: GraphEngine;
  readonly holder: LeaseHolder;
  readonly tmp: string;
  readonly now: () => number;
  readonly patience: number | undefined;
}

/** Whether the job has written something to the database that must be swept if it fails. */
export interface StagedMark {
  staged: boolean;
}

/**
 * Validates the file, then loads it unless it is a dry run or nothing is new.
 *
 * @returns The final state: `failed` when the file has faults, otherwise `checked` or `published`.
 * @throws The signal's reason when cancelled, EngineError, LeaseLostError, file and disk errors; `mark` says
 *   whether there is something to sweep then.
 */
export async function runImport(
  live: LiveImport,
  source: ImportSource,
  { deps, mark }: { readonly deps: JobDependencies; readonly mark: StagedMark },
): Promise<'failed' | 'checked' | 'published'> {
  live.enter('validating', new PhaseProgress(deps.now));
  const file = await validate(live, source, deps).finally(() => live.releaseSource());
  try {
    live.update({
      errors: file.faults,
      warnings: file.warnings,
      counts: file.counts,
      ...(file.title !== undefined && { title: file.title }),
    });
    if (file.faults.total > 0) return 'failed';
    live.update({ unchanged: isUnchanged(file) });
    if (live.view().dryRun) return 'checked';
    if (live.view().unchanged) return 'published';
    await load(live, file, { deps, mark });
    return 'published';
  } finally {
    await file.dispose();
  }
}

async function validate(
  live: LiveImport,
  source: ImportSource,
  { engine, tmp }: JobDependencies,
): Promise<ValidatedFile> {
  const known = await openKnownRecords(engine);
  return validateFile(source, {
    known,
    tmp,
    signal: live.signal,
    onProgress: ({ bytes, totalBytes, rows }) => live.advance({ rows, share: totalBytes > 0 ? bytes / totalBytes : 0 }),
  });
}

function isUnchanged({ counts }: ValidatedFile): boolean {
  return Object.values(counts).every(({ added, merged }) => added === 0 && merged === 0);
}

async function load(
  live: LiveImport,
  file: ValidatedFile,
  { deps, mark }: { readonly deps: JobDependencies; readonly mark: StagedMark },
): Promise<void> {
  const { engine, holder, now, patience } = deps;
  const context: WritingContext = { engine, holder, importId: live.id, signal: live.signal, patience };
  live.enter('loading', new PhaseProgress(now));
  mark.staged = true;
  await begin(context, live, file);
  const total = Object.values(file.counts).reduce(
    (sum, { added, merged, unchanged, repeated = 0 }) => sum + added + merged + unchanged + repeated,
    0,
  );
  let rows = 0;
  const shared = await stageFile({
    file,
    writer: new BatchWriter(context),
    onRows: (more) => live.advance({ rows: (rows += more), share: total > 0 ? rows / total : 0 }),
  });
  live.enter('publishing', new PhaseProgress(now));
  live.advance({ rows, share: 0 });
  await publish(context, file, { shared, endedAt: () => new Date(now()).toISOString() });
}

async function begin(context: WritingContext, live: LiveImport, file: ValidatedFile): Promise<void> {
  const { file: name, format, title, startedAt } = live.view();
  await persistently(context, () =>
    context.engine.write(async (q) => {
      await holdLease(q, context.holder);
      if (await importStanding(q, live.id)) return;
      await createImport(q, {
        id: live.id,
        number: live.number,
        file: name,
        format,
        title,
        sha256: file.sha256,
        startedAt,
      });
    }),
  );
}
