/** Results and errors of expanding, collapsing and common neighbours. */
import { defineMessages } from '../define-messages.ts';

export const GROWING = defineMessages({
  en: {
    expandFailed: 'The neighbours could not be fetched.',
    connectFailed: 'The edges could not be fetched.',
    commonFailed: 'The common neighbours could not be fetched.',
    addFailed: 'The nodes could not be added.',
    selectionExpanded: {
      one: '{count} neighbour of the selection added.',
      other: '{count} neighbours of the selection added.',
    },
    selectionExpandedMore: {
      one: '{count} neighbour of the selection added. There are more.',
      other: '{count} neighbours of the selection added. There are more.',
    },
    selectionExpandedPart: {
      one: '{count} neighbour added for the {max} of {total} nodes with the most neighbours that are not shown. Repeat the command to add more.',
      other:
        '{count} neighbours added for the {max} of {total} nodes with the most neighbours that are not shown. Repeat the command to add more.',
    },
    selectionHasAll: 'All neighbours of the selection are already shown.',
    connected: { one: '{count} edge added.', other: '{count} edges added.' },
    allConnected: 'All edges between the shown nodes are already there.',
    connectedInPart: '{outcome} Only the first {count} nodes were checked, the maximum of one request.',
    common: { one: '{count} common neighbour is highlighted.', other: '{count} common neighbours are highlighted.' },
    commonMore: '{count} of {total} common neighbours are highlighted. Repeat the command to add more.',
    commonMost: '{count} of {total} common neighbours are highlighted, the maximum.',
    noCommon: 'The selected nodes have no common neighbours.',
    collapsed: { one: '{count} node removed.', other: '{count} nodes removed.' },
    nothingToCollapse:
      'Nothing to collapse: the added neighbours are pinned or connected to nodes that were added later.',
    nodesAdded: { one: '{count} node added.', other: '{count} nodes added.' },
    nothingAdded: 'All of these nodes are already shown.',
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
      one: '{count} Nachbar der Auswahl hinzugefügt. Es gibt weitere.',
      other: '{count} Nachbarn der Auswahl hinzugefügt. Es gibt weitere.',
    },
    selectionExpandedPart: {
      one: '{count} Nachbar hinzugefügt für die {max} von {total} Knoten mit den meisten nicht sichtbaren Nachbarn. Führen Sie den Befehl noch einmal aus, um weitere hinzuzufügen.',
      other:
        '{count} Nachbarn hinzugefügt für die {max} von {total} Knoten mit den meisten nicht sichtbaren Nachbarn. Führen Sie den Befehl noch einmal aus, um weitere hinzuzufügen.',
    },
    selectionHasAll: 'Alle Nachbarn der Auswahl sind schon zu sehen.',
    connected: { one: '{count} Kante hinzugefügt.', other: '{count} Kanten hinzugefügt.' },
    allConnected: 'Alle Kanten zwischen den sichtbaren Knoten sind schon da.',
    connectedInPart: '{outcome} Nur die ersten {count} Knoten wurden geprüft, das Höchste für eine Anfrage.',
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
