/** Records as the properties of their nodes. */
import type { Value } from '../engine/engine.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord, StatementRecord } from './records.ts';
import { storedAttributes } from './attributes.ts';
import { indexTerms, indexTermsInTurns } from './text-terms.ts';
import { present } from './values.ts';

export type Properties = { readonly [name: string]: Value };

/** The content of an actor as properties of its node. `null` removes an absent one. */
export async function actorContent({ name, kind, aliases, description, attributes }: ActorRecord): Promise<Properties> {
  return {
    name,
    kind: kind ?? null,
    aliases,
    description: description ?? null,
    attributes: storedAttributes(attributes),
    terms: await indexTermsInTurns([name, ...aliases], 'grams'),
  };
}

/** `topic` is removed: it held the one topic in databases of schema version 1. */
export function claimContent({ text, topics, scope, attributes }: ClaimRecord): Properties {
  return {
    text,
    topics: topics ?? null,
    topic: null,
    scope: scope ?? null,
    attributes: storedAttributes(attributes),
    terms: indexTerms([text], 'grams'),
  };
}

export function documentContent({
  title,
  url,
  publishedAt,
  language,
  attributes,
  text,
  sha256,
}: DocumentRecord): Properties {
  return {
    title,
    url: url ?? null,
    publishedAt: publishedAt ?? null,
    language: language ?? null,
    attributes: storedAttributes(attributes),
    text: text ?? null,
    sha256: sha256 ?? null,
    terms: indexTerms([title], 'grams'),
  };
}

/** A new node of a record, with counters at 0 until they are counted. */
export async function actorNode(record: ActorRecord, importId: string): Promise<Properties> {
  return { ...withoutNull(await actorContent(record)), id: record.id, asserts: 0, denies: 0, statements: 0, importId };
}

export function claimNode(record: ClaimRecord, importId: string): Properties {
  return {
    ...withoutNull(claimContent(record)),
    id: record.id,
    asserters: 0,
    deniers: 0,
    statements: 0,
    contention: 0,
    importId,
  };
}

export function documentNode(record: DocumentRecord, importId: string): Properties {
  return { ...withoutNull(documentContent(record)), id: record.id, importId };
}

export function statementNode(record: StatementRecord, importId: string): Properties {
  const { id, positionId, stance, date, datePrecision, modality, note, quotation } = record;
  return present({
    id,
    positionId,
    stance,
    date,
    datePrecision,
    modality,
    note,
    importId,
    ...(quotation && {
      quoteExact: quotation.exact,
      quotePrefix: quotation.prefix,
      quoteSuffix: quotation.suffix,
      quoteStart: quotation.start,
      quoteEnd: quotation.end,
      quoteLocation: quotation.location,
      terms: indexTerms([quotation.exact], 'words'),
    }),
  }) as Properties;
}

function withoutNull(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}
