/** Paths through a small dispute, on both engines. */
import { expect, it } from 'vitest';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import type { Explorer } from '../../server/explorer/explorer.ts';
import type { PathQuery } from '../../server/explorer/queries.ts';
import { describeOnEngines, type OpenEngine } from '../support/engines.ts';
import { KOREA } from './korea-dispute.ts';
import { type Dispute, writeDispute } from './write-dispute.ts';

async function explore(open: OpenEngine, dispute: Dispute = KOREA): Promise<Explorer> {
  const engine = await open();
  await writeDispute(engine, dispute);
  return createExplorer(engine);
}
const ask = (from: string, to: string, changes: Partial<PathQuery> = {}): PathQuery => ({
  from,
  to,
  maxHops: 6,
  k: 5,
  speaksFor: true,
  ...changes,
});

describeOnEngines('paths', (open) => {
  it('lead from actor to actor over claims, shortest first, with their edges and newest statements', async () => {
    const answer = await (await explore(open)).paths(ask('north-korea', 'russia'));
    expect(answer?.paths).toEqual([
      { nodes: ['north-korea', 'deal', 'russia'], edges: ['north-korea denies deal', 'russia denies deal'] },
      {
        nodes: ['north-korea', 'deal', 'spokesman', 'rockets', 'russia'],
        edges: [
          'north-korea denies deal',
          'spokesman asserts deal',
          'spokesman asserts rockets',
          'russia denies rockets',
        ],
      },
    ]);
    expect(answer?.nodes.map(({ id }) => id)).toEqual(['north-korea', 'deal', 'russia', 'spokesman', 'rockets']);
    expect(answer?.edges.map(({ id }) => id).toSorted()).toEqual([
      'north-korea denies deal',
      'russia denies deal',
      'russia denies rockets',
      'spokesman asserts deal',
      'spokesman asserts rockets',
    ]);
    expect(answer?.statements.map(({ id }) => id)).toEqual(['s6', 's8', 's9', 's1', 's2', 's3']);
    expect(answer && [answer.truncated, answer.maxHops]).toEqual([false, 6]);
  });

  it('say truncated when there are more than asked for', async () => {
    const answer = await (await explore(open)).paths(ask('north-korea', 'russia', { k: 1 }));
    expect(answer && [answer.paths.length, answer.truncated]).toEqual([1, true]);
  });

  it.each([
    ['north-korea', 'russia', { stances: ['denies'] }, [['north-korea', 'deal', 'russia']]],
    ['north-korea', 'russia', { stances: ['asserts'] }, []],
    ['north-korea', 'russia', { maxHops: 1 }, []],
    ['kcna', 'deal', {}, [['kcna', 'north-korea', 'deal']]],
    ['kcna', 'deal', { speaksFor: false }, []],
    ['kcna', 'state-department', { k: 1 }, [['kcna', 'north-korea', 'deal', 'spokesman', 'state-department']]],
    ['kcna', 'state-department', { maxHops: 3 }, []],
    [
      'smear',
      'rockets',
      { maxHops: 4, k: 2 },
      [
        ['smear', 'north-korea', 'deal', 'russia', 'rockets'],
        ['smear', 'north-korea', 'deal', 'spokesman', 'rockets'],
      ].toReversed(),
    ],
    ['north-korea', 'deal', { k: 1 }, [['north-korea', 'deal']]],
    ['times', 'russia', {}, []],
    ['russia', 'russia', {}, [['russia']]],
  ] as const)('from %s to %s with %j', async (from, to, changes, expected) => {
    const answer = await (await explore(open)).paths(ask(from, to, changes));
    expect(answer?.paths.map(({ nodes }) => nodes)).toEqual(expected);
  });

  it('show an actor that changed sides with both edges', async () => {
    const explorer = await explore(open, {
      actors: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
      claims: [{ id: 'c', text: 'C' }],
      statements: [
        { id: '1', actor: 'a', claim: 'c', stance: 'asserts' },
        { id: '2', actor: 'a', claim: 'c', stance: 'denies' },
        { id: '3', actor: 'b', claim: 'c', stance: 'denies' },
      ],
    });
    expect((await explorer.paths(ask('a', 'b')))?.paths).toEqual([
      { nodes: ['a', 'c', 'b'], edges: ['a asserts c', 'a denies c', 'b denies c'] },
    ]);
    expect((await explorer.paths(ask('a', 'b', { stances: ['asserts', 'denies'] })))?.paths).toHaveLength(1);
    expect((await explorer.paths(ask('a', 'b', { stances: ['asserts'] })))?.paths).toEqual([]);
  });

  it('do not lead over what is hidden', async () => {
    const own = { importId: 'import-000002' };
    const explorer = await explore(open, {
      imports: [
        { id: 'import-000001', state: 'published' },
        { id: 'import-000002', state: 'loading' },
      ],
      actors: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
        { id: 'ghost', name: 'Ghost', speaksFor: ['a', 'b'], ...own },
      ],
      claims: [
        { id: 'c', text: 'C' },
        { id: 'd', text: 'D', ...own },
      ],
      statements: [
        { id: '1', actor: 'a', claim: 'c', stance: 'asserts' },
        { id: '2', actor: 'b', claim: 'c', stance: 'denies', ...own },
        { id: '3', actor: 'a', claim: 'd', stance: 'asserts', ...own },
        { id: '4', actor: 'b', claim: 'd', stance: 'asserts', ...own },
      ],
    });
    expect((await explorer.paths(ask('a', 'b')))?.paths).toEqual([]);
    expect(await explorer.paths(ask('a', 'ghost'))).toBeUndefined();
    expect(await explorer.paths(ask('nobody', 'a'))).toBeUndefined();
  });
});
