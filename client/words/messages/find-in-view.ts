import { defineMessages } from '../define-messages.ts';

export const FIND_IN_VIEW = defineMessages({
  en: {
    placeholder: 'Name or words of what is shown',
    at: '{at} of {count}',
    found: { one: '{count} found', other: '{count} found' },
    nothing: 'Nothing shown is called that',
    next: 'Next',
    previous: 'Previous',
    close: 'Close, and select what was found',
  },
  de: {
    placeholder: 'Name oder Worte von Sichtbarem',
    at: '{at} von {count}',
    found: { one: '{count} gefunden', other: '{count} gefunden' },
    nothing: 'Nichts Sichtbares heißt so',
    next: 'Nächstes',
    previous: 'Voriges',
    close: 'Schließen und das Gefundene auswählen',
  },
});
