/** The table of rooms in ARCHITECTURE.md, and the imports that it does not allow. */
import { posix } from 'node:path';
import { codeSpans, tableUnder } from './read-markdown.ts';

export interface Room {
  /** Folders and files of the room. */
  readonly parts: readonly string[];
  /** Parts of the rooms that it may import. */
  readonly mayImport: readonly string[];
}

/**
 * Reads the table. `all X rooms` in its last column stands for every room under X, `the client rooms above`
 * for the rows of the client before this one.
 */
export function roomsOf(architecture: string): readonly Room[] {
  const rows = tableUnder(architecture, 'Rooms').map(([room = '', , allowed = '']) => ({
    parts: codeSpans(room),
    allowed,
  }));
  const parts = rows.flatMap((row) => row.parts);
  return rows.map(({ parts: own, allowed }, at) => {
    const groups = [...allowed.matchAll(/all `([^`]+)` rooms/gu)].map((match) => match[1] ?? '');
    const above = allowed.includes('the client rooms above') ? rows.slice(0, at).flatMap((row) => row.parts) : [];
    return {
      parts: own,
      mayImport: [
        ...codeSpans(allowed).filter((span) => parts.includes(span)),
        ...parts.filter((part) => groups.some((group) => part.startsWith(`${group}/`))),
        ...above.filter((part) => part.startsWith('client/')),
      ],
    };
  });
}

function isIn(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}/`);
}

/** What the table does not say of a file: that it is in one room, and may import what it imports. */
export function disallowedImports(
  rooms: readonly Room[],
  file: { readonly path: string; readonly text: string },
): readonly string[] {
  const room = rooms.find(({ parts }) => parts.some((part) => isIn(file.path, part)));
  if (room === undefined) return [`${file.path} is in no room`];
  return [...file.text.matchAll(/(?:\bfrom|\bimport\(?)\s*'(\.[^']+\.tsx?)'/gu)]
    .map(([, target = '']) => posix.join(posix.dirname(file.path), target))
    .filter((target) => ![...room.parts, ...room.mayImport].some((part) => isIn(target, part)))
    .map((target) => `${file.path} imports ${target}`);
}
