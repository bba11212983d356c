/** What comes first where ranks tie: the more telling, and the id only at the end. */
import { expect, it } from 'vitest';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import type { Explorer } from '../../server/explorer/explorer.ts';
import { describeOnEngines } from '../support/engines.ts';
import { type Dispute, type StatementFixture, writeDispute } from './write-dispute.ts';

const idsOf = (items: readonly { readonly id: string }[] = []): string[] => items.map(({ id }) => id);

let made = 0;
/** Statements of one actor on one claim. */
function state(
  actor: string,
  stance: StatementFixture['stance'],
  claim: string,
  ...own: readonly Partial<StatementFixture>[]
): StatementFixture[] {
  return (own.length === 0 ? [{}] : own).map((one) => {
    made += 1;
    return { id: `s${made}`, actor, claim, stance, ...one };
  });
}

/** Each claim is asserted once and denied once; the first letters of the ids say what must not decide. */
const TIED: Dispute = {
  actors: ['a-quiet', 'b-quiet', 'm-newer', 'z-busy', 'y-busy'].map((id) => ({ id, name: id })),
  claims: ['1-percent', '2-percent', 'new', 'wide', 'elsewhere'].map((id) => ({ id, text: id })),
  statements: [
    ...state('a-quiet', 'asserts', '1-percent', { date: '2001' }),
    ...state('b-quiet', 'denies', '1-percent', { date: '2001' }),
    ...state('a-quiet', 'asserts', '2-percent', { date: '2001' }),
    ...state('b-quiet', 'denies', '2-percent', { date: '2001' }),
    ...state('a-quiet', 'asserts', 'new', { date: '2001' }),
    ...state('b-quiet', 'denies', 'new', { date: '2020-05' }),
    ...state('a-quiet', 'asserts', 'wide', { date: '2002' }),
    ...state('b-quiet', 'asserts', 'wide', { date: '2002' }),
    ...state('m-newer', 'asserts', 'wide', { date: '2003' }),
    ...state('z-busy', 'asserts', 'wide', { date: '2001' }),
    ...state('y-busy', 'denies', 'wide', { date: '2001' }),
    ...state('z-busy', 'neutral', 'elsewhere', {}, {}, {}),
    ...state('y-busy', 'asserts', 'elsewhere', {}, {}),
  ],
};

