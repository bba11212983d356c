/** A view in the hash of a URL: deflated JSON in base64url, whose characters mail programs do not break. */
import { readView, writeView } from './view-format.ts';
import type { FormatFault } from './view-format.ts';
import type { PortableView } from './portable-view.ts';

/** Some mail and chat programs truncate longer URLs. */
export const LINK_LIMIT = 6_000;
const MAX_CHARACTERS = 1_000_000;
/** A small input can inflate to a huge output: reading stops at this size. */
const MAX_BYTES = 4_000_000;
const STATE_KEY = 'state=';
const VIEW_KEY = 'view=';

/** The meaning of a hash. */
export type Link =
  | { readonly kind: 'none' }
  | { readonly kind: 'state'; readonly view: PortableView }
  | { readonly kind: 'view'; readonly id: string }
  | { readonly kind: 'fault'; readonly fault: FormatFault | 'unknown' };

/** The hash, with its `#`, of a link that opens this view; it can be longer than {@link LINK_LIMIT}. */
export async function stateHash(view: PortableView): Promise<string> {
  const deflated = await through(new TextEncoder().encode(writeView(view)), new CompressionStream('deflate-raw'));
  return `#${STATE_KEY}${toBase64Url(deflated)}`;
}

/** The hash of a link to a saved view. */
export function viewHash(id: string): string {
  return `#${VIEW_KEY}${encodeURIComponent(id)}`;
}

/** Whether a hash refers to a saved view. */
export function isViewHash(hash: string): boolean {
  return hash.startsWith(`#${VIEW_KEY}`);
}

/** Parses a hash. Never throws: a hash that Gainsay did not write gives a fault. */
export async function readHash(hash: string): Promise<Link> {
  const text = withoutTail(hash.replace(/^#/u, ''));
  if (text === '') return { kind: 'none' };
  if (text.startsWith(VIEW_KEY)) {
    const id = decoded(text.slice(VIEW_KEY.length));
    return id !== undefined && /^[A-Za-z0-9-]{1,64}$/u.test(id)
      ? { kind: 'view', id }
      : { kind: 'fault', fault: 'damaged' };
  }
  if (!text.startsWith(STATE_KEY)) return { kind: 'fault', fault: 'unknown' };
  const json = await inflated(text.slice(STATE_KEY.length));
  const read = json === undefined ? { fault: 'damaged' as const } : readView(json);
  return 'view' in read ? { kind: 'state', view: read.view } : { kind: 'fault', fault: read.fault };
}

/**
 * The hash without the punctuation that follows a link in a sentence, and that chat and mail programs take for a part of
 * it. The browser encodes some of it. No link ends with such a character.
 */
function withoutTail(text: string): string {
  const tail = /(?:[^\w%=-]|%(?:2[0-9A-C]|2E|3[A-F]|5[B-E]|7[B-E]|C2%(?:A0|AB|BB)|E2%80%[89A-B][0-9A-F]))+$/iu.exec(
    text,
  );
  return tail === null ? text : text.slice(0, tail.index);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

async function inflated(characters: string): Promise<string | undefined> {
  const bytes = characters.length > MAX_CHARACTERS ? undefined : fromBase64Url(characters);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await through(bytes, new DecompressionStream('deflate-raw')),
    );
  } catch {
    return undefined;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    size += read.value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      throw new RangeError('The inflated view exceeds the size limit.');
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Base64url (RFC 4648, section 5), without padding. */
function toBase64Url(bytes: Uint8Array): string {
  const SLICE = 8_192;
  let binary = '';
  for (let from = 0; from < bytes.length; from += SLICE)
    binary += String.fromCharCode(...bytes.subarray(from, from + SLICE));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(characters: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/u.test(characters)) return undefined;
  try {
    return Uint8Array.from(atob(characters.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
  } catch {
    return undefined;
  }
}
