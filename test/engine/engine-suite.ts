/** What every engine owes, said once: the port's rules as tests over a factory. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EngineErrorCode, GraphEngine, Queryable, Value } from '../../server/engine/engine.ts';
import type { OpenEngine } from '../support/engines.ts';
import { textSearchSuite } from './text-search-suite.ts';

/** Runs the whole suite of the port; `open` gives an engine on an empty database. */
export function engineSuite(open: OpenEngine): void {
  describe('values', () => valueSuite(open));
  describe('transactions', () => transactionSuite(open));
  describe('concurrent writers', () => concurrencySuite(open));
  describe('schema', () => schemaSuite(open));
  describe('text search', () => textSearchSuite(open));
  describe('life', () => lifeSuite(open));
}

/** Expects a call to reject with an EngineError of that code. */
export async function expectCode(call: Promise<unknown>, code: EngineErrorCode): Promise<void> {
  await expect(call).rejects.toMatchObject({ name: 'EngineError', code });
}

const countThings = async (engine: GraphEngine): Promise<Value | undefined> =>
  (await engine.read((q) => q.run('MATCH (t:Thing) RETURN count(t) AS things')))[0]?.['things'];

const createThing = (q: Queryable, id: string): Promise<unknown> => q.run('CREATE (:Thing {id: $id})', { id });

/** JSON as we store and return it: exact integers, well-formed text, keys that are names. */
const json = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null), fc.boolean(), fc.maxSafeInteger(), fraction(), fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}$/), tie('value'), { maxKeys: 5 }),
  ),
})).value;

function fraction(): fc.Arbitrary<number> {
  return fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Number.isInteger(number));
}

const property = fc.oneof(
  fc.boolean(), fc.maxSafeInteger(), fraction(), fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
);

function valueSuite(open: OpenEngine): void {
  test('gives back any JSON value that went in', async () => {
    const engine = await open();
    await fc.assert(fc.asyncProperty(json, async (value) => {
      expect(await engine.read((q) => q.run('RETURN $value AS value', { value }))).toEqual([{ value }]);
    }), { numRuns: 200 });
  });

  test('gives back any property that was stored', async () => {
    const engine = await open();
    await fc.assert(fc.asyncProperty(property, async (value) => {
      await engine.write((q) => q.run("MERGE (t:Thing {id: 't'}) SET t.value = $value", { value }));
      expect(await engine.read((q) => q.run("MATCH (t:Thing {id: 't'}) RETURN t.value AS value"))).toEqual([{ value }]);
    }), { numRuns: 100 });
  });

  test('keeps integers whole: as a limit, in arithmetic and in counts', async () => {
    const engine = await open();
    const rows = await engine.read((q) => q.run('UNWIND range(1, 9) AS i RETURN i, i / $two AS half, toString($two) AS text ORDER BY i SKIP $skip LIMIT $limit', { two: 2, skip: 2, limit: 2 }));
    expect(rows).toEqual([{ i: 3, half: 1, text: '2' }, { i: 4, half: 2, text: '2' }]);
  });

  test('keeps the largest exact integers and refuses larger ones, in and out', async () => {
    const engine = await open();
    const largest = Number.MAX_SAFE_INTEGER;
    expect(await engine.read((q) => q.run('RETURN $n AS n, -$n AS m', { n: largest }))).toEqual([{ n: largest, m: -largest }]);
    await expectCode(engine.read((q) => q.run('RETURN $n AS n', { n: largest + 1 })), 'query-invalid');
    await expectCode(engine.read((q) => q.run('RETURN $n + 1 AS n', { n: largest })), 'query-invalid');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])('refuses %d as a parameter, also deep inside', async (number) => {
    const engine = await open();
    await expectCode(engine.write((q) => q.run('RETURN $rows AS rows', { rows: [{ deep: [number] }] })), 'query-invalid');
  });

  test('stores null as absent, and tells absent as null', async () => {
    const engine = await open();
    await engine.write((q) => q.run('CREATE (t:Thing) SET t += $properties', { properties: { id: 't', none: null, empty: [] } }));
    expect(await engine.read((q) => q.run('MATCH (t:Thing) RETURN properties(t) AS all, t.none AS none'))).toEqual([{ all: { id: 't', empty: [] }, none: null }]);
  });

  test('refuses to return nodes, relationships and dates', async () => {
    const engine = await open();
    await engine.write((q) => q.run('CREATE (:Thing {id: 1})-[:NEAR]->(:Thing {id: 2})'));
    await expectCode(engine.read((q) => q.run('MATCH (t:Thing) RETURN t')), 'query-invalid');
    await expectCode(engine.read((q) => q.run('MATCH ()-[r:NEAR]->() RETURN collect(r) AS rs')), 'query-invalid');
  });

  test('tells a query that is wrong from a failure', async () => {
    const engine = await open();
    await expectCode(engine.read((q) => q.run('RETRUN 1')), 'query-invalid');
    await expectCode(engine.read((q) => q.run('RETURN $missing AS x')), 'query-invalid');
    await expectCode(engine.read((q) => q.run('RETURN 1 / 0 AS x')), 'query-invalid');
  });
}

