import { defineMessages } from '../define-messages.ts';

export const SEARCH = defineMessages({
  en: {
    label: 'Search actors, claims, quotations and documents',
    placeholder: 'Search actors, claims, quotations',
    results: 'Search results',
    found: { one: '{count} result', other: '{count} results' },
    problem: 'The search did not work.',
    truncated: 'More was found than is listed. Another word narrows it down.',
    nothing:
      'Nothing found for “{text}” among actors, aliases, claims, quotations and titles. Fewer letters or another spelling may help.',
    also: 'also {alias}',
    recent: 'Found lately',
    hint: '{enter} adds, {wide} adds with neighbours',
    gone: '“{text}” could not be shown: it is no longer there.',
    quotedInPart: 'The first {count} actors and claims that the document quotes are shown; there are more.',
    quotation: '“{words}”',
    actorOnClaim: '{actor} on “{claim}”',
  },
  de: {
    label: 'Akteure, Behauptungen, Zitate und Dokumente suchen',
    placeholder: 'Akteure, Behauptungen, Zitate suchen',
    results: 'Suchergebnisse',
    found: { one: '{count} Treffer', other: '{count} Treffer' },
    problem: 'Die Suche hat nicht geklappt.',
    truncated: 'Es gibt mehr Treffer, als hier stehen. Ein weiteres Wort grenzt sie ein.',
    nothing:
      'Nichts gefunden für „{text}“ unter Akteuren, ihren anderen Namen, Behauptungen, Zitaten und Titeln. Weniger Buchstaben oder eine andere Schreibweise helfen vielleicht.',
    also: 'auch {alias}',
    recent: 'Zuletzt gefunden',
    hint: '{enter} fügt hinzu, {wide} mit Nachbarn',
    gone: '„{text}“ lässt sich nicht zeigen: Es ist nicht mehr da.',
    quotedInPart:
      'Zu sehen sind die ersten {count} Akteure und Behauptungen, die das Dokument zitiert; es gibt weitere.',
    quotation: '„{words}“',
    actorOnClaim: '{actor} zu „{claim}“',
  },
});

/** The headings over the hits. */
export const SEARCH_KINDS = defineMessages({
  en: { actor: 'Actors', claim: 'Claims', quotation: 'Quotations', document: 'Documents' },
  de: { actor: 'Akteure', claim: 'Behauptungen', quotation: 'Zitate', document: 'Dokumente' },
});
