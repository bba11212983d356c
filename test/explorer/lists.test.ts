import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { CursorError } from '../../server/explorer/cursor.ts';
import type { Explorer } from '../../server/explorer/explorer.ts';
import type { StatementQuery } from '../../server/explorer/queries.ts';
import { type OpenEngine, describeOnEngines } from '../support/engines.ts';
import { KOREA } from './korea-dispute.ts';
import { type Dispute, writeDispute } from './write-dispute.ts';
import { UnknownIdError } from '../../server/explorer/unknown-id.ts';

async function explore(open: OpenEngine, dispute: Dispute = KOREA): Promise<Explorer> {
  const engine = await open();
  await writeDispute(engine, dispute);
  return createExplorer(engine);
}
const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

/** Follows the cursors to the end; fails when a page says otherwise than its length does. */
async function allPages<T>(
  readPage: (cursor?: string) => Promise<{ items: readonly T[]; truncated: boolean; next?: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | undefined, turns = 0; turns < 1_000; turns++) {
    const { items, truncated, next } = await readPage(cursor);
    all.push(...items);
    expect(next !== undefined).toBe(truncated);
    if (next === undefined) return all;
    cursor = next;
  }
  throw new Error('The pages do not end.');
}

/** Statements whose dates, sides and counts tie often. */
const tiedDispute = fc
  .array(
    fc.record({
      actor: fc.integer({ min: 0, max: 3 }),
      claim: fc.integer({ min: 0, max: 5 }),
      stance: fc.constantFrom('asserts' as const, 'denies' as const, 'neutral' as const),
      date: fc.constantFrom(undefined, '2022', '2022-09', '2022-09-01', '2022-09-22', '2023'),
    }),
    { maxLength: 40 },
  )
  .map((rows): Dispute => ({
    actors: [0, 1, 2, 3].map((at) => ({ id: `a${at}`, name: `Actor ${at}` })),
    claims: [0, 1, 2, 3, 4, 5].map((at) => ({ id: `c${at}`, text: `Claim ${at}`, topics: [at < 3 ? 'low' : 'high'] })),
    statements: rows.map(({ actor, claim, stance, date }, at) => ({
      id: `s${at}`,
      actor: `a${actor}`,
      claim: `c${claim}`,
      stance,
      ...(date !== undefined && { date }),
    })),
  }));

/** The contested claims with a statement that may be of 2022-09-01 to 2022-09-21. */
function contestedWithin({ statements = [] }: Dispute): string[] {
  const stances = (id: string) => new Set(statements.flatMap((one) => (one.claim === id ? [one.stance] : [])));
  const isWithin = (date: string | undefined) => ['2022', '2022-09', '2022-09-01'].includes(date ?? '');
  const claims = new Set(statements.flatMap(({ claim, date }) => (isWithin(date) ? [claim] : [])));
  return [...claims].filter((id) => stances(id).has('asserts') && stances(id).has('denies')).toSorted();
}

