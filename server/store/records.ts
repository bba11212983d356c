/** The records that a database holds, in the form in which they are read from files and written to exports. */
import type { Attributes } from '../contract/attributes.ts';
import type { LocatedQuotation } from '../contract/explorer.ts';
import type { ActorKind, DatePrecision, Modality, Stance } from '../contract/vocabulary.ts';

export const SECTIONS = ['actors', 'claims', 'documents', 'statements'] as const;
/** The lists of a native file, in the order in which they are validated and loaded. */
export type Section = (typeof SECTIONS)[number];

/** Names trimmed and in NFC; `aliases` (without the name) and `speaksFor` sorted, without repetitions. */
export interface ActorRecord {
  readonly id: string;
  readonly name: string;
  readonly kind?: ActorKind;
  readonly aliases: readonly string[];
  readonly description?: string;
  readonly speaksFor: readonly string[];
  /** In the form of {@link Attributes}; absent if there is none, also of a claim and of a document. */
  readonly attributes?: Attributes;
}

export interface ClaimRecord {
  readonly id: string;
  readonly text: string;
  /** Sorted, without repetitions; absent if there is none. */
  readonly topics?: readonly string[];
  readonly scope?: string;
  readonly attributes?: Attributes;
}

/** `sha256` (hex, of the text in UTF-8) is there exactly when the document has a text. */
export interface DocumentRecord {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly language?: string;
  readonly attributes?: Attributes;
  readonly text?: string;
  readonly sha256?: string;
}

export interface StatementRecord {
  readonly id: string;
  /** `<actor id> <stance> <claim id>` */
  readonly positionId: string;
  readonly actor: string;
  readonly claim: string;
  readonly stance: Stance;
  readonly date?: string;
  readonly datePrecision?: DatePrecision;
  readonly modality: Modality;
  readonly document?: string;
  /** `start` and `end` are there exactly when `location` is `located`. */
  readonly quotation?: LocatedQuotation;
  /** Nearest to the document first, without repetitions. */
  readonly reportedBy: readonly string[];
  readonly note?: string;
}

export interface RecordOf {
  readonly actors: ActorRecord;
  readonly claims: ClaimRecord;
  readonly documents: DocumentRecord;
  readonly statements: StatementRecord;
}

/** The id of the position that a statement takes; see `StatementRecord.positionId`. */
export function positionId(actor: string, stance: Stance, claim: string): string {
  return `${actor} ${stance} ${claim}`;
}
