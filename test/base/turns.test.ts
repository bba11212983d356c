import { describe, expect, it } from 'vitest';
import { isTurnOver, nextTurn } from '../../server/base/turns.ts';

/** Works without a pause for a while, and longer than a turn may take. */
function work(): void {
  while (!isTurnOver());
}

describe('turns of the event loop', () => {
  it('are over after some time, and begin again', async () => {
    work();
    expect(isTurnOver()).toBe(true);
    await nextTurn();
    expect(isTurnOver()).toBe(false);
  });

  it('let timers, input and output run between two pieces of work', async () => {
    const events: string[] = [];
    const timer = setTimeout(() => events.push('timer'), 1);
    for (let piece = 0; piece < 3; piece += 1) {
      work();
      events.push('work');
      await nextTurn();
    }
    clearTimeout(timer);
    expect(events.indexOf('timer')).toBe(1);
  });

  it('have one piece of work each, however many wait', async () => {
    let turn = 0;
    let isCounting = true;
    const count = (): void => {
      turn += 1;
      if (isCounting) setImmediate(count);
    };
    setImmediate(count);
    const turns: number[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let piece = 0; piece < 3; piece += 1) {
          await nextTurn();
          turns.push(turn);
        }
      }),
    );
    isCounting = false;
    expect(turns).toHaveLength(30);
    expect(new Set(turns).size).toBe(30);
  });

  it('end work whose signal is aborted', async () => {
    const controller = new AbortController();
    const waiting = nextTurn(controller.signal);
    controller.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
  });
});
