/**
 * Sessions on a Neo4j server whose connections may die without a word: a firewall or NAT that forgets a connection
 * drops its packets, and both ends wait. The driver itself waits for the server's own hint, two minutes by default.
 */
import { randomUUID } from 'node:crypto';
import { type BookmarkManager, type Driver, type Session, bookmarkManager } from 'neo4j-driver';
import { EngineError } from './engine.ts';
import { translateNeo4jError } from './neo4j-errors.ts';

type Mode = 'READ' | 'WRITE';

/** In milliseconds. Together they are below the 15 s in which a dead connection must be noticed. */
export interface Patience {
  /** Until a short question that is not answered is put on a new connection. */
  readonly health: number;
  /** Until the new connection counts as silent, too: then the server or the network is down, and nothing is replaced. */
  readonly fresh: number;
  /** Between looks at a piece of work that waits for an answer. Two looks without progress on the server end it. */
  readonly look: number;
}
const PATIENCE: Patience = { health: 2_500, fresh: 4_000, look: 4_000 };

/** One piece of work in a session. */
export class Operation {
  /** In the metadata of its transactions, by which the server lists them. */
  readonly id = randomUUID();
  /** Rejects when the work is abandoned. */
  readonly lost: Promise<never>;
  #waiting = 0;
  #answers = 0;
  #failure: EngineError | undefined;
  #reject: (error: EngineError) => void = () => undefined;

  constructor() {
    this.lost = new Promise<never>((_, reject) => (this.#reject = reject));
    this.lost.catch(() => undefined);
  }

  /** The number of answers so far if the next one is awaited now. */
  get awaiting(): number | undefined {
    return this.#waiting > 0 ? this.#answers : undefined;
  }

  get isAbandoned(): boolean {
    return this.#failure !== undefined;
  }

  /** Waits for an answer of the server. */
  async wait<T>(answer: Promise<T>): Promise<T> {
    this.#waiting += 1;
    try {
      return await answer;
    } finally {
      this.#waiting -= 1;
      this.#answers += 1;
    }
  }

  /** Runs work of ours, in which the server waits and not we. */
  async pause<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting -= 1;
    try {
      return await work();
    } finally {
      this.#waiting += 1;
      this.#answers += 1;
    }
  }

  /** @throws the reason when the work was abandoned: an answer that comes late must not lead to a commit. */
  throwIfAbandoned(): void {
    if (this.#failure) throw this.#failure;
  }

  abandon(error: EngineError): void {
    this.#failure ??= error;
    this.#reject(this.#failure);
  }
}

export class Neo4jSessions {
  readonly #open: () => Driver;
  readonly #database: string;
  readonly #patience: Patience;
  /** Passes the bookmark of each write on to later work: a replica that lags behind then waits for it. */
  readonly #bookmarks: BookmarkManager = bookmarkManager();
  readonly #running = new Set<Operation>();
  /** Ids of abandoned work, whose transactions may still hold locks on the server. */
  readonly #orphans = new Set<string>();
  #driver: Driver;

  constructor(open: () => Driver, { database, patience = PATIENCE }: { database: string; patience?: Patience }) {
    this.#open = open;
    this.#database = database;
    this.#patience = patience;
    this.#driver = open();
  }

  /**
   * Runs work in a session.
   *
   * @throws EngineError; `engine-unavailable` when its connection is found dead.
   */
  async run<T>(mode: Mode, work: (session: Session, operation: Operation) => Promise<T>): Promise<T> {
    const operation = new Operation();
    const session = this.#session(mode);
    const timer = this.#watch(operation);
    this.#running.add(operation);
    try {
      return await Promise.race([operation.wait(work(session, operation)), operation.lost]);
    } catch (error) {
      throw translateNeo4jError(error);
    } finally {
      const closing = operation.wait(session.close());
      await Promise.race([closing, operation.lost]).catch(() => undefined);
      clearInterval(timer);
      this.#running.delete(operation);
    }
  }

  /**
   * Runs a short statement, and replaces all connections if it is not answered in time, but is on a new connection.
   *
   * @returns the name and version that the server gives itself.
   */
  async check(): Promise<string> {
    const agent = await this.#promptly(async (session) => {
      const { summary } = await session.run('RETURN 1 AS one');
      return summary.server.agent ?? '';
    });
    if (this.#orphans.size > 0) void this.#terminateOrphans();
    return agent;
  }

  /** Ends all work now, in whatever state it is. */
  abandon(): void {
    const closed = new EngineError('engine-closed', 'The database has been closed.');
    for (const operation of this.#running) operation.abandon(closed);
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  #session(mode: Mode): Session {
    return this.#driver.session({
      database: this.#database,
      defaultAccessMode: mode,
      bookmarkManager: this.#bookmarks,
    });
  }

