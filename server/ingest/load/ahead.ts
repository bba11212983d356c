/** Prefetching: the next value is made while the current one is in use. */

/** An async iterable whose next value can be requested while the current one is still in use. */
export class Ahead<T> {
  readonly #iterator: AsyncIterator<T>;
  #next: Promise<IteratorResult<T>> | undefined;

  constructor(source: AsyncIterable<T>) {
    this.#iterator = source[Symbol.asyncIterator]();
  }

  /**
   * Starts to make the next value. Call it after the engine has received its work: what is
   * made meanwhile costs no time, but work before that delays the engine.
   */
  prepare(): void {
    if (this.#next !== undefined) return;
    this.#next = this.#iterator.next();
    // A consumer that stops early never awaits this promise.
    this.#next.catch(() => undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      for (;;) {
        this.prepare();
        const { done, value } = (await this.#next) ?? { done: true, value: undefined };
        this.#next = undefined;
        if (done === true) return;
        yield value;
      }
    } finally {
      await this.#next?.catch(() => undefined);
      await this.#iterator.return?.();
    }
  }
}
