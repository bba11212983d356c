/** A generated dispute as a file in one of the formats, in chunks. */
import { NATIVE_FORMAT, type Statement } from '../../server/contract/native.ts';
import type { ImportFormat } from '../../server/contract/imports.ts';
import { Dispute, generateRecords, type GenerateOptions } from './records.ts';

const TYPES = { actors: 'actor', claims: 'claim', documents: 'document', statements: 'statement' } as const;

/** The text of the file, a record at a time. */
export function generateFile(options: GenerateOptions, format: ImportFormat): Generator<string> {
  switch (format) {
    case 'jsonl':
      return lines(options);
    case 'json':
      return object(options);
    case 'csv':
      return rows(options);
    default:
      return format satisfies never;
  }
}

function title({ statements, seed }: GenerateOptions): string {
  return `${statements} made-up statements, seed ${seed}`;
}

function* lines(options: GenerateOptions): Generator<string> {
  yield `${JSON.stringify({ type: 'file', format: NATIVE_FORMAT, title: title(options) })}\n`;
  for (const { section, record } of generateRecords(options))
    yield `${JSON.stringify({ type: TYPES[section], ...record })}\n`;
}

function* object(options: GenerateOptions): Generator<string> {
  yield `{"format":${JSON.stringify(NATIVE_FORMAT)},"title":${JSON.stringify(title(options))}`;
  let open: string | undefined;
  for (const { section, record } of generateRecords(options)) {
    yield section === open ? ',\n' : `${open === undefined ? '' : '\n]'},\n"${section}":[\n`;
    open = section;
    yield JSON.stringify(record);
  }
  yield open === undefined ? '}\n' : '\n]}\n';
}

const COLUMNS = [
  'actor',
  'actor_kind',
  'aliases',
  'speaks_for',
  'claim',
  'topic',
  'stance',
  'date',
  'modality',
  'document_title',
  'document_url',
  'document_date',
  'publisher',
  'language',
  'quotation',
  'quotation_prefix',
  'reporter',
  'note',
] as const;

function* rows(options: GenerateOptions): Generator<string> {
  const dispute = new Dispute(options);
  yield `${COLUMNS.join(',')}\r\n`;
  for (let index = 0; index < options.statements; index += 1) {
    const cells = cellsOf(dispute, dispute.statement(index));
    yield `${COLUMNS.map((column) => cell(cells[column] ?? '')).join(',')}\r\n`;
  }
}

function cellsOf(
  dispute: Dispute,
  statement: Statement,
): Partial<Record<(typeof COLUMNS)[number], string | undefined>> {
  const actorOf = (id: string) => dispute.actor(numberOf(id));
  const actor = actorOf(statement.actor);
  const claim = dispute.claim(numberOf(statement.claim));
  const document = statement.document === undefined ? undefined : dispute.document(numberOf(statement.document));
  return {
    actor: actor.name,
    actor_kind: actor.kind,
    aliases: actor.aliases?.join('; '),
    speaks_for: actor.speaksFor?.map((id) => actorOf(id).name).join('; '),
    claim: claim.text,
    topic: claim.topic,
    stance: statement.stance,
    date: statement.date,
    modality: statement.modality,
    document_title: document?.title,
    document_url: document?.url,
    document_date: document?.publishedAt,
    publisher: document?.publisher === undefined ? undefined : actorOf(document.publisher).name,
    language: document?.language,
    quotation: statement.quotation?.exact,
    quotation_prefix: statement.quotation?.prefix,
    reporter: statement.reportedBy?.map((id) => actorOf(id).name).join('; '),
    note: statement.note,
  };
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1)) - 1;
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
