import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportFormat } from '../../../server/contract/imports.ts';
import { SECTIONS, type Section } from '../../../server/store/records.ts';
import { generateRecords, type GeneratedRecord } from '../../generate/records.ts';
import { generateFile } from '../../generate/write.ts';
import { jsonl, validate } from './support.ts';

type Plain = Readonly<Record<string, unknown>>;
type Plant = (record: Plain) => Plain;
interface Planted {
  readonly name: string;
  readonly plant: Plant;
  readonly field: string;
  readonly code: string;
}

const set =
  (field: string, value: unknown): Plant =>
  (record) => ({ ...record, [field]: value });
const without =
  (field: string): Plant =>
  ({ [field]: _, ...record }) =>
    record;

const PLANTED: Readonly<Record<Section, readonly Planted[]>> = {
  actors: [
    { name: 'no name', plant: without('name'), field: 'name', code: 'missing' },
    { name: 'a blank name', plant: set('name', ' '), field: 'name', code: 'bad-value' },
    { name: 'a name that is a number', plant: set('name', 7), field: 'name', code: 'bad-value' },
    { name: 'an unknown kind', plant: set('kind', 'robot'), field: 'kind', code: 'bad-value' },
    { name: 'a field that does not exist', plant: set('nmae', 'x'), field: 'nmae', code: 'unknown-field' },
    { name: 'an alias that is no text', plant: set('aliases', ['a', null]), field: 'aliases.1', code: 'bad-value' },
    {
      name: 'a principal that is not there',
      plant: set('speaksFor', ['nobody']),
      field: 'speaksFor',
      code: 'unknown-id',
    },
    {
      name: 'itself as principal',
      plant: (actor) => ({ ...actor, speaksFor: [actor['id']] }),
      field: 'speaksFor',
      code: 'self-reference',
    },
    {
      name: 'too long a description',
      plant: set('description', 'x'.repeat(10_001)),
      field: 'description',
      code: 'too-long',
    },
    { name: 'half a character', plant: set('name', 'a\ud83d'), field: 'name', code: 'bad-encoding' },
  ],
  claims: [
    { name: 'no text', plant: without('text'), field: 'text', code: 'missing' },
    { name: 'an empty text', plant: set('text', ''), field: 'text', code: 'missing' },
    { name: 'a topic that is a list', plant: set('topic', []), field: 'topic', code: 'bad-value' },
    { name: 'topics that are no list', plant: set('topics', 'a; b'), field: 'topics', code: 'bad-value' },
    { name: 'a topic without letters', plant: set('topics', ['a', ' ']), field: 'topics.1', code: 'bad-value' },
    {
      name: 'a topic that grows in NFC',
      plant: set('topics', ['\u0958'.repeat(251)]),
      field: 'topics.0',
      code: 'bad-value',
    },
    {
      name: 'a topic and as many topics as there may be',
      plant: (claim) => ({ ...claim, topic: 'own', topics: Array.from({ length: 50 }, (_, n) => `t${n}`) }),
      field: 'topics',
      code: 'too-long',
    },
  ],
  documents: [
    { name: 'an address that is a script', plant: set('url', 'javascript:alert(1)'), field: 'url', code: 'bad-value' },
    {
      name: 'a day that does not exist',
      plant: set('publishedAt', '2023-02-29'),
      field: 'publishedAt',
      code: 'bad-date',
    },
    { name: 'an unknown publisher', plant: set('publisher', 'nobody'), field: 'publisher', code: 'unknown-id' },
    { name: 'a language that is none', plant: set('language', 'en_US'), field: 'language', code: 'bad-value' },
    { name: 'a blank title', plant: set('title', ' \t'), field: 'title', code: 'missing' },
  ],
  statements: [
    { name: 'a stance that is none', plant: set('stance', 'supports'), field: 'stance', code: 'bad-value' },
    { name: 'a date that is none', plant: set('date', '22.9.2022'), field: 'date', code: 'bad-date' },
    { name: 'a date that is a number', plant: set('date', 2022), field: 'date', code: 'bad-date' },
    { name: 'an unknown actor', plant: set('actor', 'nobody'), field: 'actor', code: 'unknown-id' },
    { name: 'an unknown claim', plant: set('claim', 'nothing'), field: 'claim', code: 'unknown-id' },
    { name: 'an actor as its claim', plant: set('claim', 'actor-1'), field: 'claim', code: 'unknown-id' },
    {
      name: 'a claim as its reporter',
      plant: set('reportedBy', ['actor-1', 'claim-1']),
      field: 'reportedBy.1',
      code: 'unknown-id',
    },
    {
      name: 'a reporter twice',
      plant: set('reportedBy', ['actor-1', 'actor-2', 'actor-1']),
      field: 'reportedBy.2',
      code: 'bad-value',
    },
    { name: 'an unknown document', plant: set('document', 'nowhere'), field: 'document', code: 'unknown-id' },
    {
      name: 'a quotation without words',
      plant: set('quotation', { prefix: 'x' }),
      field: 'quotation.exact',
      code: 'missing',
    },
    {
      name: 'an end before the start',
      plant: set('quotation', { exact: 'x', start: 4, end: 2 }),
      field: 'quotation.end',
      code: 'bad-offsets',
    },
    {
      name: 'a start without an end',
      plant: set('quotation', { exact: 'x', start: 4 }),
      field: 'quotation.end',
      code: 'bad-offsets',
    },
    {
      name: 'a start that is no number',
      plant: set('quotation', { exact: 'x', start: '4', end: 5 }),
      field: 'quotation.start',
      code: 'bad-value',
    },
  ],
};

