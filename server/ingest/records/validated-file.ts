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

/** A record and its position: `row` from 1, the line of a JSONL or CSV file or the element of a JSON list. */
export interface Located<T> {
  readonly record: T;
  readonly row: number;
}

/**
 * What validation needs from the database: the published records among the given ids, with their
 * current content. Called with at most {@link KNOWN_BATCH} different ids; an empty database answers
 * without a query.
 */
export interface KnownRecords {
  /** Whether the database has no records at all: then no id is looked up. */
  readonly isEmpty: boolean;
  actors(ids: readonly string[]): Promise<ReadonlyMap<string, ActorRecord>>;
  claims(ids: readonly string[]): Promise<ReadonlyMap<string, ClaimRecord>>;
  /** Without `text`. `sha256` identifies the text; it is absent when there is none. */
  documents(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentRecord>>;
  statements(ids: readonly string[]): Promise<ReadonlyMap<string, StatementRecord>>;
  /** The text of one document; undefined when it has none or is not there. */
  documentText(id: string): Promise<string | undefined>;
}
export const KNOWN_BATCH = 2_000;

/** `new`: the database does not have the id. `merge`: it does, and the file adds content. `same`: it does, and the file adds nothing. */
export type KnownState = 'new' | 'merge' | 'same';

/** Each id of a section occurs once. Repetitions with the same content are left out. */
export interface SpooledRecord<S extends Section = Section> extends Located<RecordOf[S]> {
  readonly known: KnownState;
}

export interface ValidatedFile {
  /** Hex. The hash of the file's bytes as stored, so of the compressed bytes if the file is compressed. */
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
  /** Ids that the file only refers to and that the database has. Each occurs once, at most `size` at a time. */
  referred(section: 'actors' | 'claims' | 'documents', size: number): AsyncIterable<readonly string[]>;
  /** Removes the spool from the disk. Can be called more than once. */
  dispose(): Promise<void>;
}

export interface ValidationSource {
  readonly path: string;
  /** The name that the user knows. Every fault shows it. */
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
  /** The folder for spools. Validation creates a folder in it, which `dispose` removes. */
  readonly tmp: string;
  /** When it aborts, validation removes the spool and rejects with the reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ValidationProgress) => void;
}
