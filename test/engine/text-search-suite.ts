/** The rules for the text index of every engine. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphEngine, TextLabel } from '../../server/engine/engine.ts';
import type { OpenEngine } from '../support/engines.ts';

const ids = async (
  engine: GraphEngine,
  terms: readonly string[],
  limit = 10,
  label: TextLabel = 'Claim',
): Promise<readonly string[]> => (await engine.searchText({ label, terms, limit })).map(({ id }) => id);

async function openWith(open: OpenEngine, claims: Readonly<Record<string, string>>): Promise<GraphEngine> {
  const engine = await open();
  await engine.defineTextIndexes();
  const rows = Object.entries(claims).map(([id, terms]) => ({ id, terms }));
  await engine.write((q) => q.run('UNWIND $rows AS row CREATE (c:Claim {id: row.id, terms: row.terms})', { rows }));
  return engine;
}

export function textSearchSuite(open: OpenEngine): void {
  test('finds a node by any of its words, whole words only', async () => {
    const engine = await openWith(open, { a: 'north korea arms', b: 'south korea' });
    expect(await ids(engine, ['arms'])).toEqual(['a']);
    expect(await ids(engine, ['nothing', 'south'])).toEqual(['b']);
    expect(await ids(engine, ['kore'])).toEqual([]);
  });

  test('keeps every word: common English ones, single characters, numbers, long and encoded ones', async () => {
    const words = ['the', 'a', '2022', 'x5317x671d', `y${'z'.repeat(200)}`, 'or'];
    const engine = await openWith(open, Object.fromEntries(words.map((word) => [`claim-${word.slice(0, 12)}`, word])));
    for (const word of words) expect(await ids(engine, [word])).toEqual([`claim-${word.slice(0, 12)}`]);
  });

  test('ranks a node with more of the words first, ties by id', async () => {
    const engine = await openWith(open, { d: 'rain', c: 'rain', both: 'rain wind', b: 'rain', other: 'snow' });
    expect(await ids(engine, ['rain', 'wind'])).toEqual(['both', 'b', 'c', 'd']);
  });

  test('gives the first by id among equals when there are more than the limit', async () => {
    const engine = await openWith(
      open,
      Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`c${String(19 - n).padStart(2, '0')}`, 'rain'])),
    );
    expect(await ids(engine, ['rain'], 3)).toEqual(['c00', 'c01', 'c02']);
    expect(await ids(engine, ['rain'], 0)).toEqual([]);
  });

  test('orders by a score that never rises', async () => {
    const engine = await openWith(open, { a: 'rain wind snow', b: 'rain wind', c: 'rain', d: 'fog' });
    const hits = await engine.searchText({ label: 'Claim', terms: ['rain', 'wind', 'snow'], limit: 10 });
    expect(hits.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((x, y) => y - x));
  });

  test('follows changes, removals of the property and deletions', async () => {
    const engine = await openWith(open, { a: 'rain', b: 'rain', c: 'rain' });
    await engine.write((q) => q.run("MATCH (c:Claim {id: 'a'}) SET c.terms = 'snow'"));
    await engine.write((q) => q.run("MATCH (c:Claim {id: 'b'}) REMOVE c.terms"));
    await engine.write((q) => q.run("MATCH (c:Claim {id: 'c'}) DELETE c"));
    expect(await ids(engine, ['rain'])).toEqual([]);
    expect(await ids(engine, ['snow'])).toEqual(['a']);
  });

  test('shows committed content only, before and after a rollback', async () => {
    const engine = await openWith(open, { a: 'rain' });
    const change = engine.write(async (q) => {
      await q.run("CREATE (c:Claim {id: 'b', terms: 'rain'})");
      await q.run("MATCH (c:Claim {id: 'a'}) SET c.terms = 'snow'");
      expect(await ids(engine, ['rain'])).toEqual(['a']);
      throw new Error('never mind');
    });
    await expect(change).rejects.toThrow('never mind');
    expect(await ids(engine, ['rain', 'snow'])).toEqual(['a']);
  });

  test('searches one label at a time, and what was there before the index', async () => {
    const engine = await open();
    await engine.write((q) =>
      q.run(
        "CREATE (:Actor {id: 'a', terms: 'rain'}), (:Claim {id: 'c', terms: 'rain'}), (:Document {id: 'd', terms: 'rain'}), (:Statement {id: 's', terms: 'rain'})",
      ),
    );
    await engine.defineTextIndexes();
    const found = await Promise.all(
      (['Actor', 'Claim', 'Document', 'Statement'] as const).map((label) => ids(engine, ['rain'], 10, label)),
    );
    expect(found).toEqual([['a'], ['c'], ['d'], ['s']]);
  });

  test('takes the definition of its indexes twice', async () => {
    const engine = await openWith(open, { a: 'rain' });
    await engine.defineTextIndexes();
    expect(await ids(engine, ['rain'])).toEqual(['a']);
  });

  test('answers while it goes without an index, even of what was just deleted and made, and has it again', async () => {
    const engine = await openWith(open, { a: 'rain', b: 'rain wind', c: 'rain', train: 'train rainy', bare: 'snow' });
    await engine.write((q) => q.run("CREATE (:Claim {id: 'mute'}), (:Actor {id: 'actor', terms: 'rain'})"));
    const answer = await engine.withoutTextIndex('Claim', async () => {
      expect(await ids(engine, ['rain', 'wind'])).toEqual(['b', 'a', 'c']);
      expect(await ids(engine, ['rain'], 1)).toEqual(['a']);
      expect(await ids(engine, ['rain'], 10, 'Actor')).toEqual(['actor']);
      await engine.write((q) => q.run("MATCH (c:Claim {id: 'a'}) DELETE c"));
      await engine.write((q) => q.run("CREATE (:Claim {id: 'new', terms: 'fog'})"));
      expect((await ids(engine, ['rain', 'fog'])).toSorted()).toEqual(['b', 'c', 'new']);
      return 7;
    });
    expect(answer).toBe(7);
    expect((await ids(engine, ['rain', 'fog'])).toSorted()).toEqual(['b', 'c', 'new']);
    await engine.write((q) => q.run("MATCH (c:Claim {id: 'b'}) SET c.terms = 'fog'"));
    expect(await ids(engine, ['fog'])).toEqual(['b', 'new']);
  });

  test('never fails a search that is asked just when the index goes or comes', async () => {
    const engine = await openWith(
      open,
      Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`c${n}`, `rain${n % 3 === 0 ? ' wind' : ''} w${n}`])),
    );
    const searches: Promise<readonly string[]>[] = [];
    const search = (): void => void searches.push(ids(engine, ['w7']));
    search();
    const done = engine.withoutTextIndex('Claim', async () => search());
    for (let turn = 0; turn < 20; turn++) {
      search();
      await searches[turn];
    }
    await done;
    expect(new Set((await Promise.all(searches)).flat())).toEqual(new Set(['c7']));
  });

  test('has its index again when the work without it has failed', async () => {
    const engine = await openWith(open, { a: 'rain' });
    await expect(engine.withoutTextIndex('Claim', () => Promise.reject(new Error('never mind')))).rejects.toThrow(
      'never mind',
    );
    expect(await ids(engine, ['rain'])).toEqual(['a']);
  });

  test('refuses anything that could be syntax of an index', async () => {
    const engine = await openWith(open, { a: 'rain' });
    for (const term of ['', 'Rain', 'rain*', 'ra in', 'terms:rain', '북한', 'rain~2']) {
      await expect(engine.searchText({ label: 'Claim', terms: [term], limit: 1 })).rejects.toMatchObject({
        code: 'query-invalid',
      });
    }
    await expect(engine.searchText({ label: 'Claim', terms: ['rain'], limit: 1.5 })).rejects.toMatchObject({
      code: 'query-invalid',
    });
  });

  test('finds exactly the nodes that hold a word, whatever the words are', async () => {
    const engine = await openWith(open, {});
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (texts) => {
          const rows = texts.map((words, index) => ({ id: `c${index}`, terms: words.join(' ') }));
          await engine.write(async (q) => {
            await q.run('MATCH (c:Claim) DELETE c');
            await q.run('UNWIND $rows AS row CREATE (c:Claim {id: row.id, terms: row.terms})', { rows });
          });
          const wanted = texts[0]?.[0] ?? '';
          const expected = rows.filter(({ terms }) => terms.split(' ').includes(wanted)).map(({ id }) => id);
          expect((await ids(engine, [wanted])).toSorted()).toEqual(expected.toSorted());
        },
      ),
      { numRuns: 40 },
    );
  });
}
