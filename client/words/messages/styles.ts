/** The user's style rules. */
import { defineMessages } from '../define-messages.ts';

export const STYLE_WORDS = defineMessages({
  en: {
    color: 'Colour of nodes',
    size: 'Size of actors',
    none: 'default',
    colorBy: 'Colour: {by}',
    sizeBy: 'Size: {by}',
    others: 'others',
    onlyDenies: 'only denies',
    onlyAsserts: 'only asserts',
    balanced: 'balanced',
    range: '{from} to {to}',
    select: '{words} {count} shown. Select them',
    note: 'Claims show their colour as a stripe at the left. Asserts and denies keep theirs.',
  },
  de: {
    color: 'Farbe der Knoten',
    size: 'Größe der Akteure',
    none: 'Standard',
    colorBy: 'Farbe: {by}',
    sizeBy: 'Größe: {by}',
    others: 'andere',
    onlyDenies: 'nur bestritten',
    onlyAsserts: 'nur behauptet',
    balanced: 'ausgeglichen',
    range: '{from} bis {to}',
    select: '{words} {count} zu sehen. Auswählen',
    note: 'Behauptungen zeigen ihre Farbe als Streifen links. „Behauptet“ und „bestreitet“ behalten ihre.',
  },
});

export const STYLE_PROPERTY_WORDS = defineMessages({
  en: {
    kind: 'kind of actor',
    topic: 'topic of claim',
    statements: 'number of statements',
    degree: 'number of edges shown',
    balance: 'balance of asserting and denying',
    firstDate: 'first date',
  },
  de: {
    kind: 'Art des Akteurs',
    topic: 'Thema der Behauptung',
    statements: 'Zahl der Aussagen',
    degree: 'Zahl der gezeigten Kanten',
    balance: 'Verhältnis von Behaupten und Bestreiten',
    firstDate: 'frühestes Datum',
  },
});
