/** Normalises a record of a file to the form in which it is compared, kept and loaded. */
import { createHash } from 'node:crypto';
import type { Attributes } from '../../contract/attributes.ts';
import {
  MAX_NAME,
  type Actor,
  type Claim,
  type Document,
  type Quotation,
  type Statement,
} from '../../contract/native.ts';
import type { Modality, Stance } from '../../contract/vocabulary.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord, Section } from '../../store/records.ts';
import { statementId } from '../records/derived-ids.ts';
import { limitFaults } from '../records/union-limits.ts';
import { normaliseAttributes } from '../records/unite-attributes.ts';
import { uniteTopics } from '../records/unite-topics.ts';

/** A statement before its quotation is located. */
export interface UnlocatedStatement {
  readonly id: string;
  readonly actor: string;
  readonly claim: string;
  readonly stance: Stance;
  readonly date?: string;
  readonly modality: Modality;
  readonly document?: string;
  readonly quotation?: Quotation;
  readonly reportedBy: readonly string[];
  readonly note?: string;
}

export interface UnlocatedRecordOf {
  readonly actors: ActorRecord;
  readonly claims: ClaimRecord;
  readonly documents: DocumentRecord;
  readonly statements: UnlocatedStatement;
}

/** Names are compared exactly, so two encodings of one character must become the same. */
function name(text: string): string {
  return text.trim().normalize('NFC');
}

/** Sorted, without repetitions. The order has no meaning, so it must not make two records differ. */
function asSet(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].toSorted();
}

function attributesOf({ attributes }: Actor | Claim | Document): { readonly attributes?: Attributes } {
  const normal = normaliseAttributes(attributes);
  return normal === undefined ? {} : { attributes: normal };
}

/** The keys are always in this order, so that the JSON of a record is its canonical form. */
export function normaliseActor(actor: Actor): ActorRecord {
  const ownName = name(actor.name);
  const aliases =
    actor.aliases === undefined ? [] : asSet(actor.aliases.map(name)).filter((alias) => alias !== ownName);
  return {
    id: actor.id,
    name: ownName,
    ...(actor.kind !== undefined && { kind: actor.kind }),
    aliases,
    ...(actor.description && { description: actor.description }),
    speaksFor: asSet(actor.speaksFor ?? []),
    ...attributesOf(actor),
  };
}

/** `topic` and `topics` are united. */
export function normaliseClaim(claim: Claim): ClaimRecord {
  const topics = uniteTopics(claim.topic === undefined ? [] : [name(claim.topic)], claim.topics?.map(name));
  return {
    id: claim.id,
    text: name(claim.text),
    ...(topics !== undefined && { topics }),
    ...(claim.scope && { scope: claim.scope }),
    ...attributesOf(claim),
  };
}

export function normaliseDocument(document: Document): DocumentRecord {
  const { id, title, url, publisher, publishedAt, language, text } = document;
  return {
    id,
    title: name(title),
    ...(url !== undefined && { url }),
    ...(publisher !== undefined && { publisher }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    ...attributesOf(document),
    ...(text && { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }),
  };
}

export function normaliseStatement(statement: Statement): UnlocatedStatement {
  const { actor, claim, stance, date, modality = 'stated', document, quotation, reportedBy = [], note } = statement;
  const content = {
    actor,
    claim,
    stance,
    ...(date !== undefined && { date }),
    modality,
    ...(document !== undefined && { document }),
    ...(quotation !== undefined && { quotation: withoutEmpty(quotation) }),
    reportedBy,
    ...(note && { note }),
  };
  return { id: statement.id ?? statementId(content), ...content };
}

function withoutEmpty({ exact, prefix, suffix, start, end }: Quotation): Quotation {
  return {
    exact,
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}

/**
 * Names and texts that are within the limits as given, but not in their composed form, which is what is kept and
 * exported: NFC writes U+0958, for example, as two characters.
 */
export function grownFaults(section: Section, record: UnlocatedRecordOf[Section]): readonly ContentFault[] {
  const limits = GROWING[section];
  if (limits.length === 0) return NO_FAULTS;
  return limits.flatMap(([field, limit]) => {
    const value: unknown = Reflect.get(record, field);
    const texts = Array.isArray(value) ? value : [value];
    const long = texts.findIndex((text) => typeof text === 'string' && text.length > limit);
    if (long === -1) return [];
    const place = Array.isArray(value) ? `${field}.${long}` : field;
    const reason = `It has more than ${limit} characters in Unicode’s composed form (NFC), in which it is kept. Shorten it.`;
    return [{ field: place, code: 'too-long' as const, reason }];
  });
}

/** The fields that are normalised to NFC, and their limits in the contract. */
const GROWING: Readonly<Record<Section, readonly (readonly [field: string, limit: number])[]>> = {
  actors: [
    ['name', MAX_NAME],
    ['aliases', MAX_NAME],
  ],
  claims: [
    ['text', 2_000],
    ['topics', MAX_NAME],
  ],
  documents: [['title', 1_000]],
  statements: [],
};

/** Contradictions within one record. A description of a CSV row may leave out the title, since another row may give it. */
export function contentFaults(
  section: Section,
  record: UnlocatedRecordOf[Section],
  isDescription: boolean,
): readonly ContentFault[] {
  switch (section) {
    case 'actors':
      return [...selfReference(record as ActorRecord), ...limitFaults(record as ActorRecord)];
    case 'claims':
      return limitFaults(record as ClaimRecord);
    case 'documents':
      return [
        ...((record as DocumentRecord).title === '' && !isDescription ? [EMPTY_TITLE] : NO_FAULTS),
        ...limitFaults(record as DocumentRecord),
      ];
    case 'statements':
      return statementFaults(record as UnlocatedStatement);
    default:
      return NO_FAULTS;
  }
}

export interface ContentFault {
  readonly field: string;
  readonly code: 'self-reference' | 'bad-offsets' | 'bad-value' | 'missing' | 'too-long';
  readonly reason: string;
}
const NO_FAULTS: readonly ContentFault[] = [];
const EMPTY_TITLE: ContentFault = { field: 'title', code: 'missing', reason: 'The title is empty. Fill it in.' };

function selfReference({ id, speaksFor }: ActorRecord): readonly ContentFault[] {
  if (!speaksFor.includes(id)) return NO_FAULTS;
  return [
    {
      field: 'speaksFor',
      code: 'self-reference',
      reason: 'The actor speaks for itself. Remove it from the actors that it speaks for.',
    },
  ];
}

function statementFaults({ quotation, reportedBy }: UnlocatedStatement): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  if (quotation !== undefined && !areOffsetsPossible(quotation)) {
    faults.push({
      field: 'quotation.end',
      code: 'bad-offsets',
      reason:
        'start and end must be given together, and end must be greater than start. Correct them or leave both out.',
    });
  }
  if (reportedBy.length > 1) {
    const at = reportedBy.findIndex((reporter, index) => reportedBy.indexOf(reporter) !== index);
    if (at !== -1)
      faults.push({
        field: `reportedBy.${at}`,
        code: 'bad-value',
        reason: 'The same reporter occurs twice. Name each reporter once, the one nearest to the document first.',
      });
  }
  return faults;
}

function areOffsetsPossible({ start, end }: Quotation): boolean {
  if (start === undefined || end === undefined) return start === end;
  return end > start;
}
