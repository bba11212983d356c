/**
 * `gainsay/1`, the native format: what a file of statements holds, and what an export writes.
 *
 * One JSON object (`NativeFile`), or one record a line (`NativeLine`). References are ids; an id may
 * name something of the same file, before or after it, or something that is already in the database.
 */
import * as z from 'zod/mini';
import { FileAttributes } from './attributes.ts';
import { ActorKind, Id, Modality, PartialDate, Stance, WebUrl } from './vocabulary.ts';

export const NATIVE_FORMAT = 'gainsay/1';

/** The maximum length of a name, in UTF-16 units, as given and as Unicode's composed form (NFC). */
export const MAX_NAME = 500;

/** How many aliases an actor may have, and how many actors it may speak for. */
export const [MAX_ALIASES, MAX_PRINCIPALS] = [200, 50] as const;

const Name = z.string().check(z.minLength(1), z.maxLength(MAX_NAME), z.regex(/\S/u, 'Empty.'));
const Note = z.string().check(z.maxLength(10_000));

export const Actor = z.strictObject({
  id: Id,
  name: Name,
  kind: z.optional(ActorKind),
  aliases: z.optional(z.array(Name).check(z.maxLength(MAX_ALIASES))),
  description: z.optional(Note),
  speaksFor: z.optional(z.array(Id).check(z.maxLength(MAX_PRINCIPALS))),
  attributes: z.optional(FileAttributes),
});
export type Actor = z.infer<typeof Actor>;

/** How many topics a claim may have, also after several files are united. */
export const MAX_TOPICS = 50;
const MAX_TOPIC = 500;
/** Some characters become longer in Unicode's form NFC, in which topics are stored. */
const Topic = Name.check(
  z.refine(
    (topic) => topic.length > MAX_TOPIC || topic.normalize('NFC').length <= MAX_TOPIC,
    `More than ${MAX_TOPIC} characters in Unicode form NFC.`,
  ),
);

/** A proposition, phrased once and positively; a denial is a statement about it, never a second claim. */
export const Claim = z.strictObject({
  id: Id,
  text: z.string().check(z.minLength(1), z.maxLength(2_000), z.regex(/\S/u, 'Empty.')),
  /** One topic; the same as `topics` with one entry. */
  topic: z.optional(Topic),
  topics: z.optional(z.array(Topic).check(z.maxLength(MAX_TOPICS))),
  scope: z.optional(Note),
  attributes: z.optional(FileAttributes),
});
export type Claim = z.infer<typeof Claim>;

export const Document = z.strictObject({
  id: Id,
  title: z.string().check(z.minLength(1), z.maxLength(1_000)),
  url: z.optional(WebUrl),
  publisher: z.optional(Id),
  publishedAt: z.optional(PartialDate),
  language: z.optional(
    z
      .string()
      .check(
        z.maxLength(255),
        z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Not a language tag such as en or pt-BR.'),
      ),
  ),
  attributes: z.optional(FileAttributes),
  text: z.optional(z.string().check(z.maxLength(2_000_000))),
});
export type Document = z.infer<typeof Document>;

/**
 * The exact words, by W3C Web Annotation's TextQuoteSelector (exact, prefix, suffix) and
 * TextPositionSelector (start, end: UTF-16 offsets into the document's text, end exclusive).
 */
export const Quotation = z.strictObject({
  exact: z.string().check(z.minLength(1), z.maxLength(20_000)),
  prefix: z.optional(z.string().check(z.maxLength(1_000))),
  suffix: z.optional(z.string().check(z.maxLength(1_000))),
  start: z.optional(z.int().check(z.nonnegative())),
  end: z.optional(z.int().check(z.nonnegative())),
});
export type Quotation = z.infer<typeof Quotation>;

/** One act of one actor on one claim. Without an id, one is made from the content. */
export const Statement = z.strictObject({
  id: z.optional(Id),
  actor: Id,
  claim: Id,
  stance: Stance,
  date: z.optional(PartialDate),
  modality: z.optional(Modality),
  document: z.optional(Id),
  quotation: z.optional(Quotation),
  /** Who reported it, nearest to the document first. */
  reportedBy: z.optional(z.array(Id).check(z.maxLength(20))),
  note: z.optional(Note),
});
export type Statement = z.infer<typeof Statement>;