function transactionSuite(open: OpenEngine): void {
  test('gives the callback its own writes, and others only what was committed', async () => {
    const engine = await open();
    const seen = await engine.write(async (q) => {
      await createThing(q, 't');
      return [await q.run('MATCH (t:Thing) RETURN t.id AS id'), await countThings(engine)];
    });
    expect(seen).toEqual([[{ id: 't' }], 0]);
    expect(await countThings(engine)).toBe(1);
  });

  test('rolls back when the callback rejects, and rejects with its error', async () => {
    const engine = await open();
    const reason = new Error('changed my mind');
    await expect(engine.write(async (q) => {
      await createThing(q, 't');
      throw reason;
    })).rejects.toBe(reason);
    expect(await countThings(engine)).toBe(0);
  });

  test('rolls back when a statement failed, although the callback swallowed it', async () => {
    const engine = await open();
    const call = engine.write(async (q) => {
      await createThing(q, 't');
      await q.run('RETURN 1 / 0 AS x').catch(() => undefined);
    });
    await expect(call).rejects.toMatchObject({ code: 'transaction-failed', cause: { code: 'query-invalid' } });
    expect(await countThings(engine)).toBe(0);
  });

  test('runs nothing more in a transaction after a statement failed', async () => {
    const engine = await open();
    const call = engine.write(async (q) => {
      await q.run('RETURN 1 / 0 AS x').catch(() => undefined);
      await createThing(q, 't');
    });
    await expectCode(call, 'transaction-failed');
    expect(await countThings(engine)).toBe(0);
  });

  test('waits for statements that the callback did not wait for', async () => {
    const engine = await open();
    await engine.write(async (q) => {
      void createThing(q, 'first');
      void createThing(q, 'second');
    });
    expect(await countThings(engine)).toBe(2);
    await expectCode(engine.write(async (q) => void q.run('RETURN 1 / 0 AS x')), 'transaction-failed');
  });

  test('refuses statements after the transaction has ended', async () => {
    const engine = await open();
    const late = await engine.write(async (q) => () => createThing(q, 'late'));
    await expectCode(late(), 'query-invalid');
    expect(await countThings(engine)).toBe(0);
  });

  test('keeps nothing that a read writes, and says so', async () => {
    const engine = await open();
    await expectCode(engine.read((q) => createThing(q, 't')), 'query-invalid');
    expect(await countThings(engine)).toBe(0);
  });

  test('goes on working after failures', async () => {
    const engine = await open();
    for (let round = 0; round < 30; round += 1) await engine.write((q) => q.run('RETURN 1 / 0 AS x')).catch(() => undefined);
    await engine.write((q) => createThing(q, 't'));
    expect(await countThings(engine)).toBe(1);
  });

  test('undoes the whole of a statement that fails half-way', async () => {
    const engine = await open();
    await expectCode(engine.write((q) => q.run('UNWIND [2, 1, 0] AS i CREATE (:Thing {id: toString(6 / i)})')), 'query-invalid');
    expect(await countThings(engine)).toBe(0);
  });
}

const POSITION = `
MATCH (a:Thing {id: 'actor'}) MATCH (c:Thing {id: 'claim'})
MERGE (s:Saying {id: $id}) MERGE (a)-[:MADE]->(s)
WITH a, c MATCH (a)-[:MADE]->(s:Saying) WITH a, c, count(s) AS statements
MERGE (a)-[e:ASSERTS]->(c) SET e.statements = statements`;

