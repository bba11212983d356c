import { defineMessages } from '../define-messages.ts';

export const SEARCH = defineMessages({
  en: {
    label: 'Search actors, claims, quotations and documents',
    placeholder: 'Search actors, claims, quotations',
    results: 'Search results',
    found: { one: '{count} result', other: '{count} results' },
    problem: 'The search failed.',
    truncated: 'There are more results than are listed. Add a word to narrow the search.',
    nothing:
      'No results for “{text}” in actors, aliases, claims, quotations and titles. Try fewer characters or another spelling.',
    also: 'also {alias}',
    recent: 'Recent results',
    hint: '{enter} adds, {wide} adds with neighbours',
    gone: '“{text}” could not be shown: it no longer exists.',
    quotedInPart: 'The first {count} actors and claims that the document quotes are shown. There are more.',
    quotation: '“{words}”',
    actorOnClaim: '{actor} on “{claim}”',
  },
  de: {
    label: 'Akteure, Behauptungen, Zitate und Dokumente suchen',
    placeholder: 'Akteure, Behauptungen, Zitate suchen',
    results: 'Suchergebnisse',
    found: { one: '{count} Treffer', other: '{count} Treffer' },
    problem: 'Die Suche ist fehlgeschlagen.',
    truncated: 'Es gibt mehr Treffer, als hier stehen. Grenzen Sie die Suche mit einem weiteren Wort ein.',
    nothing:
      'Nichts gefunden für „{text}“ unter Akteuren, ihren anderen Namen, Behauptungen, Zitaten und Titeln. Versuchen Sie weniger Zeichen oder eine andere Schreibweise.',
    also: 'auch {alias}',
    recent: 'Letzte Treffer',
    hint: '{enter} fügt hinzu, {wide} mit Nachbarn',
    gone: '„{text}“ lässt sich nicht zeigen: Es existiert nicht mehr.',
    quotedInPart:
      'Zu sehen sind die ersten {count} Akteure und Behauptungen, die das Dokument zitiert. Es gibt weitere.',
    quotation: '„{words}“',
    actorOnClaim: '{actor} zu „{claim}“',
  },
});

/** The headings of the results. */
export const SEARCH_KINDS = defineMessages({
  en: { actor: 'Actors', claim: 'Claims', quotation: 'Quotations', document: 'Documents' },
  de: { actor: 'Akteure', claim: 'Behauptungen', quotation: 'Zitate', document: 'Dokumente' },
});
