/** Names of files: which the server takes for an upload, and which the page gives to a download. */
import * as z from 'zod/mini';
import type { ImportFormat } from './imports.ts';

const MAX_UPLOAD_NAME = 255;
const MAX_STEM = 60;

/** The format of a file by the ending of its name. Each ending can be followed by `.gz`. */
const FORMAT_OF_ENDING = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
} as const satisfies Readonly<Record<string, ImportFormat>>;

/** The endings of files that can be imported, with their dots. */
export const FILE_ENDINGS: readonly string[] = Object.keys(FORMAT_OF_ENDING).map((ending) => `.${ending}`);
/** The ending of a compressed file, after its own. */
export const GZIP_ENDING = '.gz';

/** The format of a file by its name, with or without `.gz`; `undefined` for an unknown ending. */
export function formatOfName(name: string): ImportFormat | undefined {
  const plain = isGzipName(name) ? name.slice(0, -GZIP_ENDING.length) : name;
  const ending = /\.([a-z]+)$/i.exec(plain)?.[1]?.toLowerCase() ?? '';
  return isEnding(ending) ? FORMAT_OF_ENDING[ending] : undefined;
}

export function isGzipName(name: string): boolean {
  return name.toLowerCase().endsWith(GZIP_ENDING);
}

function isEnding(ending: string): ending is keyof typeof FORMAT_OF_ENDING {
  return Object.hasOwn(FORMAT_OF_ENDING, ending);
}

/** The name of an uploaded file. */
export const FileName = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(MAX_UPLOAD_NAME),
    z.regex(/^[^\p{Cc}\p{Cs}/\\]+$/u, 'A file name without folders.'),
  );

/** The name under which a file is uploaded: a valid {@link FileName}. Of a long name the end stays, which holds the file type. */
export function uploadName(name: string): string {
  // Cut first: the cut may leave half a character, which the server refuses.
  const plain = name.slice(-MAX_UPLOAD_NAME).replaceAll(/[\p{Cc}\p{Cs}/\\]+/gu, '_');
  return plain === '' ? 'file' : plain;
}

/** The name of a download without its ending: the letters and digits of a title, at most 60 characters; `fallback` when there are none. */
export function fileStem(title: string, fallback: string): string {
  const words = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  const stem = [...words].slice(0, MAX_STEM).join('').replace(/-+$/u, '');
  return stem === '' ? fallback : stem;
}

/** The day of a moment where the program runs, as `2022-09-22`. The day in UTC is another one for some hours of every day. */
export function localDay(moment: Date): string {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
