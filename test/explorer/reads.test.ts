import { describe, expect, it } from 'vitest';
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
const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

describeOnEngines('explorer', (open) => {
  describe('in an empty database', () => {
    it('answers that nothing is there', async () => {
      const explorer = await explore(open, {});
      expect(await explorer.overview()).toEqual({
        counts: { actors: 0, claims: 0, contested: 0, documents: 0, statements: 0, asserts: 0, denies: 0 },
        graph: { nodes: [], edges: [], total: 0, truncated: false },
      });
      expect(await explorer.node('nobody')).toBeUndefined();
      expect(await explorer.neighbours('nobody', { limit: 5 })).toBeUndefined();
      expect(await explorer.document('nothing')).toBeUndefined();
      expect(await explorer.subgraph(['nobody'])).toEqual({
        nodes: [],
        edges: [],
        total: 0,
        truncated: false,
        missing: ['nobody'],
      });
      expect(await explorer.contested({ sort: 'contested', limit: 5 })).toEqual({
        claims: [],
        total: 0,
        truncated: false,
      });
      expect(await explorer.statements({ limit: 5 })).toEqual({ statements: [], total: 0, truncated: false });
      expect(await explorer.search({ text: 'north', limit: 5 })).toEqual({
        query: 'north',
        results: [],
        truncated: false,
      });
    });
  });

  it('tells the version of the data', async () => {
    expect(await (await explore(open)).dataVersion()).toBe(7);
  });

  it('shows a small database whole but for what nothing leads to: most contested claims first, every edge', async () => {
    const { counts, graph } = await (await explore(open)).overview();
    expect(counts).toEqual({ actors: 7, claims: 4, contested: 2, documents: 2, statements: 9, asserts: 4, denies: 3 });
    expect(idsOf(graph.nodes)).toEqual([
      'deal',
      'rockets',
      'smear',
      'spokesman',
      'russia',
      'north-korea',
      'white-house',
      'kcna',
      'state-department',
    ]);
    expect(idsOf(graph.edges).toSorted()).toEqual([
      'kcna speaksFor north-korea',
      'north-korea asserts smear',
      'north-korea denies deal',
      'russia denies deal',
      'russia denies rockets',
      'spokesman asserts deal',
      'spokesman asserts rockets',
      'spokesman speaksFor state-department',
      'white-house asserts deal',
    ]);
    expect(graph).toMatchObject({ total: 9, truncated: false });
  });

  it('shows every node where there is no edge', async () => {
    const { graph } = await (
      await explore(open, { ...KOREA, actors: [{ id: 'a', name: 'A' }], claims: KOREA.claims ?? [], statements: [] })
    ).overview();
    expect([idsOf(graph.nodes), graph.edges, graph.total]).toEqual([
      ['complete', 'deal', 'rockets', 'smear', 'a'],
      [],
      5,
    ]);
  });

  it('gives an actor with its counts, and for whom it speaks', async () => {
    const explorer = await explore(open);
    expect(await explorer.node('north-korea')).toEqual({
      node: {
        type: 'actor',
        id: 'north-korea',
        name: 'North Korea',
        kind: 'state',
        aliases: ['DPRK', 'Pjöngjang', '북한', '北朝鮮'],
        asserts: 1,
        denies: 1,
        statements: 2,
      },
      neighbours: { asserts: 1, denies: 1, speaksFor: 0, spokenForBy: 1 },
      groups: [
        { relation: 'asserts', contested: false, count: 1 },
        { relation: 'denies', contested: true, count: 1 },
        { relation: 'spokenForBy', kind: 'media', count: 1 },
      ],
      speaking: [{ actor: { id: 'kcna', name: 'KCNA', kind: 'media' }, relation: 'spokenForBy' }],
    });
    expect(await explorer.node('spokesman')).toMatchObject({
      neighbours: { asserts: 2, denies: 0, speaksFor: 1, spokenForBy: 0 },
      speaking: [{ actor: { id: 'state-department' }, relation: 'speaksFor' }],
    });
  });

  it('gives a claim with its sides and its time', async () => {
    expect(await (await explore(open)).node('rockets')).toEqual({
      node: {
        type: 'claim',
        id: 'rockets',
        text: 'Russia is buying millions of rockets',
        topics: ['arms', 'trade'],
        scope: 'September 2022',
        asserters: 1,
        deniers: 1,
        statements: 2,
        firstDate: '2022-09-06',
        lastDate: '2022-09-07',
      },
      neighbours: { asserts: 1, denies: 1, speaksFor: 0, spokenForBy: 0 },
      groups: [
        { relation: 'asserts', kind: 'person', count: 1 },
        { relation: 'denies', kind: 'state', count: 1 },
      ],
      speaking: [],
    });
  });

  it('expands an actor: contested claims first, then by statements, with the edges of the new nodes', async () => {
    const explorer = await explore(open);
    const graph = await explorer.neighbours('spokesman', { limit: 25, exclude: ['russia'] });
    expect(graph && { nodes: idsOf(graph.nodes), total: graph.total, truncated: graph.truncated }).toEqual({
      nodes: ['deal', 'rockets', 'state-department'],
      total: 3,
      truncated: false,
    });
    expect(idsOf(graph?.edges ?? []).toSorted()).toEqual([
      'russia denies deal',
      'russia denies rockets',
      'spokesman asserts deal',
      'spokesman asserts rockets',
      'spokesman speaksFor state-department',
    ]);
    expect(graph?.edges.find(({ id }) => id === 'spokesman asserts deal')).toEqual({
      type: 'position',
      id: 'spokesman asserts deal',
      source: 'spokesman',
      target: 'deal',
      stance: 'asserts',
      statements: 2,
      firstDate: '2022-09',
      lastDate: '2022-09-06',
      modality: 'stated',
    });
  });

  it('expands a claim: the actors with most statements on it first', async () => {
    const explorer = await explore(open);
    const graph = await explorer.neighbours('deal', { limit: 25 });
    expect(idsOf(graph?.nodes ?? [])).toEqual(['spokesman', 'north-korea', 'russia', 'white-house']);
    expect(graph?.edges).toHaveLength(4);
  });

  it('says truncated when the limit is reached, and what there is in all', async () => {
    const explorer = await explore(open);
    const first = await explorer.neighbours('deal', { limit: 3 });
    expect(first && [idsOf(first.nodes), first.total, first.truncated]).toEqual([
      ['spokesman', 'north-korea', 'russia'],
      4,
      true,
    ]);
    const rest = await explorer.neighbours('deal', { limit: 3, exclude: idsOf(first?.nodes ?? []) });
    expect(rest && [idsOf(rest.nodes), rest.total, rest.truncated]).toEqual([['white-house'], 1, false]);
    const actor = await explorer.neighbours('spokesman', { limit: 2 });
    expect(actor && [idsOf(actor.nodes), actor.total, actor.truncated]).toEqual([['deal', 'rockets'], 3, true]);
  });

  it.each([
    ['deal', { stance: 'denies' }, ['north-korea', 'russia']],
    ['deal', { kinds: ['state'] }, ['north-korea', 'russia']],
    ['deal', { kinds: ['media', 'group'] }, []],
    ['deal', { kinds: ['unknown', 'organisation'] }, ['white-house']],
    ['north-korea', { contested: true }, ['deal']],
    ['north-korea', { contested: false }, ['smear']],
    ['spokesman', { relation: 'speaksFor' }, ['state-department']],
    ['spokesman', { relation: 'spokenForBy' }, []],
    ['north-korea', { relation: 'spokenForBy' }, ['kcna']],
    ['north-korea', { relation: 'spokenForBy', kinds: ['person'] }, []],
    ['north-korea', { relation: 'speaksFor' }, []],
    ['spokesman', { relation: 'position' }, ['deal', 'rockets']],
    ['spokesman', { stance: 'denies' }, []],
    ['north-korea', { kinds: ['person'] }, ['deal', 'smear']],
    ['deal', { relation: 'speaksFor' }, []],
  ] as const)('expands %s only by %j', async (id, filter, expected) => {
    const graph = await (await explore(open)).neighbours(id, { ...filter, limit: 25 });
    expect(graph && [idsOf(graph.nodes), graph.total, graph.truncated]).toEqual([expected, expected.length, false]);
  });

  it('gives chosen nodes in the order asked, each once, and every edge among them', async () => {
    const graph = await (await explore(open)).subgraph(['deal', 'kcna', 'nobody', 'north-korea', 'deal', 'russia']);
    expect(idsOf(graph.nodes)).toEqual(['deal', 'kcna', 'north-korea', 'russia']);
    expect(idsOf(graph.edges).toSorted()).toEqual([
      'kcna speaksFor north-korea',
      'north-korea denies deal',
      'russia denies deal',
    ]);
    expect(graph).toMatchObject({ total: 4, truncated: false });
  });

  it('gives a document with its statements in the order of their quotations, those not located last', async () => {
    const view = await (await explore(open)).document('article');
    expect(view?.document).toEqual({
      id: 'article',
      title: 'North Korea denies arms sales',
      url: 'https://example.org/article',
      publishedAt: '2022-09-22',
      publisher: { id: 'times', name: 'The Times', kind: 'media' },
      text: 'We have never exported weapons. They may buy more.',
    });
    expect(view && [idsOf(view.statements), view.total, view.truncated]).toEqual([['s6', 's1', 's4', 's7'], 4, false]);
    const located = (view?.statements ?? []).flatMap(({ quotation }) =>
      quotation?.location === 'located' ? [quotation] : [],
    );
    expect(located.map(({ start, end }) => view?.document.text?.slice(start, end))).toEqual(
      located.map(({ exact }) => exact),
    );
  });

  it('says truncated for a document of more than 1,000 statements', async () => {
    const statements = Array.from({ length: 1_001 }, (_, at) => ({
      id: `s${at}`,
      actor: 'a',
      claim: 'c',
      stance: 'asserts' as const,
      document: 'd',
    }));
    const explorer = await explore(open, {
      actors: [{ id: 'a', name: 'A' }],
      claims: [{ id: 'c', text: 'C' }],
      documents: [{ id: 'd', title: 'D' }],
      statements,
    });
    const view = await explorer.document('d');
    expect(view && [view.statements.length, view.total, view.truncated]).toEqual([1_000, 1_001, true]);
    const beyond = statements.map(({ id }) => id).find((id) => view?.statements.every((one) => one.id !== id)) ?? '';
    const asked = await explorer.document('d', beyond);
    expect(asked && [asked.statements.length, asked.statements.at(-1)?.id, asked.truncated]).toEqual([
      1_001,
      beyond,
      true,
    ]);
    expect((await explorer.document('d', view?.statements[0]?.id))?.statements).toEqual(view?.statements);
    expect(await explorer.document('d', 'nothing')).toBeUndefined();
  });
});
