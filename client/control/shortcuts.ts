/** Maps key presses to actions, and shortcuts to their text. */
import { ACTION_LIST } from './actions/action-list.ts';
import type { Action } from './actions/action-list.ts';
import type { Settings } from '../state/settings.ts';
import { messageText } from '../words/define-messages.ts';
import { KEYS } from '../words/messages/keys.ts';

/** The fields of a keyboard event that are compared. */
export interface KeyPress {
  readonly key: string;
  /** The physical key, named as on a US keyboard. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What the user has set about shortcuts. */
export interface ShortcutChoices extends Pick<Settings, 'singleKeys'> {
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

/** The characters of the physical keys of a US keyboard, without and with Shift. */
const US_KEYS: Readonly<Record<string, string>> = {
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
};
/** Letters, marks and digits of scripts that no shortcut uses. An `ü` or `é` is a Latin letter and none of these. */
const OTHER_SCRIPT = /^(?!\p{Script=Latin})[\p{L}\p{M}\p{Nd}]+$/u;

/** The key as it is on a US keyboard, for a keyboard of another script: `я` is `z` there. Otherwise undefined. */
function usKey({ key, code, shiftKey }: KeyPress): string | undefined {
  if (/^[ -~]*$/u.test(key) || !OTHER_SCRIPT.test(key)) return undefined;
  const plain = /^(?:Key|Digit)(.)$/u.exec(code)?.[1];
  return plain?.toLowerCase() ?? US_KEYS[code]?.[shiftKey ? 1 : 0];
}

/**
 * A press without the modifiers that only produce its character: AltGr, or Option on a Mac. Some keyboards have no
 * other way to type `[`. Letters and digits with these modifiers are no shortcuts.
 */
export function pressOf(
  event: KeyPress & { readonly getModifierState: (key: string) => boolean },
  isMac: boolean,
): KeyPress {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const isTyped = event.getModifierState('AltGraph') || (isMac && altKey && !ctrlKey && !metaKey);
  const isSymbol = /^[!-/:-@[-`{-~]$/u.test(key);
  return isTyped && isSymbol
    ? { key, code, shiftKey, metaKey, ctrlKey: false, altKey: false }
    : { key, code, ctrlKey, metaKey, shiftKey, altKey };
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
  const pressed = usKey(press) ?? press.key;
  if (pressed.toLowerCase() !== key.toLowerCase()) return false;
  const isOtherCharacter = key.length === 1 && !/^[a-z]$/i.test(key);
  return isOtherCharacter || press.shiftKey === parts.includes('Shift');
}

/** Whether a shortcut is one character, with or without Shift. Speech input and slips of the hand can trigger it. */
export function isSingleKey(keys: string): boolean {
  return keys.replace(/^Shift\+/u, '').length === 1;
}

/** The shortcuts of an action with these settings: its own, or those that the user has chosen. */
export function keysOf(action: Action, { singleKeys, keys }: ShortcutChoices): readonly string[] {
  const chosen = keys[action.id] ?? action.keys;
  return singleKeys === 'on' ? chosen : chosen.filter((one) => !isSingleKey(one));
}

/** The shortcut that a press is, in the notation of `keyMatches`; undefined for a modifier alone, and with Alt. */
export function keysOfPress(press: KeyPress): string | undefined {
  const key = usKey(press) ?? press.key;
  if (press.altKey || ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Unidentified', 'Process'].includes(key))
    return undefined;
  const isLetter = /^[a-z]$/iu.test(key);
  const hasShift = press.shiftKey && (isLetter || key.length > 1);
  const isCommand = press.ctrlKey || press.metaKey;
  return `${isCommand ? 'Mod+' : ''}${hasShift ? 'Shift+' : ''}${isLetter ? key.toUpperCase() : key}`;
}

/** Actions whose shortcuts a text field does not use. */
const WHILE_TYPING: ReadonlySet<string> = new Set(['search', 'palette', 'saveView']);

/** The action of a key press, if any. While typing, only shortcuts with Ctrl or Cmd of {@link WHILE_TYPING} apply. */
export function actionOf(
  press: KeyPress,
  { isTyping, settings }: { readonly isTyping: boolean; readonly settings: ShortcutChoices },
): Action | undefined {
  const action = ACTION_LIST.find((one) => keysOf(one, settings).some((keys) => keyMatches(press, keys)));
  if (action === undefined || !isTyping) return action;
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
