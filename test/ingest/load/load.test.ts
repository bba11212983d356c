import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ImportView } from '../../../server/contract/imports.ts';
import type { GraphEngine, Row } from '../../../server/engine/engine.ts';
import { createImportService } from '../../../server/ingest/service/create-import-service.ts';
import { SCHEMA_VERSION, isEmptyDatabase, prepareDatabase } from '../../../server/store/schema.ts';
import { generateFile } from '../../generate/write.ts';
import { describeOnEngines, tmpFolder } from '../../support/engines.ts';
import { DISPUTE } from '../dispute.ts';
import {
  type Content,
  type Loading,
  everything,
  expectSound,
  exported,
  fileText,
  hashOf,
  openLoading,
} from '../import-fixture.ts';

describeOnEngines('preparing a database', (open) => {
  it('marks an empty one as its own, and may be repeated', async () => {
    const engine = await open();
    expect(await isEmptyDatabase(engine)).toBe(true);
    await prepareDatabase(engine, { adopt: false });
    await prepareDatabase(engine, { adopt: false });
    expect(await isEmptyDatabase(engine)).toBe(true);
    expect(
      await rows(
        engine,
        'MATCH (g:Gainsay) RETURN g.id AS id, g.schemaVersion AS schemaVersion, g.dataVersion AS dataVersion',
      ),
    ).toEqual([{ id: 'gainsay', schemaVersion: SCHEMA_VERSION, dataVersion: 0 }]);
  });

  it('refuses one that contains other data, and writes nothing, without the option to adopt it', async () => {
    const engine = await open();
    await engine.write((q) => q.run('CREATE (:Recipe {id: 1})'));
    const before = await everything(engine);
    await expect(prepareDatabase(engine, { adopt: false })).rejects.toMatchObject({
      code: 'database-foreign',
      message: expect.stringContaining('--adopt'),
    });
    expect(await everything(engine)).toBe(before);
    await prepareDatabase(engine, { adopt: true });
    await prepareDatabase(engine, { adopt: false });
    expect(await rows(engine, 'MATCH (r:Recipe) RETURN r.id AS id')).toEqual([{ id: 1 }]);
  });

  it('refuses one of a newer version', async () => {
    const engine = await open();
    await engine.write((q) => q.run("CREATE (:Gainsay {id: 'gainsay', schemaVersion: 99})"));
    await expect(prepareDatabase(engine, { adopt: true })).rejects.toMatchObject({ code: 'database-newer' });
  });
});

