/** A database that comes and goes. */
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { DatabaseKeeper } from '../../server/runtime/database-monitor.ts';
import { EngineError } from '../../server/engine/engine.ts';

const gone = () => new EngineError('engine-unavailable', 'gone');
let keeper: DatabaseKeeper;
afterEach(() => keeper.stop());

/** A database that fails with `error` as long as there is one. */
function database(error: Error | undefined) {
  const state = { error, prepared: 0 };
  const answer = async (): Promise<void> => {
    if (state.error !== undefined) throw state.error;
  };
  keeper = new DatabaseKeeper({
    health: answer,
    prepare: async () => {
      await answer();
      state.prepared += 1;
    },
    logger: pino({ level: 'silent' }),
    pace: { present: 5, absent: 5 },
  });
  return state;
}

describe('the keeper of a database', () => {
  it('lets nobody in before it is ready', async () => {
    database(undefined);
    expect(keeper.gate()?.code).toBe('starting');
    let seen: string | undefined;
    expect(
      await keeper.start(async () => {
        seen = keeper.gate()?.code;
      }),
    ).toBe(true);
    expect([seen, keeper.gate()]).toEqual(['starting', undefined]);
  });

  it('waits for one that is absent, and prepares it once when it comes', async () => {
    const state = database(gone());
    let firsts = 0;
    expect(
      await keeper.start(async () => {
        firsts += 1;
      }),
    ).toBe(false);
    expect(keeper.gate()?.code).toBe('engine-unavailable');
    state.error = undefined;
    await expect.poll(() => keeper.gate()).toBeUndefined();
    expect([state.prepared, firsts]).toEqual([1, 1]);
  });

  it('notices when it is lost, and prepares it anew when it is back', async () => {
    const state = database(undefined);
    let firsts = 0;
    await keeper.start(async () => {
      firsts += 1;
    });
    state.error = gone();
    await expect.poll(() => keeper.gate()?.code).toBe('engine-unavailable');
    state.error = undefined;
    await expect.poll(() => keeper.gate()).toBeUndefined();
    await expect.poll(() => state.prepared).toBe(2);
    expect([keeper.gate(), firsts]).toEqual([undefined, 1]);
  });

  it('does not start on one that is not ours', async () => {
    database(Object.assign(new Error('Not ours.'), { code: 'database-foreign' }));
    await expect(keeper.start(async () => {})).rejects.toThrow('Not ours.');
  });

  it("says that one that comes back as another program's cannot be used", async () => {
    const state = database(gone());
    await keeper.start(async () => {});
    state.error = Object.assign(new Error('Not ours.'), { code: 'database-foreign' });
    await expect.poll(() => keeper.gate()?.code).toBe('database-unusable');
  });
});
