/** The storage key of the unsaved view. */
export const DRAFT_KEY = 'gainsay.draft';

/** Whether an unsaved view is stored. */
export function hasDraft(storage: () => Storage): boolean {
  try {
    return storage().getItem(DRAFT_KEY) !== null;
  } catch {
    return false;
  }
}
