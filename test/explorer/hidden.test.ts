import { expect, it } from 'vitest';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { describeOnEngines } from '../support/engines.ts';
import { KOREA } from './korea-dispute.ts';
import { type Dispute, writeDispute } from './write-dispute.ts';

const LATER = 'import-000002';

/** The Korean dispute, and an import that touches everything of it. */
function withLaterImport(state: string): Dispute {
  const own = { importId: LATER };
  return {
    dataVersion: 7,
    imports: [
      { id: 'import-000001', state: 'published' },
      { id: LATER, state },
    ],
    actors: [
      ...(KOREA.actors ?? []),
      { id: 'ghost', name: 'North Ghost', kind: 'state', aliases: ['Korea Ghost'], speaksFor: ['north-korea'], ...own },
    ],
    claims: [...(KOREA.claims ?? []), { id: 'haunting', text: 'North Korea is haunted', topics: ['arms'], ...own }],
    documents: [
      ...(KOREA.documents ?? []),
      { id: 'ghost-story', title: 'North Korea ghost story', publisher: 'ghost', ...own },
    ],
    statements: [
      ...(KOREA.statements ?? []),
      {
        id: 'g1',
        actor: 'ghost',
        claim: 'deal',
        stance: 'asserts',
        date: '2023',
        document: 'article',
        quotation: { exact: 'We have', start: 0, end: 7, location: 'located' },
        reportedBy: ['kcna'],
        ...own,
      },
      { id: 'g2', actor: 'north-korea', claim: 'haunting', stance: 'denies', date: '2023', ...own },
      { id: 'g3', actor: 'russia', claim: 'haunting', stance: 'asserts', date: '2023', ...own },
      { id: 'g4', actor: 'spokesman', claim: 'complete', stance: 'asserts', date: '2023', ...own },
      { id: 'g5', actor: 'ghost', claim: 'haunting', stance: 'asserts', document: 'ghost-story', ...own },
      { id: 'g6', actor: 'russia', claim: 'smear', stance: 'neutral', ...own },
    ],
  };
}

