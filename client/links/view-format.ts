/**
 * A view as JSON, for links and saved views alike: compact, and without what is as it is at first. What is read is
 * checked; what does not fit is an answer, never an exception.
 */
import * as z from 'zod/mini';
import type { PortableView } from './portable-view.ts';
import { packed, unpacked } from './pack-view.ts';
import { StoredView, VIEW_FORMAT } from './stored-view.ts';

/** Why something is not a view: not of our making or damaged, or written by a newer Gainsay. */
export type FormatFault = 'damaged' | 'newer';
export type ReadView = { readonly view: PortableView } | { readonly fault: FormatFault };

/** A view as JSON. Places are rounded to whole pixels. */
export function writeView(view: PortableView): string {
  return JSON.stringify({ v: VIEW_FORMAT, ...packed(view) } satisfies StoredView);
}

/** The view that a text holds. Never throws. */
export function readView(text: string): ReadView {
  const value = jsonOf(text);
  const version = z.safeParse(z.looseObject({ v: z.int() }), value);
  if (version.success && version.data.v > VIEW_FORMAT) return { fault: 'newer' };
  const stored = z.safeParse(StoredView, value);
  if (!stored.success) return { fault: 'damaged' };
  const view = unpacked(stored.data);
  return view === undefined ? { fault: 'damaged' } : { view };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
