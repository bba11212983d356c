/** What stands beside the canvas, on both engines: positions, sources, time, histories, and what is behind edges. */
import { describe, expect, it } from 'vitest';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { CursorError } from '../../server/explorer/cursor.ts';
import type { Explorer } from '../../server/explorer/explorer.ts';
import { type OpenEngine, describeOnEngines } from '../support/engines.ts';
import { KOREA } from './korea-dispute.ts';
import { type Dispute, type StatementFixture, writeDispute } from './write-dispute.ts';

async function explore(open: OpenEngine, dispute: Dispute = KOREA): Promise<Explorer> {
  const engine = await open();
  await writeDispute(engine, dispute);
  return createExplorer(engine);
}

type Said = readonly [date: string | undefined, stance: StatementFixture['stance']];

/** One actor, one claim, and these statements. */
function oneOnOne(...rows: readonly Said[]): Dispute {
  return {
    actors: [{ id: 'a', name: 'A', kind: 'person' }],
    claims: [{ id: 'c', text: 'C' }],
    statements: rows.map(([date, stance], at) => ({
      id: `s${at}`,
      actor: 'a',
      claim: 'c',
      stance,
      ...(date !== undefined && { date }),
    })),
  };
}

describeOnEngines('details', (open) => {
  describe('the positions of a node', () => {
    it('are an actor’s claims, latest statement first, with their edges', async () => {
      const page = await (await explore(open)).positions('spokesman', { limit: 25 });
      expect(page && [page.total, page.truncated, page.next]).toEqual([2, false, undefined]);
      expect(page?.positions.map(({ node, edge }) => [node.id, edge.id, edge.lastDate])).toEqual([
        ['deal', 'spokesman asserts deal', '2022-09-06'],
        ['rockets', 'spokesman asserts rockets', '2022-09-06'],
      ]);
      expect(page?.positions[0]?.edge).toEqual({
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

    it('are a claim’s actors, undated last, by stance', async () => {
      const explorer = await explore(open);
      const idsOf = async (stance?: 'asserts' | 'denies') =>
        (await explorer.positions('deal', { limit: 25, ...(stance && { stance }) }))?.positions.map(
          ({ node }) => node.id,
        );
      expect(await idsOf()).toEqual(['north-korea', 'russia', 'spokesman', 'white-house']);
      expect(await idsOf('asserts')).toEqual(['spokesman', 'white-house']);
      expect(await idsOf('denies')).toEqual(['north-korea', 'russia']);
      expect((await explorer.positions('north-korea', { limit: 25 }))?.positions.map(({ edge }) => edge.id)).toEqual([
        'north-korea denies deal',
        'north-korea asserts smear',
      ]);
      expect(await explorer.positions('nobody', { limit: 25 })).toBeUndefined();
    });

    it('come page by page, each once', async () => {
      const explorer = await explore(open);
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await explorer.positions('deal', { limit: 1, ...(cursor !== undefined && { cursor }) });
        expect(page?.total).toBe(4);
        found.push(...(page?.positions.map(({ node }) => node.id) ?? []));
        cursor = page?.next;
      } while (cursor !== undefined);
      expect(found).toEqual(['north-korea', 'russia', 'spokesman', 'white-house']);
      const first = await explorer.positions('deal', { limit: 1 });
      await expect(explorer.positions('rockets', { limit: 1, cursor: first?.next ?? '' })).rejects.toBeInstanceOf(
        CursorError,
      );
    });
  });

  it('name the documents and publishers that quote a node', async () => {
    const explorer = await explore(open);
    const article = {
      id: 'article',
      title: 'North Korea denies arms sales',
      url: 'https://example.org/article',
      publishedAt: '2022-09-22',
      publisher: { id: 'times', name: 'The Times', kind: 'media' },
    };
    const publishers = (statements: number) => [{ publisher: article.publisher, documents: 1, statements }];
    expect(await explorer.sources('north-korea', 25)).toEqual({
      documents: [{ document: article, statements: 2 }],
      publishers: publishers(2),
      withoutDocument: 0,
      total: 1,
      truncated: false,
    });
    expect(await explorer.sources('deal', 25)).toEqual({
      documents: [{ document: article, statements: 3 }],
      publishers: publishers(3),
      withoutDocument: 2,
      total: 1,
      truncated: false,
    });
    expect(await explorer.sources('spokesman', 1)).toEqual({
      documents: [{ document: article, statements: 1 }],
      publishers: publishers(1),
      withoutDocument: 1,
      total: 2,
      truncated: true,
    });
    expect(await explorer.sources('nobody', 25)).toBeUndefined();
  });

  it('count statements by month and stance', async () => {
    const explorer = await explore(open);
    expect(await explorer.timeline('deal', {})).toEqual({
      buckets: [
        { month: '2022', asserts: 1, denies: 0, neutral: 0 },
        { month: '2022-09', asserts: 2, denies: 2, neutral: 0 },
      ],
      undated: { asserts: 0, denies: 0, neutral: 0 },
      truncated: false,
    });
    expect(await explorer.timeline('north-korea', {})).toEqual({
      buckets: [{ month: '2022-09', asserts: 0, denies: 1, neutral: 0 }],
      undated: { asserts: 1, denies: 0, neutral: 0 },
      truncated: false,
    });
    expect(await explorer.timeline('deal', { from: '2022-09-07' })).toEqual({
      buckets: [
        { month: '2022', asserts: 1, denies: 0, neutral: 0 },
        { month: '2022-09', asserts: 1, denies: 2, neutral: 0 },
      ],
      undated: { asserts: 0, denies: 0, neutral: 0 },
      truncated: false,
    });
    expect(await explorer.timeline('complete', {})).toMatchObject({ buckets: [{ month: '2022-09', neutral: 1 }] });
    expect(await explorer.timeline('nobody', {})).toBeUndefined();
  });

  describe('the history of a position', () => {
    const changesOf = async (...rows: readonly Said[]) => {
      const history = await (await explore(open, oneOnOne(...rows))).positionHistory({ actor: 'a', claim: 'c' });
      return (
        history && [
          history.changes,
          history.steps.map(
            ({ statement, changedFrom }) =>
              `${statement.date ?? '?'} ${statement.stance}${changedFrom === undefined ? '' : ` after ${changedFrom}`}`,
          ),
        ]
      );
    };

    it('marks where an actor changed sides, oldest first, undated last', async () => {
      expect(
        await changesOf(
          ['2023-01', 'denies'],
          [undefined, 'asserts'],
          ['2021', 'asserts'],
          ['2022', 'neutral'],
          ['2023-02-01', 'denies'],
          ['2024', 'asserts'],
        ),
      ).toEqual([
        2,
        [
          '2021 asserts',
          '2022 neutral',
          '2023-01 denies after asserts',
          '2023-02-01 denies',
          '2024 asserts after denies',
          '? asserts',
        ],
      ]);
    });

    it('marks no change where it is not certain which statement came first', async () => {
      expect(await changesOf(['2022', 'asserts'], ['2022-09', 'denies'])).toEqual([
        0,
        ['2022 asserts', '2022-09 denies'],
      ]);
      expect(await changesOf(['2022-09-01', 'asserts'], ['2022-09-01', 'denies'])).toEqual([
        0,
        ['2022-09-01 asserts', '2022-09-01 denies'],
      ]);
    });

    it('names actor and claim, and is not there when one of them is not', async () => {
      const explorer = await explore(open);
      expect(await explorer.positionHistory({ actor: 'russia', claim: 'smear' })).toEqual({
        actor: { id: 'russia', name: 'Russia', kind: 'state' },
        claim: { id: 'smear', text: 'The rumours are spread to smear North Korea' },
        steps: [],
        changes: 0,
        total: 0,
        truncated: false,
      });
      expect(await explorer.positionHistory({ actor: 'nobody', claim: 'smear' })).toBeUndefined();
      expect(await explorer.positionHistory({ actor: 'russia', claim: 'nothing' })).toBeUndefined();
    });

    it('says truncated for more than 500 statements, and keeps the newest', async () => {
      const rows = Array.from({ length: 501 }, (_, at) => [String(1_500 + at), 'asserts'] as const);
      const history = await (await explore(open, oneOnOne(...rows))).positionHistory({ actor: 'a', claim: 'c' });
      expect(
        history && [history.steps.length, history.total, history.truncated, history.steps[0]?.statement.date],
      ).toEqual([500, 501, true, '1501']);
    });
  });

  it('list the statements behind edges, newest first, page by page', async () => {
    const explorer = await explore(open);
    const edges = [
      'spokesman asserts deal',
      'north-korea denies deal',
      'north-korea asserts smear',
      'spokesman asserts deal',
    ];
    const first = await explorer.edgeStatements({ edges, limit: 3 });
    expect([first.statements.map(({ id }) => id), first.total, first.truncated]).toEqual([['s6', 's1', 's3'], 4, true]);
    const rest = await explorer.edgeStatements({ edges: edges.toReversed(), limit: 3, cursor: first.next ?? '' });
    expect([rest.statements.map(({ id }) => id), rest.total, rest.truncated]).toEqual([['s7'], 4, false]);
    await expect(
      explorer.edgeStatements({ edges: edges.slice(1, 3), limit: 3, cursor: first.next ?? '' }),
    ).rejects.toBeInstanceOf(CursorError);
    expect(await explorer.edgeStatements({ edges: [], limit: 3 })).toEqual({
      statements: [],
      total: 0,
      truncated: false,
    });
  });

  it('add to them the neutral statements among the nodes', async () => {
    const explorer = await explore(open);
    const edges = ['north-korea denies deal', 'russia denies deal'];
    const ids = async (neutralAmong: readonly string[]) =>
      (await explorer.edgeStatements({ edges, neutralAmong, limit: 10 })).statements.map(({ id }) => id);
    expect(await ids(['north-korea', 'russia', 'white-house', 'deal', 'complete'])).toEqual(['s6', 's9', 's5']);
    expect(await ids(['north-korea', 'russia', 'deal', 'complete'])).toEqual(['s6', 's9']);
    expect(await ids(['white-house', 'deal'])).toEqual(['s6', 's9']);
    // From the claim's side, and page by page.
    const among = { edges, neutralAmong: ['white-house', 'spokesman', 'complete'], limit: 2 };
    const first = await explorer.edgeStatements(among);
    expect([first.statements.map(({ id }) => id), first.total, first.truncated]).toEqual([['s6', 's9'], 3, true]);
    expect(
      (await explorer.edgeStatements({ ...among, cursor: first.next ?? '' })).statements.map(({ id, stance }) => [
        id,
        stance,
      ]),
    ).toEqual([['s5', 'neutral']]);
  });

  it('give what filters look at as columns', async () => {
    const explorer = await explore(open);
    expect(
      await explorer.edgeFacets([
        'north-korea asserts smear',
        'spokesman asserts deal',
        'north-korea denies deal',
        'north-korea denies deal',
      ]),
    ).toEqual({
      edge: [0, 1, 1, 2],
      date: ['', '2022-09', '2022-09-06', '2022-09-22'],
      modality: [1, 2, 0, 0],
      publisher: [0, -1, 0, 0],
      firstHand: [0, 1, 1, 0],
      publishers: [{ id: 'times', name: 'The Times', kind: 'media' }],
      total: 4,
      truncated: false,
    });
    expect(await explorer.edgeFacets([])).toEqual({
      edge: [],
      date: [],
      modality: [],
      publisher: [],
      firstHand: [],
      publishers: [],
      total: 0,
      truncated: false,
    });
  });

  describe('what nodes have in common', () => {
    it('is joined to most of them first, with the edges to all', async () => {
      const answer = await (await explore(open)).common({ ids: ['north-korea', 'russia', 'spokesman'], limit: 25 });
      expect([answer.nodes.map(({ id }) => id), answer.shared, answer.total, answer.truncated]).toEqual([
        ['deal', 'rockets'],
        [3, 2],
        2,
        false,
      ]);
      expect(answer.edges.map(({ id }) => id).toSorted()).toEqual([
        'north-korea denies deal',
        'russia denies deal',
        'russia denies rockets',
        'spokesman asserts deal',
        'spokesman asserts rockets',
      ]);
    });

    it('may be an actor of claims and of those it speaks for', async () => {
      const explorer = await explore(open);
      expect((await explorer.common({ ids: ['deal', 'smear', 'kcna'], limit: 25 })).nodes.map(({ id }) => id)).toEqual([
        'north-korea',
      ]);
      const cut = await explorer.common({ ids: ['deal', 'rockets', 'smear'], limit: 1 });
      expect([cut.nodes.map(({ id }) => id), cut.shared, cut.total, cut.truncated]).toEqual([
        ['spokesman'],
        [2],
        3,
        true,
      ]);
      await expect(explorer.common({ ids: ['deal', 'nobody'], limit: 5 })).rejects.toThrow(
        'There is no node with the id “nobody”.',
      );
    });
  });
});
