import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EngineError, type GraphEngine, type Queryable, type TextLabel } from '../../../server/engine/engine.ts';
import { toApiError } from '../../../server/http/problem.ts';
import { createImportService } from '../../../server/ingest/service/create-import-service.ts';
import { queryTerms } from '../../../server/store/text-terms.ts';
import { describeOnEngines, tmpFolder } from '../../support/engines.ts';
import { DISPUTE, OverlappingFile } from '../dispute.ts';
import { type Content, expectSound, exported, fileText, hashOf, openLoading } from '../import-fixture.ts';

describeOnEngines('undoing imports', (open) => {
  const folder = tmpFolder();

  it('leaves an empty graph when the only import is undone', async () => {
    const loading = await openLoading(await open(), folder);
    const before = await loading.hash();
    const { id } = await loading.load(DISPUTE);
    expect(await loading.imports.undo(id)).toMatchObject({ id, state: 'undone' });
    expect(await loading.hash()).toBe(before);
    expect(
      await loading.engine.read((q) => q.run('MATCH (n) WHERE NOT n:Gainsay AND NOT n:Import RETURN count(n) AS left')),
    ).toEqual([{ left: 0 }]);
    await expectSound(loading.engine);
  });

  it('returns undone again for an undone import, and refuses what was never published', async () => {
    const loading = await openLoading(await open(), folder);
    const { id } = await loading.load(DISPUTE);
    await loading.imports.undo(id);
    expect(await loading.imports.undo(id)).toMatchObject({ state: 'undone' });
    const { id: failed } = await loading.load({ statements: [{ actor: 'x', claim: 'y', stance: 'asserts' }] });
    await expect(loading.imports.undo(failed)).rejects.toMatchObject({ code: 'import-state' });
    expect(await loading.imports.undo('import-999999')).toBeUndefined();
  });

  it('keeps what another import only refers to, and hands it to the next import that gives it', async () => {
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

  it("removes a document's text with the import that gave it, and the positions of its quotations", async () => {
    const loading = await openLoading(await open(), folder);
    const withoutText: Content = {
      actors: [{ id: 'a', name: 'A' }],
      claims: [{ id: 'c', text: 'C' }],
      documents: [{ id: 'd', title: 'D' }],
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

  it.each([
    {
      when: 'before it has hidden the import',
      writes: 1,
      message: 'is not undone: nothing was changed, and all of it is still shown. Undo it again when there is room',
      state: 'published',
    },
    {
      when: 'while it removes what it has hidden',
      writes: 2,
      message: 'is undone: nothing of it is shown any more. Not all of its data could be removed yet',
      state: 'undoing',
    },
  ])(
    'says what is true when the disk is full $when, and goes on when there is room',
    async ({ writes, message, state }) => {
      const engine = await open();
      const loading = await openLoading(engine, folder);
      const empty = await loading.hash();
      const { id } = await loading.load(DISPUTE);
      const full = await loading.hash();
      let room = writes;
      const tight = intercepted(engine, async () => {
        if (room-- <= 0) throw new EngineError('engine-storage', 'The disk is full.');
      });
      const imports = createImportService({ engine: tight, tmp: folder });
      await expect(imports.undo(id)).rejects.toMatchObject({
        code: 'engine-storage',
        message: expect.stringContaining(`${id} ${message}`),
      });
      expect(await imports.get(id)).toMatchObject({ state });
      expect(await loading.hash()).toBe(state === 'published' ? full : empty);
      await expectSound(engine);
      room = Number.POSITIVE_INFINITY;
      expect(await imports.undo(id)).toMatchObject({ state: 'undone' });
      expect(await loading.hash()).toBe(empty);
      await imports.close();
    },
  );

  it.each([
    { when: 'before it has hidden the import', writes: 1, words: 'is not undone', left: 'published' },
    { when: 'while it removes what it has hidden', writes: 2, words: 'is undone', left: 'undone' },
  ])('that a stop interrupts $when says that the server stops, and is finished at the next start', async (ending) => {
    const engine = await open();
    const loading = await openLoading(engine, folder);
    const { id } = await loading.load(DISPUTE);
    let writes = 0;
    const watched = intercepted(engine, async () => {
      writes += 1;
      if (writes === ending.writes) void imports.close();
    });
    const imports = createImportService({ engine: watched, tmp: folder });
    const failure = await imports.undo(id).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'stopping', message: expect.stringContaining(`${id} ${ending.words}`) });
    expect(toApiError(failure)).toMatchObject({ code: 'stopping', message: expect.stringContaining(ending.words) });
    await imports.close();
    await expect(imports.undo(id)).rejects.toMatchObject({ code: 'stopping' });
    const next = createImportService({ engine, tmp: folder });
    await next.recover();
    expect(await next.get(id)).toMatchObject({ state: ending.left });
    await expectSound(engine);
    await next.close();
  });

  // In the embedded engine, removing a node from a text index takes time proportional to the other nodes: 30,000 took half a minute.
  it(
    'removes no single node from a text index when it deletes very many, and still finds the rest',
    { timeout: 60_000 },
    async () => {
      const engine = await open();
      const loading = await openLoading(engine, folder);
      const { id: stays } = await loading.load(DISPUTE);
      const found = async (label: TextLabel, term: string) =>
        (await engine.searchText({ label, terms: [term], limit: 10 })).map((hit) => hit.id);
      const [term = ''] = queryTerms('Southland', 'grams');
      expect(await found('Actor', term)).toEqual(['south']);
      const without: TextLabel[] = [];
      const watched = new Proxy(engine, {
        get(target, name) {
          if (name !== 'withoutTextIndex') return bound(target, name);
          return (label: TextLabel, work: () => Promise<unknown>) =>
            engine.withoutTextIndex(label, async () => {
              without.push(label);
              expect(await found('Actor', term)).toEqual(['south']);
              await work();
              expect(await found('Actor', term)).toEqual(['south']);
            });
        },
      });
      const imports = createImportService({ engine: watched, tmp: folder });
      const many = join(folder, 'many.json');
      writeFileSync(
        many,
        fileText({
          actors: Array.from({ length: 600 }, (_, n) => ({ id: `many-${n}`, name: `Actor number ${n}` })),
          claims: [{ id: 'few', text: 'One claim only' }],
          statements: Array.from({ length: 600 }, (_, n) => ({
            id: `m${n}`,
            actor: `many-${n}`,
            claim: 'few',
            stance: 'asserts',
          })),
        }),
      );
      const { id } = await imports.start({ path: many, file: 'many.json', format: 'json' }, { dryRun: false });
      expect(await imports.settled(id)).toMatchObject({ state: 'published' });
      expect(await imports.undo(id)).toMatchObject({ state: 'undone' });
      expect(without).toEqual(['Statement', 'Actor']);
      expect(await loading.hash()).toBe(await hashOf([DISPUTE], folder));
      expect(await imports.undo(stays)).toMatchObject({ state: 'undone' });
      expect(without).toHaveLength(2);
      expect(await found('Actor', term)).toEqual([]);
      await expectSound(engine);
    },
  );

  it(
    'leaves exactly what the remaining imports alone would have made, in any order',
    { timeout: 240_000 },
    async () => {
      const engine = await open();
      const runs = engine.dialect === 'embedded' ? 25 : 4;
      await engine.close();
      await fc.assert(
        fc.asyncProperty(
          fc.array(OverlappingFile, { minLength: 2, maxLength: 5 }),
          fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
          fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
          async (files, undoOrder, undoEarly) => {
            const loading = await openLoading(await open(), folder);
            const published: { id: string; content: Content }[] = [];
            let next = 0;
            const undoOne = async (): Promise<void> => {
              const victim = published.splice(
                (undoOrder[next++ % undoOrder.length] ?? 0) % Math.max(published.length, 1),
                1,
              )[0];
              const undone = victim && (await loading.imports.undo(victim.id));
              expect(undone?.state).toBe(victim && 'undone');
            };
            for (const [at, content] of files.entries()) {
              const view = await loading.load(content);
              expect(view).toMatchObject({ state: 'published', errors: { total: 0 } });
              if (!view.unchanged) published.push({ id: view.id, content });
              if (undoEarly[at]) await undoOne();
            }
            for (let at = 0; at < undoOrder.length; at++) await undoOne();
            await expectSound(loading.engine);
            expect(await loading.hash()).toBe(
              await hashOf(
                published.map(({ content }) => content),
                folder,
              ),
            );
            await loading.imports.close();
            await loading.engine.close();
          },
        ),
        { numRuns: runs },
      );
    },
  );
});

/** A method bound to the engine itself, because a proxy cannot access private fields. */
/** The engine, with something that happens before each write. */
function intercepted(engine: GraphEngine, before: () => Promise<void>): GraphEngine {
  return new Proxy(engine, {
    get(target, name) {
      if (name !== 'write') return bound(target, name);
      return async <T>(work: (q: Queryable) => Promise<T>): Promise<T> => {
        await before();
        return engine.write(work);
      };
    },
  });
}

function bound(engine: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(engine, name, engine);
  return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(engine) : value;
}
