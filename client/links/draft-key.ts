/** The storage keys of unsaved views. */

/** In the session storage: the draft of this tab. In the local storage: drafts of other versions of the page. */
export const DRAFT_KEY = 'gainsay.draft';
const TAB_PREFIX = `${DRAFT_KEY}.`;

/** In the local storage: the key of the draft of one document. */
export function draftKeyOf(document: string): string {
  return TAB_PREFIX + document;
}

/** The keys of all drafts in a storage. */
export function draftKeys(storage: Storage): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
    (key) => key === DRAFT_KEY || key.startsWith(TAB_PREFIX),
  );
}

/** Whether an unsaved view is stored. */
export function hasDraft(storage: () => Storage): boolean {
  try {
    return draftKeys(storage()).length > 0;
  } catch {
    return false;
  }
}
