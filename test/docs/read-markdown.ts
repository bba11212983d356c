/** What the tests of the documents read from Markdown: headings, links, tables, code. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface MarkdownFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** Paths of all files and folders of the repository, relative to its root. */
export function repositoryPaths(folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? [path, ...repositoryPaths(path)] : [path];
    });
}

export function readMarkdown(path: string): MarkdownFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** The text without its fenced blocks. */
export function withoutBlocks(text: string): string {
  return text.replaceAll(/^```.*?^```$/gmsu, '');
}

/** The fenced blocks in a language. */
export function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gmsu'))].map((match) => match[1] ?? '');
}

/** The words between backticks, outside of fenced blocks. */
export function codeSpans(text: string): readonly string[] {
  return [...withoutBlocks(text).matchAll(/`([^`\n]+)`/gu)].map((match) => match[1] ?? '');
}

/** The names under which GitHub links the headings. */
export function anchors(text: string): readonly string[] {
  const counts = new Map<string, number>();
  return [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gmu)].map((match) => {
    const slug = (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/** The targets of links and pictures, outside of fenced blocks. */
export function linkTargets(text: string): readonly string[] {
  return [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/gu)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

/** The rows of the first table under a heading, as cells, without its head. */
export function tableUnder(text: string, heading: string): readonly (readonly string[])[] {
  const section = text.split(/^#+ /mu).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`There is no heading ${heading}.`);
  const lines = section.split('\n');
  const begin = lines.findIndex((line) => line.startsWith('|'));
  const length = lines.slice(begin).findIndex((line) => !line.startsWith('|'));
  return lines
    .slice(begin, length === -1 ? undefined : begin + length)
    .map((line) =>
      line
        .split(/(?<!\\)\|/u)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(2);
}
