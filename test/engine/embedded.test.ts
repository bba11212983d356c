/** The rules for an engine with its own file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openEmbedded } from '../../server/engine/embedded.ts';
import { openEngine } from '../../server/engine/open.ts';
import { schemaStatements } from '../../server/store/cypher.ts';
import { tmpFolder } from '../support/engines.ts';

const folder = tmpFolder();
const WRITER = fileURLToPath(new URL('processes/write-until-stopped.ts', import.meta.url));
const BATCHES =
  'MATCH (t:Thing) WITH t.batch AS batch, count(t) AS things RETURN batch, things ORDER BY batch LIMIT 2000';

test('keeps data, constraints and text indexes until it is opened again', async () => {
  const embedded = { folder: join(folder, 'made/as/needed') };
  const first = await openEngine({ embedded });
  for (const statement of schemaStatements('embedded')) await first.define(statement);
  await first.defineTextIndexes();
  await first.write((q) => q.run("CREATE (:Claim {id: 'c', terms: 'rain'})"));
  await first.close();

  const second = await openEngine({ embedded });
  for (const statement of schemaStatements('embedded')) await second.define(statement);
  await second.defineTextIndexes();
  expect(await second.read((q) => q.run('MATCH (c:Claim) RETURN c.id AS id'))).toEqual([{ id: 'c' }]);
  expect((await second.searchText({ label: 'Claim', terms: ['rain'], limit: 5 })).map(({ id }) => id)).toEqual(['c']);
  await expect(second.write((q) => q.run("CREATE (:Claim {id: 'c'})"))).rejects.toMatchObject({
    code: 'constraint-violated',
  });
  await second.close();
});

test('says that a database is open already, and opens it once it is not', async () => {
  const path = join(folder, 'shared.grafeo');
  const first = await openEmbedded({ path });
  await expect(openEmbedded({ path })).rejects.toMatchObject({
    code: 'engine-locked',
    message: expect.stringContaining(path),
  });
  await first.write((q) => q.run('CREATE (:Thing)'));
  await first.close();
  await (await openEmbedded({ path })).close();
});

test('says that a file is not a database, and leaves it as it is', async () => {
  const path = join(folder, 'letter.grafeo');
  writeFileSync(path, 'Dear database, '.repeat(1000));
  await expect(openEmbedded({ path })).rejects.toMatchObject({
    code: 'engine-damaged',
    message: expect.stringContaining(path),
  });
  expect(readFileSync(path, 'utf8')).toBe('Dear database, '.repeat(1000));
});

test('says that a disk refuses to open it, and not that the database is damaged', async () => {
  const path = join(folder, 'full.grafeo');
  await (await openEmbedded({ path })).close();
  // A file stands in the place of the folder of its log: for the engine, this is the same failure as a full disk.
  rmSync(`${path}.wal`, { recursive: true, force: true });
  writeFileSync(`${path}.wal`, '');
  await expect(openEmbedded({ path })).rejects.toMatchObject({
    code: 'engine-storage',
    message: expect.stringContaining('Nothing is lost'),
  });
  rmSync(`${path}.wal`);
  await (await openEmbedded({ path })).close();
});

test('says that a database file is damaged', async () => {
  const path = join(folder, 'damaged.grafeo');
  const engine = await openEmbedded({ path });
  await engine.write((q) =>
    q.run("UNWIND range(1, 5000) AS i CREATE (:Thing {id: i, text: 'some text to fill pages'})"),
  );
  await engine.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0x5a, Math.floor(bytes.length / 4)));
  await expect(openEmbedded({ path })).rejects.toMatchObject({ code: 'engine-damaged' });
});

test('says that a folder cannot be written to', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  await expect(openEmbedded({ path: join(file, 'graph.grafeo') })).rejects.toMatchObject({
    code: 'engine-storage',
    message: expect.stringContaining(file),
  });
});

test('keeps every acknowledged transaction whole when its process is killed', async () => {
  const path = join(folder, 'killed.grafeo');
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    if (acknowledged >= 20) writer.kill('SIGKILL');
  }
  const engine = await openEmbedded({ path });
  const rows = await engine.read((q) => q.run(BATCHES));
  await engine.close();
  expect(acknowledged).toBeGreaterThanOrEqual(20);
  // The running one may have been kept as well, but only completely.
  expect([acknowledged, acknowledged + 1]).toContain(rows.length);
  expect(rows).toEqual(rows.map((_, index) => ({ batch: index + 1, things: 100 })));
});

test.skipIf(process.platform === 'win32').each<readonly [string, (place: string) => void]>([
  ['deleted', (place) => rmSync(place, { recursive: true })],
  ['emptied', (place) => readdirSync(place).forEach((name) => rmSync(join(place, name), { recursive: true }))],
  ['moved', (place) => renameSync(place, `${place}-moved`)],
  ['without its log', (place) => rmSync(join(place, 'graph.grafeo.wal'), { recursive: true })],
  [
    'replaced',
    (place) => {
      renameSync(place, `${place}-old`);
      mkdirSync(join(place, 'graph.grafeo.wal'), { recursive: true });
      writeFileSync(join(place, 'graph.grafeo'), 'another database');
    },
  ],
])('acknowledges no write once its folder is %s, writes nothing there, and still reads', async (name, remove) => {
  const place = join(folder, `gone ${name}`);
  const engine = await openEmbedded({ path: join(place, 'graph.grafeo') });
  await engine.write((q) => q.run('CREATE (:Thing {id: 1})'));
  // Gone in the middle of a write: it is not acknowledged either.
  await expect(
    engine.write(async (q) => {
      await q.run('CREATE (:Other)');
      remove(place);
    }),
  ).rejects.toMatchObject({ code: 'engine-removed', message: expect.stringContaining(place) });
  const left = (): unknown =>
    readdirSync(folder, { recursive: true }).filter((path) => String(path).startsWith('gone'));
  const before = left();
  await expect(engine.write((q) => q.run('CREATE (:Other)'))).rejects.toMatchObject({ code: 'engine-removed' });
  await expect(engine.define('CREATE INDEX t IF NOT EXISTS FOR (x:Thing) ON (x.id)')).rejects.toMatchObject({
    code: 'engine-removed',
  });
  expect(await engine.read((q) => q.run('MATCH (t:Thing) RETURN t.id AS id LIMIT 5'))).toEqual([{ id: 1 }]);
  await expect(engine.close()).rejects.toMatchObject({ code: 'engine-removed' });
  expect(left()).toEqual(before);
});

test.skipIf(process.platform === 'win32')(
  'says that the disk is full, keeps what was acknowledged and nothing else',
  async () => {
    const path = join(folder, 'full/graph.grafeo');
    mkdirSync(join(folder, 'full'));
    // To a process, a limit on the size of files looks like a full disk.
    const command = 'ulimit -f 4000; exec "$0" --import tsx "$1" "$2"';
    const writer = spawn('bash', ['-c', command, process.execPath, WRITER, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: writer.stdout })) lines.push(line);
    if (writer.exitCode === null) await once(writer, 'exit');
    expect(lines.at(-1)).toBe('engine-storage');

    const engine = await openEmbedded({ path });
    const rows = await engine.read((q) => q.run(BATCHES));
    await engine.close();
    expect(rows).toEqual(lines.slice(0, -1).map((line) => ({ batch: Number(line), things: 100 })));
    expect(rows.length).toBeGreaterThan(5);
  },
);