const RECORDS: readonly GeneratedRecord[] = [...generateRecords({ statements: 6, seed: 3 })];
const TYPES = { actors: 'actor', claims: 'claim', documents: 'document', statements: 'statement' } as const;

function fileOf(
  format: 'json' | 'jsonl',
  records: readonly { readonly section: Section; readonly record: Plain }[],
): string {
  if (format === 'jsonl') return jsonl(records.map(({ section, record }) => ({ type: TYPES[section], ...record })));
  const lists = SECTIONS.map((name) => [
    name,
    records.filter(({ section }) => section === name).map(({ record }) => record),
  ]);
  return JSON.stringify({ format: 'gainsay/1', ...(Object.fromEntries(lists) as object) });
}

function plain(records: readonly GeneratedRecord[]): { readonly section: Section; readonly record: Plain }[] {
  return records.map(({ section, record }) => ({ section, record: { ...record } }));
}

describe('a single fault', () => {
  const cases = SECTIONS.flatMap((section) => PLANTED[section].map((planted) => ({ section, ...planted })));

  it.each(cases)(
    '$section with $name: reported with row, section, field and code, in any position',
    async ({ section, plant, field, code }) => {
      for (const [index, planted] of RECORDS.entries()) {
        if (planted.section !== section) continue;
        const records = plain(RECORDS).with(index, { section, record: plant({ ...planted.record }) });
        const element = RECORDS.slice(0, index).filter((other) => other.section === section).length + 1;
        for (const [format, row] of [
          ['jsonl', index + 1],
          ['json', element],
        ] as const) {
          const { faults, counts } = await validate(format, fileOf(format, records));
          expect(faults).toEqual({
            total: 1,
            faults: [
              { file: `dispute.${format}`, row, section, field, code, reason: expect.stringMatching(/^.{15,}\.$/s) },
            ],
          });
          expect(counts.statements.added).toBe(0);
        }
      }
    },
  );

  it('of an id with different content is reported with both rows', async () => {
    for (const [index, { section, record }] of plain(RECORDS).entries()) {
      const other =
        section === 'statements'
          ? { ...record, note: 'other' }
          : section === 'claims'
            ? { ...record, text: 'other' }
            : { ...record, [section === 'actors' ? 'name' : 'title']: 'other' };
      const { faults } = await validate('jsonl', fileOf('jsonl', [...plain(RECORDS), { section, record: other }]));
      expect(faults.faults).toMatchObject([{ row: RECORDS.length + 1, section, field: 'id', code: 'duplicate-id' }]);
      expect(faults.faults[0]?.reason).toContain(`in line ${index + 1}.`);
    }
  });

  it('of an id that an actor and a claim share is reported', async () => {
    const { faults } = await validate(
      'json',
      JSON.stringify({
        format: 'gainsay/1',
        actors: [{ id: 'x', name: 'X' }],
        claims: [
          { id: 'y', text: 'Y' },
          { id: 'x', text: 'X' },
        ],
      }),
    );
    expect(faults.faults).toMatchObject([
      {
        row: 2,
        section: 'claims',
        field: 'id',
        code: 'duplicate-id',
        reason:
          'The id “x” is already the id of an actor in element 1 of actors. Actors and claims share one set of ids. Rename one of them.',
      },
    ]);
  });
});

