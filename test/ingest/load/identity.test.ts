/** Several spellings of one name: one actor or claim, in every order of rows and imports. */
import { expect, it } from 'vitest';
import { claimId } from '../../../server/ingest/records/derived-ids.ts';
import { describeOnEngines, tmpFolder } from '../../support/engines.ts';
import { expectSound, exported, openLoading } from '../import-fixture.ts';

const HEADER = 'actor,claim,stance';
const ROWS = [
  "Millers' Guild,The lock isn't shut - yet.,asserts",
  'Millers’ Guild,The lock isn’t shut – yet,denies',
  'Millers\u200b’ Guild,The lock isn\u00ad’t shut—yet.,denies',
  '\u200eAnna Smith,The lock leaks,asserts',
  'Anna\u00a0Smith,The lock leaks.,denies',
];

describeOnEngines('spellings of one name', (open) => {
  const folder = tmpFolder();

  it('are one actor and one claim, whatever the order of rows and imports', async () => {
    const hashes = new Set<string>();
    for (const files of [
      [ROWS],
      [ROWS.toReversed()],
      ROWS.map((row) => [row]),
      ROWS.toReversed().map((row) => [row]),
    ]) {
      const loading = await openLoading(await open(), folder);
      for (const rows of files)
        expect(await loading.loadText([HEADER, ...rows].join('\n'), 'csv')).toMatchObject({
          state: 'published',
          warnings: { total: 0 },
        });
      const { actors, claims } = await exported(loading.engine);
      expect(actors).toEqual([
        { id: 'anna-smith', name: 'Anna\u00a0Smith', aliases: ['\u200eAnna Smith'] },
        expect.objectContaining({ name: "Millers' Guild", aliases: ['Millers\u200b’ Guild', 'Millers’ Guild'] }),
      ]);
      expect(claims?.map(({ text }) => text).toSorted()).toEqual(["The lock isn't shut - yet.", 'The lock leaks']);
      await expectSound(loading.engine);
      hashes.add(await loading.hash());
    }
    expect(hashes.size).toBe(1);
  });

  it('keep the ids that an earlier version derived', async () => {
    const loading = await openLoading(await open(), folder);
    const [actor, claim] = ['fishers-union-81895311156a03a8', 'the-dam-holds-ae21be4198f6f14c'];
    await loading.load({
      actors: [{ id: actor, name: 'Fishers’ Union' }],
      claims: [{ id: claim, text: 'The dam holds.' }],
      statements: [{ actor, claim, stance: 'asserts' }],
    });
    expect(claimId('The dam holds.')).not.toBe(claim);
    expect(await loading.loadText(`${HEADER}\nFishers’ Union,The dam holds.,asserts`, 'csv')).toMatchObject({
      state: 'published',
      unchanged: true,
    });
    const other = `${HEADER}\nFishers' Union,The dam holds,denies`;
    expect(await loading.loadText(other, 'csv')).toMatchObject({
      state: 'published',
      counts: { actors: { added: 0 }, claims: { added: 0 }, statements: { added: 1 } },
    });
    const { actors, claims } = await exported(loading.engine);
    expect(actors).toEqual([{ id: actor, name: "Fishers' Union", aliases: ['Fishers’ Union'] }]);
    expect(claims).toEqual([{ id: claim, text: 'The dam holds' }]);
    await expectSound(loading.engine);
  });
});
