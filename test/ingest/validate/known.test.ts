import { describe, expect, it } from 'vitest';
import { knownRecords, validate } from './support.ts';

const STATE = { id: 'nk', name: 'North Korea', kind: 'state', aliases: ['DPRK'], speaksFor: [] } as const;
const CLAIM = { id: 'c', text: 'The deal is under way' } as const;
const TEXT = 'He said no. She said yes.';
const DOCUMENT = { id: 'd', title: 'T', text: TEXT, sha256: 'e5' } as const;
const STATEMENT = {
  id: 's',
  positionId: 'nk denies c',
  actor: 'nk',
  claim: 'c',
  stance: 'denies',
  date: '2022',
  datePrecision: 'year',
  modality: 'stated',
  document: 'd',
  quotation: { exact: 'She said yes', start: 12, end: 24, location: 'located' },
  reportedBy: [],
} as const;
const known = knownRecords({ actors: [STATE], claims: [CLAIM], documents: [DOCUMENT], statements: [STATEMENT] });

describe('against the database', () => {
  it('distinguishes new, merged and unchanged records', async () => {
    const { spooled, counts, faults } = await validate(
      'jsonl',
      [
        { type: 'actor', id: 'nk', name: 'North Korea', aliases: ['Pyongyang'] },
        { type: 'actor', id: 'us', name: 'United States' },
        { type: 'claim', id: 'c', text: 'The deal is under way' },
        { type: 'document', id: 'd', title: 'T', language: 'en' },
        {
          type: 'statement',
          id: 's',
          actor: 'nk',
          claim: 'c',
          stance: 'denies',
          date: '2022',
          document: 'd',
          quotation: { exact: 'She said yes' },
        },
        { type: 'statement', id: 't', actor: 'us', claim: 'c', stance: 'asserts' },
      ],
      { known },
    );
    expect(faults.faults).toEqual([]);
    expect(spooled.actors.map(({ known: state }) => state)).toEqual(['merge', 'new']);
    expect(spooled.claims.map(({ known: state }) => state)).toEqual(['same']);
    expect(spooled.documents.map(({ known: state }) => state)).toEqual(['merge']);
    expect(spooled.statements.map(({ known: state }) => state)).toEqual(['same', 'new']);
    expect(counts).toEqual({
      actors: { added: 1, merged: 1, unchanged: 0 },
      claims: { added: 0, merged: 0, unchanged: 1 },
      documents: { added: 0, merged: 1, unchanged: 0 },
      statements: { added: 1, merged: 0, unchanged: 1 },
    });
  });

  it('finds what a file only refers to, and lists each id once', async () => {
    const lines = Array.from({ length: 5 }, (_, index) => ({
      type: 'statement',
      actor: 'nk',
      claim: 'c',
      stance: 'neutral',
      date: `200${index}`,
      document: 'd',
      reportedBy: ['nk'],
    }));
    const { faults, referred, records } = await validate('jsonl', lines, { known });
    expect(faults.faults).toEqual([]);
    expect(referred).toEqual({ actors: ['nk'], claims: ['c'], documents: ['d'] });
    expect(records.statements).toHaveLength(5);
  });

  it('locates quotations in a text that only the database has', async () => {
    const statement = {
      type: 'statement',
      actor: 'nk',
      claim: 'c',
      stance: 'asserts',
      document: 'd',
      quotation: { exact: 'said yes' },
    };
    const refers = await validate('jsonl', [statement], { known });
    expect(refers.records.statements[0]?.quotation).toEqual({
      exact: 'said yes',
      start: 16,
      end: 24,
      location: 'located',
    });
    const repeats = await validate('jsonl', [statement, { type: 'document', id: 'd', title: 'T' }], { known });
    expect(repeats.records.statements[0]?.quotation).toMatchObject({ start: 16, location: 'located' });
  });

  it.each([
    [{ type: 'actor', id: 'nk', name: 'South Korea' }, 'actors', 'name', 'conflicts-with-database'],
    [{ type: 'actor', id: 'nk', name: 'North Korea', kind: 'group' }, 'actors', 'kind', 'conflicts-with-database'],
    [{ type: 'claim', id: 'c', text: 'Another deal is under way' }, 'claims', 'text', 'conflicts-with-database'],
    [{ type: 'document', id: 'd', title: 'T', text: 'Other words.' }, 'documents', 'text', 'conflicts-with-database'],
    [
      { type: 'statement', id: 's', actor: 'nk', claim: 'c', stance: 'denies', date: '2023' },
      'statements',
      'id',
      'conflicts-with-database',
    ],
    [{ type: 'actor', id: 'c', name: 'C' }, 'actors', 'id', 'duplicate-id'],
    [{ type: 'claim', id: 'nk', text: 'C' }, 'claims', 'id', 'duplicate-id'],
    [{ type: 'statement', id: 'x', actor: 'c', claim: 'c', stance: 'denies' }, 'statements', 'actor', 'unknown-id'],
  ])('refuses %j', async (line, section, field, code) => {
    const { faults, referred } = await validate('jsonl', [line], { known });
    expect(faults.faults).toMatchObject([{ row: 1, section, field, code }]);
    expect(referred).toEqual({ actors: [], claims: [], documents: [] });
  });

  it('queries each id once, and never more than a batch', async () => {
    const actors = Array.from({ length: 4_500 }, (_, index) => ({ ...STATE, id: `a${index}` }));
    const all = knownRecords({ actors, claims: [CLAIM] });
    const queried: (readonly string[])[] = [];
    const counting = { ...all, actors: async (ids: readonly string[]) => (queried.push(ids), all.actors(ids)) };
    // Each actor is referred to twice: by statements next to each other, and far from each other.
    const lines = [...actors, ...actors].map(({ id }, index) => ({
      type: 'statement',
      actor: id,
      claim: 'c',
      stance: 'neutral',
      reportedBy: [actors[(index + 1) % actors.length]?.id],
    }));
    const { faults } = await validate('jsonl', lines, { known: counting });
    expect(faults.faults).toEqual([]);
    expect(queried.flat().toSorted()).toEqual(actors.map(({ id }) => id).toSorted());
    expect(Math.max(...queried.map(({ length }) => length))).toBe(2_000);
  });
});

