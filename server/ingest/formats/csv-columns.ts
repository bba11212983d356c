/** The columns of the flat CSV, and the field of a record that each one fills. */
import { CsvRow } from '../../contract/native.ts';
import { attributeColumn, attributeColumnName } from './csv-attributes.ts';
import type { Section } from '../../store/records.ts';

export type CsvColumn = keyof CsvRow;
export const CSV_COLUMNS = Object.keys(CsvRow.shape) as readonly CsvColumn[];
export const REQUIRED_COLUMNS = ['actor', 'claim', 'stance'] as const satisfies readonly CsvColumn[];

export function isCsvColumn(name: string): name is CsvColumn {
  return Object.hasOwn(CsvRow.shape, name);
}

const COLUMN_OF: Readonly<Record<Section, Readonly<Record<string, CsvColumn>>>> = {
  actors: {
    id: 'actor_id',
    name: 'actor',
    kind: 'actor_kind',
    aliases: 'aliases',
    speaksFor: 'speaks_for',
    description: 'actor_description',
  },
  claims: { id: 'claim_id', text: 'claim', topic: 'topic', topics: 'topics', scope: 'claim_scope' },
  documents: {
    id: 'document_id',
    title: 'document_title',
    url: 'document_url',
    publisher: 'publisher',
    publishedAt: 'document_date',
    language: 'language',
    text: 'document_text',
    sha256: 'document_text',
  },
  statements: {
    id: 'statement_id',
    actor: 'actor',
    claim: 'claim',
    stance: 'stance',
    date: 'date',
    modality: 'modality',
    document: 'document_id',
    'quotation.exact': 'quotation',
    'quotation.prefix': 'quotation_prefix',
    'quotation.suffix': 'quotation_suffix',
    'quotation.start': 'quotation_start',
    'quotation.end': 'quotation_end',
    quotation: 'quotation',
    reportedBy: 'reporter',
    note: 'note',
  },
};

/** Whether a column of this name is read. The name is in the form of the header that was read. */
export function isKnownColumn(name: string): boolean {
  return isCsvColumn(name) || attributeColumn(name) !== undefined;
}

/** The column that filled `field` of a record, or the field itself if there is none. */
export function csvColumn(section: Section, field: string): string {
  if (section !== 'statements' && field.startsWith('attributes.'))
    return attributeColumnName(section, field.slice('attributes.'.length).replace(/\.\d+$/, ''));
  const columns = COLUMN_OF[section];
  return columns[field] ?? columns[field.replace(/\.\d+$/, '')] ?? field;
}
