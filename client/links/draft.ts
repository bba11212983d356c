/**
 * The unsaved views, one for each tab. The session storage keeps that of this tab across reloads. The local storage
 * keeps those of all tabs across visits, each under its own key, so that no tab overwrites or removes that of another.
 *
 * A key belongs to one document, not to the tab: a duplicated tab has a copy of the session storage. When a document
 * continues a draft of a former one, its first write takes the place of the former key.
 */
import * as z from 'zod/mini';
import { DRAFT_KEY, draftKeyOf, draftKeys } from './draft-key.ts';
import { readView, writeView } from './view-format.ts';
import type { PortableView } from './portable-view.ts';

const StoredDraft = z.strictObject({
  version: z.literal(1),
  after: z.string(),
  view: z.string(),
  /** When it was stored, in milliseconds. Earlier versions of the page did not store it. */
  at: z._default(z.number(), 0),
  /** Its key in the local storage. */
  key: z._default(z.string(), DRAFT_KEY),
});

/** More drafts than this are not kept: the oldest go. */
const MAX_DRAFTS = 10;

export interface Draft {
  readonly view: PortableView;
  /** The hash of the URL when the draft was stored: the draft continues that URL. */
  readonly after: string;
}

export interface Drafts {
  /** The draft of this tab, else the newest of all; undefined if none is readable. */
  kept(): Draft | undefined;
  /** The user continues what `kept` gave: the next write takes its place. */
  take(): void;
  /** Stores a draft. Where that fails, the older draft of this tab is removed: it would be misleading. */
  keep(draft: Draft): void;
  /** Removes the draft of this tab. */
  drop(): void;
}

export interface DraftNeeds {
  readonly session: () => Storage;
  readonly local: () => Storage;
  /** Names this document; no other document has the same. */
  readonly document: string;
  readonly now: () => number;
}

interface FoundDraft extends Draft {
  readonly at: number;
  readonly key: string;
}

function readDraft(storage: Storage, key: string): FoundDraft | undefined {
  try {
    const stored = z.safeParse(StoredDraft, JSON.parse(storage.getItem(key) ?? 'null'));
    if (!stored.success) return undefined;
    const read = readView(stored.data.view);
    return 'view' in read ? { ...stored.data, view: read.view } : undefined;
  } catch {
    return undefined;
  }
}

/** Runs `work` on a storage; a browser can forbid it, or have no room. Returns whether it was done. */
function attempt(storage: () => Storage, work: (storage: Storage) => void): boolean {
  try {
    work(storage());
    return true;
  } catch {
    return false;
  }
}

export function createDrafts({ session, local, document, now }: DraftNeeds): Drafts {
  const ownKey = draftKeyOf(document);
  let found: string | undefined;
  let taken: string | undefined;
  const newest = (): FoundDraft | undefined => {
    let best: FoundDraft | undefined;
    attempt(local, (storage) => {
      for (const key of draftKeys(storage)) {
        const draft = readDraft(storage, key);
        if (draft !== undefined && (best === undefined || draft.at > best.at)) best = { ...draft, key };
      }
    });
    return best;
  };
  const ofTab = (): FoundDraft | undefined => {
    let own: FoundDraft | undefined;
    attempt(session, (storage) => {
      own = readDraft(storage, DRAFT_KEY);
    });
    return own;
  };
  const removeOwn = (storage: Storage) => {
    for (const key of [ownKey, taken]) if (key !== undefined) storage.removeItem(key);
    taken = undefined;
  };
  return {
    kept() {
      const draft = ofTab() ?? newest();
      found = draft?.key;
      return draft && { view: draft.view, after: draft.after };
    },
    take() {
      taken = found;
    },
    keep({ view, after }) {
      const stored = { version: 1, after, view: writeView(view), at: now(), key: ownKey } as const;
      const text = JSON.stringify(stored satisfies z.infer<typeof StoredDraft>);
      if (!attempt(session, (storage) => storage.setItem(DRAFT_KEY, text)))
        attempt(session, (storage) => storage.removeItem(DRAFT_KEY));
      const isKept = attempt(local, (storage) => {
        storage.setItem(ownKey, text);
        if (taken !== undefined && taken !== ownKey) storage.removeItem(taken);
        taken = undefined;
        removeOldest(storage, ownKey);
      });
      if (!isKept) attempt(local, removeOwn);
    },
    drop() {
      attempt(session, (storage) => storage.removeItem(DRAFT_KEY));
      attempt(local, removeOwn);
    },
  };
}

/** Removes unreadable drafts, and the oldest of too many. */
function removeOldest(storage: Storage, ownKey: string): void {
  const others = draftKeys(storage).filter((key) => key !== ownKey);
  if (others.length < MAX_DRAFTS) return;
  const byAge = others.map((key) => ({ key, at: readDraft(storage, key)?.at ?? -1 })).toSorted((a, b) => b.at - a.at);
  for (const { key } of byAge.slice(MAX_DRAFTS - 1)) storage.removeItem(key);
}
