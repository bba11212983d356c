/** The state of a validation, shared by the passes over the file. */
import type { ImportCounts, ImportFormat } from '../../contract/imports.ts';
import type { FaultCollector, RowFault } from '../records/faults.ts';
import { csvColumn } from '../formats/csv-columns.ts';
import { SECTIONS, type Section } from '../../store/records.ts';
import { EncodingWatch } from './encoding-watch.ts';
import { IdTable, NumberColumn } from './spool-index.ts';
import type { SpoolFile, SpoolFolder } from './spool.ts';

export interface FileState {
  readonly format: ImportFormat;
  readonly faults: FaultCollector;
  readonly warnings: FaultCollector;
  readonly encoding: EncodingWatch;
  /** Ids of the file. Sections whose ids must be unique together share a table. */
  readonly tables: Readonly<Record<Section, IdTable>>;
  readonly spools: Record<Section, SpoolFile>;
  /** Ids that the file only refers to and that the database has, each once. */
  readonly referred: Readonly<Record<'actors' | 'claims' | 'documents', SpoolFile>>;
  /** By entry of a document with text: the position of its line in the spool. */
  readonly textOffset: NumberColumn;
  readonly textLength: NumberColumn;
  /** By entry of a statement: the position of its quotation. */
  readonly quotationStart: NumberColumn;
  readonly quotationEnd: NumberColumn;
  /** By entry of a statement: 0 without quotation, else 1 + index in QUOTATION_LOCATIONS. */
  readonly quotationLocation: NumberColumn;
  readonly counts: {
    readonly [S in Section]: { added: number; merged: number; unchanged: number; repeated?: number | undefined };
  };
  /** Cells of a CSV file with a mark for a missing value that were read as empty, by column. */
  readonly missingMarks: Map<string, { readonly row: number; readonly mark: string; cells: number }>;
  title: string | undefined;
  rows: number;
}

export async function createState(options: {
  readonly format: ImportFormat;
  readonly faults: FaultCollector;
  readonly warnings: FaultCollector;
  readonly folder: SpoolFolder;
}): Promise<FileState> {
  const { folder, ...given } = options;
  const nodes = new IdTable();
  const spools = await spoolFiles(folder, SECTIONS, '');
  return {
    ...given,
    tables: { actors: nodes, claims: nodes, documents: new IdTable(), statements: new IdTable() },
    spools,
    referred: await spoolFiles(folder, ['actors', 'claims', 'documents'], 'referred-'),
    textOffset: new NumberColumn(Float64Array),
    textLength: new NumberColumn(Int32Array),
    quotationStart: new NumberColumn(Int32Array),
    quotationEnd: new NumberColumn(Int32Array),
    quotationLocation: new NumberColumn(Uint8Array),
    encoding: new EncodingWatch(given.faults),
    counts: emptyCounts(),
    missingMarks: new Map(),
    title: undefined,
    rows: 0,
  };
}

async function spoolFiles<S extends Section>(
  folder: SpoolFolder,
  sections: readonly S[],
  prefix: string,
): Promise<Record<S, SpoolFile>> {
  const entries = await Promise.all(
    sections.map(async (section) => [section, await folder.file(prefix + section)] as const),
  );
  return Object.fromEntries(entries) as Record<S, SpoolFile>;
}

export function emptyCounts(): ImportCounts {
  const tally = () => ({ added: 0, merged: 0, unchanged: 0 });
  return { actors: tally(), claims: tally(), documents: tally(), statements: tally() };
}

/** A fault of a record in the terms of its format: a CSV file has columns, not sections. */
export function recordFault(
  state: FileState,
  at: { readonly section: Section; readonly row: number; readonly field?: string },
  fault: { readonly code: string; readonly reason: string },
): RowFault {
  const { section, row, field } = at;
  const { code, reason } = fault;
  if (state.format === 'csv')
    return { row, ...(field !== undefined && { field: csvColumn(section, field) }), code, reason };
  return { row, section, ...(field !== undefined && { field }), code, reason };
}

/** How a message names a row: `line 7`, or `element 7 of claims`. */
export function rowName(state: FileState, section: Section, row: number): string {
  return state.format === 'json' ? `element ${row} of ${section}` : `line ${row}`;
}
