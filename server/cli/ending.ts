/** Maps what was thrown to an exit code for scripts and a message for people. */
import { CommanderError } from 'commander';
import type { EngineErrorCode } from '../engine/engine.ts';
import { CommandError, EXIT, type ExitCode } from '../runtime/command-error.ts';

const ENGINE_EXITS: Partial<Record<EngineErrorCode, ExitCode>> = {
  'engine-unavailable': EXIT.databaseUnreachable,
  'engine-denied': EXIT.databaseUnreachable,
  'engine-locked': EXIT.databaseHeld,
  'engine-storage': EXIT.storage,
  'engine-removed': EXIT.storage,
  'engine-damaged': EXIT.databaseDamaged,
};

/** Error codes that have their own exit code. */
const CODE_EXITS: Readonly<Record<string, ExitCode>> = {
  ...ENGINE_EXITS,
  config: EXIT.usage,
  'database-foreign': EXIT.databaseForeign,
  'database-obstacle': EXIT.databaseForeign,
  'database-newer': EXIT.databaseNewer,
  'import-state': EXIT.notPossibleNow,
  stopping: EXIT.notPossibleNow,
  'export-changed': EXIT.notPossibleNow,
  'check-interrupted': EXIT.notPossibleNow,
  'spool-storage': EXIT.storage,
};

/** The exit code for an error or a problem with this code; `undefined` when it has none of its own. */
export function exitOfCode(code: string): ExitCode | undefined {
  return Object.hasOwn(CODE_EXITS, code) ? CODE_EXITS[code] : undefined;
}

export interface Ending {
  readonly exit: ExitCode;
  /** Absent when the message has already been printed. */
  readonly message?: string;
  /** A defect of the program: its stack is printed too. */
  readonly unexpected: boolean;
}

/** The exit code and the message for a thrown value. */
export function endingOf(thrown: unknown): Ending {
  // Commander prints its own messages, and also throws after --help and --version.
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
