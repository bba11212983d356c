import { defineMessages } from '../define-messages.ts';

export const FIND_IN_VIEW = defineMessages({
  en: {
    placeholder: 'Name or text in the view',
    at: '{at} of {count}',
    found: { one: '{count} found', other: '{count} found' },
    nothing: 'Nothing in the view matches',
    next: 'Next',
    previous: 'Previous',
    close: 'Close and select the results',
  },
  de: {
    placeholder: 'Name oder Text in der Ansicht',
    at: '{at} von {count}',
    found: { one: '{count} gefunden', other: '{count} gefunden' },
    nothing: 'Nichts in der Ansicht passt',
    next: 'Nächstes',
    previous: 'Voriges',
    close: 'Schließen und die Treffer auswählen',
  },
});
