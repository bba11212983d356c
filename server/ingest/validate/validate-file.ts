/**
 * Validation: reads a whole file, reports everything that is wrong with it, and writes its records,
 * normalised, to a spool on the disk for loading. Nothing is written to the database.
 *
 * Two passes: over the file (each record by itself, ids), then over the spool (references,
 * quotations, the database). It keeps about 40 bytes in memory for each record.
 */
import type { FaultReport, ImportFormat } from '../../contract/imports.ts';
import { FaultCollector } from '../records/faults.ts';
import { FileFault, openBytes, type ByteSource } from '../formats/byte-source.ts';
import type {
  KnownRecords,
  ValidatedFile,
  ValidationDependencies,
  ValidationSource,
} from '../records/validated-file.ts';
import { SpoolFolder } from './spool.ts';
import { checkSpool } from './check-spool.ts';
import { CsvRows } from './csv-rows.ts';
import { createIntake, type Intake } from './intake.ts';
import { KnownIds } from './known-ids.ts';
import { csvReader, jsonReader, linesReader, readAll, type RowReader } from './read.ts';
import { referredBatches, spooledBatches } from './spooled.ts';
import { createState, emptyCounts, type FileState } from './state.ts';
import { uniteSpools } from './unite-descriptions.ts';

/** The first pass's share of the work. */
const READING = 0.6;

/**
 * Validates a file.
 *
 * @returns The faults, or what to load. Call `dispose` in either case.
 * @throws The signal's reason when aborted, SpoolError when the disk is full, the file system's error
 *   when the file cannot be read, and whatever `known` throws. The spool is gone then.
 */
export async function validateFile(
  source: ValidationSource,
  dependencies: ValidationDependencies,
): Promise<ValidatedFile> {
  dependencies.signal?.throwIfAborted();
  const folder = await SpoolFolder.create(dependencies.tmp);
  try {
    const bytes = await openBytes(source.path, dependencies.signal);
    const state = await createState({
      format: source.format,
      faults: new FaultCollector(source.file, source.format === 'json'),
      warnings: new FaultCollector(source.file, source.format === 'json'),
      folder,
    });
    const isWhole = await readFile({ source, bytes, state, folder }, dependencies);
    if (isWhole) await checkFile(state, bytes.totalBytes, dependencies);
    return validatedFile(state, bytes.sha256(), folder);
  } catch (error) {
    await folder.dispose();
    throw dependencies.signal?.aborted ? dependencies.signal.reason : error;
  }
}

interface Reading {
  readonly source: ValidationSource;
  readonly bytes: ByteSource;
  readonly state: FileState;
  readonly folder: SpoolFolder;
}

const READERS: Readonly<Record<ImportFormat, (state: FileState, intake: Intake, known: KnownRecords) => RowReader>> = {
  json: jsonReader,
  jsonl: linesReader,
  csv: (state, intake, known) =>
    csvReader(state, new CsvRows(state, intake, known.isEmpty ? undefined : new KnownIds(known))),
};

/** Whether the file could be read to its end. Only then can unknown references be found. */
async function readFile(
  { source, bytes, state, folder }: Reading,
  { known, signal, onProgress }: ValidationDependencies,
): Promise<boolean> {
  const reader = READERS[source.format](state, createIntake(state), known);
  const onChunk = (): void =>
    onProgress?.({ bytes: Math.round(bytes.bytesRead() * READING), totalBytes: bytes.totalBytes, rows: state.rows });
  try {
    await readAll(bytes, reader, state, { signal, onChunk });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    state.faults.add({ code: error.code, reason: error.message });
    return false;
  }
  if (source.format === 'csv') await uniteSpools(state, folder, signal);
  for (const spool of Object.values(state.spools)) await spool.flush();
  return true;
}

async function checkFile(
  state: FileState,
  totalBytes: number,
  { known, signal, onProgress }: ValidationDependencies,
): Promise<void> {
  const total = Object.values(state.spools).reduce((sum, spool) => sum + spool.lines, 0);
  let done = 0;
  await checkSpool(state, {
    known,
    signal,
    onChecked: (records) => {
      done += records;
      const share = READING + (1 - READING) * (done / total);
      onProgress?.({ bytes: Math.round(totalBytes * share), totalBytes, rows: state.rows });
    },
  });
}

function validatedFile(state: FileState, sha256: string, folder: SpoolFolder): ValidatedFile {
  const faults: FaultReport = state.faults.report();
  const isFaulty = faults.total > 0;
  return {
    sha256,
    ...(state.title !== undefined && { title: state.title }),
    rows: state.rows,
    faults,
    warnings: state.warnings.report(),
    counts: isFaulty ? emptyCounts() : state.counts,
    batches: (section, size) => (isFaulty ? nothing() : spooledBatches(state, section, size)),
    referred: (section, size) => (isFaulty ? nothing() : referredBatches(state.referred[section], size)),
    dispose: () => folder.dispose(),
  };
}

async function* nothing(): AsyncGenerator<never> {}
