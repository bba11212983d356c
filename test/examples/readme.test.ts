/** The README's samples and tables, held against what the program really takes. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { Actor, Claim, CsvRow, Document, NativeFile, NativeLine, Quotation, Statement } from '../../server/contract/native.ts';
import { EXIT } from '../../server/cli/exit-codes.ts';
import { createProgram } from '../../server/cli/program.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const program = createProgram(new AbortController().signal, () => undefined);

function sample(language: string): string {
  const found = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'msu').exec(readme)?.[1];
  if (found === undefined) throw new Error(`The README has no sample in ${language}.`);
  return found;
}

/** The rows of the table under a heading, as cells. */
function table(heading: string): readonly (readonly string[])[] {
  const section = readme.split(/^#+ /mu).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`The README has no heading ${heading}.`);
  const rows = section.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split(/(?<!\\)\|/u).slice(1, -1).map((cell) => cell.trim()));
  return rows.slice(2);
}

const quoted = (cell: string | undefined): readonly string[] => [...(cell ?? '').matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
const keysOf = (schema: { readonly shape: object }) => Object.keys(schema.shape);

describe('the samples of the README', () => {
  it('has a JSON file that is valid, with its quotation in the text', () => {
    const file = NativeFile.parse(JSON.parse(sample('json')));
    const exact = file.statements?.[0]?.quotation?.exact ?? 'missing';
    expect(file.documents?.[0]?.text).toContain(exact);
    expect(file.statements).toHaveLength(1);
  });

  it('has JSONL of which every line is valid', () => {
    const lines = sample('jsonl').trim().split('\n').map((line) => NativeLine.parse(JSON.parse(line)).type);
    expect(lines).toEqual(['file', 'actor', 'claim', 'statement']);
  });

  it('has a CSV file of which every row is valid', () => {
    const rows = parse(sample('csv'), { columns: true }) as Record<string, string>[];
    const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
    expect(filled.map((row) => CsvRow.parse(row).stance)).toEqual(['asserts', 'denies', 'neutral']);
  });
});

describe('the tables of the README', () => {
  it('names every column of the CSV form, and no other', () => {
    const columns = table('CSV: one row, one statement').flatMap(([column]) => quoted(column));
    expect(columns.toSorted()).toEqual(keysOf(CsvRow).toSorted());
  });

  it('names every field of the native records, the needed ones in bold', () => {
    const rows = table('JSON: everything, once').slice(0, 5);
    const schemas = { actor: Actor, claim: Claim, document: Document, statement: Statement, quotation: Quotation };
    for (const [name = '', cell] of rows) {
      const schema = schemas[name as keyof typeof schemas];
      expect(quoted(cell).toSorted(), name).toEqual(keysOf(schema).toSorted());
      const bold = [...(cell ?? '').matchAll(/\*\*`([^`]+)`\*\*/gu)].map((match) => match[1] ?? '');
      const missing = schema.safeParse({}).error?.issues.map((issue) => String(issue.path[0])) ?? [];
      expect(bold.toSorted(), name).toEqual(missing.toSorted());
    }
  });

  it('names every command', () => {
    const commands = table('Command line').map(([command]) => quoted(command)[0]?.split(' ')[0]);
    expect(commands.toSorted()).toEqual(program.commands.map((command) => command.name()).toSorted());
  });

  it('names every option of serve', () => {
    const serve = program.commands.find((command) => command.name() === 'serve');
    const own = serve?.options.map((option) => option.long).filter((long) => !['--help', '--json'].includes(long ?? ''));
    const named = table('Options of `serve`').map(([option]) => quoted(option)[0]?.split(' ')[0]);
    expect(named.toSorted()).toEqual(own?.toSorted());
  });

  it('names every exit code', () => {
    expect(table('Exit codes').map(([code]) => Number(code))).toEqual(Object.values(EXIT));
  });
});