describeOnEngines('loading a file', (open) => {
  const folder = tmpFolder();

  it('publishes nodes, edges and counters that agree with the statements', async () => {
    const loading = await openLoading(await open(), folder);
    const view = await loading.load(DISPUTE);
    expect(view).toMatchObject({
      id: 'import-000001',
      state: 'published',
      unchanged: false,
      title: 'Two on one claim',
      warnings: { total: 0 },
      counts: {
        actors: { added: 4 },
        claims: { added: 2 },
        documents: { added: 1 },
        statements: { added: 4, merged: 0, unchanged: 0 },
      },
    });
    const { engine } = loading;
    expect(
      await rows(engine, 'MATCH (a:Actor)-[r:ASSERTS]->(c:Claim) RETURN a.id AS a, c.id AS c, properties(r) AS r'),
    ).toEqual([
      {
        a: 'south',
        c: 'sold',
        r: {
          id: 'south asserts sold',
          statements: 2,
          firstDate: '2022-09',
          lastDate: '2022-10-01',
          modality: 'reported',
          importId: 'import-000001',
        },
      },
    ]);
    expect(
      await rows(
        engine,
        'MATCH (a:Actor)-[r:DENIES]->(c:Claim) RETURN a.id AS a, c.id AS c, r.statements AS n, r.modality AS modality',
      ),
    ).toEqual([{ a: 'ministry', c: 'sold', n: 1, modality: 'stated' }]);
    expect(
      await rows(
        engine,
        'MATCH (c:Claim) RETURN c.id AS id, c.asserters AS a, c.deniers AS d, c.statements AS n, c.contention AS x, c.firstDate AS f, c.lastDate AS l ORDER BY id',
      ),
    ).toEqual([
      { id: 'planned', a: 0, d: 0, n: 1, x: 0, f: null, l: null },
      { id: 'sold', a: 1, d: 1, n: 3, x: 1, f: '2022-09', l: '2022-10-01' },
    ]);
    expect(
      await rows(
        engine,
        'MATCH (a:Actor) RETURN a.id AS id, a.asserts AS a, a.denies AS d, a.statements AS n ORDER BY id',
      ),
    ).toEqual([
      { id: 'ministry', a: 0, d: 1, n: 1 },
      { id: 'north', a: 0, d: 0, n: 0 },
      { id: 'paper', a: 0, d: 0, n: 0 },
      { id: 'south', a: 1, d: 0, n: 3 },
    ]);
    expect(
      await rows(
        engine,
        "MATCH (s:Statement {id: 's1'})-[r:REPORTED_BY]->(a:Actor) MATCH (s)-[:QUOTED_IN]->(d:Document) MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN a.id AS a, r.order AS o, d.id AS d, p.id AS p, s.quoteStart AS start, s.quoteLocation AS l",
      ),
    ).toEqual([{ a: 'paper', o: 0, d: 'article', p: 'paper', start: 19, l: 'located' }]);
    await expectSound(engine);
  });

  it('gives the same graph from JSON, JSONL and its own export, once, twice or ten times', async () => {
    const loading = await openLoading(await open(), folder);
    await loading.load(DISPUTE);
    const hash = await loading.hash();
    const version = await dataVersion(loading);
    const lines = [
      { type: 'file', format: 'gainsay/1' },
      ...(['actor', 'claim', 'document', 'statement'] as const).flatMap((type) =>
        (DISPUTE[`${type}s`] ?? []).map((record) => ({ type, ...record })),
      ),
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    for (let repeat = 0; repeat < 9; repeat++) {
      const view =
        repeat % 3 === 0
          ? await loading.loadText(lines, 'jsonl')
          : await loading.load(repeat % 3 === 1 ? DISPUTE : await exported(loading.engine));
      expect(view).toMatchObject({ state: 'published', unchanged: true });
      expect(await loading.hash()).toBe(hash);
    }
    expect(await dataVersion(loading)).toBe(version);
    expect((await loading.imports.list(20)).total).toBe(10);
    expect(await rows(loading.engine, 'MATCH (i:Import) RETURN count(i) AS n')).toEqual([{ n: 1 }]);
    await expectSound(loading.engine);
  });

  it('changes nothing when the same CSV is loaded again', async () => {
    const loading = await openLoading(await open(), folder);
    const csv =
      'actor,claim,stance,date,publisher,document_title\nNorth Korea,It sold arms,denies,2022-09-22,KCNA,Report\nUnited States,It sold arms,asserts,2022-09,,\n';
    expect(await loading.loadText(csv, 'csv')).toMatchObject({
      state: 'published',
      unchanged: false,
      counts: { statements: { added: 2 } },
    });
    const hash = await loading.hash();
    expect(await loading.loadText(csv, 'csv')).toMatchObject({ state: 'published', unchanged: true });
    expect(await loading.hash()).toBe(hash);
    await expectSound(loading.engine);
  });

  it('merges what a second file adds, whichever comes first', async () => {
    const more: Content = {
      actors: [{ id: 'south', name: 'Southland', aliases: ['SL'], description: 'A state.', speaksFor: ['paper'] }],
      claims: [{ id: 'planned', text: 'Northland plans to sell arms', topic: 'Arms' }],
      documents: [{ id: 'article', title: 'Arms row', language: 'en' }],
      statements: [
        { id: 's5', actor: 'south', claim: 'sold', stance: 'asserts', date: '2021' },
        {
          id: 's6',
          actor: 'north',
          claim: 'planned',
          stance: 'denies',
          document: 'article',
          quotation: { exact: 'South disagreed.' },
        },
      ],
    };
    const loading = await openLoading(await open(), folder);
    await loading.load(DISPUTE);
    expect(await loading.load(more)).toMatchObject({
      state: 'published',
      counts: { actors: { merged: 1 }, claims: { merged: 1 }, documents: { merged: 1 }, statements: { added: 2 } },
    });
    expect(
      await rows(
        loading.engine,
        'MATCH (:Actor)-[r:ASSERTS]->(:Claim) RETURN r.statements AS n, r.firstDate AS f, r.modality AS m, r.importId AS i',
      ),
    ).toEqual([{ n: 3, f: '2021', m: 'stated', i: 'import-000001' }]);
    expect(
      await rows(loading.engine, "MATCH (c:Claim {id: 'sold'}) RETURN c.statements AS n, c.asserters AS a"),
    ).toEqual([{ n: 4, a: 1 }]);
    await expectSound(loading.engine);
    const both: Content = {
      ...DISPUTE,
      actors: DISPUTE.actors?.map((actor) => (actor.id === 'south' ? { ...actor, ...more.actors?.[0] } : actor)) ?? [],
      claims: [DISPUTE.claims?.[0], more.claims?.[0]].flatMap((claim) => claim ?? []),
      documents: [{ ...DISPUTE.documents?.[0], id: 'article', title: 'Arms row', language: 'en' }],
      statements: [...(DISPUTE.statements ?? []), ...(more.statements ?? [])],
    };
    expect(await loading.hash()).toBe(await hashOf([both], folder));
  });

  it('keeps the latest hundred imports that left nothing in the database', async () => {
    const loading = await openLoading(await open(), folder);
    for (let count = 0; count < 102; count += 1) await loading.load(DISPUTE, { dryRun: true });
    const { imports, total } = await loading.imports.list(500);
    expect([imports.length, total, imports.at(-1)?.id]).toEqual([100, 100, 'dry-run-000003']);
    expect(await loading.imports.get('dry-run-000002')).toBeUndefined();
  });

  it('writes nothing in a dry run, and reports what it would do', async () => {
    const loading = await openLoading(await open(), folder);
    const before = await everything(loading.engine);
    expect(await loading.load(DISPUTE, { dryRun: true })).toMatchObject({
      state: 'checked',
      dryRun: true,
      counts: { statements: { added: 4 } },
    });
    expect(await everything(loading.engine)).toBe(before);
  });

  it('does not change the graph when any row is bad, and reports the row', async () => {
    const loading = await openLoading(await open(), folder);
    await loading.load(DISPUTE);
    const before = await everything(loading.engine);
    const statements = Array.from({ length: 6 }, (_, n) => ({
      id: `n${n}`,
      actor: 'south',
      claim: 'sold',
      stance: 'asserts' as const,
    }));
    for (let bad = 0; bad < statements.length; bad++) {
      const view = await loading.load({
        statements: statements.map((statement, n) => (n === bad ? { ...statement, claim: 'unknown' } : statement)),
      });
      expect(view).toMatchObject({
        state: 'failed',
        errors: {
          total: 1,
          faults: [{ file: 'file.json', section: 'statements', row: bad + 1, field: 'claim', code: 'unknown-id' }],
        },
      });
      expect(await everything(loading.engine)).toBe(before);
    }
  });

  it('refuses what contradicts the database, and names both values', async () => {
    const loading = await openLoading(await open(), folder);
    await loading.load(DISPUTE);
    const before = await loading.hash();
    const view = await loading.load({ actors: [{ id: 'north', name: 'Southland' }] });
    expect(view).toMatchObject({
      state: 'failed',
      errors: { faults: [{ row: 1, field: 'name', code: 'conflicts-with-database' }] },
    });
    expect(view.errors.faults[0]?.reason).toMatch(/Northland.*Southland/);
    expect(await loading.hash()).toBe(before);
  });

  it('shows nothing of an import that is still being loaded', { timeout: 180_000 }, async () => {
    const loading = await openLoading(await open(), folder);
    await loading.load(DISPUTE);
    const before = await loading.hash();
    const { id } = await beginLarge(loading);
    const seen = new Set<string>();
    const states = statesOf(loading, id);
    let isStaging = false;
    while ((await loading.imports.get(id))?.state !== 'published') {
      const hidden = await rows(loading.engine, "MATCH (i:Import {state: 'loading'}) RETURN i.id AS id");
      isStaging ||= hidden.length > 0;
      const hash = await loading.hash().catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'export-changed') return undefined;
        throw error;
      });
      if (hash !== undefined) seen.add(hash);
    }
    const after = await loading.hash();
    expect(isStaging).toBe(true);
    expect([...seen].filter((hash) => hash !== after)).toEqual([before]);
    expect(states).toEqual(['validating', 'loading', 'publishing', 'published']);
    await expectSound(loading.engine);
  });

  it.each(['waiting', 'validating', 'loading'] as const)(
    'leaves nothing when it is cancelled while %s',
    async (when) => {
      const loading = await openLoading(await open(), folder);
      await loading.load(DISPUTE);
      const before = await everything(loading.engine);
      const ahead = when === 'waiting' ? await beginLarge(loading, { dryRun: true }) : undefined;
      const { id } = await beginLarge(loading);
      if (when !== 'waiting') await reaching(loading, id, when);
      expect(await loading.imports.cancel(id)).toMatchObject({ id, state: 'cancelled' });
      if (ahead) await loading.imports.cancel(ahead.id);
      expect(await everything(loading.engine)).toBe(before);
      expect(await loading.imports.get(id)).toMatchObject({ state: 'cancelled' });
      await expectSound(loading.engine);
    },
  );

  it('loads one at a time, also when two servers share the database, and reports progress', async () => {
    const loading = await openLoading(await open(), folder);
    const other = createImportService({ engine: loading.engine, tmp: folder });
    const views: ImportView[] = [];
    const { id } = await beginLarge(loading);
    loading.imports.watch(id, (view) => views.push(view));
    await reaching(loading, id, 'loading');
    const path = join(folder, 'other.json');
    writeFileSync(path, fileText(DISPUTE));
    const second = await other.start({ path, file: 'other.json', format: 'json' }, { dryRun: false });
    // The recovery of another server must not sweep what is being loaded here.
    await other.recover();
    expect(await loading.imports.settled(id)).toMatchObject({ state: 'published' });
    const end = await other.settled(second.id);
    expect(end.startedAt <= (end.endedAt ?? '')).toBe(true);
    expect(end).toMatchObject({ state: 'published', id: 'import-000002' });
    await expectSound(loading.engine);
    const shares = views.filter(({ state }) => state === 'loading').map(({ progress }) => progress?.share ?? 0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(
      views.some(({ progress }) => (progress?.rowsPerSecond ?? 0) > 0 && progress?.secondsLeft !== undefined),
    ).toBe(true);
    await other.close();
  });

  it('is cancelled and swept when the service is closed', async () => {
    const loading = await openLoading(await open(), folder);
    const before = await everything(loading.engine);
    const { id } = await beginLarge(loading);
    await reaching(loading, id, 'loading');
    const settled = loading.imports.settled(id);
    await loading.imports.close();
    expect(await settled).toMatchObject({ state: 'cancelled' });
    expect(await everything(loading.engine)).toBe(before);
    await expect(loading.load(DISPUTE)).rejects.toMatchObject({ code: 'stopping' });
  });

  async function beginLarge(loading: Loading, { dryRun = false } = {}): Promise<ImportView> {
    const path = join(folder, 'large.jsonl');
    writeFileSync(path, [...generateFile({ statements: 2_000, seed: 7 }, 'jsonl')].join(''));
    return loading.imports.start({ path, file: 'large.jsonl', format: 'jsonl' }, { dryRun });
  }
});

function statesOf(loading: Loading, id: string): string[] {
  const states: string[] = [];
  loading.imports.watch(id, ({ state }) => {
    if (states.at(-1) !== state) states.push(state);
  });
  return states;
}

/** Resolves when the import enters the state. */
async function reaching(loading: Loading, id: string, state: ImportView['state']): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    loading.imports.watch(id, (view) => {
      if (view.state === state) resolve();
      else if (view.endedAt !== undefined) reject(new Error(`It ended as ${view.state} before it was ${state}.`));
    });
    void loading.imports.get(id).then((view) => view?.state === state && resolve());
  });
}

async function dataVersion({ engine }: Loading): Promise<unknown> {
  return (await rows(engine, 'MATCH (g:Gainsay) RETURN g.dataVersion AS version'))[0]?.['version'];
}

function rows(engine: GraphEngine, cypher: string): Promise<readonly Row[]> {
  return engine.read((q) => q.run(cypher));
}
