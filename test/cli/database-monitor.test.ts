/** A database that is lost and returns. */
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { DatabaseMonitor } from '../../server/runtime/database-monitor.ts';
import { EngineError } from '../../server/engine/engine.ts';

const gone = () => new EngineError('engine-unavailable', 'gone');
let monitor: DatabaseMonitor;
afterEach(() => monitor.stop());

/** A database that fails while `error` is set. */
function database(error: Error | undefined) {
  const state = { error, prepared: 0 };
  const answer = async (): Promise<void> => {
    if (state.error !== undefined) throw state.error;
  };
  monitor = new DatabaseMonitor({
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

describe('the monitor of a database', () => {
  it('refuses use before it is ready', async () => {
    database(undefined);
    expect(monitor.gate()?.code).toBe('starting');
    let seen: string | undefined;
    expect(
      await monitor.start(async () => {
        seen = monitor.gate()?.code;
      }),
    ).toBe(true);
    expect([seen, monitor.gate()]).toEqual(['starting', undefined]);
  });

  it('waits for one that is absent, and prepares it once when it comes', async () => {
    const state = database(gone());
    let firsts = 0;
    expect(
      await monitor.start(async () => {
        firsts += 1;
      }),
    ).toBe(false);
    expect(monitor.gate()?.code).toBe('engine-unavailable');
    state.error = undefined;
    await expect.poll(() => monitor.gate()).toBeUndefined();
    expect([state.prepared, firsts]).toEqual([1, 1]);
  });

  it('notices when it is lost, and prepares it again when it returns', async () => {
    const state = database(undefined);
    let firsts = 0;
    await monitor.start(async () => {
      firsts += 1;
    });
    state.error = gone();
    await expect.poll(() => monitor.gate()?.code).toBe('engine-unavailable');
    state.error = undefined;
    await expect.poll(() => monitor.gate()).toBeUndefined();
    await expect.poll(() => state.prepared).toBe(2);
    expect([monitor.gate(), firsts]).toEqual([undefined, 1]);
  });

  it('does not start on one that is not ours', async () => {
    database(Object.assign(new Error('Not ours.'), { code: 'database-foreign' }));
    await expect(monitor.start(async () => {})).rejects.toThrow('Not ours.');
  });

  it("says that one that comes back as another program's cannot be used", async () => {
    const state = database(gone());
    await monitor.start(async () => {});
    state.error = Object.assign(new Error('Not ours.'), { code: 'database-foreign' });
    await expect.poll(() => monitor.gate()?.code).toBe('database-unusable');
  });
});
