/** What other programs write differently, and what is said about it. */
import { describe, expect, it } from 'vitest';
import { actorId, claimId } from '../../../server/ingest/records/derived-ids.ts';
import { validate } from './support.ts';

const HEADER = 'actor,claim,stance';

describe('a mark for a missing value', () => {
  it.each(['NA', 'N/A', 'n/a', '#N/A', '<NA>', 'NULL', 'null', 'NaN', 'nan', 'None', '\\N', '-', '--', '–', '—', '.'])(
    'in an optional column, %s, is read as empty and counted',
    async (mark) => {
      const { records, faults, warnings } = await validate(
        'csv',
        [
          `${HEADER},date,reporter,topic,aliases,speaks_for,document_title,quotation,note,actor_kind,statement_id,publisher`,
          `Iva,The lock is open.,asserts,${mark},${mark},${mark},${mark},${mark},Log,${mark},${mark},${mark},,${mark}`,
          `Jon,The lock is open.,denies,2024,"${mark}; Kay",,,,Log,"${mark}",,,,`,
        ].join('\n'),
      );
      expect(faults.faults).toEqual([]);
      expect(records.actors.map(({ name, kind, aliases, speaksFor }) => [name, kind, aliases, speaksFor])).toEqual([
        ['Iva', undefined, [], []],
        ['Jon', undefined, [], []],
        ['Kay', undefined, [], []],
      ]);
      expect(records.claims).toEqual([{ id: claimId('The lock is open.'), text: 'The lock is open.' }]);
      expect(
        records.statements.map(({ date, reportedBy, quotation, note }) => [date, reportedBy, quotation, note]),
      ).toEqual([
        [undefined, [], undefined, undefined],
        ['2024', [actorId('Kay')], undefined, undefined],
      ]);
      expect(
        warnings.faults.filter(({ code }) => code === 'missing-value').map(({ row, field }) => [row, field]),
      ).toEqual(
        ['date', 'reporter', 'topic', 'aliases', 'speaks_for', 'quotation', 'note', 'actor_kind', 'publisher'].map(
          (column) => [2, column],
        ),
      );
      expect(warnings.faults.find(({ field }) => field === 'reporter')?.reason).toBe(
        `2 cells of this column contain a mark for a missing value, such as “${mark}” in line 2. It was read as empty. If it is the text itself, write an apostrophe before it: '${mark}.`,
      );
    },
  );

  it.each(['actor', 'claim', 'stance'])('in the column %s is a fault', async (column) => {
    const row = { actor: 'Iva', claim: 'c', stance: 'asserts', [column]: 'N/A' };
    const { faults, records } = await validate('csv', `${HEADER}\n${row.actor},${row.claim},${row.stance}\n`);
    expect(records.statements).toEqual([]);
    expect(faults.faults).toEqual([
      {
        file: 'dispute.csv',
        row: 2,
        field: column,
        code: 'missing',
        reason:
          "“N/A” stands for a missing value, and this column needs one. Fill it in. If it is the text itself, write an apostrophe before it: 'N/A.",
      },
    ]);
  });

  it('is a name after an apostrophe, and names that only look similar stay', async () => {
    const { records, warnings } = await validate(
      'csv',
      `${HEADER},reporter,topic\n'NA,c,asserts,Na; Nan; 'None,National\n'Twas,c,denies,Nullen,\n`,
    );
    // NA and Na are two spellings of one name.
    const names = records.actors.map(({ name, aliases }) => [name, aliases]);
    expect(names.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ["'Twas", []],
      ['NA', ['Na']],
      ['Nan', []],
      ['None', []],
      ['Nullen', []],
    ]);
    expect(records.claims[0]?.topics).toEqual(['National']);
    expect(warnings.total).toBe(0);
  });
});