function concurrencySuite(open: OpenEngine): void {
  test('lets a writer begin only when the one before has ended', async () => {
    const engine = await open();
    const events: string[] = [];
    const writer = (name: string): Promise<void> => engine.write(async (q) => {
      events.push(`${name} begins`);
      for (let step = 0; step < 5; step += 1) await q.run('RETURN $step AS step', { step });
      events.push(`${name} ends`);
      if (name === 'b') throw new Error('a failed writer lets the next one in, too');
    });
    await Promise.allSettled(['a', 'b', 'c'].map(writer));
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('leaves one edge with the right count when many merge it at once', async () => {
    const engine = await open();
    await engine.write((q) => q.run("CREATE (:Thing {id: 'actor'}), (:Thing {id: 'claim'})"));
    await Promise.all(Array.from({ length: 12 }, (_, index) => engine.write((q) => q.run(POSITION, { id: `s${index}` }))));
    expect(await engine.read((q) => q.run('MATCH (:Thing)-[e:ASSERTS]->(:Thing) RETURN e.statements AS statements'))).toEqual([{ statements: 12 }]);
  });

  test('answers many reads at once while somebody writes', async () => {
    const engine = await open();
    const writes = Array.from({ length: 10 }, (_, index) => engine.write((q) => createThing(q, `t${index}`)));
    const reads = Array.from({ length: 50 }, (_, n) => engine.read((q) => q.run('RETURN $n AS n', { n })));
    expect((await Promise.all(reads)).map(([row]) => row?.['n'])).toEqual(Array.from({ length: 50 }, (_, n) => n));
    await Promise.all(writes);
    expect(await countThings(engine)).toBe(10);
  });
}

function schemaSuite(open: OpenEngine): void {
  const UNIQUE = 'CREATE CONSTRAINT thing_unique IF NOT EXISTS FOR (t:UniqueThing) REQUIRE t.id IS UNIQUE';

  test('forbids what a constraint forbids, and rolls back', async () => {
    const engine = await open();
    await engine.define(UNIQUE);
    await engine.write((q) => q.run("CREATE (:UniqueThing {id: 'same'})"));
    const twice = engine.write(async (q) => {
      await createThing(q, 't');
      await q.run("CREATE (:UniqueThing {id: 'same'})");
    });
    await expectCode(twice, 'constraint-violated');
    expect(await countThings(engine)).toBe(0);
  });

  test('takes a definition twice', async () => {
    const engine = await open();
    for (const statement of [UNIQUE, UNIQUE, 'CREATE INDEX thing_id IF NOT EXISTS FOR (t:Thing) ON (t.id)', 'CREATE INDEX thing_id IF NOT EXISTS FOR (t:Thing) ON (t.id)']) {
      await engine.define(statement);
    }
    await engine.write((q) => q.run("MERGE (t:UniqueThing {id: 'same'})"));
    await engine.write((q) => q.run("MERGE (t:UniqueThing {id: 'same'})"));
    expect(await engine.read((q) => q.run('MATCH (t:UniqueThing) RETURN count(t) AS n'))).toEqual([{ n: 1 }]);
  });

  test('says that a definition is wrong', async () => {
    const engine = await open();
    await expectCode(engine.define('CREATE NONSENSE'), 'query-invalid');
  });
}

function lifeSuite(open: OpenEngine): void {
  test('tells its name and version', async () => {
    const { name, version } = await (await open()).health();
    expect(name).toMatch(/^(Embedded \(Grafeo\)|Neo4j)$/);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('waits for running and waiting work when it closes', async () => {
    const engine = await open();
    const running = [
      engine.write((q) => createThing(q, 't')),
      engine.write((q) => createThing(q, 'u')),
      engine.read((q) => q.run('RETURN 1 AS one')),
    ];
    await engine.close();
    expect((await Promise.allSettled(running)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });

  test('refuses everything once it is closed, and closes twice without harm', async () => {
    const engine = await open();
    await engine.close();
    await engine.close();
    await expectCode(engine.read(async () => 1), 'engine-closed');
    await expectCode(engine.write(async () => 1), 'engine-closed');
    await expectCode(engine.define('CREATE INDEX thing_id IF NOT EXISTS FOR (t:Thing) ON (t.id)'), 'engine-closed');
    await expectCode(engine.defineTextIndexes(), 'engine-closed');
    await expectCode(engine.searchText({ label: 'Actor', terms: ['a'], limit: 1 }), 'engine-closed');
    await expectCode(engine.health(), 'engine-closed');
  });
}