describeOnEngines('lists of the explorer', (open) => {
  describe('statements', () => {
    it('come newest first, undated last, with everything about them', async () => {
      const page = await (await explore(open)).statements({ limit: 50 });
      expect(idsOf(page.statements)).toEqual(['s6', 's8', 's9', 's1', 's2', 's5', 's3', 's4', 's7']);
      expect(page).toMatchObject({ total: 9, truncated: false });
      expect(page.statements[0]).toEqual({
        id: 's6',
        stance: 'denies',
        modality: 'stated',
        date: '2022-09-22',
        importId: 'import-000001',
        actor: { id: 'north-korea', name: 'North Korea', kind: 'state' },
        claim: { id: 'deal', text: 'An arms deal between North Korea and Russia is under way' },
        quotation: { exact: 'We have never exported weapons', start: 0, end: 30, location: 'located' },
        document: {
          id: 'article',
          title: 'North Korea denies arms sales',
          url: 'https://example.org/article',
          publishedAt: '2022-09-22',
          publisher: { id: 'times', name: 'The Times', kind: 'media' },
        },
        reportedBy: [
          { id: 'kcna', name: 'KCNA', kind: 'media' },
          { id: 'times', name: 'The Times', kind: 'media' },
        ],
      });
      expect(page.statements[5]).toEqual({
        id: 's5',
        stance: 'neutral',
        modality: 'stated',
        date: '2022-09-06',
        importId: 'import-000001',
        note: 'No indication.',
        actor: { id: 'white-house', name: 'White House' },
        claim: { id: 'complete', text: 'The purchase is complete' },
        reportedBy: [],
      });
    });

    it('are filtered by each of what they have', async () => {
      const explorer = await explore(open);
      const cases: readonly [Omit<StatementQuery, 'limit'>, readonly string[]][] = [
        [{ claim: 'deal' }, ['s6', 's9', 's1', 's3', 's4']],
        [{ actor: 'spokesman' }, ['s1', 's2', 's3']],
        [{ actor: 'spokesman', claim: 'deal' }, ['s1', 's3']],
        [{ actor: 'spokesman', claim: 'deal', stance: 'denies' }, []],
        [{ actor: 'white-house', claim: 'complete', stance: 'neutral' }, ['s5']],
        [{ stance: 'denies' }, ['s6', 's8', 's9']],
        [{ document: 'article' }, ['s6', 's1', 's4', 's7']],
        [{ document: 'article', actor: 'north-korea' }, ['s6', 's7']],
        [{ document: 'article', claim: 'deal', stance: 'asserts' }, ['s1', 's4']],
      ];
      // An id that ends like another one is another one.
      for (const query of [{ document: 'nothing' }, { actor: 'nobody' }, { claim: 'eal', document: 'article' }])
        await expect(explorer.statements({ ...query, limit: 50 })).rejects.toThrow(UnknownIdError);
      for (const [query, expected] of cases) {
        const page = await explorer.statements({ ...query, limit: 50 });
        expect([query, idsOf(page.statements), page.total, page.truncated]).toEqual([
          query,
          expected,
          expected.length,
          false,
        ]);
      }
    });

    it('stay within dates as far as their precision tells', async () => {
      const explorer = await explore(open);
      const within = async (from?: string, to?: string): Promise<string[]> =>
        idsOf(
          (
            await explorer.statements({
              limit: 50,
              ...(from !== undefined && { from }),
              ...(to !== undefined && { to }),
            })
          ).statements,
        );
      expect(await within('2022-09-07')).toEqual(['s6', 's8', 's9', 's3', 's4']);
      expect(await within(undefined, '2022-09-06')).toEqual(['s1', 's2', 's5', 's3', 's4']);
      expect(await within('2022', '2022')).toEqual(['s6', 's8', 's9', 's1', 's2', 's5', 's3', 's4']);
      expect(await within('2022-10')).toEqual(['s4']);
      expect(await within('2023')).toEqual([]);
    });

    it('count all when a page is short, by counters and by counting', async () => {
      const explorer = await explore(open);
      for (const query of [
        {},
        { claim: 'deal' },
        { actor: 'spokesman' },
        { stance: 'denies' as const },
        { document: 'article' },
        { from: '2022-09' },
      ]) {
        const all = await explorer.statements({ ...query, limit: 50 });
        const one = await explorer.statements({ ...query, limit: 1 });
        expect([query, one.total, one.truncated]).toEqual([query, all.statements.length, true]);
      }
    });
  });

  describe('contested claims', () => {
    it('are those that somebody asserts and somebody denies', async () => {
      const page = await (await explore(open)).contested({ sort: 'contested', limit: 50 });
      expect(idsOf(page.claims)).toEqual(['deal', 'rockets']);
      expect(page).toMatchObject({ total: 2, truncated: false });
    });

    it('are sorted by contention, by their latest statement, or by the number of statements', async () => {
      const sides = (claim: string, asserters: number, deniers: number, date?: string) =>
        Array.from({ length: asserters + deniers }, (_, at) => ({
          id: `${claim}-${at}`,
          actor: `a${at}`,
          claim,
          stance: at < asserters ? ('asserts' as const) : ('denies' as const),
          ...(date !== undefined && { date }),
        }));
      const explorer = await explore(open, {
        actors: Array.from({ length: 6 }, (_, at) => ({ id: `a${at}`, name: `A${at}` })),
        claims: ['even', 'lopsided', 'tied', 'calm'].map((id) => ({ id, text: id })),
        statements: [
          ...sides('even', 2, 2, '2020'),
          ...sides('lopsided', 5, 1),
          ...sides('tied', 2, 2, '2022-01'),
          ...sides('calm', 3, 0, '2023'),
        ],
      });
      const sorted = async (sort: 'contested' | 'recent' | 'statements'): Promise<string[]> =>
        idsOf((await explorer.contested({ sort, limit: 9 })).claims);
      expect(await sorted('contested')).toEqual(['tied', 'even', 'lopsided']);
      expect(await sorted('recent')).toEqual(['tied', 'even', 'lopsided']);
      expect(await sorted('statements')).toEqual(['lopsided', 'tied', 'even']);
    });

    it('are filtered by actor, topic and time', async () => {
      const explorer = await explore(open);
      const found = async (query: {
        actor?: string;
        topic?: string;
        from?: string;
        to?: string;
      }): Promise<unknown[]> => {
        const page = await explorer.contested({ ...query, sort: 'contested', limit: 9 });
        return [idsOf(page.claims), page.total];
      };
      expect(await found({ actor: 'north-korea' })).toEqual([['deal'], 1]);
      expect(await found({ actor: 'russia' })).toEqual([['deal', 'rockets'], 2]);
      expect(await found({ topic: 'words' })).toEqual([[], 0]);
      expect(await found({ topic: 'arms' })).toEqual([['deal', 'rockets'], 2]);
      expect(await found({ topic: 'trade' })).toEqual([['rockets'], 1]);
      expect(await found({ topic: 'trade', actor: 'russia' })).toEqual([['rockets'], 1]);
      expect(await found({ topic: 'trade', actor: 'north-korea' })).toEqual([[], 0]);
      expect(await found({ from: '2022-09-08' })).toEqual([['deal'], 1]);
      expect(await found({ to: '2022-09-05' })).toEqual([['deal'], 1]);
      expect(await found({ to: '2021' })).toEqual([[], 0]);
    });

    it('are in a range of dates only with a statement in it, which alone is counted and gives the order', async () => {
      const told = (claim: string, actor: string, stance: 'asserts' | 'denies' | 'neutral', dates: readonly string[]) =>
        dates.map((date) => ({ id: `${claim}-${actor}-${stance}-${date}`, claim, actor, stance, date }));
      const explorer = await explore(open, {
        actors: ['anna', 'bert', 'cora'].map((id) => ({ id, name: id })),
        claims: ['gap', 'full', 'calm'].map((id) => ({ id, text: id })),
        statements: [
          ...told('gap', 'anna', 'asserts', ['2014-01-10', '2014-05']),
          ...told('gap', 'bert', 'denies', ['2014-03-10', '2016-02-10']),
          ...told('full', 'anna', 'asserts', ['2015-02']),
          ...told('full', 'bert', 'denies', ['2015', '2016-01', '2016-02']),
          ...told('full', 'cora', 'neutral', ['2016-03']),
          ...told('calm', 'cora', 'asserts', ['2015-06', '2016-06']),
        ],
      });
      const found = async (query: { actor?: string; from?: string; to?: string }): Promise<unknown[]> => {
        const { claims, inRange = [], total } = await explorer.contested({ ...query, sort: 'contested', limit: 9 });
        return [
          total,
          ...claims.map(({ id }, at) => {
            const { asserters, deniers, statements, firstDate, lastDate } = inRange[at] ?? {};
            return [id, asserters, deniers, statements, firstDate, lastDate];
          }),
        ];
      };
      expect(await found({ from: '2015', to: '2015' })).toEqual([1, ['full', 1, 1, 2, '2015', '2015-02']]);
      expect(await found({ from: '2014-06', to: '2014-12' })).toEqual([0]);
      expect(await found({ to: '2014' })).toEqual([1, ['gap', 1, 1, 3, '2014-01-10', '2014-05']]);
      expect(await found({ from: '2016' })).toEqual([
        2,
        ['full', 0, 1, 3, '2016-01', '2016-03'],
        ['gap', 0, 1, 1, '2016-02-10', '2016-02-10'],
      ]);
      // Of the year 2015 alone, it is not known that it was before May.
      expect(await found({ from: '2015-05', to: '2015-07', actor: 'bert' })).toEqual([
        1,
        ['full', 0, 1, 1, '2015', '2015'],
      ]);
      expect((await explorer.contested({ sort: 'recent', limit: 9 })).inRange).toBeUndefined();
      const first = await explorer.contested({ sort: 'recent', from: '2016', limit: 1 });
      expect([idsOf(first.claims), first.total]).toEqual([['full'], 2]);
    });
  });

  it('give each item once over all pages, in the order of one page, whatever ties', async () => {
    const engine = await open();
    await fc.assert(
      fc.asyncProperty(tiedDispute, fc.integer({ min: 1, max: 7 }), async (dispute, limit) => {
        await engine.write((q) => q.run('MATCH (n) DETACH DELETE n'));
        await writeDispute(engine, dispute);
        const explorer = createExplorer(engine);
        for (const query of [{}, { actor: 'a0' }, { claim: 'c1' }, { stance: 'denies' as const, from: '2022-09' }]) {
          const paged = await allPages(async (cursor) => {
            const { statements, truncated, next } = await explorer.statements({
              ...query,
              limit,
              ...(cursor !== undefined && { cursor }),
            });
            return { items: statements, truncated, next };
          });
          const whole = await explorer.statements({ ...query, limit: 200 });
          expect(idsOf(paged)).toEqual(idsOf(whole.statements));
          expect(whole.total).toBe(paged.length);
        }
        for (const sort of ['contested', 'recent', 'statements'] as const) {
          const paged = await allPages(async (cursor) => {
            const { claims, truncated, next } = await explorer.contested({
              sort,
              limit,
              ...(cursor !== undefined && { cursor }),
            });
            return { items: claims, truncated, next };
          });
          expect(idsOf(paged)).toEqual(idsOf((await explorer.contested({ sort, limit: 200 })).claims));
          const range = { from: '2022-09', to: '2022-09-21' };
          const within = await allPages(async (cursor) => {
            const { claims, truncated, next, total } = await explorer.contested({
              sort,
              limit,
              ...range,
              ...(cursor !== undefined && { cursor }),
            });
            expect(total).toBe(contestedWithin(dispute).length);
            return { items: claims, truncated, next };
          });
          expect(idsOf(within)).toEqual(idsOf((await explorer.contested({ sort, limit: 200, ...range })).claims));
          expect(idsOf(within).toSorted()).toEqual(contestedWithin(dispute));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('refuse a cursor of another query, and anything else that is none', async () => {
    const explorer = await explore(open);
    const { next } = await explorer.statements({ actor: 'spokesman', limit: 1 });
    if (next === undefined) throw new Error('There should be a second page.');
    expect(idsOf((await explorer.statements({ actor: 'spokesman', limit: 5, cursor: next })).statements)).toEqual([
      's2',
      's3',
    ]);
    await expect(explorer.statements({ actor: 'russia', limit: 1, cursor: next })).rejects.toBeInstanceOf(CursorError);
    await expect(explorer.contested({ sort: 'contested', limit: 1, cursor: next })).rejects.toBeInstanceOf(CursorError);
    const { next: contested } = await explorer.contested({ sort: 'recent', limit: 1 });
    await expect(explorer.contested({ sort: 'contested', limit: 1, cursor: contested ?? '' })).rejects.toBeInstanceOf(
      CursorError,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        async (cursor) => {
          await expect(explorer.statements({ actor: 'spokesman', limit: 1, cursor })).rejects.toBeInstanceOf(
            CursorError,
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
