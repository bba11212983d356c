/** Converts records to the native format: keys in the order of the contract, absent ones left out. */
import { fileAttributes } from '../contract/attributes.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord, RecordOf, Section, StatementRecord } from '../store/records.ts';

/** The object whose `JSON.stringify` is the canonical text. It leaves out undefined keys. */
export function nativeRecord<S extends Section>(section: S, record: RecordOf[S]): object {
  return NATIVE[section](record);
}

const NATIVE: { readonly [S in Section]: (record: RecordOf[S]) => object } = {
  actors: ({ id, name, kind, aliases, description, speaksFor, attributes }: ActorRecord) => ({
    id,
    name,
    kind,
    aliases: listOrAbsent(aliases),
    description,
    speaksFor: listOrAbsent(speaksFor),
    attributes: attributes && fileAttributes(attributes),
  }),
  claims: ({ id, text, topics, scope, attributes }: ClaimRecord) => ({
    id,
    text,
    topics,
    scope,
    attributes: attributes && fileAttributes(attributes),
  }),
  documents: ({ id, title, url, publisher, publishedAt, language, attributes, text }: DocumentRecord) => ({
    id,
    title,
    url,
    publisher,
    publishedAt,
    language,
    attributes: attributes && fileAttributes(attributes),
    text,
  }),
  statements: nativeStatement,
};

/** Contains the position of a located quotation. Other quotations are located again when the file is read. */
function nativeStatement({
  id,
  actor,
  claim,
  stance,
  date,
  modality,
  document,
  quotation,
  reportedBy,
  note,
}: StatementRecord): object {
  return {
    id,
    actor,
    claim,
    stance,
    date,
    modality,
    document,
    quotation: quotation && {
      exact: quotation.exact,
      prefix: quotation.prefix,
      suffix: quotation.suffix,
      start: quotation.start,
      end: quotation.end,
    },
    reportedBy: listOrAbsent(reportedBy),
    note,
  };
}

function listOrAbsent(list: readonly string[]): readonly string[] | undefined {
  return list.length === 0 ? undefined : list;
}
