import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, nativeCsv } from '../../../../client/features/export/native-csv.ts';
import { nativeFile } from '../../../../client/features/export/view-json.ts';
import { fileName } from '../../../../client/features/export/export-options.ts';
import type {
  ActorNode,
  ClaimNode,
  GraphEdge,
  GraphNode,
  StatementView,
} from '../../../../server/contract/explorer.ts';
import { NativeFile } from '../../../../server/contract/native.ts';

const korea: ActorNode = {
  type: 'actor',
  id: 'nk',
  name: 'North Korea',
  kind: 'state',
  aliases: ['DPRK', 'Pyongyang'],
  description: 'A state',
  asserts: 0,
  denies: 1,
  statements: 1,
};
const official: ActorNode = {
  type: 'actor',
  id: 'official',
  name: 'An official',
  aliases: [],
  asserts: 0,
  denies: 1,
  statements: 1,
};
const deal: ClaimNode = {
  type: 'claim',
  id: 'deal',
  text: 'A deal, "big", is under way.',
  topics: ['Arms', 'Trade; export'],
  attributes: { verdict: ['false', 'mixed'], ruling: [3] },
  asserters: 0,
  deniers: 2,
  statements: 2,
};
const edges: readonly GraphEdge[] = [
  {
    type: 'position',
    id: 'official denies deal',
    source: 'official',
    target: 'deal',
    stance: 'denies',
    statements: 1,
    modality: 'stated',
  },
  { type: 'speaksFor', id: 'official speaksFor nk', source: 'official', target: 'nk' },
];
const shown = {
  nodes: new Map<string, GraphNode>([korea, official, deal].map((node) => [node.id, node])),
  edges: new Map(edges.map((edge) => [edge.id, edge])),
};
const statement: StatementView = {
  id: 's1',
  actor: { id: 'official', name: 'An official' },
  claim: { id: 'deal', text: deal.text },
  stance: 'denies',
  modality: 'reported',
  date: '2022-09-22',
  quotation: { exact: '=HYPERLINK("x")\nwe never', prefix: 'He said: ', start: 9, end: 30, location: 'located' },
  document: {
    id: 'doc',
    title: 'Statement',
    url: 'https://example.org/a',
    publishedAt: '2022-09',
    publisher: { id: 'kcna', name: 'KCNA', kind: 'media' },
  },
  reportedBy: [{ id: 'kcna', name: 'KCNA', kind: 'media' }],
  importId: 'i',
};

describe('a view as CSV', () => {
  it('has one row for each statement, with everything about it, and one for an actor that states nothing', () => {
    const file = nativeFile({ title: '', shown, statements: [statement], texts: new Map() });
    const rows = parse(nativeCsv(file), { columns: true }) as Record<string, string>[];
    const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));
    expect(filled).toEqual([
      {
        actor: 'An official',
        claim: 'A deal, "big", is under way.',
        stance: 'denies',
        date: '2022-09-22',
        modality: 'reported',
        actor_id: 'official',
        speaks_for: 'North Korea',
        speaks_for_ids: 'nk',
        claim_id: 'deal',
        topics: 'Arms; Trade\\; export',
        'claim.verdict': 'false; mixed',
        'claim.ruling': '3',
        document_title: 'Statement',
        document_url: 'https://example.org/a',
        document_date: '2022-09',
        document_id: 'doc',
        publisher: 'KCNA',
        publisher_id: 'kcna',
        quotation: '\'=HYPERLINK("x")\nwe never',
        quotation_prefix: 'He said: ',
        reporter: 'KCNA',
        reporter_ids: 'kcna',
        statement_id: 's1',
      },
      {
        actor: 'North Korea',
        actor_id: 'nk',
        actor_kind: 'state',
        aliases: 'DPRK; Pyongyang',
        actor_description: 'A state',
        record: 'actor',
      },
      { actor: 'KCNA', actor_id: 'kcna', actor_kind: 'media', record: 'actor' },
    ]);
  });

  it('still has a header when there is nothing', () => {
    expect(nativeCsv({ format: 'gainsay/1' })).toBe('actor,claim,stance\r\n');
  });

  it('writes any cell so that it is read as it was, and none that a spreadsheet would compute', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => text !== ''),
        (text) => {
          const [[read]] = parse(csvCell(text), { relaxColumnCount: true, bom: false }) as [[string]];
          expect([text, `'${text}`]).toContain(read);
          expect(read).not.toMatch(/^[=+\-@\t\r]/u);
        },
      ),
    );
  });
});

describe('a view as a native file', () => {
  const file = nativeFile({
    title: ' My view ',
    shown,
    statements: [statement],
    texts: new Map([['doc', { language: 'en', text: 'He said: …', attributes: { pages: [2] } }]]),
  });

  it('is a valid one, with everyone whom its statements name', () => {
    expect(NativeFile.safeParse(file).success).toBe(true);
    expect(file.title).toBe('My view');
    expect(file.actors?.map(({ id }) => id)).toEqual(['nk', 'official', 'kcna']);
    expect(file.actors?.[0]).toEqual({
      id: 'nk',
      name: 'North Korea',
      kind: 'state',
      aliases: ['DPRK', 'Pyongyang'],
      description: 'A state',
    });
    expect(file.actors?.[1]).toEqual({ id: 'official', name: 'An official', speaksFor: ['nk'] });
    expect(file.claims).toEqual([
      {
        id: 'deal',
        text: deal.text,
        topics: ['Arms', 'Trade; export'],
        attributes: { verdict: ['false', 'mixed'], ruling: 3 },
      },
    ]);
    expect(file.documents).toEqual([
      {
        id: 'doc',
        title: 'Statement',
        url: 'https://example.org/a',
        publisher: 'kcna',
        publishedAt: '2022-09',
        language: 'en',
        attributes: { pages: 2 },
        text: 'He said: …',
      },
    ]);
  });

  it('says where a quotation stands only beside the text that it stands in', () => {
    expect(file.statements?.[0]?.quotation).toEqual({
      exact: '=HYPERLINK("x")\nwe never',
      prefix: 'He said: ',
      start: 9,
      end: 30,
    });
    const bare = nativeFile({ title: '', shown, statements: [statement], texts: new Map() });
    expect(bare.statements?.[0]?.quotation).toEqual({ exact: '=HYPERLINK("x")\nwe never', prefix: 'He said: ' });
    expect(Object.keys(bare)).not.toContain('title');
  });
});

describe('the name of a file', () => {
  it.each([
    ['', 'png', 'gainsay.png'],
    ['Who denies it?', 'svg', 'who-denies-it.svg'],
    ['../../etc/passwd', 'csv', 'etc-passwd.csv'],
    ['북한 / 무기', 'json', '북한-무기.gainsay.json'],
  ] as const)('of “%s” as %s is %s', (title, format, name) => {
    expect(fileName({ title, format })).toBe(name);
  });
});