describe('actors that speak for each other', () => {
  const chain = (principals: readonly (readonly string[])[]) =>
    principals.map((speaksFor, index) => ({ type: 'actor', id: `a${index}`, name: `A${index}`, speaksFor }));

  it('are a fault when they form a cycle', async () => {
    const { faults } = await validate('jsonl', chain([['a1'], ['a2'], ['a0'], ['a0'], []]));
    expect(faults.faults).toMatchObject([
      {
        row: 1,
        section: 'actors',
        field: 'speaksFor',
        code: 'speaks-for-cycle',
        reason: 'These actors speak for each other in a cycle: line 1, line 2, line 3. Remove one of these relations.',
      },
    ]);
  });

  it('are a fault exactly when an actor speaks for itself indirectly', async () => {
    const graph = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(graph, async (edges) => {
        const principals = edges.map((targets, index) => targets.filter((target) => target !== index));
        const reaches = (from: number, seen = new Set<number>()): Set<number> => {
          for (const next of principals[from] ?? []) if (!seen.has(next)) reaches(next, seen.add(next));
          return seen;
        };
        const hasCycle = principals.some((_, index) => reaches(index).has(index));
        const { faults } = await validate(
          'jsonl',
          chain(principals.map((targets) => targets.map((target) => `a${target}`))),
        );
        expect(faults.total > 0).toBe(hasCycle);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the report', () => {
  it('has the first thousand faults in order of their rows, and the total', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => ({
      type: 'statement',
      actor: index % 2 === 0 ? 'nobody' : '',
      claim: 'c',
      stance: 'asserts',
      note: String(index),
    }));
    const { faults } = await validate('jsonl', [...lines, { type: 'claim', id: 'c', text: 'C' }]);
    expect(faults.total).toBe(3_000);
    expect(faults.faults.map(({ row, code }) => [row, code])).toEqual(
      Array.from({ length: 1_000 }, (_, index) => [index + 1, index % 2 === 0 ? 'unknown-id' : 'missing']),
    );
  });

  it('is ordered by the lists of a JSON file', async () => {
    const { faults } = await validate(
      'json',
      JSON.stringify({ format: 'gainsay/1', statements: [{}], actors: [{ id: 'a', name: 'A' }, {}] }),
    );
    expect(faults.faults.map(({ section, row, field }) => [section, row, field])).toEqual([
      ['actors', 2, 'id'],
      ['actors', 2, 'name'],
      ['statements', 1, 'actor'],
      ['statements', 1, 'claim'],
      ['statements', 1, 'stance'],
    ]);
  });
});

describe('a faultless file', () => {
  it.each<ImportFormat>(['json', 'jsonl', 'csv'])('of any size validates as %s, twice alike', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(1_000_000), async (statements, seed) => {
        const file = [...generateFile({ statements, seed }, format)].join('');
        const first = await validate(format, file);
        expect(first.faults).toEqual({ faults: [], total: 0 });
        expect(first.records.statements.length + first.counts.statements.unchanged).toBe(statements);
        expect((await validate(format, file)).records).toEqual(first.records);
      }),
      { numRuns: 12 },
    );
  });

  it('is the same in both native forms', async () => {
    const [json, lines] = [
      await validate('json', fileOf('json', plain(RECORDS))),
      await validate('jsonl', fileOf('jsonl', plain(RECORDS))),
    ];
    expect(json.records).toEqual(lines.records);
    expect([json.rows, lines.rows]).toEqual([RECORDS.length, RECORDS.length]);
  });

  it('may hold any text in its names, notes and quotations', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((words) => words.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, words, note) => {
        const { faults, records } = await validate('jsonl', [
          { type: 'actor', id: 'a', name },
          { type: 'claim', id: 'c', text: words },
          { type: 'document', id: 'd', title: name, text: `${note}${words}` },
          {
            type: 'statement',
            id: 's',
            actor: 'a',
            claim: 'c',
            stance: 'asserts',
            document: 'd',
            quotation: { exact: words, start: note.length, end: note.length + words.length },
            note,
          },
        ]);
        expect(faults.faults).toEqual([]);
        expect(records.actors[0]?.name).toBe(name.trim().normalize('NFC'));
        expect(records.statements[0]).toMatchObject({
          note,
          quotation: { exact: words, location: 'located', start: note.length },
        });
      }),
      { numRuns: 40 },
    );
  });
});
