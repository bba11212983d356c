/** Measures how long the event loop of this process is blocked. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two measurements of a free loop. */
const PAUSE = 5;

export interface LoopDelay {
  /** The longest block in milliseconds of processor time: what other programs on the machine take does not count. */
  readonly blocked: number;
  /** The longest delay in milliseconds by the clock. */
  readonly delayed: number;
}

/** Starts to measure. The returned function gives the longest delay since. */
export function measureLoop(): () => LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: PAUSE });
  histogram.enable();
  let blocked = 0;
  let [clock, processor] = [performance.now(), process.cpuUsage()];
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(processor);
    // Threads of the engine and of the garbage collector add processor time, but not more than the clock shows.
    blocked = Math.max(blocked, Math.min(performance.now() - clock, (user + system) / 1_000) - PAUSE);
    [clock, processor] = [performance.now(), process.cpuUsage()];
  }, PAUSE);
  return () => {
    clearInterval(timer);
    histogram.disable();
    return { blocked: Math.round(blocked), delayed: Math.round(histogram.max / 1e6) };
  };
}
