/**
 * The unsaved view. The session storage keeps it across reloads, so that two tabs do not overwrite each other; the
 * local storage keeps it across visits.
 */
import * as z from 'zod/mini';
import { DRAFT_KEY } from './draft-key.ts';
import { readView, writeView } from './view-format.ts';
import type { PortableView } from './portable-view.ts';

const StoredDraft = z.strictObject({ version: z.literal(1), after: z.string(), view: z.string() });

export interface Draft {
  readonly view: PortableView;
  /** The hash of the URL when the draft was stored: the draft continues that URL. */
  readonly after: string;
}

/** The storages of a draft, in the order in which they are read. */
export type Storages = readonly (() => Storage)[];

/** The first readable draft. */
export function keptDraft(storages: Storages): Draft | undefined {
  for (const storage of storages) {
    const draft = keptIn(storage);
    if (draft !== undefined) return draft;
  }
  return undefined;
}

function keptIn(storage: () => Storage): Draft | undefined {
  try {
    const stored = z.safeParse(StoredDraft, JSON.parse(storage().getItem(DRAFT_KEY) ?? 'null'));
    if (!stored.success) return undefined;
    const read = readView(stored.data.view);
    return 'view' in read ? { view: read.view, after: stored.data.after } : undefined;
  } catch {
    return undefined;
  }
}

/** Stores a draft. Where that fails, an older draft is removed: it would be misleading. */
export function keepDraft(storages: Storages, { view, after }: Draft): void {
  const stored = JSON.stringify({ version: 1, after, view: writeView(view) } satisfies z.infer<typeof StoredDraft>);
  for (const storage of storages) {
    try {
      storage().setItem(DRAFT_KEY, stored);
    } catch {
      dropDraft([storage]);
    }
  }
}

export function dropDraft(storages: Storages): void {
  for (const storage of storages) {
    try {
      storage().removeItem(DRAFT_KEY);
    } catch {
      continue;
    }
  }
}
