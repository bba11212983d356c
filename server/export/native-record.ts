/** Records in the form of the native format: keys in the order of the contract, what is absent left out. */
import type { ActorRecord, ClaimRecord, DocumentRecord, RecordOf, Section, StatementRecord } from '../store/records.ts';

/** What `JSON.stringify` makes the canonical text of: keys that are undefined vanish in it. */
export function nativeRecord<S extends Section>(section: S, record: RecordOf[S]): object {
  return NATIVE[section](record);
}

const NATIVE: { readonly [S in Section]: (record: RecordOf[S]) => object } = {
  actors: ({ id, name, kind, aliases, description, speaksFor }: ActorRecord) => ({
    id,
    name,
    kind,
    aliases: listOrAbsent(aliases),
    description,
    speaksFor: listOrAbsent(speaksFor),
  }),
  claims: ({ id, text, topic, scope }: ClaimRecord) => ({ id, text, topic, scope }),
  documents: ({ id, title, url, publisher, publishedAt, language, text }: DocumentRecord) => ({
    id,
    title,
    url,
    publisher,
    publishedAt,
    language,
    text,
  }),
  statements: nativeStatement,
};

/** Where a quotation stands is said when it was located; what was not located is looked for again when it is read. */
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
