/** Splits long work into short tasks, so that the page can draw and respond in between. */

/** Milliseconds of work in one task, without `onDone`. */
const SLICE = 5;
/** Milliseconds between slices while something else is more urgent. */
const PAUSE = 100;

export interface Slicing {
  /** Runs each slice: it can set something up before the work and clean up after it. */
  readonly around: (work: () => void) => void;
  readonly onDone: () => void;
  /** Whether more urgent work is running: the slices then pause in between. */
  readonly isUrgentElsewhere: () => boolean;
}

export interface Slices {
  /** Runs the remaining work synchronously. */
  finish(): void;
  /** Drops the remaining work; `onDone` is not called. */
  stop(): void;
}

/** Runs all of the work synchronously and returns its result. */
export function finished<T>(work: Iterator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Starts in the next task. An error of the work is thrown in that task. */
export function startSlices(work: Iterator<undefined, void>, { around, onDone, isUrgentElsewhere }: Slicing): Slices {
  const channel = new MessageChannel();
  let isOver = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    isOver = true;
    clearTimeout(pause);
    channel.port1.close();
  };
  const run = (deadline: number) => {
    if (isOver) return;
    let isDone = false;
    try {
      around(() => {
        do isDone = work.next().done === true;
        while (!isDone && performance.now() < deadline);
      });
    } catch (cause) {
      end();
      throw cause;
    }
    if (!isDone) {
      if (isUrgentElsewhere()) pause = setTimeout(() => channel.port2.postMessage(undefined), PAUSE);
      else channel.port2.postMessage(undefined);
      return;
    }
    end();
    onDone();
  };
  channel.port1.onmessage = () => run(performance.now() + SLICE);
  channel.port2.postMessage(undefined);
  return { finish: () => run(Infinity), stop: end };
}
