#!/usr/bin/env node
/** The command line: gainsay serve | import | imports | undo | example | export | check. */
import { endingOf } from './cli/ending.ts';
import { createProgram, withCommand } from './cli/program.ts';
import { CommandError, EXIT, type ExitCode } from './runtime/command-error.ts';

const interruption = new AbortController();
let exit: ExitCode = EXIT.done;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The first signal asks to end in order; whoever sends a second one will not wait.
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort();
  });
}
process.stdout.on('error', leave);

try {
  await createProgram(interruption.signal, (ended) => {
    exit = ended;
  }).parseAsync(withCommand(process.argv.slice(2)), { from: 'user' });
} catch (error) {
  exit = tellFailure(error);
}
// What a driver may still hold open must not keep a finished command alive.
process.exitCode = exit;
process.stdout.write('', leave);

/** Ends the process; what could not be printed is no success. */
function leave(error?: Error | null): never {
  // Of several failures the first: those after it only say that the stream is closed.
  const failure: NodeJS.ErrnoException | undefined = process.stdout.errored ?? error ?? undefined;
  // Nobody reads any more (gainsay export | head): there is nothing left to do.
  if (failure !== undefined && failure.code !== 'EPIPE') {
    exit = tellFailure(
      new CommandError(
        EXIT.storage,
        'The output cannot be written. Make room on the disk, or check your rights.',
        failure,
      ),
    );
  }
  process.exit(exit);
}

function tellFailure(error: unknown): ExitCode {
  const { exit: code, message, unexpected } = endingOf(error);
  if (message !== undefined) process.stderr.write(`gainsay: ${message}\n`);
  if (unexpected && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return code;
}
