/** Reading ahead. */

/** Values one after the other; the next can be asked for while the one before it is still in use. */
export class Ahead<T> {
  readonly #iterator: AsyncIterator<T>;
  #next: Promise<IteratorResult<T>> | undefined;

  constructor(source: AsyncIterable<T>) {
    this.#iterator = source[Symbol.asyncIterator]();
  }

  /**
   * Begins to make the next value. To be called when the engine has been given something long to do: what is
   * made in the meantime costs no time, but what is made before that delays it.
   */
  prepare(): void {
    if (this.#next !== undefined) return;
    this.#next = this.#iterator.next();
    // Whoever stops early never looks at this one.
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
