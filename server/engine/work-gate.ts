/** Controls access to an engine: many readers, one writer, none after closing. */
import { EngineError } from './engine.ts';

export class WorkGate {
  readonly #running = new Set<Promise<unknown>>();
  #lastWriter: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  /** Runs work in parallel with other work. Rejects with `engine-closed` after {@link close}. */
  enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing) return Promise.reject(new EngineError('engine-closed', 'The database has been closed.'));
    return this.#track(work());
  }

  /** Runs exclusive work after earlier exclusive work has ended. Must not be called from exclusive work: it would wait for itself. */
  enterAlone<T>(work: () => Promise<T>): Promise<T> {
    return this.enter(() => {
      const turn = this.#lastWriter.then(work);
      this.#lastWriter = turn.catch(() => undefined);
      return turn;
    });
  }

  /** Refuses new work, waits for running work, then calls the release once. */
  close(release: () => void | Promise<void>): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(release);
    return this.#closing;
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    const leave = (): void => void this.#running.delete(work);
    work.then(leave, leave);
    return work;
  }
}
