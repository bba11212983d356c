import type { Action } from '../control/action.ts';
import { keysOf } from '../control/shortcuts.ts';
import { settings } from '../state/settings.ts';
import { useValue } from './explorer-context.ts';

/** The shortcuts of an action as the user has set them; the first is displayed. */
export function useKeys(): (action: Action) => readonly string[] {
  const chosen = useValue(settings);
  return (action) => keysOf(action, chosen);
}