describe('an empty optional field', () => {
  const filled = {
    format: 'gainsay/1',
    title: null,
    actors: [
      { id: 'a', name: 'Iva', kind: null, aliases: null, description: '', speaksFor: '' },
      { id: 'b', name: 'Jon', kind: '', aliases: [], description: null, speaksFor: null },
    ],
    claims: [{ id: 'c', text: 'It is so.', topic: null, scope: '' }],
    documents: [{ id: 'd', title: 'T', url: '', publisher: null, publishedAt: '', language: null, text: null }],
    statements: [
      {
        id: null,
        actor: 'a',
        claim: 'c',
        stance: 'asserts',
        date: '',
        modality: null,
        document: null,
        quotation: null,
      },
      {
        actor: 'b',
        claim: 'c',
        stance: 'denies',
        document: 'd',
        quotation: { exact: null, prefix: '' },
        reportedBy: null,
      },
      { actor: 'b', claim: 'c', stance: 'neutral', quotation: { exact: 'x', prefix: null, start: null, end: null } },
    ],
  };
  const bare = {
    format: 'gainsay/1',
    actors: [
      { id: 'a', name: 'Iva' },
      { id: 'b', name: 'Jon' },
    ],
    claims: [{ id: 'c', text: 'It is so.' }],
    documents: [{ id: 'd', title: 'T' }],
    statements: [
      { actor: 'a', claim: 'c', stance: 'asserts' },
      { actor: 'b', claim: 'c', stance: 'denies', document: 'd' },
      { actor: 'b', claim: 'c', stance: 'neutral', quotation: { exact: 'x' } },
    ],
  };

  it('is absent if it is null or "", in JSON', async () => {
    const one = await validate('json', JSON.stringify(filled));
    expect(one.faults.faults).toEqual([]);
    expect(one.records).toEqual((await validate('json', JSON.stringify(bare))).records);
    expect(one.title).toBeUndefined();
  });

  it('is absent if it is null or "", in JSONL', async () => {
    const lines = (file: typeof filled | typeof bare) => [
      { type: 'file', format: 'gainsay/1', title: null },
      ...file.actors.map((actor) => ({ type: 'actor', ...actor })),
      ...file.claims.map((claim) => ({ type: 'claim', ...claim })),
      ...file.documents.map((document) => ({ type: 'document', ...document })),
      ...file.statements.map((statement) => ({ type: 'statement', ...statement })),
    ];
    const one = await validate('jsonl', lines(filled));
    expect(one.faults.faults).toEqual([]);
    expect(one.records).toEqual((await validate('jsonl', lines(bare))).records);
  });

  it('can be a whole list', async () => {
    const { faults } = await validate('json', '{"format":"gainsay/1","actors":null,"claims":"","title":""}');
    expect(faults.faults).toEqual([]);
  });

  it.each([
    ['actors', { id: 'a', name: null }, 'name'],
    ['claims', { id: null, text: 'x' }, 'id'],
    ['statements', { actor: 'a', claim: 'c', stance: null }, 'stance'],
    ['documents', { id: 'd', title: '' }, 'title'],
  ])('is still a fault where it is required, in %s', async (section, record, field) => {
    const { faults } = await validate('json', JSON.stringify({ format: 'gainsay/1', [section]: [record] }));
    expect(faults.faults.filter((fault) => fault.section === section && fault.field === field)).toHaveLength(1);
  });
});

describe('a fixed word', () => {
  it('can have capitals and spaces around it, in every format', async () => {
    const csv = await validate(
      'csv',
      `${HEADER},modality,actor_kind\na,c,Asserts,HEDGED,State\nb,c,DENIES\u200b, Reported,media\n`,
    );
    expect(csv.faults.faults).toEqual([]);
    expect(csv.records.statements.map(({ stance, modality }) => [stance, modality])).toEqual([
      ['asserts', 'hedged'],
      ['denies', 'reported'],
    ]);
    const json = await validate(
      'json',
      JSON.stringify({
        format: 'gainsay/1',
        actors: [{ id: 'a', name: 'A', kind: 'Person' }],
        claims: [{ id: 'c', text: 'c' }],
        statements: [{ actor: 'a', claim: 'c', stance: ' Neutral ', modality: 'Stated' }],
      }),
    );
    expect(json.faults.faults).toEqual([]);
    expect(json.records.statements[0]).toMatchObject({ stance: 'neutral', modality: 'stated' });
    expect(json.records.actors[0]?.kind).toBe('person');
  });

  it.each([
    ['denied', 'denies'],
    ['Denial', 'denies'],
    ['denys', 'denies'],
    ['rejects', 'denies'],
    ['no', 'denies'],
    ['bestreitet', 'denies'],
    ['asserted', 'asserts'],
    ['aserts', 'asserts'],
    ['claims', 'asserts'],
    ['+', 'asserts'],
    ['behauptet', 'asserts'],
    ['no comment', 'neutral'],
    ['mixed', 'neutral'],
    ['nuetral', 'neutral'],
  ])('that is another, “%s”, is answered with the one that was meant', async (word, meant) => {
    const { faults } = await validate('csv', `${HEADER}\na,c,${word}\n`);
    expect(faults.faults.map(({ reason }) => reason)).toEqual([
      `Did you mean ${meant}? It must be one of asserts, denies, neutral, not “${word.toLowerCase()}”.`,
    ]);
  });

  it('that is like none is answered without a guess', async () => {
    const { faults } = await validate('csv', `${HEADER}\na,c,purple\n`);
    expect(faults.faults.map(({ reason }) => reason)).toEqual([
      'It must be one of asserts, denies, neutral, not “purple”.',
    ]);
  });
});

