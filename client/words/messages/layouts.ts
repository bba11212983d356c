/** The names of the layouts. */
import { defineMessages } from '../define-messages.ts';

export const LAYOUTS = defineMessages({
  en: { dispute: 'Dispute', force: 'Force', concentric: 'Rings', date: 'By date', grid: 'Grid' },
  de: { dispute: 'Streit', force: 'Kräfte', concentric: 'Ringe', date: 'Nach Datum', grid: 'Raster' },
});

export const LAYOUT_EFFECTS = defineMessages({
  en: {
    dispute: 'Claims in the middle, those who assert left, those who deny right',
    force: 'What is connected stands together',
    concentric: 'Around the selection, by distance',
    date: 'Earliest at the left; actors above, claims below',
    grid: 'Rows, those with most statements first',
  },
  de: {
    dispute: 'Behauptungen in der Mitte; links, wer sie aufstellt, rechts, wer sie bestreitet',
    force: 'Was verbunden ist, steht beieinander',
    concentric: 'Um die Auswahl herum, nach Entfernung',
    date: 'Das Früheste links; Akteure oben, Behauptungen unten',
    grid: 'In Reihen, zuerst, wozu es die meisten Aussagen gibt',
  },
});

export const LAYOUT_CONTROLS = defineMessages({
  en: { layout: 'Layout', running: 'Layout: {name}', stop: 'Stop', problem: 'The layout could not be computed.' },
  de: {
    layout: 'Anordnung',
    running: 'Anordnung: {name}',
    stop: 'Anhalten',
    problem: 'Die Anordnung ließ sich nicht berechnen.',
  },
});
