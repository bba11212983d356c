/** Menus, and the list of all commands. */
import { defineMessages } from '../define-messages.ts';

export const MENUS = defineMessages({
  en: {
    actions: 'Actions',
    expandBy: 'Show neighbours by',
    selectBy: 'Select',
    counting: 'Counting…',
    countFailed: 'The neighbours could not be counted.',
    noNeighbours: 'There are no neighbours.',
    commands: 'Commands',
    typeCommand: 'Type what you want to do',
    noCommand: 'No command is called that.',
  },
  de: {
    actions: 'Aktionen',
    expandBy: 'Nachbarn zeigen nach',
    selectBy: 'Auswählen',
    counting: 'Wird gezählt …',
    countFailed: 'Die Nachbarn konnten nicht gezählt werden.',
    noNeighbours: 'Es gibt keine Nachbarn.',
    commands: 'Befehle',
    typeCommand: 'Was möchten Sie tun?',
    noCommand: 'So heißt kein Befehl.',
  },
});