  async #promptly<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const driver = this.#driver;
    const operation = new Operation();
    const session = this.#session('READ');
    const timer = setTimeout(() => void this.#compare(driver, operation), this.#patience.health);
    this.#running.add(operation);
    try {
      return await Promise.race([work(session), operation.lost]);
    } catch (error) {
      throw translateNeo4jError(error);
    } finally {
      clearTimeout(timer);
      this.#running.delete(operation);
      void session.close().catch(() => undefined);
    }
  }

  /**
   * Asks on a new connection, because an old one is silent. A server that is only slow is slow on both: to replace the
   * connections then would end work that it is about to finish.
   */
  async #compare(driver: Driver, operation: Operation): Promise<void> {
    const fresh = this.#open();
    const isAnswered = await this.#answers(fresh);
    if (isAnswered && driver === this.#driver && this.#running.has(operation)) return this.#renew(fresh);
    operation.abandon(silent());
    await fresh.close().catch(() => undefined);
  }

  async #answers(driver: Driver): Promise<boolean> {
    const session = driver.session({ database: this.#database, defaultAccessMode: 'READ' });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), this.#patience.fresh);
    });
    const answer = session.run('RETURN 1 AS one').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
      void session.close().catch(() => undefined);
    }
  }

  /** Gives up every connection, and the work on it. */
  #renew(fresh: Driver): void {
    const old = this.#driver;
    this.#driver = fresh;
    for (const operation of this.#running) this.#giveUp(operation);
    old.close().catch(() => undefined);
  }

  #giveUp(operation: Operation): void {
    this.#orphans.add(operation.id);
    operation.abandon(silent());
  }

  /** Looks from time to time whether the server still works on it, while an answer is awaited. */
  #watch(operation: Operation): NodeJS.Timeout {
    let seen: number | undefined;
    let isIdle = false;
    return setInterval(() => {
      const awaiting = operation.awaiting;
      if (awaiting === undefined || awaiting !== seen) {
        seen = awaiting;
        isIdle = false;
        return;
      }
      this.#isWorkedOn(operation.id).then(
        (isWorkedOn) => {
          if (operation.awaiting !== awaiting || isWorkedOn) isIdle = false;
          else if (isIdle) this.#giveUp(operation);
          else isIdle = true;
        },
        // It cannot be asked: either nothing answers, which replaces all connections, or it is not allowed.
        () => undefined,
      );
    }, this.#patience.look).unref();
  }

  /** Whether the server executes a statement of this work now. A slow statement is no dead connection. */
  #isWorkedOn(id: string): Promise<boolean> {
    return this.#promptly(async (session) => {
      const { records } = await session.run(
        `SHOW TRANSACTIONS YIELD metaData, currentQueryId WHERE metaData.gainsay = $id AND currentQueryId <> ''
RETURN true AS isWorkedOn LIMIT 1`,
        { id },
      );
      return records.length > 0;
    });
  }

  /** The server does not notice that a connection is dead either, so that the locks of its transaction would stay. */
  async #terminateOrphans(): Promise<void> {
    const ids = [...this.#orphans];
    try {
      await this.#promptly((session) =>
        session.run(
          `SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.gainsay IN $ids
TERMINATE TRANSACTIONS id YIELD message RETURN message`,
          { ids },
        ),
      );
      for (const id of ids) this.#orphans.delete(id);
    } catch {
      // The next check of the health tries again.
    }
  }
}

function silent(): EngineError {
  return new EngineError(
    'engine-unavailable',
    'Neo4j has not answered for some time. Its connections are replaced; try again in a moment.',
  );
}
