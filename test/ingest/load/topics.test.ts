/** Topics of claims: several of each, united over rows, files and imports. */
import { expect, it } from 'vitest';
import { MAX_TOPICS } from '../../../server/contract/native.ts';
import { claimId } from '../../../server/ingest/records/derived-ids.ts';
import { describeOnEngines, tmpFolder } from '../../support/engines.ts';
import { type Content, type Loading, expectSound, exported, hashOf, openLoading } from '../import-fixture.ts';

const about = (...topics: readonly string[]): Content => ({
  actors: [{ id: 'a', name: 'Anna' }],
  claims: [{ id: 'c', text: 'It is so.', topics: [...topics] }],
  statements: [{ id: `s-${topics.join('-')}`, actor: 'a', claim: 'c', stance: 'asserts' }],
});
const topicsIn = async ({ engine }: Loading): Promise<unknown> => (await exported(engine)).claims?.[0]?.topics;

describeOnEngines('the topics of a claim', (open) => {
  const folder = tmpFolder();

  it('are united over rows that name different ones', async () => {
    const loading = await openLoading(await open(), folder);
    const rows = ['actor,claim,stance,topic', 'Ann,Bread is dear.,asserts,Prices', 'Bo,Bread is dear.,denies,Food'];
    expect(await loading.loadText(rows.join('\n'), 'csv')).toMatchObject({
      state: 'published',
      warnings: { total: 0 },
    });
    expect((await exported(loading.engine)).claims).toEqual([
      { id: claimId('Bread is dear.'), text: 'Bread is dear.', topics: ['Food', 'Prices'] },
    ]);
    const more = 'actor,claim,stance,topics\nAnn,Bread is dear.,asserts,Food; Trade;prices';
    expect(await loading.loadText(more, 'csv')).toMatchObject({
      state: 'published',
      counts: { claims: { merged: 1 } },
    });
    expect(await topicsIn(loading)).toEqual(['Food', 'Prices', 'Trade']);
    await expectSound(loading.engine);
  });

  it('are united over imports in any order, and an undo takes away what only its import gave', async () => {
    const [first, second] = [about('Trade', 'Law'), about('Arms', 'Law')];
    const loading = await openLoading(await open(), folder);
    await loading.load(first);
    await loading.load(second);
    expect(await topicsIn(loading)).toEqual(['Arms', 'Law', 'Trade']);
    expect(await loading.hash()).toBe(await hashOf([second, first], folder));
    const whole = await exported(loading.engine);
    expect(await loading.hash()).toBe(await hashOf([whole], folder));
    await loading.imports.undo('import-000001');
    expect(await topicsIn(loading)).toEqual(['Arms', 'Law']);
    expect(await loading.hash()).toBe(await hashOf([second], folder));
    await expectSound(loading.engine);
  });

  it('are as many as a file may have, also together', async () => {
    const many = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => `T${from + at}`);
    const loading = await openLoading(await open(), folder);
    await loading.load(about(...many(0, MAX_TOPICS - 1)));
    const view = await loading.load(about(...many(MAX_TOPICS, 2)));
    expect(view).toMatchObject({ state: 'failed' });
    expect(view.errors.faults).toMatchObject([
      { section: 'claims', row: 1, field: 'topics', code: 'too-long', reason: expect.stringContaining('Together') },
    ]);
    expect(await loading.load(about(...many(MAX_TOPICS, 1)))).toMatchObject({ state: 'published' });
    expect(await loading.hash()).toBe(await hashOf([await exported(loading.engine)], folder));
  });
});
