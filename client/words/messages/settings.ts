import { defineMessages } from '../define-messages.ts';

export const SETTINGS = defineMessages({
  en: {
    remembered: 'Stored in this browser only. Never part of a link.',
    language: 'Language',
    theme: 'Theme',
    type: 'Type',
    typeEffect: 'Projector: larger type, for a talk. Exports are unchanged.',
    motion: 'Motion',
    labels: 'Names of the screens',
  },
  de: {
    remembered: 'Nur in diesem Browser gespeichert. Nie Teil eines Links.',
    language: 'Sprache',
    theme: 'Farben',
    type: 'Schrift',
    typeEffect: 'Projektor: größere Schrift, für einen Vortrag. Exporte bleiben unverändert.',
    motion: 'Bewegung',
    labels: 'Namen der Bereiche',
  },
});

export const LANGUAGE_WORDS = defineMessages({
  en: { system: 'As the browser', en: 'English', de: 'Deutsch' },
  de: { system: 'Wie der Browser', en: 'English', de: 'Deutsch' },
});

export const THEME_WORDS = defineMessages({
  en: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  de: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel', contrast: 'Hoher Kontrast' },
});

export const TYPE_WORDS = defineMessages({
  en: { standard: 'Standard', projector: 'Projector' },
  de: { standard: 'Normal', projector: 'Projektor' },
});

export const MOTION_WORDS = defineMessages({
  en: { system: 'As the system', none: 'None' },
  de: { system: 'Wie das System', none: 'Keine' },
});

export const LABEL_WORDS = defineMessages({
  en: { tooltips: 'As tooltips', shown: 'Below their icons' },
  de: { tooltips: 'Als Hinweis', shown: 'Unter den Symbolen' },
});

export const SINGLE_KEY_WORDS = defineMessages({ en: { on: 'On', off: 'Off' }, de: { on: 'An', off: 'Aus' } });

export const SHORTCUT_WORDS = defineMessages({
  en: {
    singleKeys: 'Keys without Ctrl',
    change: 'Change shortcuts',
    how: 'Choose a shortcut and press the new keys. Backspace removes it, Esc keeps it.',
    press: 'Press the keys',
    none: 'None',
    keyOf: '{action}: {keys}',
    taken: '{keys} belongs to “{action}”. Change that one first.',
    reserved: '{keys} operates the page itself. Choose other keys.',
    standard: 'Restore all shortcuts',
  },
  de: {
    singleKeys: 'Tasten ohne Strg',
    change: 'Tastenkürzel ändern',
    how: 'Wählen Sie ein Kürzel und drücken Sie die neuen Tasten. Die Rücktaste entfernt es, Esc behält es.',
    press: 'Tasten drücken',
    none: 'Keines',
    keyOf: '{action}: {keys}',
    taken: '{keys} gehört zu „{action}“. Ändern Sie zuerst dieses.',
    reserved: '{keys} bedient die Seite selbst. Wählen Sie andere Tasten.',
    standard: 'Alle Kürzel zurücksetzen',
  },
});
