import { describe, expect, it } from 'vitest';
import { startSlices } from '../../../client/base/slices.ts';

function* counting(done: number[], to: number): Generator<undefined, void> {
  for (let step = 1; step <= to; step += 1) {
    done.push(step);
    yield;
  }
}

/** So slow that about ten steps fill a slice. */
function* slow(done: number[], to: number): Generator<undefined, void> {
  for (const step of counting(done, to)) {
    for (const until = performance.now() + 0.5; performance.now() < until;);
    yield step;
  }
}

describe('work in slices', () => {
  it('runs in order, in more than one task, and calls onDone once', async () => {
    const done: number[] = [];
    let tasks = 0;
    await new Promise<void>((resolve) => {
      startSlices(slow(done, 40), {
        isUrgentElsewhere: () => false,
        around: (work) => {
          tasks += 1;
          work();
        },
        onDone: resolve,
      });
      expect(done).toEqual([]);
    });
    expect(done).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(tasks).toBeGreaterThan(1);
  });

  it('can be finished synchronously, and then does nothing more', async () => {
    const done: number[] = [];
    let ends = 0;
    const slices = startSlices(counting(done, 5), {
      isUrgentElsewhere: () => false,
      around: (work) => work(),
      onDone: () => {
        ends += 1;
      },
    });
    slices.finish();
    slices.finish();
    expect([done, ends]).toEqual([[1, 2, 3, 4, 5], 1]);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(ends).toBe(1);
  });

  it('can be stopped, and then does not call onDone', async () => {
    const done: number[] = [];
    const slices = startSlices(counting(done, 5), {
      isUrgentElsewhere: () => false,
      around: (work) => work(),
      onDone: () => done.push(-1),
    });
    slices.stop();
    slices.finish();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(done).toEqual([]);
  });
});
