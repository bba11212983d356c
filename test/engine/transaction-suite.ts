/** The rules for the transactions of every engine, one at a time and concurrent. */
import { expect, test } from 'vitest';
import type { OpenEngine } from '../support/engines.ts';
import { countThings, createThing, expectCode } from './expectations.ts';

export function transactionSuite(open: OpenEngine): void {
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
    await expect(
      engine.write(async (q) => {
        await createThing(q, 't');
        throw reason;
      }),
    ).rejects.toBe(reason);
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
    await expectCode(
      engine.write(async (q) => void q.run('RETURN 1 / 0 AS x')),
      'transaction-failed',
    );
  });

  test('runs several statements together, and tells the rows of each in order', async () => {
    const engine = await open();
    const rows = await engine.write(async (q) => {
      await createThing(q, 'before');
      const create = (ids: readonly string[]) => ({
        cypher:
          'UNWIND $ids AS id MATCH (b:Thing {id: "before"}) CREATE (b)-[:NEXT]->(t:Thing {id: id}) RETURN count(t) AS made',
        parameters: { ids },
      });
      const many = (prefix: string, count: number): string[] =>
        Array.from({ length: count }, (_, at) => `${prefix}${at}`);
      return q.runAll([create(many('a', 300)), create(many('b', 20)), create([]), create(many('c', 1))]);
    });
    expect(rows.map(([row]) => row?.['made'])).toEqual([300, 20, 0, 1]);
    expect(await countThings(engine)).toBe(322);
  });

  test('rolls back everything when one of several statements failed', async () => {
    const engine = await open();
    const create = (id: string) => ({ cypher: 'CREATE (t:Thing {id: $id}) RETURN t.id AS id', parameters: { id } });
    const call = engine.write((q) =>
      q.runAll([create('a'), { cypher: 'RETURN 1 / 0 AS x', parameters: {} }, create('b')]),
    );
    await expectCode(call, 'query-invalid');
    expect(await countThings(engine)).toBe(0);
    await engine.write((q) => createThing(q, 'later'));
    expect(await countThings(engine)).toBe(1);
  });

  test('refuses statements after the transaction has ended', async () => {
    const engine = await open();
    const late = await engine.write(async (q) => () => createThing(q, 'late'));
    await expectCode(late(), 'query-invalid');
    expect(await countThings(engine)).toBe(0);
  });

  test('keeps nothing that a read writes, and says so', async () => {
    const engine = await open();
    await expectCode(
      engine.read((q) => createThing(q, 't')),
      'query-invalid',
    );
    expect(await countThings(engine)).toBe(0);
  });

  test('goes on working after failures', async () => {
    const engine = await open();
    for (let round = 0; round < 30; round += 1)
      await engine.write((q) => q.run('RETURN 1 / 0 AS x')).catch(() => undefined);
    await engine.write((q) => createThing(q, 't'));
    expect(await countThings(engine)).toBe(1);
  });

  test('undoes the whole of a statement that fails half-way', async () => {
    const engine = await open();
    await expectCode(
      engine.write((q) => q.run('UNWIND [2, 1, 0] AS i CREATE (:Thing {id: toString(6 / i)})')),
      'query-invalid',
    );
    expect(await countThings(engine)).toBe(0);
  });
}

const POSITION = `
MATCH (a:Thing {id: 'actor'}) MATCH (c:Thing {id: 'claim'})
MERGE (s:Saying {id: $id}) MERGE (a)-[:MADE]->(s)
WITH a, c MATCH (a)-[:MADE]->(s:Saying) WITH a, c, count(s) AS statements
MERGE (a)-[e:ASSERTS]->(c) SET e.statements = statements`;

export function concurrencySuite(open: OpenEngine): void {
  test('lets a writer begin only when the one before has ended', async () => {
    const engine = await open();
    const events: string[] = [];
    const writer = (name: string): Promise<void> =>
      engine.write(async (q) => {
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
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => engine.write((q) => q.run(POSITION, { id: `s${index}` }))),
    );
    expect(
      await engine.read((q) => q.run('MATCH (:Thing)-[e:ASSERTS]->(:Thing) RETURN e.statements AS statements')),
    ).toEqual([{ statements: 12 }]);
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
