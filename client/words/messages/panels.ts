/** The panels beside the canvas. */
import { defineMessages } from '../define-messages.ts';

export const PANELS = defineMessages({
  en: {
    actions: 'Actions',
    actorKind: '{kind} · {statements}',
    claimKind: 'Claim · {statements}',
    positionKind: 'Position · {statements}',
    relationKind: 'Relation',
    documentKind: 'Document',
    since: 'since {date}',
    onlySince: 'The date filter is on: only statements since {date} are listed here.',
    onlyUntil: 'The date filter is on: only statements until {date} are listed here.',
    onlyBetween: 'The date filter is on: only statements from {from} to {to} are listed here.',
    alsoNamed: 'Also {names}',
    speaksFor: 'Speaks for {names}',
    spokenForBy: 'Spoken for by {names}',
    actorAsserts: '✓ asserts {claims}',
    actorDenies: '✕ denies {claims}',
    neighbours: 'Neighbours',
    history: 'How this position changed over time',
    detailsProblem: 'The details could not be fetched.',
    neighboursProblem: 'The neighbours could not be counted.',
    statementsProblem: 'The statements could not be fetched.',
    moreProblem: 'More statements could not be fetched.',
    documentProblem: 'The document could not be fetched.',
    notShown: 'The node could not be shown.',
    shownOf: '{count} of {total} shown',
    showMore: 'Show {count} more',
    reportedBy: 'reported by {chain}',
    via: ', via ',
    opensDocument: '. Open the document at these words',
    opening: '“',
    closing: '”',
  },
  de: {
    actions: 'Aktionen',
    actorKind: '{kind} · {statements}',
    claimKind: 'Behauptung · {statements}',
    positionKind: 'Position · {statements}',
    relationKind: 'Beziehung',
    documentKind: 'Dokument',
    since: 'seit {date}',
    onlySince: 'Der Datumsfilter ist an: Hier stehen nur Aussagen seit {date}.',
    onlyUntil: 'Der Datumsfilter ist an: Hier stehen nur Aussagen bis {date}.',
    onlyBetween: 'Der Datumsfilter ist an: Hier stehen nur Aussagen von {from} bis {to}.',
    alsoNamed: 'Auch {names}',
    speaksFor: 'Spricht für {names}',
    spokenForBy: 'Es spricht für diesen Akteur: {names}',
    actorAsserts: '✓ behauptet {claims}',
    actorDenies: '✕ bestreitet {claims}',
    neighbours: 'Nachbarn',
    history: 'Wie sich diese Position entwickelt hat',
    detailsProblem: 'Die Einzelheiten ließen sich nicht holen.',
    neighboursProblem: 'Die Nachbarn ließen sich nicht zählen.',
    statementsProblem: 'Die Aussagen ließen sich nicht holen.',
    moreProblem: 'Weitere Aussagen ließen sich nicht holen.',
    documentProblem: 'Das Dokument ließ sich nicht holen.',
    notShown: 'Der Knoten ließ sich nicht zeigen.',
    shownOf: '{count} von {total} zu sehen',
    showMore: '{count} weitere zeigen',
    reportedBy: 'berichtet von {chain}',
    via: ', über ',
    opensDocument: '. Das Dokument an dieser Stelle öffnen',
    opening: '„',
    closing: '“',
  },
});

export const DOCUMENT = defineMessages({
  en: {
    position: '{at} of {count}',
    noText: 'The text of this document was not loaded. Only its quotations are known.',
    statements: 'Statements',
    notLocated: 'Not located in the text',
    truncated: '{shown} of {total} statements of this document are shown.',
    original: 'Original',
  },
  de: {
    position: '{at} von {count}',
    noText: 'Der Text dieses Dokuments wurde nicht geladen. Nur die Zitate sind bekannt.',
    statements: 'Aussagen',
    notLocated: 'Im Text nicht gefunden',
    truncated: '{shown} von {total} Aussagen dieses Dokuments sind zu sehen.',
    original: 'Original',
  },
});

export const OVERVIEW = defineMessages({
  en: {
    overview: 'Overview',
    title: 'Who says what, and who denies it',
    noCounts: 'The counts are not available.',
    nothingYet: 'When data is loaded, its counts and its contested claims are shown here.',
    truncated: 'The start view shows the most contested of {claims}. Search or expand to see the others.',
    contestedShown: 'Contested claims shown',
    noneContested: 'No claim shown here is both asserted and denied.',
    othersShown: 'Other claims shown',
    listed: '{shown} of {total} listed; the others are on the canvas.',
    neither: 'neither asserted nor denied',
  },
  de: {
    overview: 'Übersicht',
    title: 'Wer sagt was, und wer bestreitet es',
    noCounts: 'Die Zahlen sind gerade nicht verfügbar.',
    nothingYet: 'Sobald etwas geladen ist, stehen hier seine Zahlen und die umstrittenen Behauptungen.',
    truncated:
      'Die Startansicht zeigt die umstrittensten von {claims}. Das Übrige finden Sie über die Suche und die Nachbarn.',
    contestedShown: 'Umstrittene Behauptungen, die zu sehen sind',
    noneContested: 'Keine der sichtbaren Behauptungen wird sowohl aufgestellt als auch bestritten.',
    othersShown: 'Weitere Behauptungen, die zu sehen sind',
    listed: '{shown} von {total} aufgeführt; die übrigen sind auf der Zeichenfläche.',
    neither: 'weder behauptet noch bestritten',
  },
});

/** The labels of the counts of the overview. */
export const COUNT_WORDS = defineMessages({
  en: {
    claims: { one: 'claim', other: 'claims' },
    contested: 'contested',
    actors: { one: 'actor', other: 'actors' },
    statements: { one: 'statement', other: 'statements' },
    documents: { one: 'document', other: 'documents' },
  },
  de: {
    claims: { one: 'Behauptung', other: 'Behauptungen' },
    contested: 'umstritten',
    actors: { one: 'Akteur', other: 'Akteure' },
    statements: { one: 'Aussage', other: 'Aussagen' },
    documents: { one: 'Dokument', other: 'Dokumente' },
  },
});

export const EMPTY = defineMessages({
  en: {
    region: 'Empty database',
    words:
      'Nothing is loaded yet. A dispute is shown here as claims, the actors who assert them and the actors who deny them.',
    loadExample: 'Load example',
    loadingExample: 'Loading example…',
    importFile: 'Import a file',
    problem: 'The example could not be loaded. The database is unchanged.',
    endedEarly: 'The import ended early.',
  },
  de: {
    region: 'Leere Datenbank',
    words:
      'Noch ist nichts geladen. Ein Streit erscheint hier als Behauptungen, mit den Akteuren, die sie aufstellen, und denen, die sie bestreiten.',
    loadExample: 'Beispiel laden',
    loadingExample: 'Beispiel wird geladen …',
    importFile: 'Datei importieren',
    problem: 'Das Beispiel ließ sich nicht laden. Die Datenbank ist unverändert.',
    endedEarly: 'Der Import endete vorzeitig.',
  },
});
