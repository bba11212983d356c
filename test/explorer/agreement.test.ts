/** Who agrees with whom, and what actors share: over all claims. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import type { Explorer } from '../../server/explorer/explorer.ts';
import { describeOnEngines, type OpenEngine } from '../support/engines.ts';
import { KOREA } from './korea-dispute.ts';
import { type Dispute, type StatementFixture, writeDispute } from './write-dispute.ts';

async function explore(open: OpenEngine, dispute: Dispute): Promise<Explorer> {
  const engine = await open();
  await writeDispute(engine, dispute);
  return createExplorer(engine);
}

/** A dispute of actors a0… and claims c0…; each row is one statement. */
function disputeOf(rows: readonly (readonly [actor: number, stance: StatementFixture['stance'], claim: number])[]) {
  const numbers = (at: 0 | 2) => [...new Set(rows.map((row) => row[at]))].toSorted((a, b) => a - b);
  return {
    actors: numbers(0).map((at) => ({ id: `a${at}`, name: `Actor ${at}` })),
    claims: numbers(2).map((at) => ({ id: `c${at}`, text: `Claim ${at}` })),
    statements: rows.map(([actor, stance, claim], at) => ({
      id: `s${at}`,
      actor: `a${actor}`,
      claim: `c${claim}`,
      stance,
    })),
  };
}

/** 260 claims: on each the first two actors agree, on the last 240 the third denies; no page of nodes has them all. */
const MANY = disputeOf(
  Array.from({ length: 260 }, (_, claim) => claim).flatMap((claim) => [
    [0, 'asserts', claim] as const,
    [1, 'asserts', claim] as const,
    ...(claim < 20 ? [] : [[2, 'denies', claim] as const]),
  ]),
);

