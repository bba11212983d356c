import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnEngines, tmpFolder } from '../support/engines.ts';
import { DISPUTE, OverlappingFile } from './dispute.ts';
import { type Content, expectSound, exported, hashOf, openLoading } from './import-fixture.ts';

describeOnEngines('undoing imports', (open) => {
  const folder = tmpFolder();

  it('leaves an empty graph when the only import is taken back', async () => {
    const loading = await openLoading(await open(), folder);
    const before = await loading.hash();
    const { id } = await loading.load(DISPUTE);
    expect(await loading.imports.undo(id)).toMatchObject({ id, state: 'undone' });
    expect(await loading.hash()).toBe(before);
    expect(await loading.engine.read((q) => q.run('MATCH (n) WHERE NOT n:Gainsay AND NOT n:Import RETURN count(n) AS left'))).toEqual([{ left: 0 }]);
    await expectSound(loading.engine);
  });

  it('says undone again when it is undone already, and refuses what was never published', async () => {
    const loading = await openLoading(await open(), folder);
    const { id } = await loading.load(DISPUTE);
    await loading.imports.undo(id);
    expect(await loading.imports.undo(id)).toMatchObject({ state: 'undone' });
    const { id: failed } = await loading.load({ statements: [{ actor: 'x', claim: 'y', stance: 'asserts' }] });
    await expect(loading.imports.undo(failed)).rejects.toMatchObject({ code: 'import-state' });
    expect(await loading.imports.undo('import-999999')).toBeUndefined();
  });

  it('keeps what another import only refers to, and gives it back to whoever brings it again', async () => {
    const loading = await openLoading(await open(), folder);
    const first = await loading.load(DISPUTE);
    const referring: Content = { statements: [{ id: 'later', actor: 'ministry', claim: 'planned', stance: 'denies' }] };
    expect(await loading.load(referring)).toMatchObject({ state: 'published' });
    await loading.imports.undo(first.id);
    expect(await exported(loading.engine)).toEqual({
      actors: [{ id: 'ministry', name: 'Ministry of Northland', kind: 'organisation' }],
      claims: [{ id: 'planned', text: 'Northland plans to sell arms' }],
      statements: [{ id: 'later', actor: 'ministry', claim: 'planned', stance: 'denies', modality: 'stated' }],
    });
    await expectSound(loading.engine);
    await loading.load(DISPUTE);
    expect(await loading.hash()).toBe(await hashOf([DISPUTE, referring], folder));
    await expectSound(loading.engine);
  });

  it('gives up a document\'s text with the import that brought it, and the places of quotations with it', async () => {
    const loading = await openLoading(await open(), folder);
    const withoutText: Content = {
      actors: [{ id: 'a', name: 'A' }], claims: [{ id: 'c', text: 'C' }], documents: [{ id: 'd', title: 'D' }],
      statements: [{ id: 's', actor: 'a', claim: 'c', stance: 'asserts', document: 'd', quotation: { exact: 'so' } }],
    };
    await loading.load(withoutText);
    const quotation = async () => (await exported(loading.engine)).statements?.[0]?.quotation;
    expect(await quotation()).toEqual({ exact: 'so' });
    const { id } = await loading.load({ documents: [{ id: 'd', title: 'D', text: 'It is so.' }] });
    expect(await quotation()).toEqual({ exact: 'so', start: 6, end: 8 });
    await expectSound(loading.engine);
    await loading.imports.undo(id);
    expect(await quotation()).toEqual({ exact: 'so' });
    expect(await loading.hash()).toBe(await hashOf([withoutText], folder));
  });

  it('leaves exactly what the remaining imports alone would have made, in any order', { timeout: 240_000 }, async () => {
    const engine = await open();
    const runs = engine.dialect === 'embedded' ? 25 : 4;
    await engine.close();
    await fc.assert(fc.asyncProperty(
      fc.array(OverlappingFile, { minLength: 2, maxLength: 5 }),
      fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      async (files, undoOrder, undoEarly) => {
        const loading = await openLoading(await open(), folder);
        const published: { id: string; content: Content }[] = [];
        let next = 0;
        const undoOne = async (): Promise<void> => {
          const victim = published.splice((undoOrder[next++ % undoOrder.length] ?? 0) % Math.max(published.length, 1), 1)[0];
          if (victim) expect(await loading.imports.undo(victim.id)).toMatchObject({ state: 'undone' });
        };
        for (const [at, content] of files.entries()) {
          const view = await loading.load(content);
          expect(view).toMatchObject({ state: 'published', errors: { total: 0 } });
          if (!view.unchanged) published.push({ id: view.id, content });
          if (undoEarly[at]) await undoOne();
        }
        for (let at = 0; at < undoOrder.length; at++) await undoOne();
        await expectSound(loading.engine);
        expect(await loading.hash()).toBe(await hashOf(published.map(({ content }) => content), folder));
        await loading.imports.close();
        await loading.engine.close();
      },
    ), { numRuns: runs });
  });
});
