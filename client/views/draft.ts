/** The view that was not saved, kept in this browser across reloads and visits. */
import * as z from 'zod/mini';
import { DRAFT_KEY } from './draft-key.ts';
import { readView, writeView } from './view-format.ts';
import type { PortableView } from './portable-view.ts';

const StoredDraft = z.strictObject({ version: z.literal(1), after: z.string(), view: z.string() });

export interface Draft {
  readonly view: PortableView;
  /** The hash that the address had when it was kept: a draft with the hash of now goes on from it. */
  readonly after: string;
}

/** What was kept, if it can be read. */
export function keptDraft(storage: () => Storage): Draft | undefined {
  try {
    const stored = z.safeParse(StoredDraft, JSON.parse(storage().getItem(DRAFT_KEY) ?? 'null'));
    if (!stored.success) return undefined;
    const read = readView(stored.data.view);
    return 'view' in read ? { view: read.view, after: stored.data.after } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a view. Where storage is full or forbidden nothing is kept, also nothing older: it would mislead. */
export function keepDraft(storage: () => Storage, { view, after }: Draft): void {
  try {
    storage().setItem(DRAFT_KEY, JSON.stringify({ version: 1, after, view: writeView(view) } satisfies z.infer<typeof StoredDraft>));
  } catch {
    dropDraft(storage);
  }
}

export function dropDraft(storage: () => Storage): void {
  try {
    storage().removeItem(DRAFT_KEY);
  } catch {
    return;
  }
}
