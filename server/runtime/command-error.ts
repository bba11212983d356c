/** An error with the exit code of the process. */

/** Documented in docs/running.md; a number never changes its meaning. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  fileRefused: 3,
  notFound: 4,
  notPossibleNow: 5,
  faultsFound: 6,
  portTaken: 10,
  storage: 11,
  databaseHeld: 12,
  databaseNewer: 13,
  databaseForeign: 14,
  databaseUnreachable: 15,
  databaseDamaged: 16,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the program with this message and this exit code. */
export class CommandError extends Error {
  readonly code = 'command';
  readonly exit: ExitCode;
  constructor(exit: ExitCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CommandError';
    this.exit = exit;
  }
}
