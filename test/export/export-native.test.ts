import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { NativeFile, NativeLine } from '../../server/contract/native.ts';
import type { GraphEngine } from '../../server/engine/engine.ts';
import { exportHash, exportNative, type NativeExportFormat } from '../../server/export/export-native.ts';
import { DISPUTE } from '../ingest/dispute.ts';
import { type Content, openLoading } from '../ingest/import-fixture.ts';
import { generateFile } from '../generate/write.ts';
import { describeOnEngines, tmpFolder } from '../support/engines.ts';

describeOnEngines('exporting the native format', (open) => {
  const folder = tmpFolder();

  it('writes an empty database as an empty file of the format', async () => {
    const { engine } = await openLoading(await open(), folder);
    expect(await text(engine, 'json')).toBe('{"format":"gainsay/1"}\n');
    expect(await text(engine, 'jsonl')).toBe('{"type":"file","format":"gainsay/1"}\n');
  });

  it('is canonical: in order of id, keys in the order of the contract, positions of quotations where they are known', async () => {
    const loading = await openLoading(await open(), folder);
    await loading.load(DISPUTE);
    expect((await text(loading.engine, 'jsonl')).split('\n')).toEqual([
      '{"type":"file","format":"gainsay/1"}',
      '{"type":"actor","id":"ministry","name":"Ministry of Northland","kind":"organisation","speaksFor":["north"]}',
      '{"type":"actor","id":"north","name":"Northland","kind":"state","aliases":["NL"]}',
      '{"type":"actor","id":"paper","name":"The Paper","kind":"media"}',
      '{"type":"actor","id":"south","name":"Southland","kind":"state"}',
      '{"type":"claim","id":"planned","text":"Northland plans to sell arms"}',
      '{"type":"claim","id":"sold","text":"Northland sold arms","topics":["Arms"]}',
      '{"type":"document","id":"article","title":"Arms row","publisher":"paper","publishedAt":"2022-09-22","text":"The ministry said: we never sold any arms. South disagreed."}',
      '{"type":"statement","id":"s1","actor":"ministry","claim":"sold","stance":"denies","date":"2022-09-22","modality":"stated","document":"article","quotation":{"exact":"we never sold any arms","start":19,"end":41},"reportedBy":["paper"]}',
      '{"type":"statement","id":"s2","actor":"south","claim":"sold","stance":"asserts","date":"2022-09","modality":"reported","document":"article"}',
      '{"type":"statement","id":"s3","actor":"south","claim":"sold","stance":"asserts","date":"2022-10-01","modality":"hedged"}',
      '{"type":"statement","id":"s4","actor":"south","claim":"planned","stance":"neutral","modality":"stated"}',
      '',
    ]);
    const shuffled: Content = Object.fromEntries(
      Object.entries(DISPUTE).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
    );
    const other = await openLoading(await open(), folder);
    await other.load(shuffled);
    expect(await exportHash(other.engine)).toBe(
      createHash('sha256')
        .update(await text(other.engine, 'jsonl'))
        .digest('hex'),
    );
    expect(await text(other.engine, 'jsonl')).toContain('"id":"s1"');
  });

  it('gives the same hash when it is loaded again into an empty database, from either form', async () => {
    const loading = await openLoading(await open(), folder);
    await loading.loadText([...generateFile({ statements: 1_200, seed: 5 }, 'jsonl')].join(''), 'jsonl');
    const hash = await loading.hash();
    const [json, lines] = [await text(loading.engine, 'json'), await text(loading.engine, 'jsonl')];
    expect(NativeFile.safeParse(JSON.parse(json)).success).toBe(true);
    for (const line of lines.trimEnd().split('\n')) expect(NativeLine.safeParse(JSON.parse(line)).success).toBe(true);
    for (const [form, format] of [
      [json, 'json'],
      [lines, 'jsonl'],
    ] as const) {
      const again = await openLoading(await open(), folder);
      expect(await again.loadText(form, format)).toMatchObject({ state: 'published' });
      expect(await again.hash()).toBe(hash);
    }
  });

  it('fails when an import is published during the export', async () => {
    const loading = await openLoading(await open(), folder);
    await loading.load(DISPUTE);
    const pages = exportNative(loading.engine, 'jsonl');
    await pages.next();
    await loading.load({ actors: [{ id: 'new', name: 'New' }] });
    await expect(pages.next()).rejects.toMatchObject({ code: 'export-changed' });
  });
});

async function text(engine: GraphEngine, format: NativeExportFormat): Promise<string> {
  let whole = '';
  for await (const chunk of exportNative(engine, format)) whole += chunk;
  return whole;
}
