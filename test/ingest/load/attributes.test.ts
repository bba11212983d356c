/** Attributes of actors, claims and documents: a set of values for each key, united over imports. */
import { expect, it } from 'vitest';
import type { FileAttributes } from '../../../server/contract/attributes.ts';
import { MAX_ATTRIBUTES } from '../../../server/contract/attributes.ts';
import { createExplorer } from '../../../server/explorer/create-explorer.ts';
import { describeOnEngines, tmpFolder } from '../../support/engines.ts';
import { type Content, type Loading, expectSound, exported, hashOf, openLoading } from '../import-fixture.ts';

const known = (statement: string, attributes: FileAttributes): Content => ({
  actors: [{ id: 'a', name: 'Anna', attributes }],
  claims: [{ id: 'c', text: 'It is so.', attributes }],
  documents: [{ id: 'd', title: 'Minutes', attributes }],
  statements: [{ id: statement, actor: 'a', claim: 'c', stance: 'asserts', document: 'd' }],
});
const attributesIn = async ({ engine }: Loading): Promise<unknown> => {
  const { actors, claims, documents } = await exported(engine);
  return [actors, claims, documents].map((records) => records?.[0]?.attributes);
};
const thrice = (attributes: FileAttributes): readonly FileAttributes[] => [attributes, attributes, attributes];

describeOnEngines('attributes', (open) => {
  const folder = tmpFolder();
  const FIRST = { party: 'Left', seats: 12, since: '2022-09', constructor: 'x', 'odd "key"': ['\\', 'ü', 0.5] };
  const SECOND = { party: ['Left', 'Green'], seats: '12', '2020': 'won' };
  const BOTH = {
    '2020': 'won',
    constructor: 'x',
    'odd "key"': [0.5, '\\', 'ü'],
    party: ['Green', 'Left'],
    seats: [12, '12'],
    since: '2022-09',
  };

  it('are shown with what they belong to', async () => {
    const loading = await openLoading(await open(), folder);
    await loading.load(known('s1', FIRST));
    const shown = {
      constructor: ['x'],
      'odd "key"': [0.5, '\\', 'ü'],
      party: ['Left'],
      seats: [12],
      since: ['2022-09'],
    };
    const explorer = createExplorer(loading.engine);
    expect((await explorer.node('a'))?.node.attributes).toEqual(shown);
    expect((await explorer.node('c'))?.node.attributes).toEqual(shown);
    expect((await explorer.document('d'))?.document.attributes).toEqual(shown);
  });

  it('are united over imports in any order, and an undo takes away what only its import gave', async () => {
    const loading = await openLoading(await open(), folder);
    await loading.load(known('s1', FIRST));
    expect(await loading.load(known('s2', SECOND))).toMatchObject({
      state: 'published',
      counts: { actors: { merged: 1 }, claims: { merged: 1 }, documents: { merged: 1 } },
    });
    expect(await attributesIn(loading)).toEqual(thrice(BOTH));
    await expectSound(loading.engine);
    expect(await loading.hash()).toBe(await hashOf([known('s2', SECOND), known('s1', FIRST)], folder));
    expect(await loading.hash()).toBe(await hashOf([await exported(loading.engine)], folder));
    await loading.imports.undo('import-000001');
    expect(await attributesIn(loading)).toEqual(thrice({ '2020': 'won', party: ['Green', 'Left'], seats: '12' }));
    expect(await loading.hash()).toBe(await hashOf([known('s2', SECOND)], folder));
    await expectSound(loading.engine);
  });

  it('are as many as a file may have, also together', async () => {
    const many = (from: number, count: number): FileAttributes =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`key ${from + at}`, at]));
    const loading = await openLoading(await open(), folder);
    await loading.load(known('s1', many(0, MAX_ATTRIBUTES - 1)));
    const view = await loading.load(known('s2', many(MAX_ATTRIBUTES, 2)));
    expect(view.state).toBe('failed');
    expect(view.errors.faults.map(({ section, field, code }) => [section, field, code])).toEqual([
      ['actors', 'attributes', 'too-long'],
      ['claims', 'attributes', 'too-long'],
      ['documents', 'attributes', 'too-long'],
    ]);
    expect(await loading.load(known('s2', many(MAX_ATTRIBUTES, 1)))).toMatchObject({ state: 'published' });
    expect(await loading.hash()).toBe(await hashOf([await exported(loading.engine)], folder));
  });
});