describeOnEngines('imports that are not published', (open) => {
  it.each(['loading', 'publishing', 'undoing'])('change no answer of any read while they are %s', async (state) => {
    const answers = async (dispute: Dispute): Promise<object> => {
      const engine = await open();
      await writeDispute(engine, dispute);
      const explorer = createExplorer(engine);
      const ids = [...(dispute.actors ?? []), ...(dispute.claims ?? [])]
        .map(({ id }) => id)
        .concat('ghost', 'haunting');
      const known = ids.filter((id) => id !== 'ghost' && id !== 'haunting');
      const { graph, ...overview } = await explorer.overview();
      const sorted = { nodes: graph.nodes, edges: graph.edges.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
      return {
        overview,
        sorted,
        nodes: await Promise.all(known.map((id) => explorer.node(id))),
        neighbours: await Promise.all(
          known.map((id) => explorer.neighbours(id, { limit: 25, exclude: ['ghost', 'haunting'] })),
        ),
        short: await Promise.all(known.map((id) => explorer.neighbours(id, { limit: 1 }))),
        subgraph: (await explorer.subgraph(ids)).edges.map(({ id }) => id).toSorted(),
        contested: await explorer.contested({ sort: 'recent', limit: 25 }),
        contestedOfRussia: await explorer.contested({ actor: 'russia', sort: 'contested', limit: 1 }),
        statements: await explorer.statements({ limit: 100 }),
        first: await explorer.statements({ limit: 1 }),
        onDeal: await explorer.statements({ claim: 'deal', stance: 'asserts', limit: 1 }),
        ofRussia: await explorer.statements({ actor: 'russia', limit: 1 }),
        onPosition: await explorer.statements({ actor: 'spokesman', claim: 'complete', limit: 5 }),
        document: await explorer.document('article'),
        paths: await explorer.paths({ from: 'north-korea', to: 'spokesman', maxHops: 6, k: 5, speaksFor: true }),
        common: await explorer.common({ ids: ['north-korea', 'russia', 'spokesman'], limit: 25 }),
        behind: await explorer.edgeStatements({ edges: ['north-korea denies deal', 'russia denies deal'], limit: 5 }),
        neutral: await explorer.edgeStatements({ edges: [], neutralAmong: known, limit: 50 }),
        facets: await explorer.edgeFacets(['north-korea denies deal', 'russia denies deal']),
        refused: await Promise.all(
          [
            explorer.edgeStatements({ edges: ['russia denies deal', 'ghost asserts deal'], limit: 5 }),
            explorer.edgeStatements({ edges: [], neutralAmong: ['russia', 'haunting'], limit: 5 }),
            explorer.edgeFacets(['russia denies deal', 'spokesman asserts complete']),
            explorer.statements({ actor: 'ghost', limit: 5 }),
            explorer.statements({ claim: 'haunting', limit: 5 }),
            explorer.statements({ document: 'ghost-story', limit: 5 }),
            explorer.contested({ actor: 'ghost', sort: 'recent', limit: 5 }),
            explorer.common({ ids: ['russia', 'ghost'], limit: 5 }),
            explorer.agreement({ ids: ['russia', 'ghost'], sort: 'agree', limit: 5 }),
          ].map(async (answer) =>
            answer.then(
              () => 'no',
              ({ code }: { code: string }) => code,
            ),
          ),
        ),
        agreement: await explorer.agreement({ ids: ['north-korea', 'russia', 'spokesman'], sort: 'agree', limit: 9 }),
        positions: await Promise.all(['russia', 'deal', 'ghost'].map((id) => explorer.positions(id, { limit: 25 }))),
        sources: await Promise.all(['north-korea', 'deal', 'haunting'].map((id) => explorer.sources(id, 25))),
        timelines: await Promise.all(['russia', 'deal', 'ghost'].map((id) => explorer.timeline(id, {}))),
        history: [
          await explorer.positionHistory({ actor: 'spokesman', claim: 'complete' }),
          await explorer.positionHistory({ actor: 'ghost', claim: 'deal' }),
        ],
        search: (await explorer.search({ text: 'north korea', limit: 50 })).results,
        quotations: (await explorer.search({ text: 'we have', limit: 50 })).results,
        ghosts: [
          await explorer.node('ghost'),
          await explorer.neighbours('haunting', { limit: 5 }),
          await explorer.document('ghost-story'),
        ],
      };
    };
    const answered = await answers(KOREA);
    expect(answered).toMatchObject({ refused: Array.from({ length: 9 }, () => 'not-found') });
    expect(await answers(withLaterImport(state))).toEqual(answered);
  });

  it('are all there once they are published', async () => {
    const engine = await open();
    await writeDispute(engine, withLaterImport('published'));
    const explorer = createExplorer(engine);
    expect((await explorer.overview()).counts).toEqual({
      actors: 8,
      claims: 5,
      contested: 3,
      documents: 3,
      statements: 15,
      asserts: 8,
      denies: 4,
    });
    expect((await explorer.neighbours('haunting', { limit: 5 }))?.nodes.map(({ id }) => id)).toEqual([
      'russia',
      'north-korea',
      'ghost',
    ]);
    expect((await explorer.document('ghost-story'))?.document.publisher?.id).toBe('ghost');
  });

  it('do not keep an overview of an older version', async () => {
    const engine = await open();
    await writeDispute(engine, withLaterImport('loading'));
    const explorer = createExplorer(engine);
    expect((await explorer.overview()).counts.actors).toBe(7);
    await engine.write(async (q) => {
      await q.run("MATCH (i:Import {id: $id}) SET i.state = 'published'", { id: LATER });
      await q.run("MATCH (g:Gainsay {id: 'gainsay'}) SET g.dataVersion = 8");
    });
    expect((await explorer.overview()).counts.actors).toBe(8);
  });
});
