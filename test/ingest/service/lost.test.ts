import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../server/engine/embedded.ts';
import { openNeo4j } from '../../../server/engine/neo4j.ts';
import type { GraphEngine } from '../../../server/engine/engine.ts';
import { createImportService } from '../../../server/ingest/service/create-import-service.ts';
import type { ImportService } from '../../../server/ingest/service/import-service.ts';
import { prepareDatabase } from '../../../server/store/schema.ts';
import { generateFile } from '../../generate/write.ts';
import { type Neo4jServer, startNeo4j } from '../../neo4j/neo4j-server.ts';
import { tmpFolder } from '../../support/engines.ts';
import { DISPUTE } from '../dispute.ts';
import { expectSound, fileText, hashOf } from '../import-fixture.ts';
import { exportHash } from '../../../server/export/export-native.ts';

describe.skipIf(process.env['GAINSAY_SKIP_NEO4J'] === '1' && !process.env['CI'])('a Neo4j that is killed', () => {
  const folder = tmpFolder();
  let server: Neo4jServer;
  let engine: GraphEngine;
  beforeAll(async () => {
    server = await startNeo4j();
    engine = await openNeo4j(server);
    await prepareDatabase(engine, { adopt: false });
  }, 300_000);
  afterAll(async () => {
    await engine.close();
    await server.stop();
  });

  it(
    'and comes back while it is waited for: the import goes on, and everything is applied once',
    { timeout: 600_000 },
    async () => {
      const imports = createImportService({ engine, tmp: folder, patience: 120_000 });
      const before = await exportHash(engine);
      const { id } = await begin(imports);
      await reaching(imports, id, 'loading');
      await server.kill();
      await server.restart();
      expect(await imports.settled(id)).toMatchObject({ state: 'published' });
      await expectSound(engine);
      expect(await exportHash(engine)).toBe(await exportOf());
      expect(await imports.undo(id)).toMatchObject({ state: 'undone' });
      expect(await exportHash(engine)).toBe(before);
      await imports.close();
    },
  );

  it(
    'and stays away: the import fails with the reason, and nothing of it is left when it is back',
    { timeout: 600_000 },
    async () => {
      const imports = createImportService({ engine, tmp: folder, patience: 500 });
      const small = join(folder, 'small.json');
      writeFileSync(small, fileText(DISPUTE));
      const first = await imports.start({ path: small, file: 'small.json', format: 'json' }, { dryRun: false });
      expect(await imports.settled(first.id)).toMatchObject({ state: 'published' });
      const before = await exportHash(engine);
      const { id } = await begin(imports);
      await reaching(imports, id, 'loading');
      await server.kill();
      expect(await imports.settled(id)).toMatchObject({ state: 'failed', problem: { code: 'engine-unavailable' } });
      await expect(
        imports.start({ path: small, file: 'small.json', format: 'json' }, { dryRun: false }),
      ).rejects.toMatchObject({ code: 'engine-unavailable' });
      await server.restart();
      await imports.recover();
      expect(await exportHash(engine)).toBe(before);
      expect(before).toBe(await hashOf([DISPUTE], folder));
      await expectSound(engine);
      expect(
        await engine.read((q) =>
          q.run('MATCH (n) WHERE n.importId = $id OR n.id = $id RETURN count(n) AS left', { id }),
        ),
      ).toEqual([{ left: 0 }]);
      await imports.close();
    },
  );

  async function begin(imports: ImportService): Promise<{ id: string }> {
    const path = join(folder, 'large.jsonl');
    writeFileSync(path, [...generateFile({ statements: 1_000, seed: 11 }, 'jsonl')].join(''));
    return imports.start({ path, file: 'large.jsonl', format: 'jsonl' }, { dryRun: false });
  }

  /** The result of the file on the other engine. */
  async function exportOf(): Promise<string> {
    const other = await openEmbedded();
    try {
      await prepareDatabase(other, { adopt: false });
      const imports = createImportService({ engine: other, tmp: folder });
      await imports.settled((await begin(imports)).id);
      return await exportHash(other);
    } finally {
      await other.close();
    }
  }
});

async function reaching(imports: ImportService, id: string, state: string): Promise<void> {
  await new Promise<void>((resolve) => {
    imports.watch(id, (view) => view.state === state && resolve());
    void imports.get(id).then((view) => view?.state === state && resolve());
  });
}
