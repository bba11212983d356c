/** What every command has in common: its configuration, its place of work, its ways to speak. */
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

/** Runs `work` at the backend and leaves it, whatever happens. */
export async function withBackend<T>(context: CommandContext, work: (backend: Backend) => Promise<T>): Promise<T> {
  const backend = await openBackend(context.config);
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}

/** Tells the result: as JSON to programs, as sentences to people. */
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
 * What work that changes nothing comes to, unless the user does not want to wait for it.
 *
 * @throws CommandError when the user interrupts the command; the work is left where it is.
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
