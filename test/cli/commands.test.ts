/** The commands, run once on the database itself and once through a running server. */
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endingOf } from '../../server/cli/ending.ts';
import { EXIT } from '../../server/runtime/command-error.ts';
import { createProgram, withCommand } from '../../server/cli/program.ts';
import { SMALL_DISPUTE } from '../http/small-dispute.ts';
import { endOf, runCli, startCli, startServer, type RunningServer } from './run-cli.ts';

describe.each(['itself', 'through a running server'])('a command on the database %s', { timeout: 120_000 }, (way) => {
  let folder: string;
  let files: string;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gainsay-cli-'));
    files = mkdtempSync(join(tmpdir(), 'gainsay-files-'));
    writeFileSync(join(files, 'mill.json'), JSON.stringify(SMALL_DISPUTE));
    writeFileSync(join(files, 'mill.json.gz'), gzipSync(JSON.stringify(SMALL_DISPUTE)));
    writeFileSync(join(files, 'bad.csv'), `actor,claim,stance\n${'A,B,asserts\nA,B,maybe\n'.repeat(25)}`);
    writeFileSync(join(files, 'more.csv'), 'actor,claim,stance\nMiller,The mill is old.,asserts\n');
    if (way !== 'itself') server = await startServer(['--empty'], { GAINSAY_DATA: folder });
  });
  afterAll(async () => {
    const exit = (await server?.stop())?.exit ?? 0;
    if (exit !== 0) throw new Error(`The server ended with ${exit}.`);
    rmSync(folder, { recursive: true, force: true });
    rmSync(files, { recursive: true, force: true });
  });
  const run = (...args: string[]) => runCli(args, { GAINSAY_DATA: folder });
  const file = (name: string): string => join(files, name);
  const COUNTS = 'New: 5 statements, 3 actors, 2 claims, 1 document.';

  it('says that nothing has been loaded', async () => {
    expect(await run('imports')).toEqual({ exit: 0, stdout: 'Nothing has been loaded yet.\n', stderr: '' });
  });

  it('tries a file out', async () => {
    expect(await run('import', '--dry-run', file('mill.json'))).toEqual({
      exit: 0,
      stdout: `mill.json: can be loaded; nothing was written. ${COUNTS}\n`,
      stderr: '',
    });
    expect((await run('imports', '--json')).stdout).not.toContain('published');
  });

  it('refuses a file with faults: the first twenty, the total, and an exit code', async () => {
    const { exit, stdout } = await run('import', file('bad.csv'), file('more.csv'));
    const lines = stdout.split('\n');
    expect([exit, lines[0], lines.length]).toEqual([
      EXIT.fileRefused,
      'bad.csv: not loaded; nothing was changed. 25 faults:',
      23,
    ]);
    expect(lines[1]).toMatch(/^ {2}bad\.csv, .*row 3, field stance: /);
    expect(lines[21]).toBe('  … and 5 more faults, 25 in all.');
  });

  it('loads files, and changes nothing the second time', async () => {
    const first = await run('import', file('mill.json.gz'), file('more.csv'));
    expect([first.exit, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(
      new RegExp(
        `^mill\\.json\\.gz: loaded as import-\\d+\\. ${COUNTS}\nmore\\.csv: loaded as import-\\d+\\. New: 1 statement, 1 actor, 1 claim, 0 documents\\.\n$`,
      ),
    );
    const second = await run('import', '--json', file('mill.json'));
    expect([second.exit, JSON.parse(second.stdout)]).toMatchObject([
      0,
      { imports: [{ state: 'published', unchanged: true }] },
    ]);
  });

  it('lists what was loaded, newest first', async () => {
    const { stdout } = await run('imports', '--json', '--limit', '10');
    const { imports } = JSON.parse(stdout) as { imports: { file: string; state: string }[] };
    expect(
      imports
        .filter(({ state }) => state === 'published')
        .map(({ file: name }) => name)
        .slice(0, 2),
    ).toContain('more.csv');
  });

  it('finds the database in order', async () => {
    expect(await run('check')).toEqual({
      exit: 0,
      stdout: expect.stringMatching(
        /^Checked 6 statements, 4 edges, 4 actors, 3 claims and 1 document: everything agrees\.\n$/,
      ),
      stderr: '',
    });
  });

  it('writes everything out, to a file or to standard output', async () => {
    const out = file('all.jsonl');
    const written = await run('export', '--format', 'jsonl', '--out', out);
    expect([written.exit, written.stderr]).toEqual([0, '']);
    const printed = await run('export', '--format', 'jsonl');
    expect(printed.stdout).toBe(readFileSync(out, 'utf8'));
    expect(printed.stdout.split('\n').filter((line) => line.includes('"type":"statement"'))).toHaveLength(6);
    expect(readdirSync(files).filter((name) => name.includes('unfinished'))).toEqual([]);
    const nowhere = await run('export', '--out', join(files, 'no', 'such', 'folder.json'));
    expect([nowhere.exit, nowhere.stderr]).toEqual([EXIT.storage, expect.stringContaining('cannot be written')]);
  });

  it('undoes an import', async () => {
    const { imports } = JSON.parse((await run('imports', '--json')).stdout) as {
      imports: { id: string; file: string; state: string }[];
    };
    const id = imports.find(({ file: name, state }) => name === 'more.csv' && state === 'published')?.id ?? '';
    expect(await run('undo', id)).toEqual({
      exit: 0,
      stdout: `${id} (more.csv): undone; the content is as if it had never been loaded.\n`,
      stderr: '',
    });
    expect((await run('undo', id)).exit).toBe(0);
    expect((await run('undo', 'import-999999')).exit).toBe(EXIT.notFound);
    expect((await run('check')).stdout).toContain('Checked 5 statements');
  });

  it('loads the example', async () => {
    const { exit, stdout } = await run('example');
    expect([exit, stdout]).toEqual([0, expect.stringContaining('loaded as import-')]);
  });

  it('cancels an import at Ctrl+C, and keeps nothing of it', async () => {
    const before = (await run('export', '--format', 'jsonl')).stdout;
    const rows = Array.from(
      { length: 40_000 },
      (_, index) => `Actor ${index % 900},Claim ${index % 5_000},asserts,n${index}`,
    );
    writeFileSync(file('big.csv'), `actor,claim,stance,note\n${rows.join('\n')}\n`);
    const child = startCli(['import', file('big.csv')], { GAINSAY_DATA: folder });
    const ended = endOf(child);
    // Interrupt it while it runs: its temporary files are on disk.
    await expect.poll(() => hasFiles(join(folder, 'tmp')), { timeout: 20_000, interval: 10 }).toBe(true);
    child.kill('SIGINT');
    const { exit, stdout } = await ended;
    expect([exit, stdout]).toEqual([EXIT.interrupted, 'big.csv: cancelled; nothing of it was kept.\n']);
    expect((await run('export', '--format', 'jsonl')).stdout).toBe(before);
    expect((await run('check')).exit).toBe(0);
  });
});

