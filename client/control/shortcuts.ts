/** From a key press to an action, and from an action to what its keys are called. */
import { ACTION_LIST } from './actions/action-list.ts';
import type { Action } from './actions/action-list.ts';
import { messageText } from '../words/define-messages.ts';
import { KEYS } from '../words/messages/keys.ts';

/** The parts of a keyboard event that decide. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Whether a press is the shortcut `keys`, such as `Mod+Shift+Z` (Mod: Ctrl or Cmd), `/` or `Escape`.
 * For characters such as `?` the character counts, not whether Shift was needed to type it.
 */
export function keyMatches(press: KeyPress, keys: string): boolean {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  const key = parts.at(-1) ?? '';
  const isCommand = press.ctrlKey || press.metaKey;
  if (press.altKey || isCommand !== parts.includes('Mod')) return false;
  if (press.key.toLowerCase() !== key.toLowerCase()) return false;
  const isOtherCharacter = key.length === 1 && !/^[a-z]$/i.test(key);
  return isOtherCharacter || press.shiftKey === parts.includes('Shift');
}

/** What a text field has no use for. */
const WHILE_TYPING: ReadonlySet<string> = new Set(['search', 'palette']);

/** The action that a key press means, if any. Inside a text field only shortcuts with Ctrl or Cmd that the field has no use for count. */
export function actionOf(press: KeyPress, place: { readonly isTyping: boolean }): Action | undefined {
  const action = ACTION_LIST.find(({ keys }) => keys.some((one) => keyMatches(press, one)));
  if (action === undefined || !place.isTyping) return action;
  return WHILE_TYPING.has(action.id) && (press.ctrlKey || press.metaKey) ? action : undefined;
}

const SYMBOLS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
const MAC_SYMBOLS: Readonly<Record<string, string>> = { ...SYMBOLS, Mod: '⌘', Shift: '⇧' };
const isNamed = (key: string): key is keyof typeof KEYS.en => key in KEYS.en;

/** A shortcut for people: `Ctrl+Shift+Z`, in German `Strg+Umschalt+Z`, or `⌘⇧Z` on a Mac. */
export function keysText(keys: string, isMac: boolean): string {
  if (keys === '+') return '+';
  const symbols = isMac ? MAC_SYMBOLS : SYMBOLS;
  return keys
    .split('+')
    .map((part) => symbols[part] ?? (isNamed(part) ? messageText(KEYS, part) : part))
    .join(isMac ? '' : '+');
}
