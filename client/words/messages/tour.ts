import { defineMessages } from '../define-messages.ts';

export const TOUR = defineMessages({
  en: {
    label: 'Tour, step {at} of {count}',
    position: '{at} of {count}',
    skip: 'Skip',
    back: 'Back',
    next: 'Next',
    done: 'Done',
    claimTitle: 'A claim, and who stands where',
    claimWords:
      'Each card is a claim. Those who mostly assert stand on one side, those who mostly deny on the other. Click one to open what was said; double-click it to bring in its neighbours.',
    legendTitle: 'What the lines mean',
    legendWords: 'A solid line with ✓ asserts, a dashed one with ✕ denies. A press on a row selects all of its kind.',
    panelTitle: 'Down to the quotation',
    panelWords: 'What you select opens here: every statement with its date, its words, and the document they stand in.',
    searchTitle: 'Find anyone and anything',
    searchWords:
      'Actors, claims, quotations and documents. What you take is added to the graph; nothing that is there moves.',
    viewTitle: 'Nothing is lost',
    viewWords:
      'Every step can be undone and redone. From here you also reach the settings and the list of all shortcuts.',
    screensTitle: 'More ways to look',
    screensWords:
      'The same view as tables, and the screen for loading your own files. The tour waits in the help and in the settings.',
  },
  de: {
    label: 'Rundgang, Schritt {at} von {count}',
    position: '{at} von {count}',
    skip: 'Überspringen',
    back: 'Zurück',
    next: 'Weiter',
    done: 'Fertig',
    claimTitle: 'Eine Behauptung, und wer wo steht',
    claimWords:
      'Jede Karte ist eine Behauptung. Wer meist behauptet, steht auf der einen Seite, wer meist bestreitet, auf der anderen. Ein Klick öffnet, was gesagt wurde; ein Doppelklick holt die Nachbarn dazu.',
    legendTitle: 'Was die Linien bedeuten',
    legendWords:
      'Eine durchgezogene Linie mit ✓ behauptet, eine gestrichelte mit ✕ bestreitet. Ein Druck auf eine Zeile wählt alle dieser Art aus.',
    panelTitle: 'Bis zum Zitat',
    panelWords:
      'Was Sie auswählen, öffnet sich hier: jede Aussage mit Datum, Wortlaut und dem Dokument, in dem sie steht.',
    searchTitle: 'Alle und alles finden',
    searchWords:
      'Akteure, Behauptungen, Zitate und Dokumente. Was Sie wählen, kommt zum Graphen hinzu; was schon da ist, bleibt an seinem Platz.',
    viewTitle: 'Nichts geht verloren',
    viewWords:
      'Jeder Schritt lässt sich rückgängig machen und wiederholen. Von hier aus erreichen Sie auch die Einstellungen und die Liste aller Tastenkürzel.',
    screensTitle: 'Andere Blickwinkel',
    screensWords:
      'Dieselbe Ansicht als Tabellen, und der Bereich, in dem Sie eigene Dateien laden. Der Rundgang wartet in der Hilfe und in den Einstellungen.',
  },
});