export const NativeFile = z.strictObject({
  format: z.literal(NATIVE_FORMAT),
  title: z.optional(Name),
  actors: z.optional(z.array(Actor)),
  claims: z.optional(z.array(Claim)),
  documents: z.optional(z.array(Document)),
  statements: z.optional(z.array(Statement)),
});
export type NativeFile = z.infer<typeof NativeFile>;

/** One line of the JSONL form. The `file` line is optional and comes first. */
export const NativeLine = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('file'), format: z.literal(NATIVE_FORMAT), title: z.optional(Name) }),
  z.extend(Actor, { type: z.literal('actor') }),
  z.extend(Claim, { type: z.literal('claim') }),
  z.extend(Document, { type: z.literal('document') }),
  z.extend(Statement, { type: z.literal('statement') }),
]);
export type NativeLine = z.infer<typeof NativeLine>;

/** The cells are as long as the fields of the records. The names of a list are checked one by one. */
const Cell = (length: number) => z.optional(z.string().check(z.maxLength(length)));
const Names = z.optional(z.string());
const Offset = z.optional(z.string().check(z.regex(/^\d{1,9}$/, 'Not a whole number of characters.')));
/** What a row of the flat CSV describes; an empty cell stands for a statement. */
export const CSV_RECORDS = ['statement', 'actor', 'claim', 'document'] as const;
/**
 * One row of the flat CSV: a statement with everything about it. Empty cells are absent.
 * `reporter`, `aliases`, `speaks_for` and `topics` hold several names separated by semicolons; `reporter_ids` and
 * `speaks_for_ids` hold the ids of these names, in the same order.
 */
export const CsvRow = z.strictObject({
  actor: z.string().check(z.minLength(1), z.maxLength(MAX_NAME)),
  claim: z.string().check(z.minLength(1), z.maxLength(2_000)),
  stance: Stance,
  date: z.optional(PartialDate),
  modality: z.optional(Modality),
  actor_kind: z.optional(ActorKind),
  actor_id: z.optional(Id),
  aliases: Names,
  speaks_for: Names,
  claim_id: z.optional(Id),
  topic: Cell(MAX_NAME),
  topics: Names,
  document_title: Cell(1_000),
  document_url: z.optional(WebUrl),
  document_date: z.optional(PartialDate),
  document_id: z.optional(Id),
  publisher: Cell(MAX_NAME),
  language: Cell(255),
  quotation: Cell(20_000),
  quotation_prefix: Cell(1_000),
  quotation_suffix: Cell(1_000),
  reporter: Names,
  statement_id: z.optional(Id),
  note: Cell(10_000),
  speaks_for_ids: Names,
  reporter_ids: Names,
  publisher_id: z.optional(Id),
  actor_description: Cell(10_000),
  claim_scope: Cell(10_000),
  document_text: Cell(2_000_000),
  quotation_start: Offset,
  quotation_end: Offset,
  record: z.optional(z.enum(CSV_RECORDS)),
});
export type CsvRow = z.infer<typeof CsvRow>;

const row = CsvRow.shape;
/** Rows that describe one thing and state nothing: an actor, a claim or a document. */
export const CsvActorRow = z.strictObject({
  record: z.literal('actor'),
  actor: row.actor,
  actor_id: row.actor_id,
  actor_kind: row.actor_kind,
  aliases: row.aliases,
  speaks_for: row.speaks_for,
  speaks_for_ids: row.speaks_for_ids,
  actor_description: row.actor_description,
});
export const CsvClaimRow = z.strictObject({
  record: z.literal('claim'),
  claim: row.claim,
  claim_id: row.claim_id,
  topic: row.topic,
  topics: row.topics,
  claim_scope: row.claim_scope,
});
export const CsvDocumentRow = z.strictObject({
  record: z.literal('document'),
  document_title: row.document_title,
  document_url: row.document_url,
  document_date: row.document_date,
  document_id: row.document_id,
  publisher: row.publisher,
  publisher_id: row.publisher_id,
  language: row.language,
  document_text: row.document_text,
});