describeOnEngines('agreement', (open) => {
  it('counts over all shared claims, more than any page has', async () => {
    const explorer = await explore(open, MANY);
    const ids = ['a0', 'a1', 'a2'];
    expect(await explorer.agreement({ ids, sort: 'contradict', limit: 100 })).toEqual({
      pairs: [
        { a: 'a0', b: 'a2', shared: 240, agree: 0, contradict: 240 },
        { a: 'a1', b: 'a2', shared: 240, agree: 0, contradict: 240 },
        { a: 'a0', b: 'a1', shared: 260, agree: 260, contradict: 0 },
      ],
      claims: 260,
      contradicted: 240,
      agreed: 20,
      total: 3,
      incomplete: false,
      truncated: false,
    });
    const agreeing = await explorer.agreement({ ids, sort: 'agree', limit: 1 });
    expect([agreeing.pairs[0]?.a, agreeing.pairs[0]?.b, agreeing.truncated]).toEqual(['a0', 'a1', true]);
    const opposite = await explorer.common({ ids, sides: 'opposite', limit: 200 });
    expect([opposite.nodes.length, opposite.total, opposite.truncated, opposite.incomplete]).toEqual([
      200,
      240,
      true,
      false,
    ]);
    const rest = await explorer.common({ ids, sides: 'opposite', limit: 200, cursor: opposite.next ?? '' });
    expect(new Set([...opposite.nodes, ...rest.nodes].map(({ id }) => id)).size).toBe(240);
    expect([rest.nodes.length, rest.truncated, rest.next]).toEqual([40, false, undefined]);
    expect((await explorer.common({ ids, sides: 'same', limit: 5 })).total).toBe(20);
  });

  it('leaves out SPEAKS_FOR, neutral statements and pairs without a shared claim', async () => {
    const explorer = await explore(open, KOREA);
    const answer = await explorer.agreement({
      ids: ['kcna', 'north-korea', 'russia', 'spokesman', 'white-house'],
      sort: 'shared',
      limit: 100,
    });
    expect(answer.pairs).toEqual([
      { a: 'russia', b: 'spokesman', shared: 2, agree: 0, contradict: 2 },
      { a: 'north-korea', b: 'spokesman', shared: 1, agree: 0, contradict: 1 },
      { a: 'north-korea', b: 'white-house', shared: 1, agree: 0, contradict: 1 },
      { a: 'russia', b: 'white-house', shared: 1, agree: 0, contradict: 1 },
      { a: 'north-korea', b: 'russia', shared: 1, agree: 1, contradict: 0 },
      { a: 'spokesman', b: 'white-house', shared: 1, agree: 1, contradict: 0 },
    ]);
    expect([answer.claims, answer.contradicted, answer.agreed]).toEqual([2, 2, 0]);
  });

  it('counts an actor that took both sides on both, a claim once', async () => {
    const explorer = await explore(
      open,
      disputeOf([
        [0, 'asserts', 0],
        [0, 'denies', 0],
        [1, 'asserts', 0],
        [1, 'denies', 0],
        [2, 'denies', 0],
        [2, 'denies', 0],
      ]),
    );
    const { pairs } = await explorer.agreement({ ids: ['a0', 'a1', 'a2'], sort: 'contradict', limit: 9 });
    expect(pairs.map(({ a, b, shared, agree, contradict }) => [a, b, shared, agree, contradict])).toEqual([
      ['a0', 'a1', 1, 1, 1],
      ['a0', 'a2', 1, 1, 1],
      ['a1', 'a2', 1, 1, 1],
    ]);
  });

  describe('page by page', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom('asserts' as const, 'denies' as const, 'neutral' as const),
      fc.integer({ min: 0, max: 5 }),
    );

    it('gives each pair and each claim once, with the numbers that the statements give', async () => {
      const engine = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), async (rows, limit) => {
          await engine.write((q) => q.run('MATCH (n) DETACH DELETE n'));
          const everyone = [0, 1, 2, 3, 4, 5].map((at) => [at, 'neutral', 9] as const);
          await writeDispute(engine, disputeOf([...rows, ...everyone]));
          const explorer = createExplorer(engine);
          const ids = [0, 1, 2, 3, 4, 5].map((at) => `a${at}`);
          for (const sort of ['contradict', 'agree', 'shared'] as const) {
            const whole = await explorer.agreement({ ids, sort, limit: 1_000 });
            const paged = [];
            for (let cursor: string | undefined, turns = 0; turns < 20; turns++) {
              const page = await explorer.agreement({ ids, sort, limit, ...(cursor !== undefined && { cursor }) });
              paged.push(...page.pairs);
              cursor = page.next;
              if (cursor === undefined) break;
            }
            expect(paged).toEqual(whole.pairs);
            expect(new Set(whole.pairs.map(({ a, b }) => `${a} ${b}`))).toEqual(new Set(Object.keys(expected(rows))));
            for (const { a, b, shared, agree, contradict } of whole.pairs)
              expect({ shared, agree, contradict }).toEqual(expected(rows)[`${a} ${b}`]);
          }
          const opposite = await explorer.common({ ids, sides: 'opposite', limit: 200 });
          const same = await explorer.common({ ids, sides: 'same', limit: 200 });
          const { claims, contradicted, agreed } = await explorer.agreement({ ids, sort: 'agree', limit: 1 });
          expect([opposite.total, same.total, opposite.total + same.total]).toEqual([contradicted, agreed, claims]);
        }),
        { numRuns: 8 },
      );
    });
  });
});

/** The numbers of each pair with a shared claim, straight from the statements. */
function expected(
  rows: readonly (readonly [actor: number, stance: StatementFixture['stance'], claim: number])[],
): Record<string, { shared: number; agree: number; contradict: number }> {
  const has = (actor: number, stance: string, claim: number) =>
    rows.some(([a, s, c]) => a === actor && s === stance && c === claim);
  const takes = (actor: number, claim: number) => has(actor, 'asserts', claim) || has(actor, 'denies', claim);
  const pairs: Record<string, { shared: number; agree: number; contradict: number }> = {};
  for (let a = 0; a < 6; a++) {
    for (let b = a + 1; b < 6; b++) {
      const claims = [0, 1, 2, 3, 4, 5].filter((claim) => takes(a, claim) && takes(b, claim));
      if (claims.length === 0) continue;
      const count = (isCounted: (claim: number) => boolean) => claims.filter(isCounted).length;
      pairs[`a${a} a${b}`] = {
        shared: claims.length,
        agree: count((c) => ['asserts', 'denies'].some((stance) => has(a, stance, c) && has(b, stance, c))),
        contradict: count(
          (c) => (has(a, 'asserts', c) && has(b, 'denies', c)) || (has(a, 'denies', c) && has(b, 'asserts', c)),
        ),
      };
    }
  }
  return pairs;
}
