/** What growing a view says: expanding, collapsing, what nodes have in common. */
import { defineMessages } from '../define-messages.ts';

export const GROWING = defineMessages({
  en: {
    expandFailed: 'The neighbours could not be fetched.',
    connectFailed: 'The edges could not be fetched.',
    commonFailed: 'What they have in common could not be fetched.',
    addFailed: 'The nodes could not be added.',
    selectionExpanded: {
      one: '{count} neighbour of the selection added.',
      other: '{count} neighbours of the selection added.',
    },
    selectionExpandedMore: {
      one: '{count} neighbour of the selection added, there are more.',
      other: '{count} neighbours of the selection added, there are more.',
    },
    selectionExpandedPart: {
      one: '{count} neighbour added, of the {max} of {total} nodes that lack most. The same again brings more.',
      other: '{count} neighbours added, of the {max} of {total} nodes that lack most. The same again brings more.',
    },
    selectionHasAll: 'The selection has no neighbours that are not shown.',
    connected: { one: '{count} edge added.', other: '{count} edges added.' },
    allConnected: 'Every edge among what is shown is there.',
    connectedInPart: '{outcome} Only among the first {count} nodes: more cannot be asked for at once.',
    common: { one: '{count} common neighbour is pointed out.', other: '{count} common neighbours are pointed out.' },
    commonMore: '{count} of {total} common neighbours are pointed out. The same again brings more.',
    commonMost: '{count} of {total} common neighbours are pointed out; no more can be.',
    noCommon: 'The selected nodes have no neighbour in common.',
    collapsed: { one: '{count} node taken back.', other: '{count} nodes taken back.' },
    nothingToCollapse: 'Nothing to take back: everything that was brought is joined to what came later, or pinned.',
    nodesAdded: { one: '{count} node added.', other: '{count} nodes added.' },
    nothingAdded: 'All of it is shown.',
  },
  de: {
    expandFailed: 'Die Nachbarn konnten nicht geholt werden.',
    connectFailed: 'Die Kanten konnten nicht geholt werden.',
    commonFailed: 'Gemeinsame Nachbarn konnten nicht geholt werden.',
    addFailed: 'Die Knoten konnten nicht hinzugefügt werden.',
    selectionExpanded: {
      one: '{count} Nachbar der Auswahl hinzugefügt.',
      other: '{count} Nachbarn der Auswahl hinzugefügt.',
    },
    selectionExpandedMore: {
      one: '{count} Nachbar der Auswahl hinzugefügt, es gibt weitere.',
      other: '{count} Nachbarn der Auswahl hinzugefügt, es gibt weitere.',
    },
    selectionExpandedPart: {
      one: '{count} Nachbar hinzugefügt, von den {max} der {total} Knoten, denen die meisten fehlen. Dasselbe noch einmal bringt mehr.',
      other:
        '{count} Nachbarn hinzugefügt, von den {max} der {total} Knoten, denen die meisten fehlen. Dasselbe noch einmal bringt mehr.',
    },
    selectionHasAll: 'Alle Nachbarn der Auswahl sind schon zu sehen.',
    connected: { one: '{count} Kante hinzugefügt.', other: '{count} Kanten hinzugefügt.' },
    allConnected: 'Zwischen allem, was zu sehen ist, sind alle Kanten da.',
    connectedInPart: '{outcome} Nur zwischen den ersten {count} Knoten: mehr lassen sich nicht auf einmal abfragen.',
    common: {
      one: '{count} gemeinsamer Nachbar ist hervorgehoben.',
      other: '{count} gemeinsame Nachbarn sind hervorgehoben.',
    },
    commonMore: '{count} von {total} gemeinsamen Nachbarn sind hervorgehoben. Dasselbe noch einmal bringt mehr.',
    commonMost: '{count} von {total} gemeinsamen Nachbarn sind hervorgehoben; mehr geht nicht.',
    noCommon: 'Die ausgewählten Knoten haben keinen gemeinsamen Nachbarn.',
    collapsed: { one: '{count} Knoten zurückgenommen.', other: '{count} Knoten zurückgenommen.' },
    nothingToCollapse: 'Nichts zurückzunehmen: was dazukam, ist mit später Gekommenem verbunden oder angeheftet.',
    nodesAdded: { one: '{count} Knoten hinzugefügt.', other: '{count} Knoten hinzugefügt.' },
    nothingAdded: 'Alles davon ist schon zu sehen.',
  },
});
