/** Where this browser keeps the view that was not saved. */
export const DRAFT_KEY = 'gainsay.draft';

/** Whether something is kept. */
export function hasDraft(storage: () => Storage): boolean {
  try {
    return storage().getItem(DRAFT_KEY) !== null;
  } catch {
    return false;
  }
}
