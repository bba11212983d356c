/** Maps key presses to actions, and shortcuts to their text. */
import { ACTION_LIST } from './actions/action-list.ts';
import type { Action } from './actions/action-list.ts';
import { messageText } from '../words/define-messages.ts';
import { KEYS } from '../words/messages/keys.ts';

/** The fields of a keyboard event that are compared. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Whether a press is the shortcut `keys`, such as `Mod+Shift+Z` (Mod: Ctrl or Cmd), `/` or `Escape`.
 * For characters such as `?` only the character is compared, as the need for Shift depends on the keyboard layout.
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

/** Actions whose shortcuts a text field does not use. */
const WHILE_TYPING: ReadonlySet<string> = new Set(['search', 'palette']);

/** The action of a key press, if any. While typing, only shortcuts with Ctrl or Cmd of {@link WHILE_TYPING} apply. */
export function actionOf(press: KeyPress, place: { readonly isTyping: boolean }): Action | undefined {
  const action = ACTION_LIST.find(({ keys }) => keys.some((one) => keyMatches(press, one)));
  if (action === undefined || !place.isTyping) return action;
  return WHILE_TYPING.has(action.id) && (press.ctrlKey || press.metaKey) ? action : undefined;
}

const SYMBOLS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
const MAC_SYMBOLS: Readonly<Record<string, string>> = { ...SYMBOLS, Mod: '⌘', Shift: '⇧' };
const isNamed = (key: string): key is keyof typeof KEYS.en => key in KEYS.en;

/** The text of a shortcut: `Ctrl+Shift+Z`, in German `Strg+Umschalt+Z`, or `⌘⇧Z` on a Mac. */
export function keysText(keys: string, isMac: boolean): string {
  if (keys === '+') return '+';
  const symbols = isMac ? MAC_SYMBOLS : SYMBOLS;
  return keys
    .split('+')
    .map((part) => symbols[part] ?? (isNamed(part) ? messageText(KEYS, part) : part))
    .join(isMac ? '' : '+');
}
