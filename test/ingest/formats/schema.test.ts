import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../server/contract/json-schemas.ts';
import { isPartialDate } from '../../../server/contract/vocabulary.ts';

interface Schema {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly additionalProperties?: boolean;
}

const schemas = jsonSchemas() as Readonly<Record<keyof ReturnType<typeof jsonSchemas>, Schema>>;

describe('the JSON Schemas of the formats', () => {
  it('describe a native file with its four lists, and allow nothing else', () => {
    const { required, properties, additionalProperties } = schemas['gainsay-1'];
    expect([required, additionalProperties]).toEqual([['format'], false]);
    expect(Object.keys(properties ?? {})).toEqual(['format', 'title', 'actors', 'claims', 'documents', 'statements']);
    expect(properties?.['statements']?.items?.required).toEqual(['actor', 'claim', 'stance']);
    expect(properties?.['statements']?.items?.properties?.['stance']?.enum).toEqual(['asserts', 'denies', 'neutral']);
    expect(properties?.['statements']?.items?.properties?.['quotation']?.required).toEqual(['exact']);
  });

  it('describe each type of line', () => {
    const { oneOf = schemas['gainsay-1-line'].anyOf } = schemas['gainsay-1-line'];
    expect(oneOf?.map(({ properties }) => properties?.['type']?.const)).toEqual([
      'file',
      'actor',
      'claim',
      'document',
      'statement',
    ]);
  });

  it('describe the columns of a CSV row', () => {
    expect(schemas['gainsay-csv-row'].required).toEqual(['actor', 'claim', 'stance']);
    expect(Object.keys(schemas['gainsay-csv-row'].properties ?? {})).toContain('quotation_prefix');
  });

  it('have a pattern for dates that lets every date through and stops what looks like none', () => {
    const pattern = new RegExp(
      schemas['gainsay-1'].properties?.['statements']?.items?.properties?.['date']?.pattern ?? '',
      'u',
    );
    for (const date of ['2022', '2022-09', '2022-12-31', '0001-01-01'])
      expect([pattern.test(date), isPartialDate(date)]).toEqual([true, true]);
    for (const date of ['22', '2022-13', '2022-00', '2022-01-32', '2022-9-1', '2022-09-22T10:00', 'soon'])
      expect([pattern.test(date), isPartialDate(date)]).toEqual([false, false]);
  });

  it('say what they are', () => {
    for (const { title } of Object.values(schemas)) expect(title).toMatch(/^(gainsay\/1|One row)/);
  });
});
