/** What can be wrong with a document, as sentences: an empty list when nothing is. */
import { posix } from 'node:path';
import type { MarkdownFile } from './read-markdown.ts';
import { anchors, blocks, codeSpans, linkTargets } from './read-markdown.ts';

/** Relative links whose file or heading does not exist. `paths` are those of the repository. */
export function brokenLinks(
  { path, text }: MarkdownFile,
  paths: readonly string[],
  readFile: (path: string) => string,
): readonly string[] {
  return linkTargets(text)
    .filter((target) => !/^(?:[a-z]+:|\/)/u.test(target))
    .flatMap((target) => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : posix.join(posix.dirname(path), file);
      if (to !== path && !paths.includes(to.replace(/\/$/u, ''))) return [`${path}: ${target} leads to no file`];
      if (anchor === undefined || anchors(to === path ? text : readFile(to)).includes(anchor)) return [];
      return [`${path}: ${target} leads to no heading`];
    });
}

const SOURCE_NAME = /^[\w.-]+\.(?:tsx?|cypher|md)$/u;

/** Paths between backticks that do not exist. A bare file name may stand in any folder. */
export function missingPaths({ path, text }: MarkdownFile, paths: readonly string[]): readonly string[] {
  const folders = new Set(paths.map((one) => one.split('/')[0] ?? ''));
  const names = new Set(paths.map((one) => posix.basename(one)));
  return codeSpans(text)
    .filter((span) => /^[\w.@/-]+$/u.test(span))
    .filter((span) => {
      if (span.includes('/')) return folders.has(span.split('/')[0] ?? '') && !paths.includes(span.replace(/\/$/u, ''));
      return SOURCE_NAME.test(span) && !names.has(span);
    })
    .map((span) => `${path}: there is no ${span}`);
}

/** Every piece of text that holds commands: shell blocks and words between backticks. */
function commandLines(text: string): readonly string[] {
  const shell = blocks(text, 'sh').flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'));
  return [...shell, ...codeSpans(text)].map((line) => line.replace(/(?:^|\s)#.*$/u, ''));
}

/** Scripts that a document runs by npm and that package.json does not have. */
export function missingScripts({ path, text }: MarkdownFile, scripts: readonly string[]): readonly string[] {
  return commandLines(text)
    .flatMap((line) => [...line.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/gu)])
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((script) => !scripts.includes(script))
    .map((script) => `${path}: package.json has no script ${script}`);
}

export interface CommandOptions {
  readonly [command: string]: readonly string[];
}

/** Commands of ours, or options of them, that the program does not have. */
export function missingCommands({ path, text }: MarkdownFile, commands: CommandOptions): readonly string[] {
  return commandLines(text).flatMap((line) =>
    [...line.matchAll(/(?:^|\s)gainsay(?: --)? ([a-z]+)([^|;&]*)/gu)].flatMap(([, command = '', rest = '']) => {
      const options = commands[command];
      if (options === undefined) return [`${path}: there is no command ${command}`];
      return [...rest.matchAll(/--[a-z][a-z-]*/gu)]
        .filter(([option]) => !options.includes(option))
        .map(([option]) => `${path}: ${command} has no option ${option}`);
    }),
  );
}

/** Members of one list that the other lacks, both ways. */
export function differences(
  { path }: MarkdownFile,
  lists: { readonly documented: readonly string[]; readonly existing: readonly string[] },
): readonly string[] {
  const { documented, existing } = lists;
  return [
    ...existing.filter((one) => !documented.includes(one)).map((one) => `${path}: ${one} is not documented`),
    ...documented.filter((one) => !existing.includes(one)).map((one) => `${path}: ${one} does not exist`),
    ...documented.filter((one, at) => documented.indexOf(one) !== at).map((one) => `${path}: ${one} stands twice`),
  ];
}
