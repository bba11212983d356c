/** What the actions are called, by their ids. */
import { defineMessages } from '../define-messages.ts';

export const ACTION_WORDS = defineMessages({
  en: {
    search: 'Search',
    undo: 'Undo',
    redo: 'Redo',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit everything on screen',
    reset: 'Reset to the start view',
    expand: 'Show neighbours',
    pin: 'Pin or unpin',
    reveal: 'Bring into view',
    previousQuotation: 'Previous quotation of the document',
    nextQuotation: 'Next quotation of the document',
    close: 'Close the panel, then clear the selection',
    theme: 'Change the theme',
    help: 'Shortcuts',
  },
  de: {
    search: 'Suchen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fit: 'Alles auf den Bildschirm',
    reset: 'Zurück zur ersten Ansicht',
    expand: 'Nachbarn zeigen',
    pin: 'Anheften oder lösen',
    reveal: 'Ins Bild holen',
    previousQuotation: 'Voriges Zitat des Dokuments',
    nextQuotation: 'Nächstes Zitat des Dokuments',
    close: 'Die Seitenleiste schließen, dann die Auswahl aufheben',
    theme: 'Farben wechseln',
    help: 'Tastenkürzel',
  },
});

export const ACTION_GROUPS = defineMessages({
  en: { Find: 'Find', View: 'View', Selection: 'Selection', Page: 'Page' },
  de: { Find: 'Finden', View: 'Ansicht', Selection: 'Auswahl', Page: 'Seite' },
});
