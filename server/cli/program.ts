/** The commands, their options and their help. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import { IMPORT_FORMATS, type ImportFormat } from '../contract/imports.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../contract/media-types.ts';
import type { CommandContext } from './commands/context.ts';
import { importExample, importFiles } from './commands/import.ts';
import { listImports, undoImport } from './commands/import-list.ts';
import { serveUntilStopped } from './commands/serve.ts';
import { checkAll, exportAll } from './commands/export.ts';
import type { ExitCode } from '../runtime/command-error.ts';
import { packageVersion } from '../runtime/package-files.ts';

const ENVIRONMENT = `
Environment:
  GAINSAY_DATA     folder of the embedded database (./data)
  PORT             port of the server (4242)
  GAINSAY_HOST     127.0.0.1, localhost or ::1 (127.0.0.1)
  LOG_LEVEL        fatal, error, warn, info, debug, trace or silent (serve: warn, others: error)
  NEO4J_URI        use this Neo4j instead of the embedded database, such as neo4j://localhost:7687
  NEO4J_USER       (neo4j)
  NEO4J_PASSWORD
  NEO4J_DATABASE   (neo4j)

Exit codes:
  0 done                    10 port taken
  1 failed                  11 folder or disk not writable
  2 wrong usage             12 database held by another process
  3 file refused            13 database of a newer version
  4 not found               14 database of another program
  5 not possible now        15 database or server not reachable
  6 check found faults      16 database damaged
  130 interrupted`;

const THROUGH_SERVER = 'Works through the running server on the same data folder, if there is one.';

interface Json {
  readonly json?: true;
}

/**
 * The program. Its commands report how they ended to `finish`.
 *
 * @param interrupted Aborted by Ctrl+C and SIGTERM.
 */
export function createProgram(interrupted: AbortSignal, finish: (exit: ExitCode) => void): Command {
  const program = new Command('gainsay')
    .description(
      'A knowledge-graph explorer for disputes: who asserts what, who denies it, and the words behind each edge.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', ENVIRONMENT)
    .showHelpAfterError('Use --help to see what is possible.')
    .exitOverride();
  const context = ({ json }: Json, port?: string): CommandContext => ({
    config: readConfig(process.env, port === undefined ? {} : { port }),
    json: json === true,
    interrupted,
  });
  addServe(program, context, finish);
  addImport(program, context, finish);
  addExport(program, context, finish);
  for (const command of program.commands) command.helpOption('-h, --help', 'print this help').exitOverride();
  return program;
}

/** Options of the program itself; all other options belong to a command. */
const PROGRAM_OPTIONS: readonly string[] = ['-h', '--help', '-V', '--version'];

/** The arguments with their command: without a command, the program serves. */
export function withCommand(args: readonly string[]): readonly string[] {
  const [first = ''] = args;
  const hasCommand = first !== '' && !first.startsWith('-');
  return hasCommand || PROGRAM_OPTIONS.includes(first) ? args : ['serve', ...args];
}

type MakeContext = (options: Json, port?: string) => CommandContext;
type Finish = (exit: ExitCode) => void;
const asJson = (): Option => new Option('--json', 'answer as JSON, for programs');

function addServe(program: Command, context: MakeContext, finish: Finish): void {
  program
    .command('serve')
    .summary('serve the page and the interface for programs (default)')
    .description(
      'Serve the page and the interface for programs on 127.0.0.1, until stopped by Ctrl+C or SIGTERM.\nLoads the example dispute if the database is empty. A call without a command serves, too.',
    )
    .option('--port <number>', 'port to listen on; 0 lets the system choose (PORT or 4242)')
    .option('--open', 'open the page in the browser')
    .option('--empty', 'do not load the example dispute')
    .option('--adopt', "take over a database that is neither empty nor Gainsay's")
    .addOption(asJson())
    .action(async (options: Json & { port?: string; open?: true; empty?: true; adopt?: true }) => {
      const { port, open = false, empty = false, adopt = false } = options;
      finish(await serveUntilStopped(context(options, port), { open, empty, adopt }));
    });
}

function addImport(program: Command, context: MakeContext, finish: Finish): void {
  program
    .command('import')
    .summary('load files')
    .description(
      `Load files of statements: native JSON, JSONL or CSV, also compressed by gzip. Each file is loaded whole or not at all.\n${THROUGH_SERVER}`,
    )
    .argument('<files...>', 'files to load, in this order')
    .option('--dry-run', 'check everything and write nothing')
    .addOption(
      new Option('--format <format>', 'format of the files, where their names do not tell').choices(IMPORT_FORMATS),
    )
    .addOption(asJson())
    .action(async (files: string[], options: Json & { dryRun?: true; format?: ImportFormat }) => {
      const { dryRun = false, format } = options;
      finish(await importFiles(context(options), files, { dryRun, ...(format === undefined ? {} : { format }) }));
    });
  program
    .command('imports')
    .summary('list what has been loaded')
    .description(`List the imports, newest first.\n${THROUGH_SERVER}`)
    .option('--limit <number>', 'how many to list', wholeNumber, 50)
    .addOption(asJson())
    .action(async (options: Json & { limit: number }) => finish(await listImports(context(options), options.limit)));
  program
    .command('undo')
    .summary('undo an import')
    .description(
      `Undo an import. The content is then as if the file had never been loaded, independent of later imports.\n${THROUGH_SERVER}`,
    )
    .addArgument(new Argument('<id>', 'id of the import, as gainsay imports lists it'))
    .addOption(asJson())
    .action(async (id: string, options: Json) => finish(await undoImport(context(options), id)));
  program
    .command('example')
    .summary('load the example dispute')
    .description(`Load the example dispute: arms from North Korea for Russia, September 2022.\n${THROUGH_SERVER}`)
    .addOption(asJson())
    .action(async (options: Json) => finish(await importExample(context(options))));
}

function addExport(program: Command, context: MakeContext, finish: Finish): void {
  program
    .command('export')
    .summary('write everything to a file')
    .description(`Write everything in the native format; the same content gives the same bytes.\n${THROUGH_SERVER}`)
    .addOption(
      new Option('--format <format>', 'one JSON value, or one record a line').choices(EXPORT_FORMATS).default('json'),
    )
    .option('--out <file>', 'file to write (standard output)')
    .addOption(asJson())
    .action(async (options: Json & { format: ExportFormat; out?: string }) => {
      const { format, out } = options;
      finish(await exportAll(context(options), { format, ...(out === undefined ? {} : { out }) }));
    });
  program
    .command('check')
    .summary('check that the database is consistent')
    .description(
      `Check over the whole database that edges and counters agree with the statements behind them.\n${THROUGH_SERVER}`,
    )
    .addOption(asJson())
    .action(async (options: Json) => finish(await checkAll(context(options))));
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}$/.test(text) || value < 1 || value > 500)
    throw new InvalidArgumentError('Write a whole number from 1 to 500.');
  return value;
}
