/**
 * The view that was not saved, kept across reloads in the tab itself, so that two tabs do not take each other's
 * place, and across visits in the browser.
 */
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

/** Places to keep a draft in, the nearest first. */
export type Storages = readonly (() => Storage)[];

/** What was kept nearest, if it can be read. */
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

/** Keeps a view. Where storage is full or forbidden nothing is kept, also nothing older: it would mislead. */
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
