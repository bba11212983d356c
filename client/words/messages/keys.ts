/** The names of keys of a keyboard. */
import { defineMessages } from '../define-messages.ts';

export const KEYS = defineMessages({
  en: { Mod: 'Ctrl', Shift: 'Shift', Escape: 'Esc', Delete: 'Delete', ContextMenu: 'Menu', Enter: 'Enter' },
  de: { Mod: 'Strg', Shift: 'Umschalt', Escape: 'Esc', Delete: 'Entf', ContextMenu: 'Menü', Enter: 'Eingabe' },
});
