import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchKind, SearchResult } from '../../server/contract/explorer.ts';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import type { Explorer } from '../../server/explorer/explorer.ts';
import { type OpenEngine, describeOnEngines } from '../support/engines.ts';
import { KOREA } from './korea-dispute.ts';
import { type Dispute, writeDispute } from './write-dispute.ts';

async function explore(open: OpenEngine, dispute: Dispute = KOREA): Promise<Explorer> {
  const engine = await open();
  await writeDispute(engine, dispute);
  return createExplorer(engine);
}

async function find(explorer: Explorer, text: string, kinds?: readonly SearchKind[]): Promise<readonly SearchResult[]> {
  return (await explorer.search({ text, limit: 20, ...(kinds && { kinds }) })).results;
}

/** Kind, id, and the marked pieces of what is shown. */
function brief({ kind, id, text, matched, hits }: SearchResult): readonly string[] {
  return [kind, id, ...hits.map(([start, end]) => (matched ?? text).slice(start, end))];
}

describeOnEngines('search', (open) => {
  it('finds an actor by name, alias, beginnings of words, typing errors and other scripts', async () => {
    const explorer = await explore(open);
    const first = async (text: string): Promise<unknown> => {
      const [result] = await find(explorer, text, ['actor']);
      return result && [...brief(result), result.matched];
    };
    expect(await first('North Korea')).toEqual(['actor', 'north-korea', 'North', 'Korea', undefined]);
    expect(await first('nort kor')).toEqual(['actor', 'north-korea', 'Nort', 'Kor', undefined]);
    expect(await first('n')).toEqual(['actor', 'north-korea', 'N', undefined]);
    expect(await first('kor')).toEqual(['actor', 'north-korea', 'Kor', undefined]);
    expect(await first('korae')).toEqual(['actor', 'north-korea', 'Korea', undefined]);
    expect(await first('korea north')).toEqual(['actor', 'north-korea', 'North', 'Korea', undefined]);
    expect(await first('DPRK')).toEqual(['actor', 'north-korea', 'DPRK', 'DPRK']);
    expect(await first('d.p.r.k.')).toEqual(['actor', 'north-korea', 'DPRK', 'DPRK']);
    expect(await first('ＤＰＲＫ')).toEqual(['actor', 'north-korea', 'DPRK', 'DPRK']);
    expect(await first('Pjöngjang')).toEqual(['actor', 'north-korea', 'Pjöngjang', 'Pjöngjang']);
    expect(await first('pjongj')).toEqual(['actor', 'north-korea', 'Pjöngj', 'Pjöngjang']);
    expect(await first('북한')).toEqual(['actor', 'north-korea', '북한', '북한']);
    expect(await first('북')).toEqual(['actor', 'north-korea', '북', '북한']);
    expect(await first('北朝鮮')).toEqual(['actor', 'north-korea', '北朝鮮', '北朝鮮']);
    expect(await first('朝鮮')).toEqual(['actor', 'north-korea', '朝鮮', '北朝鮮']);
    expect(await first('روسيا')).toEqual(['actor', 'russia', 'روسيا', 'روسيا']);
    expect(await first('رُوسِيَا')).toEqual(['actor', 'russia', 'روسيا', 'روسيا']);
    expect(await first('РОССИ')).toEqual(['actor', 'russia', 'Росси', 'Россия']);
    expect(await first('Росися')).toEqual(['actor', 'russia', 'Россия', 'Россия']);
    expect(await first('state dpartment')).toEqual(['actor', 'state-department', 'State', 'Department', undefined]);
    expect(await first('quux')).toBeUndefined();
  });

  it('finds claims, quotations and documents, each with what it leads to', async () => {
    const explorer = await explore(open);
    const claims = await find(explorer, 'arms deal', ['claim']);
    expect(claims.map(brief)).toEqual([['claim', 'deal', 'arms', 'deal']]);
    expect(claims[0]?.node).toMatchObject({ type: 'claim', id: 'deal', asserters: 2, deniers: 2 });
    const [quotation] = await find(explorer, 'exported weapons', ['quotation']);
    expect(quotation).toEqual({
      kind: 'quotation',
      id: 's6',
      text: 'We have never exported weapons',
      hits: [
        [14, 22],
        [23, 30],
      ],
      actor: { id: 'north-korea', name: 'North Korea', kind: 'state' },
      claim: { id: 'deal', text: 'An arms deal between North Korea and Russia is under way' },
    });
    expect((await find(explorer, 'press brief', ['document'])).map(brief)).toEqual([
      ['document', 'briefing', 'press', 'brief'],
    ]);
  });

  it('puts actors before claims, documents and quotations that match alike', async () => {
    const results = await find(await explore(open), 'rockets');
    expect(results.map(brief)).toEqual([
      ['claim', 'rockets', 'rockets'],
      ['quotation', 's2', 'rockets'],
    ]);
    expect((await find(await explore(open), 'north korea')).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'actor north-korea',
      'claim deal',
      'claim smear',
      'document article',
    ]);
  });

  it('ranks: exact name, exact alias, prefix, later word, part of an alias, any order, typing error, part', async () => {
    const actors = [
      { id: '8', name: 'Free Border Forum' },
      { id: '7', name: 'Free Pres' },
      { id: '6', name: 'Press that is free' },
      { id: '5', name: 'E', aliases: ['The Free Press'] },
      { id: '4', name: 'Our Free Press' },
      { id: '3', name: 'Free Pressmen' },
      { id: '2', name: 'B', aliases: ['free-press'] },
      { id: '1', name: 'Frée Press' },
    ];
    const results = await find(await explore(open, { actors }), 'free press', ['actor']);
    expect(results.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect((await find(await explore(open, { actors }), 'free borders', ['actor'])).map(({ id }) => id)).toEqual(['8']);
  });

  it('gives up once nobody waits for the answer', async () => {
    const explorer = await explore(open);
    let questions = 0;
    const isWanted = (): boolean => (questions += 1) < 2;
    expect(await explorer.search({ text: 'north korea', limit: 5, isWanted })).toEqual({
      query: 'north korea',
      results: [],
      truncated: false,
    });
    expect(questions).toBe(2);
  });

  it('breaks ties by the number of statements, then by id', async () => {
    const actors = ['c', 'a', 'b', 'd'].map((id) => ({ id, name: `Ministry ${id.toUpperCase()}` }));
    const statements = [1, 2].map((at) => ({ id: `s${at}`, actor: 'd', claim: 'x', stance: 'asserts' as const }));
    const explorer = await explore(open, { actors, claims: [{ id: 'x', text: 'X' }], statements });
    expect((await find(explorer, 'ministry')).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
    expect(await explorer.search({ text: 'ministry', limit: 2 })).toMatchObject({
      results: [{ id: 'd' }, { id: 'a' }],
      truncated: true,
    });
    expect(await explorer.search({ text: 'ministry', limit: 4 })).toMatchObject({ truncated: false });
  });

  it('finds a claim by its whole text among many that share its words', async () => {
    const places = ['coast', 'border', 'harbour', 'mountains'];
    const claims = Array.from({ length: 400 }, (_, at) => ({
      id: `c${at}`,
      text: `The ministry sent ${at} trucks of grain to the ${places[at % 4]} in the spring of ${1900 + at} and back`,
    }));
    const explorer = await explore(open, { claims });
    for (const { id, text } of [claims[7], claims[250], claims[399]].filter((claim) => claim !== undefined)) {
      const [result] = await find(explorer, text);
      expect([result?.id, result?.hits.length]).toEqual([id, 12]);
    }
  });

  it('shows a long quotation around what matched', async () => {
    const exact = `${'before '.repeat(40)}needle ${'after '.repeat(80)}`.trim();
    const explorer = await explore(open, {
      actors: [{ id: 'a', name: 'A' }],
      claims: [{ id: 'c', text: 'C' }],
      statements: [{ id: 's', actor: 'a', claim: 'c', stance: 'asserts', quotation: { exact, location: 'no-text' } }],
    });
    const [result] = await find(explorer, 'needle');
    expect(result && brief(result)).toEqual(['quotation', 's', 'needle']);
    expect(result?.text.startsWith('…before ')).toBe(true);
    expect(result?.text.endsWith(' after…')).toBe(true);
    expect(result?.text.length).toBeLessThan(320);
  });

  it('finds published things although an unfinished import brought many alike', async () => {
    const flood = Array.from({ length: 3_000 }, (_, at) => ({
      id: `flood-${at}`,
      name: 'Harbour Board',
      importId: 'import-000002',
    }));
    const explorer = await explore(open, {
      actors: [...flood, { id: 'real', name: 'Harbour Board of the Northern Coast' }],
      imports: [
        { id: 'import-000001', state: 'published' },
        { id: 'import-000002', state: 'loading' },
      ],
    });
    expect(await explorer.search({ text: 'harbour board', limit: 20 })).toMatchObject({
      results: [{ id: 'real' }],
      truncated: false,
    });
  });

  it('answers any text without an error, with spans inside what is shown, in the same order each time', async () => {
    const explorer = await explore(open);
    const piece = fc.constantFrom(
      'north',
      'Korea',
      '북한',
      'روسيا',
      'ß',
      '😀',
      "' OR",
      'AND NOT',
      '*',
      '~2',
      '"',
      '\\',
      '\u0301',
      'kor',
      'x:y',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (query) => {
        const answer = await explorer.search({ text: query, limit: 20 });
        for (const { text: shown, matched, hits } of answer.results) {
          let last = 0;
          for (const [start, end] of hits) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual((matched ?? shown).length);
        }
        expect(await explorer.search({ text: query, limit: 20 })).toEqual(answer);
      }),
      { numRuns: 60 },
    );
  });
});
