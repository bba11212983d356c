/** Long work in short tasks, so that the page can draw and answer in between. */

/** Milliseconds of one task, without what its end takes. */
const SLICE = 5;

export interface Slicing {
  /** Runs each part of the work: a place for what must stand around it. */
  readonly around: (work: () => void) => void;
  readonly onDone: () => void;
}

export interface Slices {
  /** Does the rest at once. */
  finish(): void;
  /** Leaves the rest undone; `onDone` is not called. */
  stop(): void;
}

/** Starts with the next task. What the work throws, the task throws. */
export function startSlices(work: Iterator<undefined, void>, { around, onDone }: Slicing): Slices {
  const channel = new MessageChannel();
  let isOver = false;
  const end = () => {
    isOver = true;
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
      channel.port2.postMessage(undefined);
      return;
    }
    end();
    onDone();
  };
  channel.port1.onmessage = () => run(performance.now() + SLICE);
  channel.port2.postMessage(undefined);
  return { finish: () => run(Infinity), stop: end };
}
