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
