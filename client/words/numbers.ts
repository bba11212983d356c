/** Numbers and lists in the format of the page's language. */
import { pageLocale } from './dates.ts';
import { messageText } from './define-messages.ts';
import { DURATIONS } from './messages/durations.ts';

/** A number with the separators of the language: 12,345. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(pageLocale()).format(value);
}

/** “A, B and C”. */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(pageLocale(), { type: 'conjunction' }).format(items);
}

/** A share from 0 to 1, as percent. */
export function percentText(share: number): string {
  return new Intl.NumberFormat(pageLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Remaining time, rounded: “a moment”, “40 s”, “3 min”. */
export function durationText(seconds: number): string {
  if (seconds < 3) return messageText(DURATIONS, 'moment');
  if (seconds < 90) return messageText(DURATIONS, 'seconds', { count: Math.round(seconds) });
  return messageText(DURATIONS, 'minutes', { count: Math.round(seconds / 60) });
}
