/** The documents, held against the repository: nothing that they name may be missing, nothing be left out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../server/cli/program.ts';
import { EXIT } from '../../server/runtime/command-error.ts';
import { readConfig } from '../../server/config.ts';
import { endpoints } from '../../server/contract/endpoints.ts';
import { PROBLEMS } from '../../server/contract/problems.ts';
import { brokenLinks, differences, missingCommands, missingPaths, missingScripts } from './check-documents.ts';
import type { MarkdownFile } from './read-markdown.ts';
import { disallowedImports, roomsOf } from './rooms.ts';
import { blocks, codeSpans, readMarkdown, repositoryPaths, root, tableUnder } from './read-markdown.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const paths = repositoryPaths();
const documents = paths.filter((path) => path.endsWith('.md')).map(readMarkdown);
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const scripts = Object.keys(manifest.scripts);
const program = createProgram(new AbortController().signal, () => undefined);
const commands = Object.fromEntries(
  program.commands.map((command) => [
    command.name(),
    ['--help', ...command.options.flatMap(({ long }) => (typeof long === 'string' ? [long] : []))],
  ]),
);

const planted = (text: string): MarkdownFile => ({ path: 'docs/planted.md', text });
/** The first words between backticks of the first cell of each row. */
const named = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map(([cell = '']) => codeSpans(cell)[0] ?? cell);

describe('the links of the documents', () => {
  it('lead to files and headings that exist', () => {
    expect(documents.length).toBeGreaterThan(30);
    expect(documents.flatMap((document) => brokenLinks(document, paths, read))).toEqual([]);
  });

  it('are found when they are broken', () => {
    const text =
      '# Here\n[a](none.md) [b](running.md#nowhere) [c](#there) [d](#here) [e](running.md) <img src="x.png">';
    expect(brokenLinks(planted(text), paths, read)).toEqual([
      'docs/planted.md: none.md leads to no file',
      'docs/planted.md: running.md#nowhere leads to no heading',
      'docs/planted.md: #there leads to no heading',
      'docs/planted.md: x.png leads to no file',
    ]);
  });
});

describe('the paths of the documents', () => {
  it('exist', () => {
    expect(documents.flatMap((document) => missingPaths(document, paths))).toEqual([]);
  });

  it('are found when they are missing', () => {
    const text = '`server/nothing.ts`, `server/`, `nothing.cypher`, `endpoints.ts`, `text/csv`, `server/contract`';
    expect(missingPaths(planted(text), paths)).toEqual([
      'docs/planted.md: there is no server/nothing.ts',
      'docs/planted.md: there is no nothing.cypher',
    ]);
  });
});

describe('the commands of the documents', () => {
  it('are scripts of package.json and commands of the program', () => {
    expect(documents.flatMap((document) => missingScripts(document, scripts))).toEqual([]);
    expect(documents.flatMap((document) => missingCommands(document, commands))).toEqual([]);
  });

  it('are found when they are missing', () => {
    const text =
      '`npm run nothing` `npm test`\n```sh\nnpm run -s gainsay -- exprt --out x\nnpm run gainsay -- undo a --force # x\n```\n`gainsay check`';
    expect(missingScripts(planted(text), scripts)).toEqual(['docs/planted.md: package.json has no script nothing']);
    expect(missingCommands(planted(text), commands)).toEqual([
      'docs/planted.md: there is no command exprt',
      'docs/planted.md: undo has no option --force',
    ]);
  });
});

describe('README.md', () => {
  const { text } = readMarkdown('README.md');
  const opening = text.split(/^## /mu)[0] ?? '';

  it('has at most 1,200 words', () => {
    expect(text.split(/\s+/u).length).toBeLessThanOrEqual(1_200);
  });

  it('shows the picture, then the two commands, before its first heading', () => {
    const [block = ''] = blocks(opening, 'sh');
    const lines = block.split('\n').map((line) => line.replace(/\s*#.*$/u, ''));
    expect(lines).toEqual(['npm ci && npm start', 'npm ci && npm test', '']);
    expect(opening.indexOf('<picture>')).toBeGreaterThan(0);
    expect(opening.indexOf('```sh')).toBeGreaterThan(opening.indexOf('</picture>'));
  });

  it('gives the commands that the checks of the repository run', () => {
    const run = read('.ci/run').split('\n');
    expect(run.filter((line) => line.startsWith('npm '))).toEqual(['npm ci --no-progress', 'npm test']);
    expect(manifest.scripts).toMatchObject({ start: expect.stringMatching(/ serve$/u), test: 'tsx test/run.ts' });
  });
});

describe('docs/running.md', () => {
  const document = readMarkdown('docs/running.md');
  const variables = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): z\./gmu)].map(
    ([, name = '']) => name,
  );

  it('names every variable of the environment, and no other', () => {
    const documented = named(tableUnder(document.text, 'Environment'));
    expect(variables).toContain('GAINSAY_DATA');
    expect(differences(document, { documented, existing: variables })).toEqual([]);
  });

  it('names the values that apply when a variable is absent', () => {
    const { port, host, neo4j } = readConfig({ NEO4J_URI: 'bolt://localhost:7687' });
    const defaults = Object.fromEntries(
      tableUnder(document.text, 'Environment').map(([name = '', value = '']) => [
        codeSpans(name)[0],
        codeSpans(value)[0],
      ]),
    );
    expect(defaults).toMatchObject({ PORT: String(port), GAINSAY_HOST: host, NEO4J_USER: neo4j?.user });
  });

  it('names every command', () => {
    const documented = named(tableUnder(document.text, 'Command line')).map((words) => words.split(' ')[0] ?? '');
    expect(differences(document, { documented, existing: Object.keys(commands) })).toEqual([]);
  });

  it('names every option of serve', () => {
    const documented = named(tableUnder(document.text, 'Options of `serve`')).map((words) => words.split(' ')[0] ?? '');
    const existing = (commands['serve'] ?? []).filter((option) => !['--help', '--json'].includes(option));
    expect(differences(document, { documented, existing })).toEqual([]);
  });

  it('names every exit code', () => {
    const documented = named(tableUnder(document.text, 'Exit codes'));
    expect(differences(document, { documented, existing: Object.values(EXIT).map(String) })).toEqual([]);
  });

  it('is found wanting when a name is missing, is too much or stands twice', () => {
    const lists = { documented: ['a', 'b', 'b'], existing: ['a', 'c'] };
    expect(differences(planted(''), lists)).toEqual([
      'docs/planted.md: c is not documented',
      'docs/planted.md: b does not exist',
      'docs/planted.md: b does not exist',
      'docs/planted.md: b stands twice',
    ]);
  });
});

