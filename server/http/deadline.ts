/** Limits the time of a request, and fails early when the database cannot be reached. */
import { ApiError } from './problem.ts';

export interface Deadlines {
  /** Milliseconds after which an unanswered request fails. */
  readonly request: number;
  /** Milliseconds after which a request that waits for the database checks whether the database can be reached. */
  readonly suspicion: number;
  /** Milliseconds that the database has to answer this check. */
  readonly probe: number;
  /** Rejects when the database cannot be reached. */
  readonly health: () => Promise<unknown>;
}

/**
 * Runs `work`. With `database`, also fails as soon as the database is known to be unreachable,
 * which is long before a driver stops its retries.
 *
 * @throws ApiError `timeout`, or the error that the health check of the database rejects with.
 */
export async function withDeadline<T>(deadlines: Deadlines, database: boolean, work: () => Promise<T>): Promise<T> {
  const timers: NodeJS.Timeout[] = [];
  const after = (milliseconds: number, act: () => void): void => {
    timers.push(setTimeout(act, milliseconds));
  };
  const limits = new Promise<never>((_, reject) => {
    after(deadlines.request, () =>
      reject(new ApiError('timeout', `There was no answer within ${Math.round(deadlines.request / 1000)} seconds.`)),
    );
    if (!database) return;
    after(deadlines.suspicion, () => {
      after(deadlines.probe, () => reject(unreachable()));
      deadlines.health().then(() => clearTimeout(timers.at(-1)), reject);
    });
  });
  try {
    return await Promise.race([work(), limits]);
  } finally {
    timers.forEach(clearTimeout);
  }
}

function unreachable(): ApiError {
  return new ApiError(
    'engine-unavailable',
    'The database does not answer. Gainsay retries by itself; try again in a few seconds.',
  );
}
