/** The samples and tables of docs/formats.md, held against what the program really takes. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  Actor,
  Claim,
  CsvRow,
  Document,
  NativeFile,
  NativeLine,
  Quotation,
  Statement,
} from '../../server/contract/native.ts';
import { blocks, codeSpans, readMarkdown, tableUnder } from './read-markdown.ts';

const { text } = readMarkdown('docs/formats.md');

function sample(language: string): string {
  const [found] = blocks(text, language);
  if (found === undefined) throw new Error(`docs/formats.md has no sample in ${language}.`);
  return found;
}

const keysOf = (schema: { readonly shape: object }) => Object.keys(schema.shape);

describe('the samples of the formats', () => {
  it('has a JSON file that is valid, with its quotation in the text', () => {
    const file = NativeFile.parse(JSON.parse(sample('json')));
    const exact = file.statements?.[0]?.quotation?.exact ?? 'missing';
    expect(file.documents?.[0]?.text).toContain(exact);
    expect(file.statements).toHaveLength(1);
  });

  it('has JSONL of which every line is valid', () => {
    const lines = sample('jsonl')
      .trim()
      .split('\n')
      .map((line) => NativeLine.parse(JSON.parse(line)).type);
    expect(lines).toEqual(['file', 'actor', 'claim', 'statement']);
  });

  it('has a CSV file of which every row is valid', () => {
    const rows = parse(sample('csv'), { columns: true }) as Record<string, string>[];
    const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
    expect(filled.map((row) => CsvRow.parse(row).stance)).toEqual(['asserts', 'denies', 'neutral']);
  });
});

describe('the tables of the formats', () => {
  it('names every column of the CSV form, and no other', () => {
    const columns = tableUnder(text, 'CSV: one row, one statement').flatMap(([column = '']) => codeSpans(column));
    expect(columns.toSorted()).toEqual(keysOf(CsvRow).toSorted());
  });

  it('names every field of the native records, the needed ones in bold', () => {
    const rows = tableUnder(text, 'JSON: all records in one file');
    const schemas = { actor: Actor, claim: Claim, document: Document, statement: Statement, quotation: Quotation };
    expect(rows.map(([name]) => name)).toEqual(Object.keys(schemas));
    for (const [name = '', cell] of rows) {
      const schema = schemas[name as keyof typeof schemas];
      expect(codeSpans(cell ?? '').toSorted(), name).toEqual(keysOf(schema).toSorted());
      const bold = [...(cell ?? '').matchAll(/\*\*`([^`]+)`\*\*/gu)].map((match) => match[1] ?? '');
      const missing = schema.safeParse({}).error?.issues.map((issue) => String(issue.path[0])) ?? [];
      expect(bold.toSorted(), name).toEqual(missing.toSorted());
    }
  });
});
