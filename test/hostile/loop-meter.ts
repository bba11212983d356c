/** Measures how long the event loop of this process is blocked. */
import { existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two measurements of a free loop. */
const PAUSE = 5;

export interface LoopDelay {
  /** The longest block in milliseconds of processor time: what other programs on the machine take does not count. */
  readonly blocked: number;
  /** The longest delay in milliseconds by the clock. */
  readonly delayed: number;
}

/** On Linux: the nanoseconds that the main thread has run, before other numbers. */
const MAIN_THREAD = `/proc/self/task/${process.pid}/schedstat`;
const hasThreads = existsSync(MAIN_THREAD);

/** Milliseconds of processor time of the main thread; elsewhere of the whole process, which is never less. */
function processorTime(): number {
  if (hasThreads) return Number(readFileSync(MAIN_THREAD, 'utf8').split(' ', 1)[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Starts to measure. The returned function gives the longest delay since. */
export function measureLoop(): () => LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: PAUSE });
  histogram.enable();
  let blocked = 0;
  let [clock, processor] = [performance.now(), processorTime()];
  const timer = setInterval(() => {
    const [now, used] = [performance.now(), processorTime()];
    blocked = Math.max(blocked, Math.min(now - clock, used - processor) - PAUSE);
    [clock, processor] = [now, used];
  }, PAUSE);
  return () => {
    clearInterval(timer);
    histogram.disable();
    return { blocked: Math.round(blocked), delayed: Math.round(histogram.max / 1e6) };
  };
}
