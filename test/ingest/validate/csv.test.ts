import { describe, expect, it } from 'vitest';
import { actorId, claimId, documentId } from '../../../server/ingest/records/derived-ids.ts';
import { knownRecords, validate } from './support.ts';

const HEADER = 'actor,claim,stance';

describe('a CSV file', () => {
  it('makes actors, claims, documents and statements from its names', async () => {
    const { records, faults, counts } = await validate(
      'csv',
      [
        'Actor,actor_kind,aliases,speaks_for,claim,topic,stance,date,modality,document_title,document_url,document_date,publisher,language,quotation,quotation_prefix,reporter,note',
        'Jin Kim,person,"J. Kim; Kim",North Korea,"Korea supplied arms, and shells",arms,denies,2022-09,hedged,The denial,https://news.example/1,2022-09-22,Blue Courier,en," we never ","they said: ",KCNA; Blue Courier,Translated.',
      ].join('\r\n'),
    );
    expect(faults.faults).toEqual([]);
    expect(records.actors).toEqual([
      { id: 'jin-kim', name: 'Jin Kim', kind: 'person', aliases: ['J. Kim', 'Kim'], speaksFor: ['north-korea'] },
      { id: 'north-korea', name: 'North Korea', aliases: [], speaksFor: [] },
      { id: 'kcna', name: 'KCNA', aliases: [], speaksFor: [] },
      { id: 'blue-courier', name: 'Blue Courier', aliases: [], speaksFor: [] },
    ]);
    const claim = claimId('Korea supplied arms, and shells');
    const document = documentId({ url: 'https://news.example/1' });
    expect(claim).toMatch(/^korea-supplied-arms-and-shells-[0-9a-f]{8}$/);
    expect(document).toMatch(/^news-example-1-[0-9a-f]{16}$/);
    expect(records.claims).toEqual([{ id: claim, text: 'Korea supplied arms, and shells', topics: ['arms'] }]);
    expect(records.documents).toEqual([
      {
        id: document,
        title: 'The denial',
        url: 'https://news.example/1',
        publisher: 'blue-courier',
        publishedAt: '2022-09-22',
        language: 'en',
      },
    ]);
    expect(records.statements).toEqual([
      {
        id: expect.stringMatching(/^s-[0-9a-f]{24}$/),
        positionId: `jin-kim denies ${claim}`,
        actor: 'jin-kim',
        claim,
        stance: 'denies',
        date: '2022-09',
        datePrecision: 'month',
        modality: 'hedged',
        document,
        quotation: { exact: ' we never ', prefix: 'they said: ', location: 'no-text' },
        reportedBy: ['kcna', 'blue-courier'],
        note: 'Translated.',
      },
    ]);
    expect(counts.actors.added).toBe(4);
  });

  it('unites the topics of several rows, up to as many as a claim may have', async () => {
    const rows = [
      'actor,claim,stance,topic,topics',
      'a,c,asserts,"Law; order",Trade',
      'b,C,denies,trade,Arms ;war;Trade;;',
    ];
    const { records, faults } = await validate('csv', rows.join('\n'));
    expect(faults.faults).toEqual([]);
    expect(records.claims).toEqual([{ id: claimId('c'), text: 'C', topics: ['Arms', 'Law; order', 'Trade', 'war'] }]);
    const many = Array.from({ length: 51 }, (_, n) => `a,c,asserts,t${n}`);
    expect((await validate('csv', ['actor,claim,stance,topic', ...many].join('\n'))).faults.faults).toMatchObject([
      { row: 2, field: 'topics', code: 'too-long' },
    ]);
  });

  it('unites what several rows say of one actor, and keeps other spellings as aliases', async () => {
    const { records, faults } = await validate(
      'csv',
      [
        'actor,actor_kind,aliases,claim,stance,date',
        'North Korea,,DPRK,c,denies,2020',
        'NORTH  KOREA,state,Pyongyang; DPRK,C,denies,2021',
        'North Korea,,,c,denies,2022',
      ].join('\n'),
    );
    expect(faults.faults).toEqual([]);
    expect(records.actors).toEqual([
      {
        id: 'north-korea',
        name: 'NORTH  KOREA',
        kind: 'state',
        aliases: ['DPRK', 'North Korea', 'Pyongyang'],
        speaksFor: [],
      },
    ]);
    expect(records.claims.map(({ text }) => text)).toEqual(['C']);
    expect(records.statements.map(({ actor }) => actor)).toEqual(['north-korea', 'north-korea', 'north-korea']);
  });

  it('tells what is similar as a hint, and keeps it apart', async () => {
    const { records, faults, warnings } = await validate(
      'csv',
      [
        HEADER,
        'Anna Smith,The dam is safe.,asserts',
        'A. Smith,The dam is not safe.,asserts',
        'Anna Smyth,The lock leaks.,asserts',
      ].join('\n'),
    );
    expect(faults.total).toBe(0);
    expect(records.actors.map(({ name }) => name)).toEqual(['Anna Smith', 'A. Smith', 'Anna Smyth']);
    expect(warnings.faults.map(({ row, field, code, reason }) => [row, field, code, reason.slice(0, 60)])).toEqual([
      [3, 'actor', 'similar-actor', '“A. Smith” is similar to “Anna Smith” in line 2. They are ke'],
      [3, 'claim', 'similar-claim', '“The dam is not safe.” is similar to “The dam is safe.” in l'],
      [4, 'actor', 'similar-actor', '“Anna Smyth” is similar to “Anna Smith” in line 2. They are '],
    ]);
    const again = await validate('csv', [HEADER, 'Anna Smith,x,asserts', 'A. Smith,y,asserts'].join('\n'), {
      known: knownRecords({ actors: records.actors }),
    });
    expect(again.warnings.total).toBe(0);
  });

  it('fills in a title that only another row has, and takes the address when none has', async () => {
    const { records } = await validate(
      'csv',
      [
        `${HEADER},document_title,document_url`,
        'a,c,asserts,,https://x.example/1',
        'b,c,asserts,The title,https://x.example/1',
        'b,c,denies,,https://x.example/2',
      ].join('\n'),
    );
    expect(records.documents.map(({ title }) => title).toSorted()).toEqual(['The title', 'https://x.example/2']);
  });

  it('ignores what spreadsheets add: empty rows, columns without a name, a line with the delimiter', async () => {
    const { records, faults, rows } = await validate(
      'csv',
      '\ufeffSEP=;\r\nactor;claim;stance;;\r\nA;c;asserts;;\r\n;;;;\r\n ; \r\nB;c;denies;; \r\n',
    );
    expect(faults.faults).toEqual([]);
    expect(records.statements.map(({ actor, stance }) => [actor, stance])).toEqual([
      ['a', 'asserts'],
      ['b', 'denies'],
    ]);
    expect(rows).toBe(4);
    const stray = await validate('csv', 'sep=,\nactor,claim,stance,\nA,c,asserts,\nB,c,denies,lost\n');
    expect(stray.faults.faults).toMatchObject([
      { row: 4, code: 'bad-csv', reason: expect.stringContaining('“lost” is in a column without a name') },
    ]);
    expect((await validate('csv', 'sep=,\nactor,claim\n')).faults.faults).toMatchObject([
      { row: 2, field: 'stance', code: 'missing' },
    ]);
  });

  it('names the actors of a cycle, of which one row may have several', async () => {
    const { faults } = await validate('csv', `${HEADER},speaks_for\nAnn,c,asserts,Bea\nBea,c,asserts,Ann\n`);
    expect(faults.faults).toMatchObject([
      {
        field: 'speaks_for',
        code: 'speaks-for-cycle',
        reason: 'These actors speak for each other in a cycle: “Ann”, “Bea”. Remove one of these relations.',
      },
    ]);
  });

  it('checks descriptions by the rules of all records: a faulty one takes its id, with its line', async () => {
    const long = 'x'.repeat(501);
    const { faults } = await validate(
      'csv',
      [
        `${HEADER},actor_id,claim_id,aliases`,
        `a,${'x'.repeat(2_001)},asserts,a1,k1,`,
        `a,c,asserts,a2,k1,`,
        `b,d,asserts,b1,k2,${long}`,
        `b,e,asserts,b2,b1,`,
      ].join('\n'),
    );
    expect(faults.faults.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'claim', 'too-long'],
      [4, 'aliases', 'too-long'],
      [5, 'claim_id', 'duplicate-id'],
    ]);
    expect(faults.faults[2]?.reason).toContain('“b1” is already the id of an actor in line 4.');
  });

  it('counts a repeated row once', async () => {
    const { records, counts } = await validate('csv', `${HEADER}\na,c,asserts\na,c,asserts\n`);
    expect(records.statements).toHaveLength(1);
    expect(counts.statements).toEqual({ added: 1, merged: 0, unchanged: 0, repeated: 1 });
  });

  it('reads a byte order mark, semicolons and tabs', async () => {
    const { records } = await validate('csv', '\ufeffactor;claim;stance;note\nA;"c;d";asserts;"say ""no"""\n');
    expect(records.statements[0]?.note).toBe('say "no"');
    expect(records.claims[0]?.text).toBe('c;d');
    expect((await validate('csv', 'claim\tstance\tactor\nc, d\tdenies\tA\n')).records.claims[0]?.text).toBe('c, d');
  });

  it.each([
    ['a column that does not exist', 'actor,claim,stance,nots\na,c,asserts,x', [1, 'nots', 'unknown-field']],
    ['a column twice', 'actor,claim,stance,actor\na,c,asserts,x', [1, 'actor', 'bad-value']],
    ['a column that is missing', 'actor,claim\na,c', [1, 'stance', 'missing']],
    [
      'a header of something else',
      'name\nx',
      [1, 'name', 'unknown-field'],
      [1, 'actor', 'missing'],
      [1, 'claim', 'missing'],
      [1, 'stance', 'missing'],
    ],
    ['a cell that is missing', `${HEADER}\na,c,asserts\na,,denies`, [3, 'claim', 'missing']],
    ['an invalid stance', `${HEADER}\na,c,no`, [2, 'stance', 'bad-value']],
    ['an invalid date', `${HEADER},date\na,c,asserts,2022-13`, [2, 'date', 'bad-date']],
    [
      'an invalid date of a document',
      `${HEADER},document_title,document_date\na,c,asserts,T,yesterday`,
      [2, 'document_date', 'bad-date'],
    ],
    ['too many cells', `${HEADER}\na,c,asserts,x`, [2, undefined, 'bad-csv']],
    ['text after a closing quote', `${HEADER}\n"a"b,c,asserts\na,c,asserts`, [2, undefined, 'bad-csv']],
    ['a document without a name', `${HEADER},publisher\na,c,asserts,P`, [2, 'document_title', 'missing']],
    ['context without a quotation', `${HEADER},quotation_prefix\na,c,asserts,x`, [2, 'quotation', 'missing']],
    ['a document id that is not there', `${HEADER},document_id\na,c,asserts,nowhere`, [2, 'document_id', 'unknown-id']],
    [
      'a statement id with other content',
      `${HEADER},statement_id\na,c,asserts,s\na,c,denies,s`,
      [3, 'statement_id', 'duplicate-id'],
    ],
    [
      'an actor who is a claim',
      `${HEADER},actor_id,claim_id\na,c,asserts,x,y\na,c,asserts,y,z`,
      [3, 'actor_id', 'duplicate-id'],
    ],
    ['an actor that speaks for itself', `${HEADER},speaks_for\nA,c,asserts,a`, [2, 'speaks_for', 'self-reference']],
    [
      'two actors who speak for each other',
      `${HEADER},speaks_for\nA,c,asserts,B\nB,c,asserts,A`,
      [2, 'speaks_for', 'speaks-for-cycle'],
    ],
    [
      'two kinds of one actor',
      `${HEADER},actor_kind\na,c,asserts,state\na,c,denies,media`,
      [3, 'actor_kind', 'conflicting-rows'],
    ],
    ['two claims under one id', `${HEADER},claim_id\na,c,asserts,x\na,d,asserts,x`, [3, 'claim', 'conflicting-rows']],
    [
      'two titles of one address',
      `${HEADER},document_title,document_url\na,c,asserts,T,http://x.example\na,c,denies,U,http://x.example`,
      [3, 'document_title', 'conflicting-rows'],
    ],
    ['an invalid language', `${HEADER},document_title,language\na,c,asserts,T,en_US`, [2, 'language', 'bad-value']],
    ['a reporter twice', `${HEADER},reporter\na,c,asserts,R; r`, [2, 'reporter', 'bad-value']],
    ['a name that is too long', `${HEADER},reporter\na,c,asserts,${'x'.repeat(501)}`, [2, 'reporter', 'too-long']],
    ['a quote that is never closed', `${HEADER}\na,"c,asserts\n`, [undefined, undefined, 'truncated']],
  ] as const)('reports %s', async (_name, content, ...expected) => {
    const { faults } = await validate('csv', content);
    expect(faults.faults.map(({ row, field, code, section }) => [row, field, code, section])).toEqual(
      expected.map(([row, field, code]) => [row, field, code, undefined]),
    );
  });
});

describe('ids made from names', () => {
  it('are the plain words where these are ASCII', () => {
    expect(actorId('North Korea')).toBe('north-korea');
    expect(actorId(' NORTH\u00a0korea ')).toBe('north-korea');
  });

  it('have a hash where the words alone are ambiguous', () => {
    expect(actorId('U.S. State Department')).toMatch(/^u-s-state-department-[0-9a-f]{8}$/);
    expect(actorId('조선중앙통신')).toMatch(/^actor-[0-9a-f]{16}$/);
    expect(actorId('x'.repeat(400))).toHaveLength(60 + 1 + 8);
    expect(actorId('Müller')).not.toBe(actorId('Muller'));
    expect(actorId('か')).not.toBe(actorId('が'));
  });

  it('do not depend on case, width or the encoding of a character', () => {
    expect(actorId('MU\u0308LLER')).toBe(actorId('Müller'));
    expect(claimId('Ｋorea  did')).toBe(claimId('korea did'));
  });
});