const hasFiles = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile());

describe('the program', { timeout: 120_000 }, () => {
  const run = (...args: string[]) => runCli(args, { GAINSAY_DATA: '/nonexistent/never-made' });

  /** Parses a command line in this process. Returns what it printed and how it ended. */
  async function parse(...args: string[]): Promise<{ output: string; exit: number }> {
    let output = '';
    const program = createProgram(new AbortController().signal, () => {});
    for (const command of [program, ...program.commands]) {
      command.configureOutput({ writeOut: (text) => void (output += text), writeErr: (text) => void (output += text) });
    }
    const ended = program.parseAsync(['node', 'gainsay', ...args]).then(
      () => EXIT.done,
      (error: unknown) => endingOf(error).exit,
    );
    return { exit: await ended, output };
  }

  it.each(['serve', 'import', 'imports', 'undo', 'example', 'export', 'check'])('has help for %s', async (command) => {
    const { exit, output } = await parse(command, '--help');
    expect([exit, output]).toEqual([EXIT.done, expect.stringMatching(new RegExp(`^Usage: gainsay ${command} `))]);
    expect(output).toContain('--json');
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it.each([
    [['nonsense']],
    [['serve', '--nonsense']],
    [['import']],
    [['import', '--format', 'xml', 'a']],
    [['imports', '--limit', '0']],
    [['undo']],
    [['export', '--format', 'csv']],
    [['check', 'more']],
  ])('says what is wrong with %j', async (args) => {
    const { exit, output } = await parse(...args);
    expect(exit).toBe(EXIT.usage);
    expect(output).toMatch(/^error: .*\n[^]*Use --help to see what is possible\.\n$/);
  });

  it.each([
    [[], ['serve']],
    [
      ['--port', '0'],
      ['serve', '--port', '0'],
    ],
    [['check'], ['check']],
    [['nonsense'], ['nonsense']],
    [['--help'], ['--help']],
    [['-V'], ['-V']],
  ])('serves when no command is given: %j', (args, expected) => {
    expect(withCommand(args)).toEqual(expected);
  });

  it('has help, a version, and an exit code for wrong use', async () => {
    expect(await run('--help')).toMatchObject({ exit: 0, stdout: expect.stringContaining('Exit codes:'), stderr: '' });
    expect(await run('--version')).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(await run('serve', '--nonsense')).toMatchObject({ exit: EXIT.usage, stdout: '' });
    expect(await run('serve', '--port', 'x')).toEqual({
      exit: EXIT.usage,
      stdout: '',
      stderr: 'gainsay: PORT (or --port) must be a whole number from 0 to 65535.\n',
    });
  });

  it.each(['imports', 'export'])('does not end well when its output cannot be written: %s', async (command) => {
    const folder = mkdtempSync(join(tmpdir(), 'gainsay-output-'));
    // Opened read-only: writing fails, as on a full disk.
    const output = openSync(fileURLToPath(import.meta.url), 'r');
    try {
      const { exit, stderr } = await endOf(startCli([command], { GAINSAY_DATA: folder }, output));
      expect([exit, stderr]).toEqual([
        EXIT.storage,
        'gainsay: The output cannot be written. Make room on the disk, or check your rights.\n',
      ]);
    } finally {
      closeSync(output);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says that a file is not there, or that its format cannot be told', async () => {
    expect(await run('import', 'nowhere.json')).toEqual({
      exit: EXIT.notFound,
      stdout: '',
      stderr: 'gainsay: The file nowhere.json cannot be read. Check its name and your rights.\n',
    });
    expect(await run('import', 'unknown.ending')).toEqual({
      exit: EXIT.usage,
      stdout: '',
      stderr:
        'gainsay: The name unknown.ending does not tell its format: it ends in none of .csv, .tsv, .tab, .txt, .json, .jsonl, .ndjson. Give it with --format json, jsonl or csv.\n',
    });
  });
});
