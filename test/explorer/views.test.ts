/** Saved views on both engines. */
import { expect, it } from 'vitest';
import type { GraphEngine } from '../../server/engine/engine.ts';
import {
  ViewConflictError,
  ViewDeletedError,
  ViewExistsError,
  createViews,
  type Views,
} from '../../server/explorer/views.ts';
import { exportNative } from '../../server/export/export-native.ts';
import { checkDatabase } from '../../server/ingest/check/check-database.ts';
import { prepareDatabase } from '../../server/store/schema.ts';
import { describeOnEngines } from '../support/engines.ts';

const PICTURE = 'data:image/png;base64,iVBORw0KGgoAAA==';
const STATE = JSON.stringify({ nodes: ['a', 'ب'], words: '"quoted" \\ and \n broken', deep: { at: 1.5 } });

describeOnEngines('views', (open) => {
  /** Each look at the clock is a second later. */
  async function start(): Promise<{
    readonly engine: GraphEngine;
    readonly views: Views;
    readonly pass: (days: number) => void;
  }> {
    const engine = await open();
    await prepareDatabase(engine, { adopt: true });
    let clock = Date.parse('2026-01-01T00:00:00.000Z');
    const views = createViews(engine, () => new Date((clock += 1000)));
    return { engine, views, pass: (days) => void (clock += days * 86_400_000) };
  }

  it('are saved, read, changed and listed, latest change first', async () => {
    const { views } = await start();
    const first = await views.create({
      id: 'first',
      name: 'Waffen – أسلحة',
      note: 'who\ndenies it?',
      state: STATE,
      thumbnail: PICTURE,
    });
    expect(first).toEqual({
      id: 'first',
      name: 'Waffen – أسلحة',
      note: 'who\ndenies it?',
      state: STATE,
      thumbnail: PICTURE,
      version: 1,
      createdAt: '2026-01-01T00:00:01.000Z',
      updatedAt: '2026-01-01T00:00:01.000Z',
    });
    expect(await views.get('first')).toEqual(first);
    const second = await views.create({ name: 'Second', state: '{}' });
    expect(second.id).toMatch(/^[0-9a-f-]{36}$/);
    const changed = await views.update('first', { name: 'Renamed', state: '[]' }, [1]);
    expect(changed).toEqual({
      id: 'first',
      name: 'Renamed',
      state: '[]',
      version: 2,
      createdAt: '2026-01-01T00:00:01.000Z',
      updatedAt: '2026-01-01T00:00:03.000Z',
    });
    expect(await views.get('first')).toEqual(changed);
    const { views: listed, total, truncated } = await views.list({ limit: 5 });
    expect([listed.map(({ id, name }) => [id, name]), total, truncated]).toEqual([
      [
        ['first', 'Renamed'],
        [second.id, 'Second'],
      ],
      2,
      false,
    ]);
    expect(listed.every((view) => !('state' in view))).toBe(true);
  });

  it('come page by page', async () => {
    const { views } = await start();
    for (const id of ['a', 'b', 'c', 'd', 'e']) await views.create({ id, name: id, state: '{}' });
    const pages: string[][] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await views.list({ limit: 2, ...(cursor !== undefined && { cursor }) });
      expect(page.total).toBe(5);
      pages.push(page.views.map(({ id }) => id));
      [cursor, more] = [page.next, page.truncated];
    }
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  });

  it('are not overwritten by who does not know the current version', async () => {
    const { views } = await start();
    await views.create({ id: 'v', name: 'Mine', state: '1' });
    await views.update('v', { name: 'Theirs', state: '2' }, [1]);
    await expect(views.update('v', { name: 'Mine', state: '3' }, [1])).rejects.toMatchObject({
      code: 'version-conflict',
      currentVersion: 2,
    });
    await expect(views.remove('v', [1, 3])).rejects.toBeInstanceOf(ViewConflictError);
    expect(await views.get('v')).toMatchObject({ name: 'Theirs', version: 2 });
    expect((await views.update('v', { name: 'Both', state: '3' }, [2]))?.version).toBe(3);
  });

  it('of two changes at once takes one', async () => {
    const { views } = await start();
    await views.create({ id: 'v', name: 'V', state: '0' });
    const settled = await Promise.allSettled(
      [1, 2, 3, 4].map((at) => views.update('v', { name: 'V', state: String(at) }, [1])),
    );
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await views.get('v'))?.version).toBe(2);
  });

  it('take the same request twice for one', async () => {
    const { views } = await start();
    const created = await views.create({ id: 'v', name: 'V', state: '0' });
    expect(await views.create({ id: 'v', name: 'V', state: '0' })).toEqual(created);
    await expect(views.create({ id: 'v', name: 'W', state: '0' })).rejects.toBeInstanceOf(ViewExistsError);
    const changed = await views.update('v', { name: 'W', state: '0' }, [1]);
    expect(await views.update('v', { name: 'W', state: '0' }, [1])).toEqual(changed);
    const removed = await views.remove('v', [2]);
    expect(await views.remove('v', [2])).toEqual(removed);
    expect(removed).toMatchObject({ version: 3 });
    const restored = await views.restore('v');
    expect(await views.restore('v')).toEqual(restored);
    expect(restored).toMatchObject({ name: 'W', version: 4 });
  });

  it('can be restored after they were deleted, for 30 days', async () => {
    const { views, pass } = await start();
    await views.create({ id: 'v', name: 'V', note: 'N', state: STATE, thumbnail: PICTURE });
    await views.create({ id: 'w', name: 'W', state: '{}' });
    await views.remove('v', [1]);
    await expect(views.get('v')).rejects.toBeInstanceOf(ViewDeletedError);
    await expect(views.update('v', { name: 'V', state: '{}' }, [2])).rejects.toBeInstanceOf(ViewDeletedError);
    await expect(views.duplicate('v', { name: 'X' })).rejects.toBeInstanceOf(ViewDeletedError);
    expect((await views.list({ limit: 5 })).views.map(({ id }) => id)).toEqual(['w']);
    expect(await views.restore('v')).toMatchObject({
      name: 'V',
      note: 'N',
      state: STATE,
      thumbnail: PICTURE,
      version: 3,
    });
    expect(await views.get('v')).toMatchObject({ state: STATE });
    await views.remove('v', [3]);
    pass(31);
    await views.remove('w', [1]);
    expect([await views.restore('v'), await views.get('v'), (await views.restore('w'))?.name]).toEqual([
      undefined,
      undefined,
      'W',
    ]);
  });

  it('are copied under a new name', async () => {
    const { views } = await start();
    await views.create({ id: 'v', name: 'V', note: 'N', state: STATE, thumbnail: PICTURE });
    const copy = await views.duplicate('v', { id: 'w', name: 'Copy of V' });
    expect(copy).toMatchObject({ id: 'w', name: 'Copy of V', note: 'N', state: STATE, thumbnail: PICTURE, version: 1 });
    expect(await views.duplicate('nothing', { name: 'X' })).toBeUndefined();
  });

  it('hold a state of 512,000 characters', async () => {
    const { views } = await start();
    const state = JSON.stringify('ü'.repeat(511_998));
    await views.create({ id: 'v', name: 'V', state });
    expect((await views.get('v'))?.state).toBe(state);
  });

  it('are no content: not exported, not checked, and no stranger in the database', async () => {
    const { engine, views } = await start();
    await views.create({ id: 'v', name: 'V', state: '{}' });
    let exported = '';
    for await (const piece of exportNative(engine, 'json')) exported += piece;
    expect(exported).not.toContain('"V"');
    expect(await checkDatabase(engine)).toMatchObject({ faults: [], total: 0 });
    await prepareDatabase(engine, { adopt: false });
    expect((await views.list({ limit: 1 })).total).toBe(1);
  });
});
