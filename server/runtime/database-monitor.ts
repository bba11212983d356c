/** Watches over a database that may come and go: prepares it when it is there, and says why not when it is not. */
import type { Logger } from 'pino';
import type { Unavailability } from '../contract/problems.ts';
import { EngineError } from '../engine/engine.ts';

export interface MonitorDependencies {
  readonly prepare: () => Promise<void>;
  /** Rejects when the database cannot be reached. */
  readonly health: () => Promise<unknown>;
  /** Called when a database that was lost can be used again. */
  readonly onReturn?: () => void;
  readonly logger: Logger;
  /** Milliseconds between looks at a database that answers, and at one that does not. */
  readonly pace?: { readonly present: number; readonly absent: number };
}

type State =
  | { readonly is: 'starting' }
  | { readonly is: 'ready' }
  | { readonly is: 'unusable'; readonly reason: Unavailability };

export class DatabaseMonitor {
  readonly #deps: MonitorDependencies;
  readonly #pace: { readonly present: number; readonly absent: number };
  #state: State = { is: 'starting' };
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;
  #wasReady = false;

  constructor(deps: MonitorDependencies) {
    this.#deps = deps;
    this.#pace = deps.pace ?? { present: 5_000, absent: 2_000 };
  }

  /** Why the database cannot be used now, if it cannot. */
  gate(): Unavailability | undefined {
    if (this.#state.is === 'ready') return undefined;
    return this.#state.is === 'starting' ? { code: 'starting', detail: 'Try again in a second.' } : this.#state.reason;
  }

  /**
   * Prepares the database for the first time, and watches it from then on.
   *
   * @param onFirstReady Runs once, before anybody may use the database.
   * @returns whether it is ready; false when it cannot be reached yet.
   * @throws whatever else keeps it from being used: another program's, a newer one, a wrong password.
   */
  async start(onFirstReady: () => Promise<void>): Promise<boolean> {
    let isFirst = true;
    const prepare = async (): Promise<void> => {
      await this.#deps.prepare();
      if (isFirst) await onFirstReady();
      else this.#deps.onReturn?.();
      isFirst = false;
    };
    try {
      await prepare();
      this.#open();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      this.#fail(error);
    }
    this.#schedule(prepare);
    return this.#state.is === 'ready';
  }

  /** Stops watching; resolves when a look that is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #schedule(prepare: () => Promise<void>): void {
    if (this.#stopped) return;
    const wait = this.#state.is === 'ready' ? this.#pace.present : this.#pace.absent;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look(prepare).finally(() => this.#schedule(prepare));
    }, wait);
  }

  async #look(prepare: () => Promise<void>): Promise<void> {
    try {
      await this.#deps.health();
      if (this.#state.is === 'ready') return;
      // One that was prepared before is read at once: to look through its schema anew takes a cold server long.
      if (this.#wasReady) this.#open();
      await prepare();
      this.#open();
      this.#deps.logger.warn('the database is back');
    } catch (error) {
      if (!this.#stopped) this.#fail(error);
    }
  }

  #open(): void {
    this.#state = { is: 'ready' };
    this.#wasReady = true;
  }

  #fail(error: unknown): void {
    const wasReady = this.#state.is !== 'unusable';
    this.#state = { is: 'unusable', reason: reasonOf(error) };
    if (wasReady) this.#deps.logger.warn({ err: error }, 'the database cannot be used; it is tried again by itself');
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'engine-unavailable';
}

function reasonOf(error: unknown): Unavailability {
  if (isUnavailable(error)) {
    return {
      code: 'engine-unavailable',
      detail: 'Nothing is lost. It is tried again by itself; try this again in a few seconds.',
      cause: error,
    };
  }
  if (error instanceof EngineError && error.code === 'engine-denied') {
    return {
      code: 'engine-denied',
      detail: 'The user name or the password that the server was started with is wrong, or lacks rights.',
      cause: error,
    };
  }
  return { code: 'database-unusable', detail: 'The log of the server says why, and what to do.', cause: error };
}
