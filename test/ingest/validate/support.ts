/** Runs validation for the tests: content in, report and records out. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportFormat } from '../../../server/contract/imports.ts';
import type {
  KnownRecords,
  SpooledRecord,
  ValidatedFile,
  ValidationDependencies,
} from '../../../server/ingest/records/validated-file.ts';
import { validateFile } from '../../../server/ingest/validate/validate-file.ts';
import type {
  ActorRecord,
  ClaimRecord,
  DocumentRecord,
  RecordOf,
  Section,
  StatementRecord,
} from '../../../server/store/records.ts';

export interface KnownContent {
  readonly actors?: readonly ActorRecord[];
  readonly claims?: readonly ClaimRecord[];
  readonly documents?: readonly DocumentRecord[];
  readonly statements?: readonly StatementRecord[];
}

/** A database that contains these records. */
export function knownRecords(content: KnownContent): KnownRecords {
  const byId = <T extends { readonly id: string }>(
    records: readonly T[] | undefined,
    ids: readonly string[],
  ): ReadonlyMap<string, T> => {
    const wanted = new Set(ids);
    return new Map((records ?? []).filter(({ id }) => wanted.has(id)).map((record) => [record.id, record]));
  };
  return {
    isEmpty: Object.values(content).every((records) => records.length === 0),
    actors: async (ids) => byId(content.actors, ids),
    claims: async (ids) => byId(content.claims, ids),
    documents: async (ids) =>
      byId(
        content.documents?.map(({ text: _, ...rest }) => rest),
        ids,
      ),
    statements: async (ids) => byId(content.statements, ids),
    documentText: async (id) => content.documents?.find((document) => document.id === id)?.text,
  };
}

export interface Validation extends Pick<
  ValidatedFile,
  'sha256' | 'title' | 'rows' | 'faults' | 'warnings' | 'counts'
> {
  readonly records: { readonly [S in Section]: readonly RecordOf[S][] };
  readonly spooled: { readonly [S in Section]: readonly SpooledRecord<S>[] };
  /** Lengths of the batches of the records. */
  readonly sizes: Readonly<Record<Section, readonly number[]>>;
  readonly referred: Readonly<Record<'actors' | 'claims' | 'documents', readonly string[]>>;
}

export type Content = string | Uint8Array | readonly unknown[];
export interface ValidateOptions extends Partial<Omit<ValidationDependencies, 'tmp'>> {
  readonly batch?: number;
}

/** Validates a file with this content. A list is written as JSONL. Fails when the spool remains after `dispose`. */
export async function validate(
  format: ImportFormat,
  content: Content,
  options: ValidateOptions = {},
): Promise<Validation> {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-validate-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, typeof content === 'string' || content instanceof Uint8Array ? content : jsonl(content));
    const { batch = 100, known = knownRecords({}), ...rest } = options;
    const file = await validateFile({ path, file: `dispute.${format}`, format }, { known, tmp: folder, ...rest });
    const validation = await collect(file, batch);
    await file.dispose();
    await file.dispose();
    if ((await readdir(folder)).length !== 1) throw new Error('the spool is still there');
    return validation;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function jsonl(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

async function collect(file: ValidatedFile, size: number): Promise<Validation> {
  const batches = {
    actors: await listed(file.batches('actors', size)),
    claims: await listed(file.batches('claims', size)),
    documents: await listed(file.batches('documents', size)),
    statements: await listed(file.batches('statements', size)),
  };
  const spooled = {
    actors: batches.actors.flat(),
    claims: batches.claims.flat(),
    documents: batches.documents.flat(),
    statements: batches.statements.flat(),
  };
  const lengths = (list: readonly (readonly unknown[])[]): readonly number[] => list.map(({ length }) => length);
  const sizes = {
    actors: lengths(batches.actors),
    claims: lengths(batches.claims),
    documents: lengths(batches.documents),
    statements: lengths(batches.statements),
  };
  const records = {
    actors: spooled.actors.map(({ record }) => record),
    claims: spooled.claims.map(({ record }) => record),
    documents: spooled.documents.map(({ record }) => record),
    statements: spooled.statements.map(({ record }) => record),
  };
  const referred = {
    actors: (await listed(file.referred('actors', size))).flat(),
    claims: (await listed(file.referred('claims', size))).flat(),
    documents: (await listed(file.referred('documents', size))).flat(),
  };
  return { ...file, spooled, sizes, records, referred };
}

async function listed<T>(batches: AsyncIterable<readonly T[]>): Promise<(readonly T[])[]> {
  const list: (readonly T[])[] = [];
  for await (const batch of batches) list.push(batch);
  return list;
}
