/** A prepared database with its import service, and files written from plain objects. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ImportFormat, ImportView } from '../../server/contract/imports.ts';
import type { NativeFile } from '../../server/contract/native.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { exportHash, exportNative } from '../../server/export/export-native.ts';
import { checkDatabase } from '../../server/ingest/check/check-database.ts';
import { createImportService } from '../../server/ingest/service/create-import-service.ts';
import type { ImportService } from '../../server/ingest/service/import-service.ts';
import { prepareDatabase } from '../../server/store/schema.ts';

export type Content = Omit<NativeFile, 'format'>;

export interface Loading {
  readonly engine: GraphEngine;
  readonly imports: ImportService;
  readonly folder: string;
  load(content: Content, options?: { readonly dryRun?: boolean }): Promise<ImportView>;
  loadText(text: string, format: ImportFormat): Promise<ImportView>;
  hash(): Promise<string>;
}

/** @param folder A temporary folder of the test file. */
export async function openLoading(engine: GraphEngine, folder: string): Promise<Loading> {
  await prepareDatabase(engine, { adopt: false });
  const imports = createImportService({ engine, tmp: folder });
  await imports.recover();
  const begin = async (text: string, format: ImportFormat, dryRun: boolean): Promise<ImportView> => {
    const path = join(folder, `${randomUUID()}.${format}`);
    writeFileSync(path, text);
    const { id } = await imports.start({ path, file: `file.${format}`, format }, { dryRun });
    return imports.settled(id);
  };
  return {
    engine,
    imports,
    folder,
    load: (content, { dryRun = false } = {}) => begin(fileText(content), 'json', dryRun),
    loadText: (text, format) => begin(text, format, false),
    hash: () => exportHash(engine),
  };
}

export function fileText(content: Content): string {
  return JSON.stringify({ format: 'gainsay/1', ...content });
}

/** The hash after these files alone are loaded, one after the other, into an empty database. */
export async function hashOf(contents: readonly Content[], folder: string): Promise<string> {
  const engine = await openEmbedded();
  try {
    const loading = await openLoading(engine, folder);
    for (const content of contents) {
      const view = await loading.load(content);
      expect(view).toMatchObject({ state: 'published' });
    }
    return await loading.hash();
  } finally {
    await engine.close();
  }
}

/** Everything in the database except the number of the last import, which is never reused. Used to show that nothing was written. */
export async function everything(engine: GraphEngine): Promise<string> {
  return engine.read(async (q) => {
    const nodes = await q.run('MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS properties');
    const [edges] = await q.run('MATCH ()-[r]->() RETURN count(r) AS edges');
    return JSON.stringify([nodes.map((node) => JSON.stringify(node, keysSorted)).sort(), edges], null, 1);
  });
}

function keysSorted(key: string, value: unknown): unknown {
  if (key === 'importNumber') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export async function exported(engine: GraphEngine): Promise<Content> {
  let text = '';
  for await (const chunk of exportNative(engine, 'json')) text += chunk;
  const { format: _, ...content } = JSON.parse(text) as NativeFile;
  return content;
}

/** Fails with the faults if there are any. */
export async function expectSound(engine: GraphEngine): Promise<void> {
  expect((await checkDatabase(engine)).faults).toEqual([]);
}
