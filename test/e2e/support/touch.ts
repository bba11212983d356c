/** One or several fingers on a touch screen. The test decides how long and how far they move. */
import type { CDPSession, Page } from 'playwright-core';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export class Fingers {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** Puts one finger down at each place. */
  async down(...places: readonly Place[]): Promise<void> {
    await this.#send('touchStart', places);
  }

  /** Moves the fingers in `steps` steps to other places. */
  async move(from: readonly Place[], to: readonly Place[], steps = 8): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const share = step / steps;
      await this.#send(
        'touchMove',
        from.map(({ x, y }, index) => ({
          x: x + ((to[index]?.x ?? x) - x) * share,
          y: y + ((to[index]?.y ?? y) - y) * share,
        })),
      );
    }
  }

  async up(): Promise<void> {
    await this.#send('touchEnd', []);
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly Place[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map(({ x, y }, id) => ({ x, y, id })),
    });
  }
}
