/** What validation hands to loading: normalised records, and the file that they were read from. */
import type { FaultReport, ImportCounts, ImportFormat } from '../../contract/imports.ts';
import type {
  ActorRecord,
  ClaimRecord,
  DocumentRecord,
  RecordOf,
  Section,
  StatementRecord,
} from '../../store/records.ts';

export { SECTIONS, positionId } from '../../store/records.ts';
export type {
  ActorRecord,
  ClaimRecord,
  DocumentRecord,
  RecordOf,
  Section,
  StatementRecord,
} from '../../store/records.ts';

/** A record and where it stands: `row` from 1, the line of a JSONL or CSV file, the element of its JSON array. */
export interface Located<T> {
  readonly record: T;
  readonly row: number;
}

/**
 * What validation needs from the database: those of the given ids that are published, with their
 * present content. Called with at most {@link KNOWN_BATCH} different ids; an empty database answers
 * without a query.
 */
export interface KnownRecords {
  actors(ids: readonly string[]): Promise<ReadonlyMap<string, ActorRecord>>;
  claims(ids: readonly string[]): Promise<ReadonlyMap<string, ClaimRecord>>;
  /** Without `text`: `sha256` says whether there is one, and which. */
  documents(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentRecord>>;
  statements(ids: readonly string[]): Promise<ReadonlyMap<string, StatementRecord>>;
  /** The text of one document; undefined when it has none or is not there. */
  documentText(id: string): Promise<string | undefined>;
}
export const KNOWN_BATCH = 2_000;

/** `new`: the database has no such id; `merge`: it has, and the file adds to it; `same`: nothing to add. */
export type KnownState = 'new' | 'merge' | 'same';

/** Each id of a section comes once: repetitions with the same content are left out. */
export interface SpooledRecord<S extends Section = Section> extends Located<RecordOf[S]> {
  readonly known: KnownState;
}

export interface ValidatedFile {
  /** Hex, of the file's bytes as they are (compressed, if they are). */
  readonly sha256: string;
  readonly title?: string;
  /** Rows read, faulty ones included. */
  readonly rows: number;
  /** When `total` is not 0, nothing may be loaded, and `batches` and `referred` give nothing. */
  readonly faults: FaultReport;
  readonly warnings: FaultReport;
  /** What loading would add, merge and leave unchanged. */
  readonly counts: ImportCounts;
  /** The records in the order of the file, at most `size` at a time. Can be called more than once. */
  batches<S extends Section>(section: S, size: number): AsyncIterable<readonly SpooledRecord<S>[]>;
  /** Ids that the file only refers to and that the database has; each once, at most `size` at a time. */
  referred(section: 'actors' | 'claims' | 'documents', size: number): AsyncIterable<readonly string[]>;
  /** Removes the spool from the disk. Can be called more than once. */
  dispose(): Promise<void>;
}

export interface ValidationSource {
  readonly path: string;
  /** What the user calls it; named in every fault. */
  readonly file: string;
  readonly format: ImportFormat;
}

export interface ValidationProgress {
  /** Work done, in bytes of the file: grows to `totalBytes` over reading and checking together. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** Rows read so far. */
  readonly rows: number;
}

export interface ValidationDependencies {
  readonly known: KnownRecords;
  /** A folder for the spool; a folder of its own is made in it and removed by `dispose`. */
  readonly tmp: string;
  /** When it aborts, validation rejects with its reason, and the spool is gone. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ValidationProgress) => void;
}
