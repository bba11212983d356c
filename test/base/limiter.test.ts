import { describe, expect, it } from 'vitest';
import { Limiter } from '../../server/base/limiter.ts';

describe('a limiter', () => {
  it('runs as many at once as it has places, in their order, also after failures', async () => {
    const limiter = new Limiter(2);
    const [begun, ends]: [number[], (() => void)[]] = [[], []];
    let running = 0;
    let most = 0;
    const results = Array.from({ length: 6 }, (_, at) =>
      limiter.run(async () => {
        begun.push(at);
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
        if (at % 2 === 1) throw new Error(String(at));
        return at;
      }),
    );
    const settled = Promise.allSettled(results);
    for (let at = 0; at < 6; at += 1) {
      await expect.poll(() => ends.length).toBeGreaterThan(at);
      ends[at]?.();
    }
    expect((await settled).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(2);
    expect(await limiter.run(async () => 'again')).toBe('again');
  });
});
