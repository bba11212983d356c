/** A database in which another program has nodes with our labels: they are neither shown nor touched. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { createExplorer } from '../../server/explorer/create-explorer.ts';
import { createViews } from '../../server/explorer/views.ts';
import { exportHash } from '../../server/export/export-native.ts';
import { checkDatabase } from '../../server/ingest/check/check-database.ts';
import { createImportService } from '../../server/ingest/service/create-import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { describeOnEngines, tmpFolder } from '../support/engines.ts';
import { DISPUTE } from '../ingest/dispute.ts';
import { exported, fileText, hashOf } from '../ingest/import-fixture.ts';

const FOREIGN = [
  "CREATE (:Actor {id: 'film-star', name: 'Star', statements: null, terms: 'star'})",
  "CREATE (:Actor {name: 'No id'})",
  "CREATE (:Claim {id: 'insurance-1', text: 'A damaged car', topic: 'cars'})",
  "CREATE (:Document {id: 'contract', title: 'Contract', text: 'Text'})",
  'CREATE (:Document)',
  "CREATE (:Statement {id: 'bank-1', date: '2020-01-01', stance: 'asserts'})",
  "CREATE (:Import {id: 'import-000001', state: 'loading', importId: 'x'})",
  "CREATE (:Import {state: 'undoing'})",
  "CREATE (:Contribution {id: 'gift', amount: 5})",
  "CREATE (:View {id: 'sea', name: 'Sea view', deletedAt: '2001-01-01', updatedAt: '2001'})",
  "CREATE (:View {name: 'No id'})",
  "CREATE (:Gainsay {id: 'verb'})",
];
const COUNT =
  'MATCH (n) WHERE n.importId IS NULL AND n.version IS NULL AND n.schemaVersion IS NULL AND n.sha256 IS NULL OR n.importId = $x RETURN count(n) AS nodes';

describeOnEngines('nodes of another program with our labels', (open) => {
  const folder = tmpFolder();

  async function withForeign(): Promise<GraphEngine> {
    const engine = await open();
    for (const statement of FOREIGN) await engine.write((q) => q.run(statement));
    return engine;
  }
  const properties = async (engine: GraphEngine) => {
    const rows = await engine.read((q) =>
      q.run(
        "MATCH (n) WHERE n.id IN ['film-star', 'insurance-1', 'contract', 'bank-1', 'import-000001', 'gift', 'sea', 'verb'] RETURN n.id AS id, size(keys(n)) AS properties ORDER BY id LIMIT 20",
      ),
    );
    const [count] = await engine.read((q) => q.run(COUNT, { x: 'x' }));
    return { rows, count };
  };

  it('are named when they are there before Gainsay, which then writes nothing', async () => {
    const engine = await withForeign();
    const before = await properties(engine);
    await expect(prepareDatabase(engine, { adopt: false })).rejects.toMatchObject({
      code: 'database-foreign',
      message: expect.stringMatching(/a node with the label \w+\. .*--adopt/),
    });
    expect(await properties(engine)).toEqual(before);
  });

  it('are not shown, counted, checked, exported, swept or undone beside ours', { timeout: 240_000 }, async () => {
    const engine = await withForeign();
    const before = await properties(engine);
    await prepareDatabase(engine, { adopt: true });
    const imports = createImportService({ engine, tmp: folder });
    const explorer = createExplorer(engine);
    const views = createViews(engine);
    await imports.recover();
    expect(await imports.list(10)).toEqual({ imports: [], total: 0, truncated: false });
    expect((await explorer.overview()).counts).toMatchObject({ actors: 0, claims: 0, documents: 0, statements: 0 });
    expect(await checkDatabase(engine)).toMatchObject({
      total: 0,
      checked: { actors: 0, documents: 0, statements: 0 },
    });
    expect(await views.list({ limit: 10 })).toEqual({ views: [], total: 0, truncated: false });

    const path = join(folder, 'ours.json');
    writeFileSync(path, fileText(DISPUTE));
    const { id } = await imports.start({ path, file: 'ours.json', format: 'json' }, { dryRun: false });
    expect(id).toBe('import-000002');
    expect(await imports.settled(id)).toMatchObject({ state: 'published' });
    const alone = await hashOf([DISPUTE], folder);
    expect((await exported(engine)).actors?.map((actor) => actor.id)).not.toContain('film-star');
    expect(await exportHash(engine)).toBe(alone);
    expect(await checkDatabase(engine)).toMatchObject({ total: 0 });

    await expect(views.create({ id: 'sea', name: 'Mine', state: '{}' })).rejects.toMatchObject({ code: 'view-exists' });
    expect([await views.get('sea'), await views.restore('sea')]).toEqual([undefined, undefined]);
    const { id: mine } = await views.create({ name: 'Mine', state: '{}' });
    await views.remove(mine, [1]);
    expect(await imports.undo(id)).toMatchObject({ state: 'undone' });
    expect(await properties(engine)).toEqual(before);
    await imports.close();
  });

  it('whose ids are not unique are named when a constraint cannot be made', async () => {
    const engine = await open();
    if (engine.isShared) await engine.define('DROP CONSTRAINT document_id IF EXISTS');
    await engine.write((q) => q.run("UNWIND [1, 2, 3] AS n CREATE (:Document {id: 'twice', n: n})"));
    const prepared = await prepareDatabase(engine, { adopt: true }).catch((error: unknown) => error);
    expect(prepared).toMatchObject({
      code: 'database-obstacle',
      message: expect.stringContaining('3 nodes with the label Document have the id “twice”'),
    });
  });

  it('and constraints that stand in the way are named with what drops them', async () => {
    const engine = await open();
    await prepareDatabase(engine, { adopt: false });
    const names = (await engine.definitions()).map(({ name }) => name);
    const ours = ['actor_id', 'view_id', 'claim_contention', 'gainsay_text_claim'];
    // Nobody else defines anything in the embedded engine, so it is not asked.
    expect(ours.filter((name) => names.includes(name))).toEqual(engine.isShared ? ours : []);
    if (!engine.isShared) return;
    await engine.define('DROP CONSTRAINT view_id');
    await engine.define('CREATE INDEX left_over FOR (v:View) ON (v.id)');
    await engine.define('CREATE CONSTRAINT one_name FOR (a:Actor) REQUIRE a.name IS UNIQUE');
    try {
      const prepared = await prepareDatabase(engine, { adopt: true }).catch((error: unknown) => error);
      expect(prepared).toMatchObject({
        code: 'database-obstacle',
        message: expect.stringMatching(
          /DROP INDEX `left_over`[^]*DROP CONSTRAINT `one_name`|DROP CONSTRAINT `one_name`[^]*DROP INDEX `left_over`/,
        ),
      });
    } finally {
      await engine.define('DROP INDEX left_over');
      await engine.define('DROP CONSTRAINT one_name');
    }
    await prepareDatabase(engine, { adopt: true });
  });
});
