/** What all commands share: configuration, backend and output. */
import type { Config } from '../../config.ts';
import { CommandError, EXIT } from '../../runtime/command-error.ts';
import type { Backend } from '../backend.ts';
import { openBackend } from '../open-backend.ts';

export interface CommandContext {
  readonly config: Config;
  /** Answers as JSON on standard output, for programs. */
  readonly json: boolean;
  /** Aborted by Ctrl+C and SIGTERM. */
  readonly interrupted: AbortSignal;
}

/** Opens the backend, runs `work` with it, and closes it in any case. */
export async function withBackend<T>(context: CommandContext, work: (backend: Backend) => Promise<T>): Promise<T> {
  const backend = await openBackend(context.config);
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}

/** Prints the result: as JSON for programs, or as text for people. */
export function tell(context: CommandContext, result: unknown, text: string): void {
  process.stdout.write(`${context.json ? JSON.stringify(result, undefined, 2) : text}\n`);
}

/** @throws CommandError when the user has interrupted the command. */
export function throwIfInterrupted(context: CommandContext): void {
  if (context.interrupted.aborted) throwInterrupted();
}

function throwInterrupted(): never {
  throw new CommandError(EXIT.interrupted, 'Interrupted.');
}

/**
 * Waits for work that changes nothing, until the user interrupts the command.
 *
 * @throws CommandError when the user interrupts the command; the work itself is not stopped.
 */
export async function unlessInterrupted<T>(context: CommandContext, work: Promise<T>): Promise<T> {
  throwIfInterrupted(context);
  let leave: () => void = () => undefined;
  const interruption = new Promise<void>((resolve) => (leave = resolve));
  context.interrupted.addEventListener('abort', leave);
  try {
    return await Promise.race([work, interruption.then(throwInterrupted)]);
  } finally {
    context.interrupted.removeEventListener('abort', leave);
  }
}
