/** Results and errors of fetching content for the view. */
import { defineMessages } from '../define-messages.ts';

export const COMMANDS = defineMessages({
  en: {
    shown: '{nodes} and {edges} shown.',
    expandProblem: 'The neighbours could not be fetched.',
    nodeProblem: 'The search result could not be added.',
    statementProblem: 'The statement could not be shown.',
    refreshProblem: 'The shown content could not be updated.',
    selected: '{name} selected.',
    statementShown: 'Statement shown in the panel.',
    thisNode: 'This node',
    noMore: 'All neighbours of {name} are already shown.',
    added: { one: '{count} neighbour of {name} added.', other: '{count} neighbours of {name} added.' },
    addedOfMore: {
      one: '{count} neighbour of {name} added. There are more.',
      other: '{count} neighbours of {name} added. There are more.',
    },
  },
  de: {
    shown: '{nodes} und {edges} zu sehen.',
    expandProblem: 'Die Nachbarn ließen sich nicht holen.',
    nodeProblem: 'Der Treffer ließ sich nicht hinzufügen.',
    statementProblem: 'Die Aussage ließ sich nicht zeigen.',
    refreshProblem: 'Der sichtbare Inhalt ließ sich nicht aktualisieren.',
    selected: '{name} ausgewählt.',
    statementShown: 'Die Aussage steht in der Seitenleiste.',
    thisNode: 'Dieser Knoten',
    noMore: 'Alle Nachbarn sind schon zu sehen: {name}',
    added: { one: '{count} Nachbar von {name} hinzugefügt.', other: '{count} Nachbarn von {name} hinzugefügt.' },
    addedOfMore: {
      one: '{count} Nachbar von {name} hinzugefügt. Es gibt weitere.',
      other: '{count} Nachbarn von {name} hinzugefügt. Es gibt weitere.',
    },
  },
});

/** The table of neighbours in the panel of a node. */
export const NEIGHBOURS = defineMessages({
  en: {
    title: 'Neighbours',
    relation: 'Relation',
    number: 'Number',
    notShown: 'Not shown',
    show: 'Show {more}',
    expand: 'Expand: show {more}',
  },
  de: {
    title: 'Nachbarn',
    relation: 'Beziehung',
    number: 'Anzahl',
    notShown: 'Nicht zu sehen',
    show: '{more} zeigen',
    expand: 'Erweitern: {more} zeigen',
  },
});
