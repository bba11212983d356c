import { defineMessages } from '../define-messages.ts';

export const TOUR = defineMessages({
  en: {
    label: 'Tour, step {at} of {count}',
    position: '{at} of {count}',
    skip: 'Skip',
    back: 'Back',
    next: 'Next',
    done: 'Done',
    claimTitle: 'A claim and its two sides',
    claimWords:
      'Each card is a claim. Actors who mostly assert are on one side, actors who mostly deny on the other. Click a node to see its statements. Double-click it to show its neighbours.',
    legendTitle: 'What the lines mean',
    legendWords:
      'A solid line with ✓ asserts, a dashed line with ✕ denies. Press a row to select everything of its kind.',
    panelTitle: 'From the edge to the quotation',
    panelWords: 'What you select opens here: every statement with its date, its quotation and its document.',
    searchTitle: 'Find actors, claims and quotations',
    searchWords:
      'Search actors, claims, quotations and documents. The result that you choose is added to the graph. The other nodes keep their places.',
    viewTitle: 'Undo, settings and help',
    viewWords: 'Every step can be undone and redone. The settings and the list of all shortcuts are here, too.',
    screensTitle: 'Other screens',
    screensWords:
      'The same view as tables, and the screen for importing your own files. You can start the tour again from the help and from the settings.',
  },
  de: {
    label: 'Rundgang, Schritt {at} von {count}',
    position: '{at} von {count}',
    skip: 'Überspringen',
    back: 'Zurück',
    next: 'Weiter',
    done: 'Fertig',
    claimTitle: 'Eine Behauptung und ihre zwei Seiten',
    claimWords:
      'Jede Karte ist eine Behauptung. Akteure, die meist behaupten, stehen auf der einen Seite, Akteure, die meist bestreiten, auf der anderen. Ein Klick zeigt die Aussagen, ein Doppelklick die Nachbarn.',
    legendTitle: 'Was die Linien bedeuten',
    legendWords:
      'Eine durchgezogene Linie mit ✓ behauptet, eine gestrichelte mit ✕ bestreitet. Drücken Sie auf eine Zeile, um alles dieser Art auszuwählen.',
    panelTitle: 'Von der Kante zum Zitat',
    panelWords: 'Was Sie auswählen, öffnet sich hier: jede Aussage mit Datum, Zitat und Dokument.',
    searchTitle: 'Akteure, Behauptungen und Zitate finden',
    searchWords:
      'Suchen Sie Akteure, Behauptungen, Zitate und Dokumente. Der gewählte Treffer kommt zum Graphen hinzu. Die anderen Knoten bleiben an ihrem Platz.',
    viewTitle: 'Rückgängig, Einstellungen und Hilfe',
    viewWords:
      'Jeder Schritt lässt sich rückgängig machen und wiederholen. Hier sind auch die Einstellungen und die Liste aller Tastenkürzel.',
    screensTitle: 'Andere Bereiche',
    screensWords:
      'Dieselbe Ansicht als Tabellen, und der Bereich, in dem Sie eigene Dateien importieren. Aus der Hilfe und den Einstellungen können Sie den Rundgang noch einmal starten.',
  },
});
