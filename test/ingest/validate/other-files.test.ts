/** Files of another form than their name says: one fault that says what they are. */
import { describe, expect, it } from 'vitest';
import { validate } from './support.ts';

const TAB_HEADER = 'actor\tclaim\tstance';
const reasons = ({ faults }: Awaited<ReturnType<typeof validate>>) => faults.faults.map(({ reason }) => reason);

describe('JSON of another format', () => {
  it.each([
    ['ClaimReview', [{ '@context': 'https://schema.org', '@type': 'ClaimReview', claimReviewed: 'The lock is open.' }]],
    ['ClaimReview', { claims: [{ text: 'x', claimReview: [{ textualRating: 'False' }] }] }],
    [
      'annotations of Hypothesis',
      { total: 1, rows: [{ id: 'x', user: 'acct:iva@hypothes.is', uri: 'https://x.example' }] },
    ],
    ['W3C Web Annotation', { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' }],
    ['GeoJSON', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: null }] }],
    ['Cytoscape JSON', { elements: { nodes: [{ data: { id: 'a' } }], edges: [] } }],
    ['Cytoscape JSON', [{ group: 'nodes', data: { id: 'a' } }]],
    ['CSL JSON', [{ id: 'x', type: 'article-journal', title: 'T', issued: { 'date-parts': [[2022]] } }]],
    ['STIX', { type: 'bundle', id: 'bundle--1', objects: [] }],
    ['AIF (Argument Interchange Format)', { nodes: [{ nodeID: '1', text: 'x', type: 'I' }], edges: [] }],
    ['a node-link graph', { directed: true, nodes: [{ id: 'a' }], links: [] }],
    ['JSON-LD', { '@context': 'https://schema.org', '@graph': [] }],
  ])('is named: %s', async (name, content) => {
    for (const [format, text] of [
      ['json', JSON.stringify(content, undefined, 2)],
      ['json', JSON.stringify(content)],
      ['jsonl', JSON.stringify(content)],
      ['csv', JSON.stringify(content)],
    ] as const) {
      const { faults } = await validate(format, text);
      expect(faults.faults.map(({ row, code }) => [row, code])).toEqual([[undefined, 'bad-format']]);
      expect(faults.faults[0]?.reason).toContain(`This looks like ${name}`);
      expect(faults.faults[0]?.reason).toContain('Gainsay expects one JSON object with "format": "gainsay/1"');
    }
  });

  it('is not seen in a native file whose texts contain it', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', '@context': 'x' });
    const { faults } = await validate(
      'json',
      JSON.stringify({ documents: [{ id: 'd', title: text, text }], format: 'gainsay/1' }),
    );
    expect(faults.faults).toEqual([]);
    const lines = await validate('jsonl', [{ type: 'document', id: 'd', title: text }]);
    expect(lines.faults.faults).toEqual([]);
  });

  it.each([
    ['csv', '{"format":"gainsay/1"}', 'This is JSON and not a table. Name the file .json'],
    ['csv', '<!DOCTYPE html><p>', 'This is HTML or XML and not a table.'],
    ['json', 'actor,claim,stance\na,c,asserts\n', 'This is a table and not JSON. Name the file .csv.'],
    ['jsonl', 'actor\tclaim\tstance\na\tc\tasserts\n', 'This is a table and not JSONL. Name the file .csv.'],
    ['json', '{"type":"file","format":"gainsay/1"}\n{"type":"actor","id":"a","name":"A"}\n', 'This is JSONL'],
    ['jsonl', '{\n  "format": "gainsay/1"\n}\n', 'This is one JSON object and not JSONL'],
    ['jsonl', '{"format":"gainsay/1","actors":[]}', 'This is one JSON object and not JSONL'],
  ] as const)('under the name of %s, as %j, is told once', async (format, text, words) => {
    const { faults } = await validate(format, text);
    expect(faults.total).toBe(1);
    expect(faults.faults[0]?.reason).toContain(words);
  });
});

