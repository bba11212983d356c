/** The rules of the port for every engine, as tests over a factory. */
import { describe, expect, test } from 'vitest';
import type { OpenEngine } from '../support/engines.ts';
import { countThings, createThing, expectCode } from './expectations.ts';
import { textSearchSuite } from './text-search-suite.ts';
import { concurrencySuite, transactionSuite } from './transaction-suite.ts';
import { valueSuite } from './value-suite.ts';

/** Runs the whole suite of the port; `open` returns an engine on an empty database. */
export function engineSuite(open: OpenEngine): void {
  describe('values', () => {
    valueSuite(open);
  });
  describe('transactions', () => {
    transactionSuite(open);
  });
  describe('concurrent writers', () => {
    concurrencySuite(open);
  });
  describe('schema', () => {
    schemaSuite(open);
  });
  describe('text search', () => {
    textSearchSuite(open);
  });
  describe('life', () => {
    lifeSuite(open);
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
    for (const statement of [
      UNIQUE,
      UNIQUE,
      'CREATE INDEX thing_id IF NOT EXISTS FOR (t:Thing) ON (t.id)',
      'CREATE INDEX thing_id IF NOT EXISTS FOR (t:Thing) ON (t.id)',
    ]) {
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
    expect((await Promise.allSettled(running)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });

  test('refuses everything once it is closed, and closes twice without harm', async () => {
    const engine = await open();
    await engine.close();
    await engine.close();
    await expectCode(
      engine.read(async () => 1),
      'engine-closed',
    );
    await expectCode(
      engine.write(async () => 1),
      'engine-closed',
    );
    await expectCode(engine.define('CREATE INDEX thing_id IF NOT EXISTS FOR (t:Thing) ON (t.id)'), 'engine-closed');
    await expectCode(engine.defineTextIndexes(), 'engine-closed');
    await expectCode(engine.searchText({ label: 'Actor', terms: ['a'], limit: 1 }), 'engine-closed');
    await expectCode(engine.health(), 'engine-closed');
  });
}
