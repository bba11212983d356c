/** Long work in short tasks, so that the page can draw and answer in between. */

/** Milliseconds of one task, without what its end takes. */
const SLICE = 5;
/** Milliseconds to the next slice while something else is more urgent. */
const PAUSE = 100;

export interface Slicing {
  /** Runs each part of the work: a place for what must stand around it. */
  readonly around: (work: () => void) => void;
  readonly onDone: () => void;
  /** Whether something more urgent goes on: then only a slice now and then is done. */
  readonly isUrgentElsewhere: () => boolean;
}

export interface Slices {
  /** Does the rest at once. */
  finish(): void;
  /** Leaves the rest undone; `onDone` is not called. */
  stop(): void;
}

/** All of the work at once; gives what it ends with. */
export function finished<T>(work: Iterator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Starts with the next task. What the work throws, the task throws. */
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
