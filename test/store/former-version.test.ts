/** A database of schema version 1, in which a claim had one topic, opens and works in this version. */
import { expect, it } from 'vitest';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { SCHEMA_VERSION, prepareDatabase } from '../../server/store/schema.ts';
import { expectSound, exported, openLoading } from '../ingest/import-fixture.ts';
import { describeOnEngines, tmpFolder } from '../support/engines.ts';

/** As version 1 left it after two imports of one claim: the second gave the topic. */
const FORMER = [
  "CREATE (:Gainsay {id: 'gainsay', schemaVersion: 1, dataVersion: 2, importNumber: 2, lastWriteAt: '2026-01-01T00:00:00Z'})",
  `UNWIND [1, 2] AS n CREATE (:Import {id: 'import-00000' + toString(n), number: n, state: 'published', file: 'f.json', format: 'json',
    sha256: 'x' + toString(n), startedAt: '2026-01-01T00:00:00Z', endedAt: '2026-01-01T00:00:01Z', batch: 1})`,
  "CREATE (:Actor {id: 'a', name: 'Anna', aliases: [], asserts: 1, denies: 0, statements: 1, terms: ['anna'], importId: 'import-000001'})",
  `CREATE (:Claim {id: 'c', text: 'It is so.', topic: 'Law', asserters: 1, deniers: 0, statements: 1, contention: 0, terms: ['so'],
    importId: 'import-000001'})`,
  "CREATE (:Statement {id: 's', positionId: 'a asserts c', stance: 'asserts', modality: 'stated', importId: 'import-000001'})",
  `MATCH (a:Actor {id: 'a'}) MATCH (s:Statement {id: 's'}) MATCH (c:Claim {id: 'c'})
    CREATE (a)-[:MADE]->(s) CREATE (s)-[:ABOUT]->(c)
    CREATE (a)-[:ASSERTS {id: 'a asserts c', statements: 1, modality: 'stated', importId: 'import-000001'}]->(c)`,
  `UNWIND [['1', '{"id":"c","text":"It is so."}'], ['2', '{"id":"c","text":"It is so.","topic":"Law"}']] AS share
    CREATE (:Contribution {id: 'import-00000' + share[0] + ' Claim c', importId: 'import-00000' + share[0], ownerId: 'import-000001',
      entityId: 'c', label: 'Claim', role: 'given', payload: share[1]})`,
];

describeOnEngines('a database of schema version 1', (open) => {
  const folder = tmpFolder();
  const openFormer = async () => {
    const engine = await open();
    for (const statement of FORMER) await engine.write((q) => q.run(statement));
    return openLoading(engine, folder);
  };
  const claims = (topics?: readonly string[]) => [{ id: 'c', text: 'It is so.', ...(topics && { topics }) }];

  it('opens with its topics, and is marked so that older programs refuse it', async () => {
    const { engine } = await openFormer();
    const [mark] = await engine.read((q) => q.run('MATCH (g:Gainsay) RETURN g.schemaVersion AS version'));
    expect(mark).toEqual({ version: SCHEMA_VERSION });
    expect((await exported(engine)).claims).toEqual(claims(['Law']));
    expect((await createExplorer(engine).node('c'))?.node).toMatchObject({ topics: ['Law'] });
    await expectSound(engine);
    await prepareDatabase(engine, { adopt: false });
  });

  it('takes further topics, and undoes the imports of both versions', async () => {
    const loading = await openFormer();
    const { engine } = loading;
    expect(
      await loading.load({
        actors: [{ id: 'a', name: 'Anna' }],
        claims: [{ id: 'c', text: 'It is so.', topics: ['Arms'] }],
        statements: [{ id: 's2', actor: 'a', claim: 'c', stance: 'denies' }],
      }),
    ).toMatchObject({ state: 'published' });
    expect((await exported(engine)).claims).toEqual(claims(['Arms', 'Law']));
    await expectSound(engine);
    await loading.imports.undo('import-000002');
    expect((await exported(engine)).claims).toEqual(claims(['Arms']));
    await loading.imports.undo('import-000003');
    expect((await exported(engine)).claims).toEqual(claims());
    await expectSound(engine);
  });
});
