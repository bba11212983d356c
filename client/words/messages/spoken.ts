/** Messages for screen readers only. */
import { defineMessages } from '../define-messages.ts';

export const SPOKEN = defineMessages({
  en: { selected: '{what} selected.', nothing: 'Nothing selected.' },
  de: { selected: '{what} ausgewählt.', nothing: 'Nichts ausgewählt.' },
});