describe('batches', () => {
  it('give every record once, in the order of the file, never more than requested', async () => {
    const lines = Array.from({ length: 25 }, (_, index) => ({ type: 'claim', id: `c${index}`, text: `C ${index}` }));
    const { spooled } = await validate('jsonl', lines, { batch: 10 });
    expect(spooled.claims.map(({ record, row }) => [record.id, row])).toEqual(
      lines.map(({ id }, index) => [id, index + 1]),
    );
    expect((await validate('jsonl', lines, { batch: 10 })).sizes.claims).toEqual([10, 10, 5]);
  });

  it('hold fewer documents when their texts are long', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => ({
      type: 'document',
      id: `d${index}`,
      title: 'D',
      text: 'x'.repeat(1_000_000),
    }));
    expect((await validate('jsonl', lines)).sizes.documents).toEqual([4, 4, 4]);
  });
});

describe('quotations', () => {
  const file = (quotation: object) => [
    { type: 'actor', id: 'a', name: 'A' },
    { type: 'claim', id: 'c', text: 'C' },
    { type: 'document', id: 'e', title: 'E', text: TEXT },
    { type: 'statement', id: 's', actor: 'a', claim: 'c', stance: 'asserts', document: 'e', quotation },
  ];

  it('that are not in the text are kept, with a warning and without a position', async () => {
    const { records, warnings, faults } = await validate('jsonl', file({ exact: 'They said', start: 0, end: 9 }));
    expect(faults.total).toBe(0);
    expect(warnings.faults).toMatchObject([
      { row: 4, section: 'statements', field: 'quotation.exact', code: 'quotation-not-found' },
    ]);
    expect(records.statements[0]?.quotation).toEqual({ exact: 'They said', location: 'not-found' });
  });

  it('that occur twice are kept, with a warning and without a position', async () => {
    const { records, warnings } = await validate('jsonl', file({ exact: 'said' }));
    expect(warnings.faults).toMatchObject([{ row: 4, code: 'quotation-ambiguous' }]);
    expect(records.statements[0]?.quotation).toEqual({ exact: 'said', location: 'ambiguous' });
  });

  it('are located in documents that come after them, however many there are', async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `Words number ${index}. ${'x'.repeat(100_000)}`);
    const lines = [
      ...texts.map((_, index) => ({
        type: 'statement',
        id: `s${index}`,
        actor: 'a',
        claim: 'c',
        stance: 'asserts',
        document: `e${(index * 7) % 300}`,
        quotation: { exact: `number ${(index * 7) % 300}.` },
      })),
      { type: 'actor', id: 'a', name: 'A' },
      { type: 'claim', id: 'c', text: 'C' },
      ...texts.map((text, index) => ({ type: 'document', id: `e${index}`, title: 'E', text })),
    ];
    const { records, warnings, faults } = await validate('jsonl', lines);
    expect([faults.total, warnings.total]).toEqual([0, 0]);
    expect(new Set(records.statements.map(({ quotation }) => quotation?.start))).toEqual(new Set([6]));
  });
});
