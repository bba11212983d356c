/** Monitors a database that may be lost and return: prepares it when it can be reached, and reports why it cannot be used. */
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
  /** Milliseconds between checks of a database that answers, and of one that does not. */
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
   * Prepares the database for the first time, and monitors it from then on.
   *
   * @param onFirstReady Runs once, before the database can be used.
   * @returns whether it is ready; false when it cannot be reached yet.
   * @throws any other error that prevents its use: a database of another program, a newer one, a wrong password.
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

  /** Stops monitoring; resolves when a running check has ended. */
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
      // A database that was prepared before can be read at once: to check its schema again takes a cold server long.
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
    if (wasReady) this.#deps.logger.warn({ err: error }, 'the database cannot be used; retries follow');
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'engine-unavailable';
}

function reasonOf(error: unknown): Unavailability {
  if (isUnavailable(error)) {
    return {
      code: 'engine-unavailable',
      detail: 'No data is lost. Gainsay retries by itself; try again in a few seconds.',
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
