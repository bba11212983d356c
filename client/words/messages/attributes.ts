/** Attributes of actors, claims and documents. */
import { defineMessages } from '../define-messages.ts';

export const ATTRIBUTE_WORDS = defineMessages({
  en: {
    attributes: 'Attributes',
    actor: 'Actor: {key}',
    claim: 'Claim: {key}',
    moreKeys: { one: '{count} more attribute', other: '{count} more attributes' },
  },
  de: {
    attributes: 'Attribute',
    actor: 'Akteur: {key}',
    claim: 'Behauptung: {key}',
    moreKeys: { one: '{count} weiteres Attribut', other: '{count} weitere Attribute' },
  },
});