describe('docs/api.md', () => {
  const document = readMarkdown('docs/api.md');

  it('names every endpoint', () => {
    const documented = named(tableUnder(document.text, 'Endpoints'));
    const existing = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    expect(differences(document, { documented, existing })).toEqual([]);
  });

  it('names every problem code under its status', () => {
    const documented = tableUnder(document.text, 'Errors').flatMap(([status = '', codes = '']) =>
      codeSpans(codes).map((code) => `${status} ${code}`),
    );
    const existing = Object.entries(PROBLEMS).map(([code, { status }]) => `${status} ${code}`);
    expect(differences(document, { documented, existing })).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  const document = readMarkdown('docs/dependencies.md');
  const rows = (heading: string) => named(tableUnder(document.text, heading));

  it('has a reason for every package', () => {
    const bundled = [...rows('In the page'), ...rows('For building and checking')];
    expect(
      differences(document, { documented: rows('At run time'), existing: Object.keys(manifest.dependencies) }),
    ).toEqual([]);
    expect(differences(document, { documented: bundled, existing: Object.keys(manifest.devDependencies) })).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const rooms = roomsOf(read('ARCHITECTURE.md'));
  const sources = paths.filter((path) => /^(?:server|client)\/.*\.tsx?$/u.test(path) && !path.endsWith('.d.ts'));

  it('has a room for every file, and a row for every import', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap((path) => disallowedImports(rooms, { path, text: read(path) }))).toEqual([]);
  });

  it('is found wanting when a file has no room or imports what its row does not name', () => {
    const table =
      '## Rooms\n| room | holds | may import |\n|---|---|---|\n| `server/a` | | – |\n| `client/b` | | `server/a` |\n' +
      '| `client/c`, `client/main.ts` | | the client rooms above |\n| `server/d` | | all `server` rooms |\n';
    const faults = (path: string, target: string) =>
      disallowedImports(roomsOf(table), { path, text: `import { x } from '${target}';` });
    expect(faults('server/a/x.ts', '../d/y.ts')).toEqual(['server/a/x.ts imports server/d/y.ts']);
    expect(faults('client/b/x.tsx', '../c/y.ts')).toEqual(['client/b/x.tsx imports client/c/y.ts']);
    expect(faults('client/main.ts', '../server/a/y.ts')).toEqual(['client/main.ts imports server/a/y.ts']);
    expect(faults('client/e/x.ts', './y.ts')).toEqual(['client/e/x.ts is in no room']);
    expect(faults('client/b/x.ts', '../../server/a/y.ts')).toEqual([]);
    expect(faults('client/main.ts', './b/y.ts')).toEqual([]);
    expect(faults('server/d/x.ts', '../a/y.ts')).toEqual([]);
  });
});

describe('docs/decisions', () => {
  const index = readMarkdown('docs/decisions/README.md');
  const files = paths.filter((path) => /^docs\/decisions\/\d/u.test(path));

  it('have a row each, in the order of their numbers', () => {
    const rows = tableUnder(index.text, 'Decisions');
    expect(
      rows.map(([number = '', link = '']) => `${number.padStart(4, '0')} ${/\]\((.*)\)/u.exec(link)?.[1]}`),
    ).toEqual(
      files.toSorted().map((path, at) => `${String(at + 1).padStart(4, '0')} ${path.slice('docs/decisions/'.length)}`),
    );
  });

  it('say their number, what led to them and what was decided', () => {
    for (const path of files) {
      const { text } = readMarkdown(path);
      expect(text).toMatch(new RegExp(`^# ${Number(path.slice('docs/decisions/'.length, -3).split('-')[0])}\\. `, 'u'));
      expect([...text.matchAll(/^## (.+)$/gmu)].slice(0, 2).map(([, heading]) => heading)).toEqual([
        'Context',
        'Decision',
      ]);
    }
  });
});
