#!/usr/bin/env node
/** The command line: gainsay serve | import | imports | undo | example | export | check. */
import { endingOf } from './cli/ending.ts';
import { createProgram, withCommand } from './cli/program.ts';
import { CommandError, EXIT, type ExitCode } from './runtime/command-error.ts';
import { makeNewFilesPrivate } from './runtime/private-files.ts';

makeNewFilesPrivate();
const interruption = new AbortController();
let exit: ExitCode = EXIT.done;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The first signal ends the program in order, a second one at once.
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
// End the process even if a driver still holds something open.
process.exitCode = exit;
process.stdout.write('', leave);

/** Ends the process; output that could not be printed is a failure. */
function leave(error?: Error | null): never {
  // Use the first failure: later ones only report that the stream is closed.
  const failure: NodeJS.ErrnoException | undefined = process.stdout.errored ?? error ?? undefined;
  // The reader has closed the pipe (gainsay export | head): this is no failure.
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
