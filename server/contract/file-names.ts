/** Names of files: which the server takes for an upload, and which the page gives to a download. */
import * as z from 'zod/mini';

const MAX_UPLOAD_NAME = 255;
const MAX_STEM = 60;

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