describeOnEngines('the order of ties', (open) => {
  const explore = async (dispute: Dispute = TIED): Promise<Explorer> => {
    const engine = await open();
    await writeDispute(engine, dispute);
    return createExplorer(engine);
  };

  it('of contested claims: contention, statements, latest date, whatever the sort names first', async () => {
    const explorer = await explore();
    const sorted = async (sort: 'contested' | 'recent' | 'statements') =>
      idsOf((await explorer.contested({ sort, limit: 9 })).claims);
    expect(await sorted('contested')).toEqual(['wide', 'new', '1-percent', '2-percent']);
    expect(await sorted('statements')).toEqual(['wide', 'new', '1-percent', '2-percent']);
    expect(await sorted('recent')).toEqual(['new', 'wide', '1-percent', '2-percent']);
    const ofActor = await explorer.contested({ actor: 'a-quiet', sort: 'contested', limit: 9 });
    expect(idsOf(ofActor.claims)).toEqual(['wide', 'new', '1-percent', '2-percent']);
  });

  it('of the start view', async () => {
    const { graph } = await (await explore()).overview();
    // The actors have five, four and three statements; then one.
    const actors = ['b-quiet', 'a-quiet', 'z-busy', 'y-busy', 'm-newer'];
    expect(idsOf(graph.nodes)).toEqual(['wide', 'new', '1-percent', '2-percent', 'elsewhere', ...actors]);
  });

  it('of the neighbours of a claim: the busier, then the newer', async () => {
    const graph = await (await explore()).neighbours('wide', { limit: 9 });
    expect(idsOf(graph?.nodes)).toEqual(['a-quiet', 'b-quiet', 'z-busy', 'y-busy', 'm-newer']);
    const asserting = await (await explore()).neighbours('wide', { stance: 'asserts', limit: 2 });
    expect(idsOf(asserting?.nodes)).toEqual(['a-quiet', 'b-quiet']);
  });

  it('of the neighbours of an actor: the newer claim', async () => {
    const graph = await (await explore()).neighbours('b-quiet', { limit: 3 });
    expect(idsOf(graph?.nodes)).toEqual(['wide', 'new', '1-percent']);
  });

  it('of positions: statements, then contention and statements at the other end', async () => {
    const explorer = await explore();
    const page = await explorer.positions('a-quiet', { limit: 9 });
    expect(page?.positions.map(({ node }) => node.id)).toEqual(['wide', '1-percent', '2-percent', 'new']);
    const on = await explorer.positions('wide', { limit: 9 });
    expect(on?.positions.map(({ node }) => node.id)).toEqual(['m-newer', 'a-quiet', 'b-quiet', 'z-busy', 'y-busy']);
  });

  it('of statements of one date: those with a located quotation, then those with another', async () => {
    const quoted = (exact: string, location: string) => ({ exact, location });
    const explorer = await explore({
      actors: [{ id: 'a', name: 'A' }],
      claims: [{ id: 'c', text: 'C' }],
      documents: [{ id: 'd', title: 'D' }],
      statements: [
        { id: 's1', actor: 'a', claim: 'c', stance: 'asserts', date: '2020', document: 'd' },
        { id: 's2', actor: 'a', claim: 'c', stance: 'asserts', date: '2020', quotation: quoted('x', 'no-text') },
        {
          id: 's3',
          actor: 'a',
          claim: 'c',
          stance: 'asserts',
          date: '2020',
          document: 'd',
          quotation: { ...quoted('y', 'located'), start: 0, end: 1 },
        },
        { id: 's4', actor: 'a', claim: 'c', stance: 'asserts', date: '2021', document: 'd' },
      ],
    });
    for (const query of [{}, { claim: 'c' }, { actor: 'a' }, { actor: 'a', claim: 'c' }])
      expect([query, idsOf((await explorer.statements({ ...query, limit: 9 })).statements)]).toEqual([
        query,
        ['s4', 's3', 's2', 's1'],
      ]);
    expect(idsOf((await explorer.statements({ document: 'd', limit: 9 })).statements)).toEqual(['s4', 's3', 's1']);
    expect(idsOf((await explorer.document('d'))?.statements)).toEqual(['s3', 's4', 's1']);
  });

  it('of sources: the newer document', async () => {
    const explorer = await explore({
      actors: [{ id: 'a', name: 'A' }],
      claims: [{ id: 'c', text: 'C' }],
      documents: [
        { id: 'd1', title: 'D' },
        { id: 'd2', title: 'D', publishedAt: '2019' },
        { id: 'd3', title: 'D', publishedAt: '2020-02' },
      ],
      statements: ['d1', 'd2', 'd3'].flatMap((document) => state('a', 'asserts', 'c', { document })),
    });
    for (const id of ['a', 'c'])
      expect((await explorer.sources(id, 9))?.documents.map(({ document }) => document.id)).toEqual(['d3', 'd2', 'd1']);
  });

  it('of groups of neighbours: the larger', async () => {
    const explorer = await explore({
      actors: [
        { id: 'a', name: 'A', kind: 'group' },
        { id: 'b', name: 'B', kind: 'state' },
        { id: 'c', name: 'C', kind: 'state' },
      ],
      claims: [{ id: 'x', text: 'X' }],
      statements: ['a', 'b', 'c'].flatMap((actor) => state(actor, 'asserts', 'x')),
    });
    expect((await explorer.node('x'))?.groups.map(({ kind }) => kind)).toEqual(['state', 'group']);
  });

  it('of search results: contention, then the newer', async () => {
    const explorer = await explore({
      actors: ['a', 'b', 'c'].map((id) => ({ id, name: `Actor ${id}` })),
      claims: ['1-bridge', '2-bridge', '3-bridge', '4-bridge'].map((id) => ({ id, text: `The bridge ${id}` })),
      documents: [
        { id: 'd1', title: 'Bridge', publishedAt: '2001' },
        { id: 'd2', title: 'Bridge', publishedAt: '2002' },
      ],
      statements: [
        ...state('a', 'asserts', '1-bridge', { date: '2001' }, { date: '2001' }),
        ...state('a', 'asserts', '2-bridge', { date: '2002' }, { date: '2001' }),
        ...state('a', 'asserts', '3-bridge', { date: '2001' }),
        ...state('b', 'denies', '3-bridge', { date: '2001' }),
        ...state('c', 'neutral', '4-bridge', { date: '2001' }, { date: '2001' }, { date: '2001' }),
      ],
    });
    expect(idsOf((await explorer.search({ text: 'the bridge', kinds: ['claim'], limit: 9 })).results)).toEqual([
      '4-bridge',
      '3-bridge',
      '2-bridge',
      '1-bridge',
    ]);
    expect(idsOf((await explorer.search({ text: 'bridge', kinds: ['document'], limit: 9 })).results)).toEqual([
      'd2',
      'd1',
    ]);
    expect(idsOf((await explorer.search({ text: 'actor', limit: 9 })).results)).toEqual(['a', 'c', 'b']);
  });

  it('of paths: over the more contested claim, then over the one with more positions', async () => {
    const explorer = await explore({
      actors: ['from', 'to', 'x', 'y'].map((id) => ({ id, name: id })),
      claims: ['1', '2', '3'].map((id) => ({ id, text: id })),
      statements: [
        ...['1', '2', '3'].flatMap((claim) => [...state('from', 'asserts', claim), ...state('to', 'asserts', claim)]),
        ...state('x', 'asserts', '2'),
        ...state('y', 'denies', '3'),
      ],
    });
    const answer = await explorer.paths({ from: 'from', to: 'to', maxHops: 2, k: 5, speaksFor: true });
    expect(answer?.paths.map(({ nodes }) => nodes[1])).toEqual(['3', '2', '1']);
  });
});
