/** The rules for an engine behind a network. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { openNeo4j } from '../../server/engine/neo4j.ts';
import { openEngine } from '../../server/engine/open.ts';
import { schemaStatements } from '../../server/store/cypher.ts';
import { cutAfterCommit } from '../neo4j/cutting-proxy.ts';
import { type Neo4jServer, freePort, startNeo4j } from '../neo4j/neo4j-server.ts';
import { isNeo4jLeftOut } from '../neo4j/toolchain.ts';

test('opens without a server, says within seconds that it is absent, and closes', async () => {
  const engine = await openEngine({
    neo4j: { uri: `bolt://127.0.0.1:${await freePort()}`, user: 'neo4j', password: 'x' },
  });
  const begun = performance.now();
  await Promise.all([
    expect(engine.read((q) => q.run('RETURN 1'))).rejects.toMatchObject({ code: 'engine-unavailable' }),
    expect(engine.write((q) => q.run('RETURN 1'))).rejects.toMatchObject({ code: 'engine-unavailable' }),
    expect(engine.health()).rejects.toMatchObject({ code: 'engine-unavailable' }),
    expect(engine.searchText({ label: 'Claim', terms: ['a'], limit: 1 })).rejects.toMatchObject({
      code: 'engine-unavailable',
    }),
  ]);
  expect(performance.now() - begun).toBeLessThan(10_000);
  await engine.close();
});

test('says that an address is none', async () => {
  await expect(openNeo4j({ uri: 'http://localhost:7474', user: 'neo4j', password: 'x' })).rejects.toMatchObject({
    code: 'engine-unavailable',
    message: expect.stringContaining('neo4j://'),
  });
});

describe.skipIf(isNeo4jLeftOut())('a server of our own', () => {
  let server: Neo4jServer;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server.stop());

  test('says that the password is wrong', async () => {
    const engine = await openNeo4j({ ...server, password: 'not-this-one' });
    await expect(engine.read((q) => q.run('RETURN 1'))).rejects.toMatchObject({ code: 'engine-denied' });
    await expect(engine.health()).rejects.toMatchObject({ code: 'engine-denied' });
    await engine.close();
  });

  test('says that there is no such database', async () => {
    const engine = await openNeo4j({ ...server, database: 'elsewhere' });
    await expect(engine.read((q) => q.run('RETURN 1'))).rejects.toMatchObject({
      code: 'engine-denied',
      message: expect.stringContaining('NEO4J_DATABASE'),
    });
    await engine.close();
  });

  test('takes its schema twice', async () => {
    const engine = await openNeo4j(server);
    for (const statement of [...schemaStatements('neo4j'), ...schemaStatements('neo4j')])
      await engine.define(statement);
    await engine.write((q) => q.run("MERGE (:Gainsay {id: 'gainsay'})"));
    await expect(engine.write((q) => q.run("CREATE (:Gainsay {id: 'gainsay'})"))).rejects.toMatchObject({
      code: 'constraint-violated',
    });
    await engine.close();
  });

  test('runs the callback again when two of its servers lock each other', async () => {
    const [one, two] = [await openNeo4j(server), await openNeo4j(server)];
    await one.write((q) => q.run("CREATE (:Lock {id: 'a', n: 0}), (:Lock {id: 'b', n: 0})"));
    const raise = 'MATCH (l:Lock {id: $id}) SET l.n = l.n + 1';
    let waiting = 2;
    let meet = (): void => undefined;
    const bothHoldOne = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const opposite = (first: string, second: string, engine: GraphEngine): Promise<void> =>
      engine.write(async (q) => {
        await q.run(raise, { id: first });
        if ((waiting -= 1) <= 0) meet();
        await bothHoldOne;
        await q.run(raise, { id: second });
      });
    await Promise.all([opposite('a', 'b', one), opposite('b', 'a', two)]);
    expect(await one.read((q) => q.run('MATCH (l:Lock) RETURN l.id AS id, l.n AS n ORDER BY id'))).toEqual([
      { id: 'a', n: 2 },
      { id: 'b', n: 2 },
    ]);
    expect(waiting).toBe(-1);
    await Promise.all([one.close(), two.close()]);
  });

  test('runs a write again whose commit was not acknowledged: a MERGE on an id is applied once', async () => {
    const proxy = await cutAfterCommit(server.uri, 1);
    const engine = await openNeo4j({ ...server, uri: proxy.uri });
    let runs = 0;
    await engine.write(async (q) => {
      runs += 1;
      await q.run("MERGE (o:Once {id: 'o'})");
    });
    expect([proxy.cuts, runs]).toEqual([1, 2]);
    expect(await engine.read((q) => q.run('MATCH (o:Once) RETURN count(o) AS n'))).toEqual([{ n: 1 }]);
    await engine.close();
    await proxy.close();
  });

  test('recovers by itself when the server is killed and comes back, with every acknowledged write', async () => {
    const engine = await openNeo4j(server);
    await engine.write((q) => q.run("CREATE (:Kept {id: 'k'})"));
    await server.kill();
    await expect(engine.read((q) => q.run('RETURN 1'))).rejects.toMatchObject({ code: 'engine-unavailable' });
    await server.restart();
    expect(await engine.read((q) => q.run('MATCH (k:Kept) RETURN k.id AS id'))).toEqual([{ id: 'k' }]);
    expect((await engine.health()).name).toBe('Neo4j');
    await engine.close();
  }, 180_000);
});
