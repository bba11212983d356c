/** `gainsay import` and `gainsay example`. */
import { access, constants, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { FILE_ENDINGS, formatOfName } from '../../contract/file-names.ts';
import type { ImportFormat, ImportView } from '../../contract/imports.ts';
import { CommandError, EXIT, type ExitCode } from '../../runtime/command-error.ts';
import { exitOfCode } from '../ending.ts';
import { progressBar } from '../progress-bar.ts';
import { importText } from '../wording.ts';
import type { FileToLoad, FollowOptions, Backend } from '../backend.ts';
import { withBackend, tell, throwIfInterrupted, type CommandContext } from './context.ts';

export interface ImportOptions {
  readonly dryRun: boolean;
  readonly format?: ImportFormat;
}

/** Loads files one after the other. Stops at the first that cannot be loaded; the files before it stay loaded. */
export async function importFiles(
  context: CommandContext,
  names: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const files: FileToLoad[] = [];
  for (const name of names) files.push(await checkedFile(name, options.format));
  return withBackend(context, async (backend) => {
    const ended: ImportView[] = [];
    for (const file of files) {
      throwIfInterrupted(context);
      const view = await followed(context, (follow) => backend.load(file, { dryRun: options.dryRun, ...follow }));
      ended.push(view);
      if (!context.json) tell(context, view, importText(view));
      // A dry run reports the faults of every file.
      if (isRefused(view) && !options.dryRun) break;
    }
    if (context.json) tell(context, { imports: ended }, '');
    const left = files.length - ended.length;
    if (left > 0 && !context.json)
      process.stderr.write(`${left} more ${left === 1 ? 'file was' : 'files were'} not loaded.\n`);
    return ended.map(exitOfImport).find((exit) => exit !== EXIT.done) ?? EXIT.done;
  });
}

/** Loads the example dispute. */
export async function importExample(context: CommandContext): Promise<ExitCode> {
  return withBackend(context, async (backend: Backend) => {
    const view = await followed(context, (follow) => backend.loadExample(follow));
    tell(context, view, importText(view));
    return exitOfImport(view);
  });
}

async function followed(
  context: CommandContext,
  load: (follow: FollowOptions) => Promise<ImportView>,
): Promise<ImportView> {
  const bar = progressBar();
  context.interrupted.addEventListener('abort', bar.cancel);
  try {
    return await load({ cancel: context.interrupted, onProgress: (view) => bar.show(view) });
  } finally {
    context.interrupted.removeEventListener('abort', bar.cancel);
    bar.clear();
  }
}

async function checkedFile(name: string, chosen: ImportFormat | undefined): Promise<FileToLoad> {
  const format = chosen ?? formatOfName(name);
  if (format === undefined) {
    throw new CommandError(
      EXIT.usage,
      `The name ${name} does not tell its format: it ends in none of ${FILE_ENDINGS.join(', ')}. Give it with --format json, jsonl or csv.`,
    );
  }
  const path = resolve(name);
  try {
    await access(path, constants.R_OK);
    const isFile = (await stat(path)).isFile();
    if (!isFile) throw new CommandError(EXIT.notFound, `${name} is not a file.`);
  } catch (cause) {
    if (cause instanceof CommandError) throw cause;
    throw new CommandError(EXIT.notFound, `The file ${name} cannot be read. Check its name and your rights.`, cause);
  }
  return { path, file: basename(path), format };
}

const isRefused = (view: ImportView): boolean => exitOfImport(view) !== EXIT.done;

/** The exit code for the end of an import. */
export function exitOfImport(view: ImportView): ExitCode {
  switch (view.state) {
    case 'published':
      return EXIT.done;
    case 'checked':
      return view.errors.total > 0 ? EXIT.fileRefused : EXIT.done;
    case 'cancelled':
      return EXIT.interrupted;
    case 'failed':
      return view.errors.total > 0 ? EXIT.fileRefused : (exitOfCode(view.problem?.code ?? '') ?? EXIT.failed);
    default:
      return EXIT.failed;
  }
}
