/** Rules of a transaction that the drivers do not enforce. */
import { EngineError, type CypherStatement, type Parameters, type Queryable, type Row } from './engine.ts';
import { checkParameters } from './values.ts';

type Execute = (cypher: string, parameters: Parameters) => Promise<readonly Row[]>;

/**
 * Runs the statements of one transaction one after the other, refuses more after the first that failed
 * (an engine may go on and commit the rest), and after the transaction has ended.
 */
export class GuardedTransaction implements Queryable {
  readonly #execute: Execute;
  #last: Promise<unknown> = Promise.resolve();
  #failure: EngineError | undefined;
  #ended = false;

  /** @param execute Runs one statement; rejects with EngineErrors only. */
  constructor(execute: Execute) {
    this.#execute = execute;
  }

  run(cypher: string, parameters: Parameters = {}): Promise<readonly Row[]> {
    return this.#inTurn(() => this.#attempt(cypher, parameters));
  }

  runAll(statements: readonly CypherStatement[]): Promise<readonly (readonly Row[])[]> {
    return this.#inTurn(async () => {
      const attempts = statements.map(({ cypher, parameters }) => this.#attempt(cypher, parameters));
      // A transaction cannot end while one of them still runs.
      await Promise.allSettled(attempts);
      return Promise.all(attempts);
    });
  }

  #inTurn<T>(attempt: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(attempt);
    // This also marks the rejection as handled: a callback that ignores it gets the error from the rollback.
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Waits for statements that the callback did not wait for, and ends the transaction. Returns its first failure, if any. */
  async end(): Promise<EngineError | undefined> {
    let last: Promise<unknown> | undefined;
    while (last !== this.#last) {
      last = this.#last;
      await last;
    }
    this.#ended = true;
    return this.#failure;
  }

  async #attempt(cypher: string, parameters: Parameters): Promise<readonly Row[]> {
    if (this.#ended)
      throw new EngineError(
        'query-invalid',
        'This transaction has ended: wait for every statement inside its callback.',
      );
    if (this.#failure) throw brokenBy(this.#failure);
    try {
      checkParameters(parameters);
      return await this.#execute(cypher, parameters);
    } catch (error) {
      const failure =
        error instanceof EngineError ? error : new EngineError('transaction-failed', 'The statement failed.', error);
      this.#failure ??= failure;
      throw failure;
    }
  }
}

/** The error for the caller of a transaction when a statement failed and the callback continued. */
export function brokenBy(failure: EngineError): EngineError {
  return new EngineError(
    'transaction-failed',
    'A statement of this transaction failed, so everything in it was rolled back.',
    failure,
  );
}
