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
    typeCommand: 'Type a command',
    noCommand: 'No command matches.',
  },
  de: {
    actions: 'Aktionen',
    expandBy: 'Nachbarn zeigen nach',
    selectBy: 'Auswählen',
    counting: 'Wird gezählt …',
    countFailed: 'Die Nachbarn konnten nicht gezählt werden.',
    noNeighbours: 'Es gibt keine Nachbarn.',
    commands: 'Befehle',
    typeCommand: 'Befehl eingeben',
    noCommand: 'Kein Befehl passt.',
  },
});
