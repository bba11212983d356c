/**
 * A view as JSON, for links and for saved views: compact, without default values. Input is validated; invalid input
 * gives a fault, never an exception.
 */
import * as z from 'zod/mini';
import { parseJson } from '../base/parse-json.ts';
import type { PortableView } from './portable-view.ts';
import { packed, unpacked } from './pack-view.ts';
import { StoredView, VIEW_FORMAT } from './stored-view.ts';

/** Why a text is not a view: not written by Gainsay or damaged, or written by a newer version. */
export type FormatFault = 'damaged' | 'newer';
export type ReadView = { readonly view: PortableView } | { readonly fault: FormatFault };

/** A view as JSON. Positions are rounded to whole pixels. */
export function writeView(view: PortableView): string {
  return JSON.stringify({ v: VIEW_FORMAT, ...packed(view) } satisfies StoredView);
}

/** Parses a view. Never throws. */
export function readView(text: string): ReadView {
  const value = parseJson(text);
  const version = z.safeParse(z.looseObject({ v: z.int() }), value);
  if (version.success && version.data.v > VIEW_FORMAT) return { fault: 'newer' };
  const stored = z.safeParse(StoredView, value);
  if (!stored.success) return { fault: 'damaged' };
  const view = unpacked(stored.data);
  return view === undefined ? { fault: 'damaged' } : { view };
}