describe('invisible characters', () => {
  it.each(['\u200b', '\u00a0', '\ufeff', '\u00ad', '\u2060', '\u200f', '\u202f', '\u3000', '\u180e'])(
    'in a header, %j, are left out',
    async (character) => {
      const { faults, records } = await validate(
        'csv',
        `Actor${character},${character}claim,st${character.trim() === '' ? '' : character}ance${character}\nA,c,asserts\n`,
      );
      expect(faults.faults).toEqual([]);
      expect(records.statements).toHaveLength(1);
    },
  );

  it('are written as codes wherever a message quotes them', async () => {
    const unknown = await validate('csv', `${HEADER},no\u200bts\na,c,asserts,x\n`);
    expect(unknown.faults.faults[0]).toMatchObject({ field: 'no[U+200B]ts', code: 'unknown-field' });
    expect(unknown.faults.faults[0]?.reason).toContain('There is no column “no[U+200B]ts”.');
    const date = await validate('csv', `${HEADER},date\na,c,asserts,2024\u00a009\n`);
    expect(date.faults.faults[0]?.reason).toContain('“2024[U+00A0]09”');
    const id = await validate(
      'json',
      '{"format":"gainsay/1","statements":[{"actor":"a\u202e","claim":"c","stance":"asserts"}]}',
    );
    expect(id.faults.faults.map(({ reason }) => reason).join(' ')).toContain('“a[U+202E]”');
    const member = await validate('json', '{"format":"gainsay/1","act\u2063ors":[]}');
    expect(member.faults.faults[0]).toMatchObject({ field: 'act[U+2063]ors' });
    const broken = await validate('jsonl', '{"type":"actor"\u200b}\n{}\n');
    expect(broken.faults.faults[0]?.reason).not.toContain('\u200b');
  });

  it('do not hide that a column occurs twice', async () => {
    const { faults } = await validate('csv', `${HEADER},stance\u200b\na,c,asserts,denies\n`);
    expect(faults.faults).toMatchObject([{ field: 'stance', code: 'bad-value' }]);
  });

  it('aside, a column that is written otherwise is answered with the one that was meant', async () => {
    const { faults } = await validate('csv', `${HEADER},Document Title\na,c,asserts,x\n`);
    expect(faults.faults[0]?.reason).toMatch(/^There is no column “document title”\. Did you mean document_title\? /);
  });
});

describe('the replacement character', () => {
  it('is warned of, with the field', async () => {
    const { faults, warnings, records } = await validate(
      'csv',
      `${HEADER},reporter,note\nM\ufffdller,c,asserts,P\ufffdst,\ufffd\ufffd\nM\ufffdller,c,denies,,\n`,
    );
    expect(faults.faults).toEqual([]);
    expect(records.statements).toHaveLength(2);
    expect(warnings.faults.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'actor', 'replacement-character'],
      [2, 'reporter', 'replacement-character'],
      [2, 'note', 'replacement-character'],
    ]);
    expect(warnings.faults[2]?.reason).toContain('contains the character U+FFFD 2 times: “\ufffd\ufffd”.');
  });

  it('is found in nested fields and in texts of documents', async () => {
    const { warnings } = await validate('jsonl', [
      { type: 'document', id: 'd', title: 'T', text: `${'x'.repeat(500)} caf\ufffd ${'y'.repeat(500)}` },
      { type: 'actor', id: 'a', name: 'A', aliases: ['\ufffd'] },
      { type: 'claim', id: 'c', text: 'c' },
      { type: 'statement', actor: 'a', claim: 'c', stance: 'asserts', quotation: { exact: '\ufffd' } },
    ]);
    expect(
      warnings.faults
        .filter(({ code }) => code === 'replacement-character')
        .map(({ row, section, field }) => [row, section, field]),
    ).toEqual([
      [1, 'documents', 'text'],
      [2, 'actors', 'aliases.0'],
      [4, 'statements', 'quotation.exact'],
    ]);
    expect(warnings.faults[0]?.reason).toContain('caf\ufffd');
  });
});