describe('a table', () => {
  it.each([
    'A. Smith\tThe bridge is safe\tasserts\n',
    'A. Smith\tThe bridge is safe, they say\tasserts\nB. Smith\tThe bridge is safe, they say\tdenies',
    'A. Smith;The bridge is safe;asserts\n',
    'A. Smith,The bridge is safe,asserts\nB. Smith,The bridge is safe,denies\n',
  ])('without a header says so once: %j', async (text) => {
    const { faults } = await validate('csv', text);
    expect(faults.faults.map(({ row, code }) => [row, code])).toEqual([[1, 'no-header']]);
    expect(faults.faults[0]?.reason).toMatch(/^The file has no header: .*“a\. smith”/);
  });

  it('with another delimiter says so once', async () => {
    expect(reasons(await validate('csv', 'actor|claim|stance\na|c|asserts\n'))).toEqual([
      'The cells are separated by “|”. Save the file with a comma, a semicolon or a tab between the cells.',
    ]);
  });

  it('of text between tabs without quoting is read as such', async () => {
    const { faults, records } = await validate(
      'csv',
      [
        `${TAB_HEADER}\tnote`,
        'Ada "the rock" Fern\tThe lock is open.\tasserts\t',
        '"Bo" Lund\tThe lock is open.\tdenies\t12" wide',
        '"Cy Moss\tThe lock is open.\tdenies\t',
        'Di\tThe lock is open.\tdenies\t"unclosed',
        'Ed\tThe lock is open.\tdenies\t',
        '"Fay"\tThe lock is open.\tdenies\t"two\nlines ""here"""',
        'Gil\tThe lock is open.\tdenies\t"last',
      ].join('\n'),
    );
    expect(faults.faults).toEqual([]);
    expect(records.actors.map(({ name }) => name)).toEqual([
      'Ada "the rock" Fern',
      '"Bo" Lund',
      '"Cy Moss',
      'Di',
      'Ed',
      'Fay',
      'Gil',
    ]);
    expect(records.statements.map(({ note }) => note)).toEqual([
      undefined,
      '12" wide',
      undefined,
      '"unclosed',
      undefined,
      'two\nlines "here"',
      '"last',
    ]);
  });

  it('with a quote that is not closed names the line where it opens', async () => {
    const broken = await validate(
      'csv',
      'actor,claim,stance\nA,c,asserts\n"Bo,c,asserts\nCy,c,denies\n"Di",c,denies\nEd,c,asserts\n',
    );
    expect(broken.faults.faults).toMatchObject([
      {
        row: 3,
        code: 'bad-csv',
        reason: expect.stringContaining('The quoted cell that opens in line 3 contains what looks like whole rows'),
      },
    ]);
    const silent = await validate(
      'csv',
      'actor,claim,stance\nA,c,asserts\n"Bo,c,asserts\nCy 12",c,denies\nEd,c,asserts\n',
    );
    expect(silent.faults.faults).toEqual([]);
    expect(silent.warnings.faults).toMatchObject([{ row: 3, code: 'open-quote' }]);
    const late = await validate('csv', 'actor,claim,stance,note\nA,c,asserts,"x\ny",\n');
    expect(late.faults.faults).toMatchObject([{ row: 2, code: 'bad-csv' }]);
    const open = await validate('csv', 'actor,claim,stance,note\nA,c,asserts,"x\ny"\nB,c,denies,"z\nC,c,denies,\n');
    expect(reasons(open)).toEqual([
      'The quoted cell in the row that begins in line 4 is never closed. It opens in line 4. Close its quote, or copy the file again.',
    ]);
  });

  it('with lines in quoted cells is not warned of', async () => {
    const { warnings, records } = await validate(
      'csv',
      'actor,claim,stance,note\nA,c,asserts,"one, two\nthree, four\n\nfive"\n',
    );
    expect(warnings.faults).toEqual([]);
    expect(records.statements[0]?.note).toBe('one, two\nthree, four\n\nfive');
  });
});

describe('a file in another encoding', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');

  it('says so first and once, in every format', async () => {
    const csv = await validate(
      'csv',
      latin('actor,claim,stance\nMüller,c,asserts\nA,c,denies\nPérez,c,denies\nX,c,no\n'),
    );
    expect(csv.faults.faults.map(({ row, code }) => [row, code])).toEqual([
      [undefined, 'bad-encoding'],
      [5, 'bad-value'],
    ]);
    expect(csv.faults.faults[0]?.reason).toBe(
      'The file is not in UTF-8: 2 rows contain bytes of another encoding, such as Windows-1252. The first is line 2. Save the file as UTF-8.',
    );
    const lines = ['ü', 'é'].map((letter) => `{"type":"actor","id":"${letter}","name":"x"}\n`).join('');
    expect((await validate('jsonl', latin(lines))).faults.total).toBe(1);
    const json = latin('{"format":"gainsay/1","actors":[{"id":"a","name":"ü"},{"id":"b","name":"é"}]}');
    expect((await validate('json', json)).faults.total).toBe(1);
  });

  it('is not assumed when other rows are in UTF-8, or for a single row', async () => {
    const head = Buffer.from('actor,claim,stance\nMüller,c,asserts\n');
    const mixed = await validate('csv', Buffer.concat([head, latin('ü,c,denies\né,c,denies\n')]));
    expect(mixed.faults.faults.map(({ row, code }) => [row, code])).toEqual([
      [3, 'bad-encoding'],
      [4, 'bad-encoding'],
    ]);
    const single = await validate('csv', latin('actor,claim,stance\nü,c,denies\n'));
    expect(single.faults.faults.map(({ row, code }) => [row, code])).toEqual([[2, 'bad-encoding']]);
  });
});
