/** `gainsay serve`. */
import { spawn } from 'node:child_process';
import { serve } from '../../main.ts';
import { EXIT, type ExitCode } from '../../runtime/command-error.ts';
import { withUsersMask } from '../../runtime/private-files.ts';
import type { CommandContext } from './context.ts';

export interface ServeCommandOptions {
  readonly open: boolean;
  readonly empty: boolean;
  readonly adopt: boolean;
}

/** Serves until it is stopped. Prints one line with the address. */
export async function serveUntilStopped(context: CommandContext, options: ServeCommandOptions): Promise<ExitCode> {
  await serve({
    config: context.config,
    empty: options.empty,
    adopt: options.adopt,
    stop: context.interrupted,
    onListening: (url, state) => {
      const waiting = state === 'ready' ? '' : ', waiting for the database';
      process.stdout.write(context.json ? `${JSON.stringify({ url, state })}\n` : `Gainsay is at ${url}${waiting}\n`);
      if (options.open) openBrowser(url);
    },
  });
  return EXIT.done;
}

/** The address is already printed, so a missing browser is no error. */
function openBrowser(url: string): void {
  const [program, ...before] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  withUsersMask(() => {
    const child = spawn(program ?? 'xdg-open', [...before, url], { stdio: 'ignore', detached: true });
    child.once('error', () => process.stderr.write(`No browser could be opened; go to ${url}\n`));
    child.unref();
  });
}
