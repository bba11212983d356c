/** How the program ends: a number for scripts, one sentence for people. */
import { CommanderError } from 'commander';
import type { EngineErrorCode } from '../engine/engine.ts';

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

/** Ends a command with a sentence and a number. */
export class CommandError extends Error {
  readonly code = 'command';
  readonly exit: ExitCode;
  constructor(exit: ExitCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CommandError';
    this.exit = exit;
  }
}

const ENGINE_EXITS: Partial<Record<EngineErrorCode, ExitCode>> = {
  'engine-unavailable': EXIT.databaseUnreachable,
  'engine-denied': EXIT.databaseUnreachable,
  'engine-locked': EXIT.databaseHeld,
  'engine-storage': EXIT.storage,
  'engine-damaged': EXIT.databaseDamaged,
};

/** Codes of errors of ours that have an exit of their own. */
const CODE_EXITS: Readonly<Record<string, ExitCode>> = {
  ...ENGINE_EXITS,
  config: EXIT.usage,
  'database-foreign': EXIT.databaseForeign,
  'database-newer': EXIT.databaseNewer,
  'import-state': EXIT.notPossibleNow,
  'export-changed': EXIT.notPossibleNow,
  'check-interrupted': EXIT.notPossibleNow,
  'spool-storage': EXIT.storage,
};

/** The exit for an error or a problem with that code, if it has one of its own. */
export function exitOfCode(code: string): ExitCode | undefined {
  return Object.hasOwn(CODE_EXITS, code) ? CODE_EXITS[code] : undefined;
}

export interface Ending {
  readonly exit: ExitCode;
  /** Absent when it has been said already. */
  readonly message?: string;
  /** A defect, whose stack is worth showing. */
  readonly unexpected: boolean;
}

/** What the program says and returns for a thrown thing. */
export function endingOf(thrown: unknown): Ending {
  // Commander writes its own messages, and throws for help and version too.
  if (thrown instanceof CommanderError)
    return { exit: thrown.exitCode === 0 ? EXIT.done : EXIT.usage, unexpected: false };
  const exit = knownExit(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return exit === undefined
    ? { exit: EXIT.failed, message: `Something went wrong in the program: ${message}`, unexpected: true }
    : { exit, message, unexpected: false };
}

function knownExit(thrown: unknown): ExitCode | undefined {
  if (thrown instanceof CommandError) return thrown.exit;
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? exitOfCode(thrown.code)
    : undefined;
}
